"""Ids are hashes of what a thing is, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.model import (
    Actor,
    Claim,
    Focus,
    Kind,
    Modality,
    Name,
    Observation,
    Period,
    Predicate,
    Resolution,
    Span,
    Statement,
    Tense,
    content_hash,
)


def at(start: int, end: int, *, document: str = "d1") -> Span:
    return Span(document=document, start=start, end=end)


CLAIM = Claim(
    subject=at(0, 5),
    predicate=Predicate.LEADS,
    object=at(9, 12),
    evidence=at(0, 20),
    confidence=0.5,
    rule="en.a",
    role="chair",
)
STATEMENT = Statement(subject="person/a", predicate=Predicate.HOLDS_ROLE, object="place/b", role_concept="mayor")


@pytest.mark.parametrize(
    "other",
    [
        {"subject": at(1, 5)},
        {"object": at(9, 13)},
        {"evidence": at(0, 21)},
        {"evidence": at(0, 20, document="d2")},
        {"predicate": Predicate.SIGNED},
        {"role": "founder"},
        {"role": None},
    ],
    ids=list,
)
def test_a_claim_has_another_id_when_it_stands_elsewhere_or_says_something_else(other: dict[str, Any]) -> None:
    assert replace(CLAIM, **other).id != CLAIM.id


@pytest.mark.parametrize(
    "other",
    [
        {"confidence": 0.9},
        {"rule": "es.b"},
        {"role_concept": "chair"},
        {"tense": Tense.PAST},
        {"modality": Modality.DENIED},
        {"period": Period(last_seen="2024-01-01")},
        {"speaker": at(15, 18)},
    ],
    ids=list,
)
def test_a_claim_keeps_its_id_whatever_is_thought_of_it(other: dict[str, Any]) -> None:
    assert replace(CLAIM, **other).id == CLAIM.id


def test_a_statement_is_who_what_whom_and_in_which_role() -> None:
    assert replace(STATEMENT, confidence=0.9, modality=Modality.DENIED, held=True, claims=("c",)).id == STATEMENT.id
    others = [{"subject": "person/c"}, {"object": "place/c"}, {"predicate": Predicate.LEADS}, {"role_concept": None}]
    assert len({STATEMENT.id, *(replace(STATEMENT, **other).id for other in others)}) == 5  # type: ignore[arg-type]  # a dict a line


def test_figures_and_sectors_in_one_place_have_ids_of_their_own() -> None:
    figure = Observation(
        about=at(0, 5), measure="jobs", value="40", unit="", evidence=at(0, 20), confidence=1, rule="r"
    )
    sector = Focus(actor=at(0, 5), sector="water", evidence=at(0, 20), confidence=1, rule="r")
    ids = {figure.id, replace(figure, value="41").id, sector.id, replace(sector, sector="energy").id}
    assert len(ids) == 4
    assert replace(figure, confidence=0.1).id == figure.id


def test_ids_are_the_same_in_every_version_that_writes_graphs() -> None:
    assert content_hash(["ñ", 1, None, {"b": 1, "a": 2}]) == content_hash(["ñ", 1, None, {"a": 2, "b": 1}])
    assert (content_hash([]), content_hash("Año")) == ("4f53cda18c2baa0c", "012d0df1adb76f75")
    assert STATEMENT.id == content_hash(["person/a", "holdsRole", "place/b", "mayor"])


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_have_different_hashes(left: list[str], right: list[str]) -> None:
    assert (content_hash(left) == content_hash(right)) == (left == right)


@given(st.text(alphabet=st.characters()))
def test_any_text_has_a_hash_of_sixteen_digits(text: str) -> None:
    assert len(content_hash(text)) == 16
    assert set(content_hash(text)) <= set("0123456789abcdef")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 3), (-1, 2)])
def test_a_span_that_holds_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span runs forward"):
        at(start, end)


def test_every_kind_has_a_top_kind_that_is_its_own() -> None:
    tops = {kind.top for kind in Kind}
    assert tops == {Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.INITIATIVE, Kind.EVENT}
    assert all(kind.top.top is kind.top for kind in Kind)


def test_three_relations_have_no_direction() -> None:
    both = {predicate for predicate in Predicate if predicate.symmetric}
    assert both == {Predicate.PARTNERS_WITH, Predicate.MET_WITH, Predicate.COUNTERPART_OF}
    assert len(Predicate) == 13


def test_an_actor_is_called_by_its_preferred_name_in_a_language_or_in_any() -> None:
    names = (Name(text="Son.", language="en"), Name(text="Sonora", language="es", preferred=True))
    place = Actor(id="place/mx-son", kind=Kind.STATE, names=names)
    assert (place.label("es"), place.label("en")) == ("Sonora", "Sonora")
    assert replace(place, names=()).label() == "place/mx-son"


def test_a_resolution_leaves_alone_what_nobody_judged() -> None:
    assert Resolution(canonical={"a": "b"})("a") == "b"
    assert Resolution()("a") == "a"
