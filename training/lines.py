"""Lines of text with their names, from the data folder and from our own corpus: what names are learned from."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from training.corpus import TOP, Annotated

Span = tuple[int, int, str]

LABELS = {
    "PER": "Person",
    "ORG": "Organization",
    "LOC": "Place",
    "EVENT": "Event",
    "P": "Person",
    "O": "Organization",
    "L": "Place",
    "E": "Event",
    "M": "Initiative",
}
"""The marks of the general corpora and of the domain sentences. MISC is left out: there it is songs, peoples and compounds."""

_MARK = re.compile(r"\{(\w+)\|([^{}]+)\}")
_LEAD = re.compile(r"#+\s+|[-*•]\s+|\d+[.)]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, paragraph, heading or item, and where its names stand, in characters, with their kinds."""

    text: str
    names: tuple[Span, ...]

    @property
    def tops(self) -> tuple[Span, ...]:
        """The names with the top of their kinds, which is what a pipeline tells."""
        return tuple((start, end, TOP[kind]) for start, end, kind in self.names)


def tagged(row: Mapping[str, object]) -> Line:
    """A sentence that is kept as words, with names by the numbers of words.

    >>> tagged({"words": ["Hi", ",", "Ana", "Ruiz"], "spaces": [0, 1, 1, 0], "ents": [[2, 4, "PER"]]})
    Line(text='Hi, Ana Ruiz', names=((4, 12, 'Person'),))
    """
    words, spaces, entities = row["words"], row["spaces"], row["ents"]
    assert isinstance(words, list)
    assert isinstance(spaces, list)
    assert isinstance(entities, list)
    text, places = "", []
    for word, space in zip(words, spaces, strict=True):
        places.append((len(text), len(text) + len(word)))
        text += word + (" " if space else "")
    names = [
        (places[first][0], places[behind - 1][1], LABELS[label]) for first, behind, label in entities if label in LABELS
    ]
    return Line(text=text.rstrip(), names=tuple(names))


def marked(line: str) -> Line:
    """A sentence whose names are marked where they stand, with a kind of ours or the letter of one.

    >>> marked("{P|Ana Ruiz} leads the {O|NADBank}.")
    Line(text='Ana Ruiz leads the NADBank.', names=((0, 8, 'Person'), (19, 26, 'Organization')))
    """
    text, names, done = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[done : mark.start()]
        names.append((len(text), len(text) + len(mark[2]), LABELS.get(mark[1], mark[1])))
        text += mark[2]
        done = mark.end()
    return Line(text=text + line[done:], names=tuple(names))


def read_tagged(path: Path) -> list[Line]:
    """The sentences of a file of general names, in its order."""
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        return [tagged(json.loads(row)) for row in rows]


def read_marked(path: Path) -> list[Line]:
    """The sentences of a file of marked ones."""
    return [marked(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def written(document: Annotated) -> Iterator[Line]:
    """A document of the corpus, a line for each block; what only sets out a heading or an item is cut off."""
    start = 0
    for block in document.text.split("\n"):
        lead = _LEAD.match(block)
        begin, end = start + (lead.end() if lead else 0), start + len(block)
        if begin < end:
            yield Line(text=document.text[begin:end], names=tuple(_names(document, begin, end)))
        start = end + 1


def _names(document: Annotated, begin: int, end: int) -> Iterator[Span]:
    for name in document.names:
        if begin <= name.start < end:
            yield name.start - begin, name.end - begin, document.kinds[name.entity]


def lines(documents: Iterable[Annotated]) -> list[Line]:
    """The lines of some documents."""
    return [line for document in documents for line in written(document)]
