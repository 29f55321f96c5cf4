"""The data of figures of a language, made into patterns and sets of folded words once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from binatgraph.language.data import read_toml
from binatgraph.language.numbers import NOT_BEFORE, NOT_BEHIND, Numerals, alternatives, compile_numerals
from binatgraph.names import fold

Phrase = tuple[str, ...]
"""Folded words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRules:
    """How a language writes amounts, and the words around them.

    `amount` is a number with its currency or per cent sign; `per` says how often, right behind it; `measured` are units of
    measurement. `words` are sets of single words, `phrases` those of which some have several words, longest first.
    """

    language: str
    numerals: Numerals
    amount: re.Pattern[str]
    currencies: Mapping[str, str]
    tied: Mapping[str, int]
    millions: Mapping[str, str]
    shared: frozenset[str]
    percent: frozenset[str]
    points: frozenset[str]
    measured: re.Pattern[str]
    per: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    shapes: Mapping[str, re.Pattern[str]]
    head_first: bool
    approximations: frozenset[str]


@cache
def load_figure_rules(language: str) -> FigureRules:
    """The rules of figures of "en" or "es"."""
    data = read_toml(language, "figures.toml")
    numerals = compile_numerals(data["numbers"])
    money, units = data["currencies"], data["units"]
    return FigureRules(
        language=language,
        numerals=numerals,
        amount=_amount(numerals, data),
        currencies={_squeezed(word): code for side in ("before", "after") for word, code in money[side].items()},
        tied={word.casefold(): times for word, times in data["numbers"]["tied"].items()},
        millions=money["millions"],
        shared=frozenset(money["shared"]),
        percent=frozenset(map(_squeezed, units["percent"])),
        points=frozenset(map(_squeezed, units["points"])),
        measured=re.compile(
            rf"\s+(?:{alternatives(data['words']['of'])}\s+)?({alternatives(units['measured'])})\b", re.IGNORECASE
        ),
        per={
            unit: re.compile(rf"\s+{alternatives(words)}(?!\w)", re.IGNORECASE) for unit, words in data["per"].items()
        },
        words={key: frozenset(map(fold, words)) for key, words in data["words"].items()},
        phrases={key: _phrases(words) for key, words in data["words"].items()},
        shapes={key: re.compile(pattern) for key, pattern in data["shapes"].items() if isinstance(pattern, str)},
        head_first=data["shapes"]["head_first"],
        approximations=frozenset(map(_squeezed, data["words"]["approximate"])),
    )


def _amount(numerals: Numerals, data: Mapping[str, Any]) -> re.Pattern[str]:
    """A number with a sign of money before it, or with money or a per cent sign behind it, or with both."""
    money, units = data["currencies"], data["units"]
    behind = alternatives([*units["points"], *units["percent"], *money["after"], *money["millions"]])
    of = rf"(?:{alternatives(data['words']['of'])}\s+)?"
    unit = rf"\s*{of}(?P<{{}}>{behind})(?!\w)"
    sign = rf"(?<![\w$])(?P<sign>{alternatives(money['before'])})\s?"
    tied = rf"(?P<tied>{alternatives(data['numbers']['tied'])}\b)?"
    signed = rf"{sign}(?P<money>{numerals.core}){tied}{NOT_BEFORE}(?:{unit.format('also')})?"
    return re.compile(rf"{signed}|{NOT_BEHIND}(?P<number>{numerals.core}){unit.format('unit')}", re.IGNORECASE)


def _phrases(words: Iterable[str]) -> tuple[Phrase, ...]:
    found = {tuple(fold(word).split()) for word in words}
    return tuple(sorted((phrase for phrase in found if phrase), key=lambda phrase: (-len(phrase), phrase)))


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())
