"""What several documents know about when, joined; and the bounds of dates that are given as years or months."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from binatgraph.errors import RdfError
from binatgraph.model import UNKNOWN, Period

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOWER: Final = ("start_earliest", "end_earliest")
_UPPER: Final = ("start_latest", "end_latest")
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def join(periods: Iterable[Period]) -> Period:
    """Join what is known about one and the same period: the intersection of the bounds, and the last day it was seen.

    An office seen on two days had begun by the first of them. A bound that contradicts what is joined already is left
    out: a start after the end, a bound above its counterpart, an end before a day on which the period was still seen.
    So the periods are to come in the order of trust; days seen count first, because a document that says "now" is the
    strongest witness there is.

    >>> june, may = Period(start_latest="2025-06-26", last_seen="2025-06-26"), Period(start_latest="2025-05-01")
    >>> join([june, may]).start_latest, join([june, may]).last_seen
    ('2025-05-01', '2025-06-26')
    """
    given = list(periods)
    joined = Period(last_seen=max((one.last_seen for one in given if one.last_seen), default=None))
    for one in given:
        for bound in (*_UPPER, *_LOWER):
            joined = _tightened(joined, bound, getattr(one, bound))
    return joined


def _tightened(joined: Period, bound: str, value: str | None) -> Period:
    """Move one bound inwards, unless that leaves nothing of the period."""
    if value is None:
        return joined
    known = getattr(joined, bound) or value
    moved = replace(joined, **{bound: max(known, value) if bound in _LOWER else min(known, value)})
    return moved if moved.possible else joined


def registered(start: str | None, end: str | None) -> Period:
    """Give the bounds of a term whose dates are years, months or days (YYYY, YYYY-MM, YYYY-MM-DD).

    Raises
    ------
    RdfError
        If a date is none of these.

    Examples
    --------
    >>> registered("2019", "2024-02").start_latest, registered("2019", "2024-02").end_latest
    ('2019-12-31', '2024-02-29')
    """
    period = UNKNOWN
    if start:
        earliest, latest = _days(start)
        period = replace(period, start_earliest=earliest, start_latest=latest)
    if end:
        earliest, latest = _days(end)
        period = replace(period, end_earliest=earliest, end_latest=latest)
    return period


def _days(date: str) -> tuple[str, str]:
    """Give the first and the last day that a date can mean."""
    try:
        first = dt.date.fromisoformat((date + "-01-01")[:10])
    except ValueError:
        first = None
    if first is None or not _DATE.fullmatch(date):
        raise RdfError(f"{date!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    month = first.month if "-" in date else 12
    last = first.replace(month=month, day=calendar.monthrange(first.year, month)[1])
    return first.isoformat(), first.isoformat() if date.count("-") > 1 else last.isoformat()
