"""The wordings of sectors of a language, kept as data, made into patterns once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from binatgraph.language.data import read_toml
from binatgraph.language.notation import expand, regular
from binatgraph.language.sector_labels import Words
from binatgraph.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to say that an actor works in a sector: a pattern over a skeleton with the slots `s` and `t`."""

    rule: str
    pattern: re.Pattern[str]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorRules:
    """The wordings of a language, and the phrases in which a word for a sector means something else."""

    wordings: tuple[Wording, ...]
    blocked: frozenset[Words]


@cache
def load_sector_rules(language: str) -> SectorRules:
    """The rules of sectors of "en" or "es"."""
    data = read_toml(language, "sectors.toml")
    wordings = tuple(
        Wording(
            rule=f"{language}.sectors.{row['name']}",
            pattern=re.compile(regular(expand(row["pattern"], macros=data["macros"])), re.IGNORECASE),
            confidence=row["confidence"],
        )
        for row in data["pattern"]
    )
    return SectorRules(wordings=wordings, blocked=frozenset(tuple(fold(words).split()) for words in data["blocked"]))
