"""Pairs of actors that a sentence may say something of: both named in it, or one of them within reach of it.

Within reach are the few actors that a reader has in mind: whom the document began with, who was spoken of last, what the
line above a list is about. Most of what a list of attendees or a biography says has one side there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.cast import Cast
from binatgraph.language.layout import BlockKind
from binatgraph.language.readings import Reading
from binatgraph.model import Kind

_LISTED = frozenset({BlockKind.ITEM, BlockKind.ROW})
_MOST_SIDES = 24
"""Actors of one sentence that are paired; a longer enumeration is cut, so that the pairs of a document grow with its length."""
_MOST_ABOVE = 6
"""Actors that stand above a list and may be what it is about: those of the line that opens it, and of the heading over that."""


class Side(NamedTuple):
    """An actor (its group) as a side of a pair: by a name (its number) at tokens `start` to `end` of the sentence.

    For an actor within reach both are -1, and `reach` says how it is in mind ("last Person", "first Event", "above").
    """

    group: int
    number: int
    start: int
    end: int
    reach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides, in the order of the sentence, one within reach first."""

    reading: Reading
    first: Side
    second: Side


def pairs(readings: Iterable[Reading], cast: Cast) -> Iterator[Pair]:
    """The pairs of a document, in the order of the text."""
    mind = _Mind(cast)
    for reading in readings:
        mind.begin(reading)
        inside = _sides(reading, cast)
        for at, groups in enumerate(inside):
            for others in inside[at + 1 :]:
                first, second = _nearest(groups, others)
                yield Pair(reading=reading, first=first, second=second)
        present = {sides[0].group for sides in inside}
        for far in mind.within_reach(present):
            for sides in inside:
                yield Pair(reading=reading, first=far, second=sides[0])
        mind.end(reading, [sides[0] for sides in inside])


def _sides(reading: Reading, cast: Cast) -> list[list[Side]]:
    """For each actor of a sentence the places where it stands in it: names, and words that stand for them."""
    scene = reading.scene
    found: dict[int, list[Side]] = {}
    places = [(name.start, name.end, number) for number, name in enumerate(scene.names.names, scene.first)]
    places += [(at, at + 1, number) for at, number in reading.nouns.items()]
    for start, end, number in sorted(places):
        group = cast.group_of.get(number)
        if group is not None:
            found.setdefault(group, []).append(Side(group, number, start, end))
    return list(found.values())[:_MOST_SIDES]


def _nearest(some: Iterable[Side], others: Iterable[Side]) -> tuple[Side, Side]:
    """Of the places of two actors the two that stand nearest to each other, in their order."""
    both = (
        (min(a, b, key=lambda side: side.start), max(a, b, key=lambda side: side.start)) for a in some for b in others
    )
    return min(both, key=lambda two: (two[1].start - two[0].end, two[0].start))


class _Mind:
    """Whom a reader has in mind; it lives while one document is read."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._first: dict[Kind, Side] = {}
        self._last: dict[Kind, Side] = {}
        self._leading: dict[Kind, Side] = {}
        self._above: list[Side] = []
        self._listed = self._was_listed = False

    def begin(self, reading: Reading) -> None:
        """Look at where a sentence stands."""
        self._listed = reading.scene.block.kind in _LISTED

    def within_reach(self, present: set[int]) -> list[Side]:
        """The actors in mind that are not in the sentence, each with all the ways in which it is in mind."""
        ways: dict[int, tuple[Side, list[str]]] = {}
        tagged = [
            *((side, f"first {kind}") for kind, side in self._first.items()),
            *((side, f"last {kind}") for kind, side in self._last.items()),
            *((side, f"leading {kind}") for kind, side in self._leading.items()),
            *((side, "above") for side in self._above if self._listed),
        ]
        for side, way in tagged:
            if side.group not in present:
                ways.setdefault(side.group, (side, []))[1].append(way)
        return [side._replace(start=-1, end=-1, reach=tuple(sorted(set(how)))) for side, how in ways.values()]

    def end(self, reading: Reading, sides: list[Side]) -> None:
        """Remember the actors of a sentence."""
        for side in sides:
            top = self._cast.groups[side.group].kind.top
            self._first.setdefault(top, side)
            self._last[top] = side
        for side in reversed(sides):
            self._leading[self._cast.groups[side.group].kind.top] = side
        if reading.scene.block.kind not in _LISTED:
            self._above = [*sides, *(() if self._was_listed else self._above)][:_MOST_ABOVE]
        self._was_listed = self._listed
