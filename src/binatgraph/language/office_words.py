"""The words around an office that say when it is held, as patterns: verbs before it, links behind it, and what may stand between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from binatgraph.language.almanac import load_almanac

_CAPITAL = r"(?<!\w)(?-i:[A-ZÁÉÍÓÚÜÑ])\w*+(?:[.&-]\w++)*+\.?+"
"""A capitalised word, as names have them; possessive, because in a line of capitals there is no end of ways to cut them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Patterns for what stands before an office, between it and its date, and behind.

    `verb` and `tail` have a group for each kind of verbs; `between` are names and small words; `tail` these and a link.
    """

    verb: re.Pattern[str]
    between: re.Pattern[str]
    tail: re.Pattern[str]
    clause: re.Pattern[str]
    stops: re.Pattern[str]
    other: re.Pattern[str]
    agent: re.Pattern[str]
    then: re.Pattern[str]
    soon: re.Pattern[str]
    during: re.Pattern[str]
    during_title: re.Pattern[str]
    then_behind: re.Pattern[str]
    copula: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def load_grammar(language: str) -> Grammar:
    """The patterns of "en" or "es", from the tables "verbs" and "office" of `dates.toml`."""
    almanac = load_almanac(language)
    words, verbs = almanac.office, almanac.verbs
    small = rf"(?:(?<!\w)(?:{words['small']})(?!\w)|{_CAPITAL})"
    run = rf"[ ,’'\"“”]*(?:{small}[ ,’'\"“”]*)*"
    last = rf"[ ,-]*(?:{small} )?$"
    alone = "|".join(rf"(?P<{kind}>{verbs[kind]})" for kind in ("entered", "chosen", "left"))
    every = "|".join(rf"(?P<{kind}>(?<!\w)(?:{parts})(?!\w))" for kind, parts in verbs.items())
    return Grammar(
        verb=re.compile(every, re.IGNORECASE),
        between=re.compile(run, re.IGNORECASE),
        tail=re.compile(
            rf"{run}(?:(?:{words['relative']})? ?(?:(?P<links>{words['links']})|{alone})(?!\w){run})?[ ,]*\(?",
            re.IGNORECASE,
        ),
        clause=re.compile(rf"\b(?:{words['stops']})\b|[.;:()]", re.IGNORECASE),
        stops=re.compile(rf"\b(?:{words['stops']}|{words['joins']})\b|[.,;:()]", re.IGNORECASE),
        other=re.compile(rf" (?:{words['other']})\b", re.IGNORECASE),
        agent=re.compile(rf"(?<!\w)(?:{words['agent']})(?!\w)", re.IGNORECASE),
        then=re.compile(rf"(?<!\w)(?:{words['then']}){last}", re.IGNORECASE),
        during=re.compile(rf"(?<!\w)(?:{words['during']}){last}", re.IGNORECASE),
        during_title=re.compile(rf"(?:{words['during']})(?!\w)", re.IGNORECASE),
        soon=re.compile(rf"(?<!\w)(?:{'|'.join(sorted(almanac.coming))}){last}", re.IGNORECASE),
        then_behind=re.compile(rf"{run}(?:{words['then_behind']})(?!\w)", re.IGNORECASE),
        copula=re.compile(rf"{run}(?:(?P<was>{verbs['was']})|(?P<will>{verbs['will']}))(?!\w){run}", re.IGNORECASE),
        joined=re.compile(rf".*(?<!\w)(?:{words['joins']})(?!\w){run}", re.IGNORECASE),
    )
