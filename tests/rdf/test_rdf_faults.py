"""What an extractor may not give is said in plain words; what the built-in one gives is never among it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from binatgraph.model import Analysis, Kind, Period, Predicate, Span
from binatgraph.rdf.faults import faults
from factory import analysis, claim, document, focus, mention, observation

DOC = document("Katie Hobbs is Governor of Arizona. She met Alfonso Durazo.")
HOBBS = mention(DOC, "Katie Hobbs", Kind.OFFICIAL)
ARIZONA = mention(DOC, "Arizona", Kind.STATE)
DURAZO = mention(DOC, "Alfonso Durazo", Kind.PERSON)
OFFICE = claim(DOC, "Katie Hobbs", Predicate.HOLDS_ROLE, "Arizona", role="Governor")
FIGURE = observation(DOC, "Arizona", "people", "7500000")
SECTOR = focus(DOC, "Arizona", "water")
GOOD = analysis(DOC, [HOBBS, ARIZONA, DURAZO], claims=[OFFICE], observations=[FIGURE], focuses=[SECTOR])


def with_claim(**changes: Any) -> Analysis:
    return replace(GOOD, claims=(replace(OFFICE, **changes),))


def at(start: int, end: int, *, of: str = DOC.id) -> Span:
    return Span(document=of, start=start, end=end)


def test_what_is_right_has_no_faults() -> None:
    assert faults(GOOD) == []
    assert faults(analysis(DOC)) == []


WRONG: dict[str, tuple[Analysis, str]] = {
    "a mention of nobody": (
        replace(GOOD, actors=GOOD.actors[:2]),
        "'Alfonso Durazo' is of an actor that is not listed",
    ),
    "a mention with a space": (
        replace(GOOD, mentions=(*GOOD.mentions, replace(DURAZO, span=at(0, 6)))),
        "a mention has white space at its edges: 'Katie '",
    ),
    "a mention elsewhere": (
        replace(GOOD, mentions=(*GOOD.mentions, replace(DURAZO, span=at(0, 5, of="other")))),
        "a mention lies outside the document",
    ),
    "a score that is none": (
        replace(GOOD, mentions=(*GOOD.mentions, replace(DURAZO, score=float("inf")))),
        "a score of inf does not lie between 0 and 1",
    ),
    "evidence past the end": (with_claim(evidence=at(0, 1000)), "the evidence lies outside the document"),
    "evidence with a space": (with_claim(evidence=at(0, 36)), "the evidence has white space at its edges"),
    "a subject that is no mention": (with_claim(subject=at(0, 5)), "holdsRole joins what is no mention"),
    "an object that is no mention": (with_claim(object=at(0, 5)), "holdsRole joins what is no mention"),
    "the wrong kinds": (with_claim(predicate=Predicate.APPOINTED), "appointed cannot join Official and State"),
    "an office without a role": (with_claim(role=None), "holdsRole has no role"),
    "too sure": (with_claim(confidence=1.01), "a confidence of 1.01 does not lie between 0 and 1"),
    "not sure at all": (with_claim(confidence=float("nan")), "a confidence of nan does not lie between 0 and 1"),
    "without a rule": (with_claim(rule=""), "a claim names no rule"),
    "an end before the start": (
        with_claim(period=Period(start_earliest="2024-05-01", end_latest="2023-01-01")),
        "a period ends before it starts: 2024-05-01 to 2023-01-01",
    ),
    "bounds in the wrong order": (
        with_claim(period=Period(end_earliest="2024", end_latest="2023")),
        "a period ends before it starts: 2024 to 2023",
    ),
    "a figure about nobody": (
        replace(GOOD, observations=(replace(FIGURE, about=at(0, 5)),)),
        "a figure or a focus is about what is no mention",
    ),
    "a sector of nobody": (
        replace(GOOD, focuses=(replace(SECTOR, actor=at(0, 5)),)),
        "a figure or a focus is about what is no mention",
    ),
    "a sector without a rule": (replace(GOOD, focuses=(replace(SECTOR, rule=""),)), "a claim names no rule"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_is_said_in_one_line(case: str) -> None:
    wrong, message = WRONG[case]
    found = faults(wrong)
    assert [fault for fault in found if message in fault]
    assert all("\n" not in fault for fault in found)


def test_the_built_in_extractor_gives_none_of_it(tools: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    from binatgraph.pipeline import extract, read_file  # noqa: PLC0415  (most of this file needs no pipeline)
    from builds import everything, write  # noqa: PLC0415  (as above)

    folder = write(tmp_path_factory.mktemp("right"), everything())
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".yaml"]
    read: Callable[[Any], Analysis] = lambda path: extract(read_file(path), tools=tools)  # noqa: E731  (with its type)
    assert {path.name: found for path in paths if (found := faults(read(path)))} == {}
