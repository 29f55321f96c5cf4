"""What the rows of a table say by its headings: who holds which office where, and where a body is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from binatgraph.language.frames import Frame, Given
from binatgraph.language.scene import Scene, words
from binatgraph.language.tables import Column, Heading, cells
from binatgraph.model import Kind, Predicate

_NO_WORDING = re.compile(r"(?!)")
_LONGEST_OFFICE = 8
"""Tokens of a cell that is an office as a whole; a longer one is a sentence about it."""

Kinds = Mapping[int, Kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell, what its heading says, and the names (their numbers) in it by top kind, in order."""

    heading: Heading
    tokens: range
    names: tuple[tuple[int, Kind], ...]

    def first(self, kind: Kind) -> int | None:
        return next((number for number, top in self.names if top is kind), None)


def read_row(scene: Scene, kinds: Kinds, *, language: str) -> Iterator[Given]:
    """What a row of a table with headings gives. An office is held at what its own cell names, else at the row's body or place."""
    row = [
        _cell(scene, tokens, heading, kinds)
        for tokens, heading in zip(cells(scene.sentence), scene.headings, strict=False)
    ]
    body = _first(row, Column.BODY, Kind.ORGANIZATION)
    place = _first(row, Column.PLACE, Kind.PLACE)
    town = _first(row, Column.BODY, Kind.PLACE)
    seat = Frame(rule=f"{language}.table.seat", pattern=_NO_WORDING, confidence=0.85)
    office = Frame(rule=f"{language}.table.office", pattern=_NO_WORDING, absorb="s", confidence=0.9)
    for person, title, own in _offices(scene, row):
        at = next((at for at in (own, body, town, place) if at is not None), None)
        if at is not None:
            yield Given(person, Predicate.HOLDS_ROLE, at, title, office, "", "")
    if body is not None and place is not None and not any(cell.heading.column is Column.PERSON for cell in row):
        yield Given(body, Predicate.LOCATED_IN, place, None, seat, "", "")


def _cell(scene: Scene, tokens: range, heading: Heading, kinds: Kinds) -> _Cell:
    numbered = enumerate(scene.names.names, scene.first)
    names = ((number, kinds.get(number)) for number, name in numbered if name.start in tokens)
    return _Cell(heading=heading, tokens=tokens, names=tuple((number, kind.top) for number, kind in names if kind))


def _first(row: list[_Cell], column: Column, kind: Kind) -> int | None:
    found = (cell.first(kind) for cell in row if cell.heading.column is column)
    return next((number for number in found if number is not None), None)


def _offices(scene: Scene, row: list[_Cell]) -> Iterator[tuple[int, str, int | None]]:
    """The persons of a row, each with the words of an office and the actor that the cell of the office names."""
    person = _first(row, Column.PERSON, Kind.PERSON)
    for cell in row:
        holder = cell.first(Kind.PERSON)
        if cell.heading.column is Column.HOLDER and holder is not None:
            yield holder, cell.heading.text, None
        if cell.heading.column is Column.ROLE and person is not None:
            own = cell.first(Kind.ORGANIZATION)
            own = cell.first(Kind.PLACE) if own is None else own
            for title in _titles(scene, cell):
                yield person, title, own


def _titles(scene: Scene, cell: _Cell) -> list[str]:
    """The offices in a cell; without a word for one, the whole cell is the office, if no actor is named in it."""
    inside = [title for title in scene.names.titles if title.start in cell.tokens]
    if inside:
        return [words(scene.sentence, title.start, title.end) for title in inside]
    whole = not cell.names and 0 < len(cell.tokens) <= _LONGEST_OFFICE
    return [words(scene.sentence, cell.tokens.start, cell.tokens.stop)] if whole else []
