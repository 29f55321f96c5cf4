"""The rules with the few names of `frames_examples.toml`, and short ways to ask what they read in a text."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from binatgraph.language.analysis import Rules, analyse, load_rules
from binatgraph.language.candidates import candidates
from binatgraph.language.tokens import sentences
from binatgraph.model import Analysis, Claim, Concept, Kind, Name, RegisterName
from factory import document

EXAMPLES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "frames_examples.toml").read_text("utf-8"))
NAMES = tuple(RegisterName(text=text, kind=Kind(kind)) for kind, texts in EXAMPLES["names"].items() for text in texts)
ROLES = (
    Concept(id="governor", names=(Name(text="Governor", preferred=True), Name(text="Gobernadora")), public=True),
    Concept(
        id="mayor",
        names=(Name(text="Mayor", preferred=True), Name(text="alcalde"), Name(text="alcaldesa")),
        public=True,
    ),
    Concept(id="deputy-mayor", names=(Name(text="Deputy Mayor", preferred=True),), public=True),
    Concept(id="head-of-state", names=(Name(text="President"),), public=True),
    Concept(id="president", names=(Name(text="President", preferred=True),)),
)


class Found(NamedTuple):
    """Names and titles in a sentence, in the words of the text."""

    names: list[tuple[str, str | None]]
    titles: list[str]


@cache
def rules() -> dict[str, Rules]:
    return load_rules(names=NAMES, roles=ROLES)


def read(text: str, language: str = "en", **more: Any) -> Analysis:
    return analyse(document(text, language=language, **more), rules=rules())


def said(analysis: Analysis) -> list[str]:
    """Give each claim as a line: "Ana Ruiz holdsRole Sonora as Governor"."""
    return [line(claim, analysis) for claim in analysis.claims]


def line(claim: Claim, analysis: Analysis) -> str:
    ends = f"{analysis.quote(claim.subject)} {claim.predicate} {analysis.quote(claim.object)}"
    return f"{ends} as {claim.role}" if claim.role else ends


def told(analysis: Analysis) -> set[str]:
    """Give what `said` gives, and the kinds: "Ana Ruiz is Official"."""
    return {*said(analysis), *(f"{name} is {kind}" for name, kind in actors(analysis).items())}


def actors(analysis: Analysis) -> dict[str, str]:
    """Give the kinds of the actors by their names."""
    return {actor.label(analysis.document.language): actor.kind.value for actor in analysis.actors}


def find(text: str, language: str = "en", *, headline: bool = False) -> Found:
    """Give the names and titles in the first sentence of a text."""
    sentence = sentences(text, offset=0, language=language)[0]
    own = rules()[language]
    found = candidates(sentence, lexicon=own.lexicon, register=own.register, headline=headline)

    def words(start: int, end: int) -> str:
        return text[sentence[start].start : sentence[end - 1].end]

    names = [(words(name.start, name.end), name.kind.value if name.kind else None) for name in found.names]
    return Found(names, [words(title.start, title.end) for title in found.titles])
