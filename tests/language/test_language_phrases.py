"""Names known beforehand, found in tokens."""

from __future__ import annotations

import pytest

from binatgraph.language.phrases import index, known_at
from binatgraph.language.tokens import sentences
from binatgraph.model import Kind, RegisterName

KNOWN = index(
    [
        RegisterName(text="Baja California", kind=Kind.STATE),
        RegisterName(text="Baja California Sur", kind=Kind.STATE),
        RegisterName(text="U.S. Bridge Office", kind=Kind.GOVERNMENT_BODY),
        RegisterName(text="Peña–Ruiz Fund", kind=Kind.INITIATIVE),
        RegisterName(text="AZ", kind=Kind.STATE, after_comma=True),
        RegisterName(text="Nogales", kind=Kind.CITY),
        RegisterName(text="Nogales", kind=Kind.PORT_OF_ENTRY),
        RegisterName(text="Ana Nogales Ruiz", kind=Kind.PERSON),
        RegisterName(text="Nogales Peña", kind=Kind.PERSON),
        RegisterName(text="…", kind=Kind.PLACE),
        RegisterName(text="Palo Verde, P.V.", kind=Kind.CITY),
        RegisterName(text="Palo Alto", kind=Kind.CITY),
    ]
)


def found(text: str, start: int = 0) -> tuple[str, Kind] | None:
    (sentence,) = sentences(text, offset=0, language="en")
    match = known_at(sentence, start, phrases=KNOWN)
    return (text[sentence[start].start : sentence[match[0] - 1].end], match[1]) if match else None


def test_the_longest_name_that_begins_at_a_token_is_found() -> None:
    assert found("Baja California Sur is dry") == ("Baja California Sur", Kind.STATE)
    assert found("Baja California is dry") == ("Baja California", Kind.STATE)


@pytest.mark.parametrize("text", ["BAJA CALIFORNIA", "Baja  California", "Bajá California"])
def test_case_accents_and_spaces_do_not_matter(text: str) -> None:
    assert found(text) == (text, Kind.STATE)


def test_a_name_needs_a_capital() -> None:
    assert found("baja California") is None


@pytest.mark.parametrize("text", ["Peña-Ruiz Fund", "Peña Ruiz Fund", "Peña – Ruiz Fund"])
def test_hyphens_inside_a_name_are_passed_over(text: str) -> None:
    assert found(text) == (text, Kind.INITIATIVE)


@pytest.mark.parametrize("text", ["Baja, California", "Baja (California"])
def test_commas_and_brackets_are_not_passed_over(text: str) -> None:
    assert found(text) is None


def test_a_comma_is_passed_over_where_the_name_is_known_with_one() -> None:
    assert found("Palo Verde, P.V., grew.") == ("Palo Verde, P.V.", Kind.CITY)
    assert found("Palo, Alto, and others grew.") is None


def test_a_token_of_several_words_is_matched_whole() -> None:
    assert found("U.S. Bridge Office") == ("U.S. Bridge Office", Kind.GOVERNMENT_BODY)


def test_of_a_name_with_two_kinds_the_first_given_stands() -> None:
    assert found("Nogales") == ("Nogales", Kind.CITY)


@pytest.mark.parametrize(("text", "start"), [("Tucson, AZ", 2), ("Tucson (AZ)", 2)])
def test_a_short_form_is_a_name_behind_a_comma_or_bracket(text: str, start: int) -> None:
    assert found(text, start) == ("AZ", Kind.STATE)


@pytest.mark.parametrize(("text", "start"), [("AZ", 0), ("Tucson AZ", 1), ("Tucson, az", 2)])
def test_a_short_form_is_none_elsewhere_nor_in_lower_case(text: str, start: int) -> None:
    assert found(text, start) is None


def test_an_amount_of_money_is_no_country() -> None:
    known = index([RegisterName(text="US", kind=Kind.COUNTRY)])
    (sentence,) = sentences("US$ 5", offset=0, language="en")
    assert known_at(sentence, 0, phrases=known) is None


def test_given_names_and_surnames_of_people_are_learned_but_not_those_that_begin_other_names() -> None:
    assert KNOWN.given_names == {"ana"}
    assert KNOWN.surnames == {"ruiz"}


def test_a_name_of_marks_only_is_no_name() -> None:
    assert () not in KNOWN.kinds
