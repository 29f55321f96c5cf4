"""What words around dates say in a sentence: since when, until when, from when to when, for how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from binatgraph.language.almanac import DATE, REST, Almanac
from binatgraph.language.dates import Date, Days, after, before, dates, days

_MARKS = {ord(DATE): " ", ord(REST): " "}
_BLANK = "N"
"""Written over the letters of names: a capitalised word as names are, and no date ("Border 2025 Program")."""

Place = tuple[int, int]


class Bound(NamedTuple):
    """Words that say something of when: `kind` is a key of the table "bounds" of `dates.toml`.

    `first` and `second` are the dates in them, `number` and `unit` a length of time.
    """

    kind: str
    start: int
    end: int
    first: Date | None = None
    second: Date | None = None
    number: int = 0
    unit: str = "year"


class Dated(NamedTuple):
    """A sentence with its dates and names written over, character for character, and the bounds in it, left to right."""

    text: str
    bounds: tuple[Bound, ...]


class Limits(NamedTuple):
    """The days between which something began, and those between which it ended; none where nothing is known."""

    start: tuple[dt.date | None, dt.date | None] = (None, None)
    end: tuple[dt.date | None, dt.date | None] = (None, None)


NO_LIMITS = Limits()


def dated(text: str, *, names: Iterable[Place], almanac: Almanac) -> Dated:
    """A sentence as the search for the bounds of an office sees it; a date inside a name is part of it."""
    written = text.translate(_MARKS)
    for start, end in names:
        written = written[:start] + "".join(c if c.isspace() else _BLANK for c in written[start:end]) + written[end:]
    found = {date.start: date for date in dates(written, almanac=almanac)}
    for date in found.values():
        mark = DATE + REST * (date.end - date.start - 1)
        written = written[: date.start] + mark + written[date.end :]
    return Dated(written, tuple(_bounds(written, found, almanac)))


def _bounds(written: str, found: dict[int, Date], almanac: Almanac) -> list[Bound]:
    """All bounds; of two that overlap the one that begins first, of these the longest."""
    every: list[Bound] = []
    for kind, patterns in almanac.bounds.items():
        for pattern in patterns:
            for match in pattern.finditer(written):
                parts = {"a": -1, "b": -1} | {name: match.start(name) for name in match.re.groupindex}
                told = match.groupdict()
                number = told.get("number") or ""
                every.append(
                    Bound(
                        kind,
                        *match.span(),
                        found.get(parts["a"]),
                        found.get(parts["b"]),
                        int(number) if number.isdigit() else almanac.numbers["numbers"].get(number.lower(), 0),
                        almanac.units.get((told.get("unit") or "").lower(), "year"),
                    )
                )
    kept: list[Bound] = []
    for bound in sorted(every, key=lambda bound: (bound.start, -bound.end)):
        if not kept or bound.start >= kept[-1].end:
            kept.append(bound)
    return kept


def limits(bound: Bound, *, seen: dt.date | None, ahead: bool = False) -> Limits:
    """What a bound says, seen from a day; a date of which only its verb says what it is ("at") says nothing by itself."""
    first, second = first_days(bound, seen=seen, ahead=ahead), _second_days(bound, seen)
    if bound.kind == "both":
        return Limits(start=first, end=second) if first and second else NO_LIMITS
    if bound.kind == "since" and first:
        return Limits(start=first)
    if bound.kind == "until" and first:
        return Limits(end=first)
    if bound.kind == "term" and first:
        return Limits(start=first, end=(None, after(first[1], bound.number, bound.unit)))
    return Limits(start=_gone_on(bound, seen)) if seen else NO_LIMITS


def first_days(bound: Bound, *, seen: dt.date | None, ahead: bool = False) -> Days | None:
    """The days of the first date; in "from January to June 2015" its year is that of the second."""
    if bound.first is None:
        return None
    until = _second_days(bound, seen)
    return days(bound.first.told, seen=until[0] if until else seen, ahead=ahead and until is None)


def _second_days(bound: Bound, seen: dt.date | None) -> Days | None:
    return days(bound.second.told, seen=seen) if bound.second else None


def _gone_on(bound: Bound, seen: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """When something began that has gone on for so long: "for six years" is said up to a year before and after they are full."""
    if bound.kind == "over":
        return None, before(seen, bound.number, bound.unit)
    if bound.kind == "under":
        return before(seen, bound.number, bound.unit), before(seen, bound.number - 1, bound.unit)
    if bound.kind == "lasting":
        return before(seen, bound.number + 1, bound.unit), before(seen, bound.number - 1, bound.unit)
    return None, None
