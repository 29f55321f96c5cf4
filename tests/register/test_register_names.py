"""Which names of the register are offered for recognition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from binatgraph.model import Kind, RegisterName
from binatgraph.names import fold
from binatgraph.register.names import left_out, recognisable_names

if TYPE_CHECKING:
    from binatgraph.register.index import Register


@pytest.fixture(scope="module")
def offered(register: Register) -> dict[str, RegisterName]:
    return {name.text: name for name in reversed(list(recognisable_names(register)))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sonora", Kind.STATE),
        ("México", Kind.COUNTRY),
        ("EE. UU.", Kind.COUNTRY),
        ("U.S.", Kind.COUNTRY),
        ("Nogales", Kind.CITY),
        ("Ciudad de México", Kind.CITY),
        ("Washington", Kind.CITY),
        ("Río Bravo", Kind.REGION),
        ("Pima County", Kind.COUNTY),
        ("Municipio de Nogales", Kind.COUNTY),
        ("CILA", Kind.COMMISSION),
        ("NADBank", Kind.ORGANIZATION),
        ("Tratado de Aguas de 1944", Kind.AGREEMENT),
        ("Katie Hobbs", Kind.OFFICIAL),
    ],
)
def test_a_name_that_stands_for_one_thing_is_offered(offered: dict[str, RegisterName], text: str, kind: Kind) -> None:
    assert offered[text].kind is kind
    assert not offered[text].after_comma


@pytest.mark.parametrize("text", ["AZ", "Ariz.", "Son.", "N.L.", "CA", "DC"])
def test_an_abbreviation_of_a_state_is_offered_behind_a_comma_only(offered: dict[str, RegisterName], text: str) -> None:
    assert offered[text].after_comma
    assert offered[text].kind is Kind.STATE


@pytest.mark.parametrize(
    "text", ["Mesa", "Victoria", "García", "Mariposa", "UA", "SE", "AMLO", "House", "Page", "Garita 1"]
)
def test_a_name_that_means_other_things_in_most_texts_is_not_offered(
    offered: dict[str, RegisterName], text: str
) -> None:
    assert text not in offered


def test_a_county_called_like_a_person_is_offered_with_its_noun_only(offered: dict[str, RegisterName]) -> None:
    assert offered["Lee County"].kind is Kind.COUNTY
    assert offered["Condado de Lee"].language == "es"
    assert "Lee" not in offered


def test_a_place_and_what_it_lies_in_are_two_names_unless_they_are_one_place(offered: dict[str, RegisterName]) -> None:
    assert "Washington, D.C." in offered
    assert "Nogales, Sonora" not in offered


def test_people_are_offered_by_two_words_at_least(register: Register) -> None:
    people = [name.text for name in recognisable_names(register) if name.kind.top is Kind.PERSON]
    assert people
    assert all(sum(len(word) > 1 for word in fold(text).split()) > 1 for text in people)


def test_the_language_of_a_short_name_is_told(offered: dict[str, RegisterName]) -> None:
    assert offered["EU"].language == "es"


def test_no_name_is_offered_twice(register: Register) -> None:
    names = [(name.text, name.after_comma) for name in recognisable_names(register)]
    assert len(names) == len(set(names))


def test_the_reason_for_leaving_a_name_out_is_given(register: Register) -> None:
    for key, reason in (
        ("place/us-az-mesa", "a word of Spanish"),
        ("place/us-wa", "the city is named more often than the state"),
    ):
        entry = register.entries[key]
        assert left_out(entry.actor.names[0], entry, register=register) == reason
