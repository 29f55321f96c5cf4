"""Copies of a line as it stands in headlines and in careless text: in capitals, without accents. The names stay where they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from training.lines import Line

EVERY = 6
"""One line in so many gets a copy in capitals, and another one in so many a copy without accents."""
_SHORT = 120
"""Characters: capitals are for headlines, not for paragraphs."""


def in_capitals(text: str) -> str:
    """A text in capitals, as long as before: "ß" stays.

    >>> in_capitals("Comisión Sonora-Arizona")
    'COMISIÓN SONORA-ARIZONA'
    """
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


def without_accents(text: str) -> str:
    """A text without accents, as long as before.

    >>> without_accents("Peñasco, José Niño")
    'Penasco, Jose Nino'
    """
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def variants(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, and copies of some: which ones depends on their number only."""
    for number, line in enumerate(lines):
        yield line
        if number % EVERY == 0 and len(line.text) <= _SHORT:
            yield from _copy(line, in_capitals)
        if number % EVERY == EVERY // 2:
            yield from _copy(line, without_accents)


def _copy(line: Line, change: Callable[[str], str]) -> Iterator[Line]:
    text = change(line.text)
    if text != line.text:
        yield Line(text=text, names=line.names)
