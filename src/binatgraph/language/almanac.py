"""What the stage knows of dates in a language, read from its `dates.toml`; the patterns are written out and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

DATE, REST = "\ue010", "\ue011"
"""A date in a text that is asked what it says of an office: its first character, and each of the others."""

_YEAR = r"(?<![\d$.,])(?P<year>1[89]\d\d|20\d\d)(?![\d%]|[.,]\d)"
_EVERYWHERE = (
    r"(?P<year>1[89]\d\d|20\d\d)-(?P<iso>[01]\d)-(?P<day>[0-3]\d)",
    r"(?P<left>[0-3]?\d)/(?P<right>[0-3]?\d)/(?P<year>1[89]\d\d|20\d\d)",
)
"""Dates in figures, the same in both languages."""
Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanac:
    """The names of months, weekdays, numbers and units by what they stand for, all in lower case, and the patterns.

    `notations` are pairs of how a date is told ("calendar", "last" …) and a pattern; `bounds` are patterns over a text in
    which dates are `DATE` and `REST`; `verbs` and `office` hold alternatives, to be put into larger patterns.
    """

    numbers: Mapping[str, Mapping[str, int]]
    units: Mapping[str, str]
    notations: tuple[tuple[str, re.Pattern[str]], ...]
    bounds: Mapping[str, Patterns]
    verbs: Mapping[str, str]
    office: Mapping[str, str]
    coming: frozenset[str]
    past_headings: re.Pattern[str]


@cache
def load_almanac(language: str) -> Almanac:
    """The data of "en" or "es".

    >>> load_almanac("es").numbers["months"]["marzo"]
    3
    """
    data = tomllib.loads((files("binatgraph.language") / language / "dates.toml").read_text("utf-8"))
    words = _words(data)
    return Almanac(
        numbers={
            key: {name.lower(): value for name, value in data[key].items()}
            for key in ("months", "weekdays", "days", "numbers", "near")
        },
        units={name.lower(): value for name, value in data["units"].items()},
        notations=tuple(_notations(data["notations"], words)),
        bounds={key: tuple(_compiled(part, words) for part in parts) for key, parts in data["bounds"].items()},
        verbs={key: _alternatives(parts) for key, parts in data["verbs"].items()},
        office={key: _alternatives(parts) for key, parts in data["office"].items()},
        coming=frozenset(data["titles"]["coming"]),
        past_headings=re.compile(_alternatives(data["titles"]["past_headings"]), re.IGNORECASE),
    )


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    """What the names in curly brackets of a pattern stand for."""
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    ordinals = "|".join(map(re.escape, data["ordinals"]))
    return {
        "day": rf"(?P<day>{_spelled(data['days'])}|{day}(?:{ordinals})?)",
        "month": rf"(?P<month>{_spelled(data['months'])})",
        "year": _YEAR,
        "weekday": rf"(?P<weekday>{_spelled(data['weekdays'])})",
        "number": rf"(?P<number>{_spelled(data['numbers'])}|\d{{1,3}})",
        "unit": rf"(?P<unit>{_spelled(data['units'])})",
        "near": rf"(?P<near>{_spelled(data['near'])})",
        "a": f"(?P<a>{DATE}{REST}*)",
        "b": f"(?P<b>{DATE}{REST}*)",
    }


def _spelled(names: Iterable[str]) -> str:
    """Names as alternatives, the longest first; one with a capital must have it: "may" is no month."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(
        f"(?-i:{re.escape(name)}|{re.escape(name.upper())})" if name[0].isupper() else re.escape(name)
        for name in ordered
    )


def _notations(table: Mapping[str, list[str]], words: Mapping[str, str]) -> Iterable[tuple[str, re.Pattern[str]]]:
    yield from (("calendar", _compiled(part, words)) for part in _EVERYWHERE)
    yield from ((how, _compiled(part, words)) for how, parts in table.items() for part in parts)


def _compiled(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    whole = re.sub(r"\{([a-z]+)\}", lambda match: words[match.group(1)], pattern)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE)


def _alternatives(parts: Iterable[str]) -> str:
    return "|".join(f"(?:{part})" for part in parts)
