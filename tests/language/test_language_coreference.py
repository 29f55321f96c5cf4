"""Which names of a document are one actor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.language.coreference import Naming, groups
from binatgraph.language.lexicon import load_lexicon
from binatgraph.model import Kind

Told = tuple[str, Kind | None] | tuple[str, Kind | None, int]


def together(*told: Told) -> list[list[str]]:
    """Group names, each given with its kind and, if it is an acronym in brackets, with the number of the name before."""
    namings = [
        Naming(text=text, start=10 * at, end=10 * at + 5, kind=kind, beside=beside[0] if beside else None)
        for at, (text, kind, *beside) in enumerate(told)
    ]
    return [[namings[n].text for n in group.names] for group in groups(namings, lexicon=load_lexicon("en"))]


PERSON, BODY, PORT = Kind.PERSON, Kind.ORGANIZATION, Kind.PORT_OF_ENTRY


def test_the_same_words_in_another_spelling_are_one() -> None:
    assert together(("Ana Peña", PERSON), ("ANA PENA", PERSON)) == [["Ana Peña", "ANA PENA"]]


@pytest.mark.parametrize("short", ["Ruiz", "Peña", "Ruiz Peña", "Ana Ruiz", "Ana Peña"])
def test_surnames_and_shorter_forms_go_to_the_one_fuller_name(short: str) -> None:
    assert together(("Ana Luisa Ruiz Peña", PERSON), (short, PERSON)) == [["Ana Luisa Ruiz Peña", short]]


def test_a_surname_needs_no_kind_of_its_own() -> None:
    assert together(("Ana Ruiz", PERSON), ("Ruiz", None)) == [["Ana Ruiz", "Ruiz"]]


def test_a_given_name_alone_joins_nobody() -> None:
    assert together(("Ana Ruiz", PERSON), ("Ana", PERSON)) == [["Ana Ruiz"], ["Ana"]]


def test_a_surname_that_two_people_have_stays_open() -> None:
    assert together(("Ana Ruiz", PERSON), ("Luis Ruiz", PERSON), ("Ruiz", PERSON)) == [
        ["Ana Ruiz"],
        ["Luis Ruiz"],
        ["Ruiz"],
    ]


def test_two_forms_of_one_person_do_not_make_a_surname_ambiguous() -> None:
    assert together(("Ana Luisa Ruiz", PERSON), ("Ana Ruiz", PERSON), ("Ruiz", PERSON)) == [
        ["Ana Luisa Ruiz", "Ana Ruiz", "Ruiz"]
    ]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    assert together(("Tall Cactus Council", BODY), ("CACTO", None, 0), ("CACTO", None)) == [
        ["Tall Cactus Council", "CACTO", "CACTO"]
    ]


def test_an_acronym_in_brackets_behind_a_person_is_a_party() -> None:
    assert together(("Ana Ruiz", PERSON), ("PXA", None, 0)) == [["Ana Ruiz"]]


def test_an_acronym_is_the_one_body_with_its_initials() -> None:
    assert together(("Council of Tall Cacti", BODY), ("CTC", None)) == [["Council of Tall Cacti", "CTC"]]


def test_an_acronym_that_fits_two_bodies_stays_open() -> None:
    assert together(("Tall Cactus Council", BODY), ("Two Canyons Council", BODY), ("TCC", BODY)) == [
        ["Tall Cactus Council"],
        ["Two Canyons Council"],
        ["TCC"],
    ]


def test_an_acronym_of_another_sort_is_not_joined() -> None:
    assert together(("University of Sand", BODY), ("US", Kind.COUNTRY)) == [["University of Sand"], ["US"]]


def test_ports_that_differ_in_the_word_for_it_only_are_one() -> None:
    assert together(("Dry Gulch Port of Entry", PORT), ("Dry Gulch POE", PORT), ("Dry Gulch", PORT)) == [
        ["Dry Gulch Port of Entry", "Dry Gulch POE", "Dry Gulch"]
    ]


def test_a_city_and_the_port_called_after_it_are_two() -> None:
    assert len(together(("Dry Gulch Port of Entry", PORT), ("Dry Gulch", Kind.CITY))) == 2


def test_a_name_without_a_kind_that_joins_none_is_left_out() -> None:
    assert together(("Wonderland", None)) == []


def test_most_occurrences_decide_on_the_kind_and_a_known_name_outweighs_them() -> None:
    said = [Naming(text="Sandia", start=n, end=n + 1, kind=kind) for n, kind in enumerate([BODY, BODY, PERSON])]
    known = Naming(text="Sandia", start=9, end=10, kind=Kind.CITY, known=True)
    english = load_lexicon("en")
    assert [group.kind for group in groups(said, lexicon=english)] == [BODY]
    assert [group.kind for group in groups([*said, known], lexicon=english)] == [Kind.CITY]


def test_the_longest_name_is_the_name_but_not_one_in_capitals_throughout() -> None:
    told = [
        Naming(text="TALL CACTUS COUNCIL", start=0, end=1, kind=BODY),
        Naming(text="Tall Cactus Council", start=2, end=3, kind=BODY),
    ]
    assert [group.name for group in groups(told, lexicon=load_lexicon("en"))] == ["Tall Cactus Council"]


names = st.sampled_from(
    ["Ana Ruiz", "Ana Ruiz Peña", "Ruiz", "Peña", "Luis Peña", "TCC", "Tall Cactus Council", "Sonora", "…"]
)


@given(st.lists(st.tuples(names, st.sampled_from([None, PERSON, BODY, Kind.STATE])), max_size=12))
def test_every_name_is_in_one_group_at_most_and_groups_are_in_order(told: list[tuple[str, Kind | None]]) -> None:
    namings = [Naming(text=text, start=n, end=n + 1, kind=kind) for n, (text, kind) in enumerate(told)]
    found = groups(namings, lexicon=load_lexicon("en"))
    members = [number for group in found for number in group.names]
    assert len(members) == len(set(members))
    assert [group.names[0] for group in found] == sorted(group.names[0] for group in found)


def test_a_directory_of_thousands_of_people_takes_no_time() -> None:
    told = [
        Naming(text=f"Ana{a} Ruiz{b} Peña{a}", start=n, end=n + 1, kind=PERSON)
        for n, (a, b) in enumerate((a, b) for a in range(60) for b in range(50))
    ]
    assert len(groups(told, lexicon=load_lexicon("en"))) == 3000
