"""Which two actors a sentence may say something of."""

from __future__ import annotations

import pytest
from small_scorer import pairs_of, shown


def test_all_who_are_named_in_a_sentence_are_paired_in_its_order() -> None:
    assert shown("Ana Ruiz met Luis Peña in Nogales.") == [
        "Ana Ruiz | Luis Peña",
        "Ana Ruiz | Nogales",
        "Luis Peña | Nogales",
    ]


def test_of_a_name_that_stands_twice_the_nearest_place_counts() -> None:
    first, *_ = pairs_of("Ana Ruiz left, and Ana Ruiz met Luis Peña.")
    assert (first.first.start, first.second.start) == (5, 8)


def test_an_actor_is_no_pair_with_itself() -> None:
    assert shown("Ana Ruiz left. Ana Ruiz slept.") == []


def test_the_first_and_the_last_of_a_kind_are_within_reach() -> None:
    assert shown("Ana Ruiz met Luis Peña.\n\nRosa Ibarra left.")[1:] == [
        "Ana Ruiz | Rosa Ibarra | first Person, leading Person",
        "Luis Peña | Rosa Ibarra | last Person",
    ]


def test_who_leads_the_sentence_before_is_within_reach() -> None:
    text = "Tom Reed slept. Ana Ruiz met Luis Peña. Rosa Ibarra left."
    assert "Ana Ruiz | Rosa Ibarra | leading Person" in shown(text)


def test_who_is_named_in_a_sentence_is_not_within_its_reach_too() -> None:
    assert shown("Ana Ruiz slept. Ana Ruiz met Luis Peña.") == ["Ana Ruiz | Luis Peña"]


def test_within_reach_stands_at_no_token_of_the_sentence() -> None:
    found = pairs_of("Ana Ruiz slept.\n\nNogales grew.")
    assert [(one.first.start, one.first.end, one.second.start) for one in found] == [(-1, -1, 0)]


def test_what_stands_above_a_list_is_within_reach_of_all_its_items() -> None:
    text = "The Bridge Commission met in Tucson:\n- Ana Ruiz, mayor\n- Luis Peña, mayor"
    above = [line for line in shown(text) if "above" in line]
    assert [line.split(" | ")[:2] for line in above] == [
        ["Bridge Commission", "Ana Ruiz"],
        ["Tucson", "Ana Ruiz"],
        ["Bridge Commission", "Luis Peña"],
        ["Tucson", "Luis Peña"],
    ]


def test_nothing_stands_above_a_paragraph() -> None:
    assert not any("above" in line for line in shown("The Bridge Commission met.\n\nAna Ruiz left."))


def test_behind_a_list_nothing_of_it_is_above_the_next() -> None:
    text = "The Bridge Commission met:\n- Ana Ruiz, mayor\n\nThe River Forum met:\n- Luis Peña, mayor"
    above = [line.split(" | ")[0] for line in shown(text) if "above" in line and "| Luis Peña" in line]
    assert above == ["River Forum"]


def test_a_noun_for_an_actor_is_a_place_of_it() -> None:
    found = pairs_of("The Bridge Commission sat. The commission left Nogales.")
    assert [(one.first.start, one.second.start) for one in found] == [(1, 3)]


@pytest.mark.parametrize("count", [24, 30])
def test_of_a_long_enumeration_two_dozen_are_paired(count: int) -> None:
    names = [f"Bridge {one} Commission" for one in WORDS[:count]]
    assert len(pairs_of(f"Present: {', '.join(names)}.")) == 24 * 23 // 2


WORDS = [
    f"{first}{second}" for first in ("Ka", "Lo", "Mi", "Nu", "Po", "Ra") for second in ("bo", "du", "fe", "gi", "zu")
]
