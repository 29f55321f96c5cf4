"""Numbers as documents write them: "3,600", "1.2 million", "12 mil 500", "3.4 mil millones", with what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from binatgraph.names import fold

_DIGITS = r"(?:\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
"""Thousands by points only where two groups show that they are: "3.600.000"."""
_WITH_DECIMAL_COMMA = (
    r"(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+,\d{1,2}|\d+(?:\.\d+)?)"
)
_TWO_READINGS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
NOT_BEHIND = r"(?<![\w.,:/#+°\-–—])"
NOT_BEFORE = r"(?!\w|[.,:/\-–—]\w|,\s\d{3}\b|\s?[–—]\s?\d|[º°ª])"
"""Dates, hours, telephone numbers, ordinals, ages ("12-year-old") and ranges are no numbers; nor is "95, 613", which may be two."""
_PART = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_LONGEST = 20
"""Characters, with those between the digits: a longer number is a code."""
_THOUSAND = 1000


class Number(NamedTuple):
    """Characters `start` to `end` (half-open) of a text are a number of some value."""

    start: int
    end: int
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """How a language writes numbers: a pattern for one, alone and inside others, and what its words multiply by (folded)."""

    pattern: re.Pattern[str]
    core: str
    multipliers: Mapping[str, int]
    decimal_comma: bool


def compile_numerals(data: Mapping[str, Any]) -> Numerals:
    """The numerals of a language from its data (the table "numbers" of figures.toml)."""
    digits = rf"{_WITH_DECIMAL_COMMA if data['decimal_comma'] else _DIGITS}(?!\d)"
    further = rf"\s+{alternatives(data['multipliers'])}\b"
    if data["leading"]:
        digits = rf"(?:{digits}|{alternatives(data['leading'])}\s+\d{{1,3}}(?!\d))"
    if data["going_on"]:
        going_on = rf"\s+{alternatives(data['going_on'])}\b\s+\d{{1,3}}(?!\d|[.,]\d|\s*%)"
        further = rf"(?:{going_on}|{further})"
    core = rf"(?:{digits}(?:{further})*)"
    return Numerals(
        pattern=re.compile(NOT_BEHIND + core + NOT_BEFORE, re.IGNORECASE),
        core=core,
        multipliers={fold(word): int(times) for word, times in data["multipliers"].items()},
        decimal_comma=data["decimal_comma"],
    )


def alternatives(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + ("|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) or "(?!)") + ")"


def numbers(text: str, *, numerals: Numerals) -> Iterator[Number]:
    """The numbers of a text from left to right. What can be read in two ways ("3.600") is none.

    >>> from binatgraph.language.figure_rules import load_figure_rules
    >>> [canonical(n.value) for n in numbers("12 mil 500 y 3.4 mil millones", numerals=load_figure_rules("es").numerals)]
    ['12500', '3400000000']
    """
    for match in numerals.pattern.finditer(text):
        value = value_of(match.group(), numerals=numerals)
        if value is not None:
            yield Number(match.start(), match.end(), value)


def value_of(words: str, *, numerals: Numerals) -> Decimal | None:
    """What digits and words are worth; none where they can be read in two ways, or are too long to be an amount."""
    total, current = Decimal(0), Decimal(0)
    for part in _PART.findall(words):
        if part[0].isdigit():
            digits = _digits(part, decimal_comma=numerals.decimal_comma)
            if digits is None:
                return None
            current += digits
            continue
        times = numerals.multipliers.get(fold(part), 1)
        current = (current or Decimal(1)) * times
        if times > _THOUSAND:
            total, current = total + current, Decimal(0)
    return total + current


def _digits(text: str, *, decimal_comma: bool) -> Decimal | None:
    if len(text) > _LONGEST or (decimal_comma and _TWO_READINGS.fullmatch(text)):
        return None
    by_points = text.count(".") > 1 or (
        decimal_comma and re.fullmatch(r"\d[\d.]*,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+", text)
    )
    plain = text.replace(".", "").replace(",", ".") if by_points else text.replace(",", "")
    return Decimal(plain)


def canonical(value: Decimal) -> str:
    """A value as digits, with a point before the fraction and no zeros behind it.

    >>> canonical(Decimal("3600.50"))
    '3600.5'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
