"""Names as strings: what two spellings have in common, what an IRI may hold, which shorter forms a person goes by."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from binatgraph.names import acronyms, fold, slug, surname_forms


@given(st.text())
@example("𝚨")
@example("ﬁ Ⅷ ß ŉ ͅ İ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
@example("a_ b")
def test_a_folded_name_has_single_spaces_between_words_and_none_around(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())


@given(st.text())
def test_capitals_do_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Martínez", "JOSE MARTINEZ"),
        ("Arizona-Mexico Commission", "Arizona–Mexico  Commission"),
        ("Peña", "Pen\u0303a"),
        ("U.S.", "u s"),
        ("San_Luis", "san luis"),
    ],
)
def test_spellings_of_a_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(alphabet=st.characters()))
def test_a_slug_holds_only_what_an_iri_may_hold_unescaped(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


def test_a_name_without_a_latin_letter_has_a_slug_all_the_same() -> None:
    assert slug("東京") == slug("") == "x"


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Katie Hobbs", {"hobbs"}),
        ("Alfonso Durazo Montaño", {"durazo", "montano", "durazo montano"}),
        ("Carlos de la Garza", {"de la garza", "garza"}),
        ("Martin Luther King Jr.", {"luther", "king", "luther king"}),
        ("John F. Kennedy", {"kennedy"}),
        ("Pelé", set()),
        ("", set()),
    ],
)
def test_a_person_may_be_called_by_these_surnames(name: str, forms: set[str]) -> None:
    assert surname_forms(name) == forms


@given(st.text())
def test_the_surnames_of_any_text_are_folded_words_of_it(text: str) -> None:
    for form in surname_forms(text):
        assert form == fold(form)
        assert set(form.split()) <= set(fold(text).split())


def test_an_acronym_is_made_with_and_without_the_small_words() -> None:
    assert acronyms("Comisión Internacional de Límites y Aguas") == {"cidlya", "cila"}
    assert acronyms("Sonora") == frozenset()
