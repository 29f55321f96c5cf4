"""Quantities in a sentence: an amount of money, a share, a measured amount, or so many of something that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from binatgraph.language.figure_rules import FigureRules
from binatgraph.language.numbers import canonical, numbers, value_of

PERCENT, POINTS = "percent", "percentage points"


class Sort(StrEnum):
    """What sort of quantity a number is. Only counts and measured amounts stand before the words of what they count."""

    MONEY = "money"
    SHARE = "share"
    MEASURED = "measured"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity: where it stands in its text (half-open), its canonical value, and its unit.

    The unit is an ISO 4217 code, "percent", a unit of measurement in the document's words, or "" for a count, whose unit is
    what is counted. `per` is the time that the quantity is for ("day", "year"), or "". `sure` is less than 1 where a sign of
    money is that of two currencies.
    """

    start: int
    end: int
    value: str
    unit: str
    sort: Sort
    per: str = ""
    sure: float = 1.0


_SHARED_SIGN = 0.9


def quantities(text: str, *, rules: FigureRules) -> Iterator[Quantity]:
    """The quantities of a text, from left to right; numbers of which nothing says what they count are counts.

    >>> from binatgraph.language.figure_rules import load_figure_rules
    >>> [(q.value, q.unit, q.per) for q in quantities("$1 million a minute", rules=load_figure_rules("en"))]
    [('1000000', 'USD', 'minute')]
    """
    amounts = [found for match in rules.amount.finditer(text) if (found := _amount(match, rules)) is not None]
    taken = [(one.start, one.end) for one in amounts]
    counts = (
        _measured_or_count(text, number.start, number.end, number.value, rules)
        for number in numbers(text, numerals=rules.numerals)
        if not any(start < number.end and number.start < end for start, end in taken)
    )
    for one in sorted([*amounts, *counts], key=lambda one: one.start):
        yield with_per(one, text, rules=rules)


def _amount(match: re.Match[str], rules: FigureRules) -> Quantity | None:
    value = value_of(match["money"] or match["number"], numerals=rules.numerals)
    if value is None:
        return None
    if match["tied"]:
        value *= rules.tied[match["tied"].casefold()]
    word = match["also"] or match["unit"]
    if word in rules.millions:
        value *= 1_000_000
    unit, sort = _unit(word or match["sign"], rules)
    doubtful = word is None and match["sign"] in rules.shared
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=canonical(value),
        unit=unit,
        sort=sort,
        sure=_SHARED_SIGN if doubtful else 1.0,
    )


def _unit(word: str, rules: FigureRules) -> tuple[str, Sort]:
    key = " ".join(word.casefold().split())
    if key in rules.percent:
        return PERCENT, Sort.SHARE
    if key in rules.points:
        return POINTS, Sort.SHARE
    return rules.millions.get(key) or rules.currencies[key], Sort.MONEY


def _measured_or_count(text: str, start: int, end: int, value: Decimal, rules: FigureRules) -> Quantity:
    measured = rules.measured.match(text, end)
    if measured:
        unit = " ".join(measured.group(1).split())
        return Quantity(start=start, end=measured.end(), value=canonical(value), unit=unit, sort=Sort.MEASURED)
    return Quantity(start=start, end=end, value=canonical(value), unit="", sort=Sort.COUNT)


def with_per(one: Quantity, text: str, *, rules: FigureRules, behind: int | None = None) -> Quantity:
    """A quantity with the time it is for, if that stands right behind it, or at `behind` (a place in the text)."""
    at = one.end if behind is None else behind
    match = next(((unit, found) for unit, pattern in rules.per.items() if (found := pattern.match(text, at))), None)
    if match is None:
        return one
    end = match[1].end() if behind is None else one.end
    return Quantity(
        start=one.start, end=end, value=one.value, unit=one.unit, sort=one.sort, per=match[0], sure=one.sure
    )
