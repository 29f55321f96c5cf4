"""What a title says."""

from __future__ import annotations

import pytest
from small_language import ROLES

from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.offices import is_public, role_labels, role_of, tense_of
from binatgraph.model import Kind, Tense

LABELS = role_labels(ROLES)


def role(title: str, at: Kind = Kind.CITY, language: str = "en") -> tuple[str, str | None]:
    return role_of(title, at=at, labels=LABELS, lexicon=load_lexicon(language))


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("en", "former mayor", "mayor"),
        ("en", "then new mayor", "mayor"),
        ("es", "entonces alcaldesa", "alcaldesa"),
        ("es", "actual alcalde", "alcalde"),
    ],
)
def test_words_that_say_when_are_no_part_of_a_role(language: str, title: str, words: str) -> None:
    assert role(title, language=language) == (words, "mayor")


def test_a_word_that_says_when_is_kept_when_it_is_all_there_is() -> None:
    assert role("former") == ("former", None)


def test_the_longest_label_in_a_title_is_its_role() -> None:
    assert role("Deputy Mayor for Rivers") == ("Deputy Mayor for Rivers", "deputy-mayor")


def test_a_title_without_a_label_has_no_role() -> None:
    assert role("keeper of the gate") == ("keeper of the gate", None)


@pytest.mark.parametrize(("at", "expected"), [(Kind.COUNTRY, "head-of-state"), (Kind.COMPANY, "president")])
def test_of_two_roles_with_one_label_a_place_has_the_public_one(at: Kind, expected: str) -> None:
    assert role("President", at) == ("President", expected)


def test_a_title_in_the_plural_has_the_role_of_the_singular() -> None:
    assert role("alcaldes", language="es") == ("alcaldes", "mayor")


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "former mayor", Tense.PAST),
        ("en", "mayor", Tense.PRESENT),
        ("en", "executive director", Tense.PRESENT),
        ("es", "exalcalde", Tense.PAST),
        ("es", "ex alcalde", Tense.PAST),
        ("es", "entonces alcalde", Tense.PAST),
        ("es", "alcalde", Tense.PRESENT),
    ],
)
def test_a_former_office_is_past(language: str, title: str, expected: Tense) -> None:
    assert tense_of(title, lexicon=load_lexicon(language)) is expected


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "Deputy Mayor", True),
        ("en", "Consul General", True),
        ("en", "Senators", True),
        ("en", "executive director", False),
        ("es", "presidente municipal", True),
        ("es", "presidentes municipales", True),
        ("es", "presidente", False),
        ("es", "directora general", False),
    ],
)
def test_a_public_office_is_known_by_its_words(language: str, title: str, *, expected: bool) -> None:
    assert is_public(title, lexicon=load_lexicon(language)) is expected
