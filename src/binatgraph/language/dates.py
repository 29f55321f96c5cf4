"""Dates in text: where each stands, what it tells, and the days that it can mean, seen from the day of its document."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from binatgraph.language.almanac import Almanac

Days = tuple[dt.date, dt.date]
"""The first and the last day that a date can mean."""

_DECEMBER = 12
_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_WEEK = dt.timedelta(days=7)
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_YEARS = {"last_year": -1, "this_year": 0}
"""How a month is told by its year: "June of last year", "este marzo"."""


class Told(NamedTuple):
    """What a date tells, in numbers; `how` is "calendar", or how it is seen from the day of the document."""

    how: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    near: int | None = None
    number: int | None = None
    unit: str | None = None
    slashed: tuple[int, int] | None = None


class Date(NamedTuple):
    """A date at its place in a text."""

    start: int
    end: int
    told: Told


def dates(text: str, *, almanac: Almanac) -> list[Date]:
    """The dates in a text, left to right; of two that overlap the one that begins first, and of these the longest.

    >>> from binatgraph.language.almanac import load_almanac
    >>> [date.told.year for date in dates("from 2015 to May 2019", almanac=load_almanac("en"))]
    [2015, 2019]
    """
    found = [
        Date(match.start(), match.end(), _told(how, match.groupdict(), almanac))
        for how, pattern in almanac.notations
        for match in pattern.finditer(text)
    ]
    kept: list[Date] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _told(how: str, parts: dict[str, str | None], almanac: Almanac) -> Told:
    left, right, iso = parts.get("left"), parts.get("right"), parts.get("iso")
    return Told(
        how=how,
        year=_number(parts.get("year")),
        month=_number(iso) or _named(parts.get("month"), almanac, "months"),
        day=_named(parts.get("day"), almanac, "days"),
        weekday=_named(parts.get("weekday"), almanac, "weekdays"),
        near=_named(parts.get("near"), almanac, "near"),
        number=_named(parts.get("number"), almanac, "numbers"),
        unit=almanac.units.get((parts.get("unit") or "").lower()),
        slashed=(int(left), int(right)) if left and right else None,
    )


def _named(words: str | None, almanac: Almanac, table: str) -> int | None:
    """The number of a name, or of the figures at the beginning ("1st", "1o.")."""
    if words is None:
        return None
    known = almanac.numbers[table].get(words.lower())
    return _number("".join(c for c in words if c.isdigit())) if known is None else known


def _number(figures: str | None) -> int | None:
    return int(figures) if figures else None


def days(told: Told, *, seen: dt.date | None, ahead: bool = False) -> Days | None:
    """The days that a date can mean, seen from a day; none for one that is no date (30 February) or cannot be known.

    A year that is left out is that of the last such day up to the day it is seen from, or, `ahead`, of the next.

    >>> days(Told("calendar", month=6), seen=dt.date(2025, 3, 1))[0].isoformat()
    '2024-06-01'
    """
    if told.slashed and told.year:
        return _joined(_day(told.year, *told.slashed), _day(told.year, *reversed(told.slashed)))
    if told.year is not None:
        return _of_year(told.year, told.month, told.day)
    return None if seen is None else _seen_from(seen, told, ahead=ahead)


def _seen_from(seen: dt.date, told: Told, *, ahead: bool) -> Days | None:
    """What a date without a year means, seen from a day."""
    if told.near is not None:
        return _one(seen + dt.timedelta(days=told.near))
    if told.how in _YEARS:
        return _of_year(seen.year + _YEARS[told.how], told.month, told.day)
    if told.unit is None:
        return _nearest(told, seen, ahead=ahead or told.how == "next")
    return _ago(told.number or 1, told.unit, seen) if told.how == "ago" else _unit(told.unit, _SHIFTS[told.how], seen)


def before(day: dt.date, number: float, unit: str) -> dt.date | None:
    """The day so many units earlier; none before the first year."""
    try:
        return day - dt.timedelta(days=round(number * _LENGTH[unit]))
    except OverflowError:
        return None


def after(day: dt.date, number: int, unit: str) -> dt.date:
    """The day so many units later."""
    if unit != "year":
        return day + dt.timedelta(days=round(number * _LENGTH[unit]))
    last = calendar.monthrange(day.year + number, day.month)[1]
    return day.replace(year=day.year + number, day=min(day.day, last))


def _ago(number: int, unit: str, seen: dt.date) -> Days | None:
    """So many units before a day, half a unit more or less: "two years ago" is no day of a calendar."""
    half = 0.0 if unit == "day" else 0.5
    first, last = before(seen, number + half, unit), before(seen, number - half, unit)
    return (first, last) if first and last else None


def _nearest(told: Told, seen: dt.date, *, ahead: bool) -> Days | None:
    """A weekday, a month or a day of a year that is not given: the last one up to a day, or the next one."""
    found = list(_choices(told, seen))
    if told.how == "this" and told.month is None:
        monday = seen - dt.timedelta(days=seen.weekday())
        return next((days for days in found if monday <= days[0] < monday + _WEEK), None)
    strictly = told.how in {"last", "next"}
    if ahead:
        return next((days for days in found if days[1] >= seen and not (strictly and days[0] <= seen)), None)
    return next((days for days in reversed(found) if days[0] <= seen and not (strictly and days[1] >= seen)), None)


def _choices(told: Told, seen: dt.date) -> Iterator[Days]:
    """What a date without a year can be, near a day, in order."""
    if told.month is None and told.weekday is not None:
        for distance in range(-7, 8):
            day = seen + dt.timedelta(days=distance)
            if day.isoweekday() == told.weekday:
                yield day, day
    elif told.month is not None:
        for year in (seen.year - 1, seen.year, seen.year + 1):
            if found := _of_year(year, told.month, told.day):
                yield found


def _of_year(year: int, month: int | None, day: int | None) -> Days | None:
    if day is not None and month is not None:
        return _day(year, month, day)
    first = dt.date(year, month or 1, 1)
    last_month = month or _DECEMBER
    return first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1])


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        return _one(dt.date(year, month, day))
    except ValueError:
        return None


def _one(day: dt.date) -> Days:
    return day, day


def _joined(one: Days | None, other: Days | None) -> Days | None:
    """Both readings of 03/04/2024: the document does not say which of them it means."""
    known = [days for days in (one, other) if days]
    return (min(days[0] for days in known), max(days[1] for days in known)) if known else None


def _unit(unit: str, shift: int, seen: dt.date) -> Days:
    """The week, month or year of a day, the one before or the one after."""
    if unit == "year":
        return dt.date(seen.year + shift, 1, 1), dt.date(seen.year + shift, _DECEMBER, 31)
    if unit == "month":
        month = seen.year * _DECEMBER + seen.month - 1 + shift
        year, number = month // _DECEMBER, month % _DECEMBER + 1
        return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])
    if unit == "week":
        monday = seen + dt.timedelta(days=7 * shift - seen.weekday())
        return monday, monday + dt.timedelta(days=6)
    return _one(seen + dt.timedelta(days=shift))
