"""The words for sectors in tokens: labels of the scheme of sectors, handed over as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from binatgraph.language.tokens import Token
from binatgraph.model import Concept
from binatgraph.names import fold

_TIES = frozenset({"-", "–", "’", "'"})

Words = tuple[str, ...]


class Topic(NamedTuple):
    """Tokens `start` to `end` (half-open) are words for some sectors (ids of concepts)."""

    start: int
    end: int
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorLabels:
    """Sectors by the folded words of their labels; `sizes` says how many words labels with this first word have."""

    sectors: Mapping[Words, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)


def sector_labels(sectors: Iterable[Concept]) -> SectorLabels:
    """An index of the labels of sectors, of both languages: names are not always translated.

    >>> from binatgraph.model import Name
    >>> sector_labels([Concept(id="water", names=(Name(text="Agua", language="es"),))]).sectors
    {('agua',): 'water'}
    """
    found: dict[Words, str] = {}
    for sector in sorted(sectors, key=lambda one: one.id):
        for name in sorted(sector.names, key=lambda one: not one.preferred):
            if words := tuple(fold(name.text).split()):
                found.setdefault(words, sector.id)
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for words in found:
        sizes[words[0]].add(len(words))
    longest_first = {word: tuple(sorted(lengths, reverse=True)) for word, lengths in sizes.items()}
    return SectorLabels(sectors=found, sizes=longest_first)


def topics(
    tokens: Sequence[Token], *, labels: SectorLabels, blocked: frozenset[Words] = frozenset()
) -> Iterator[Topic]:
    """The words for sectors among some tokens, from left to right, the longest at each place.

    In one of the phrases that are `blocked` the words mean something else.
    """
    behind = 0
    hidden: set[int] | None = None
    for at, token in enumerate(tokens):
        if at < behind or token.folded.split(" ", 1)[0] not in labels.sizes:
            continue
        hidden = _hidden(tokens, blocked) if hidden is None else hidden
        found = None if at in hidden else _topic_at(tokens, at, labels)
        if found is not None:
            behind = found.end
            yield found


def _topic_at(tokens: Sequence[Token], start: int, labels: SectorLabels) -> Topic | None:
    first = tokens[start].folded.split(" ", 1)[0]
    for size in labels.sizes.get(first, ()):
        words, end = _words(tokens, start, size)
        if words in labels.sectors:
            return Topic(start, end, (labels.sectors[words],))
    return None


def _words(tokens: Sequence[Token], start: int, size: int) -> tuple[Words, int]:
    """So many folded words from a token on, or fewer before the next mark, and the token behind them."""
    words: list[str] = []
    at = start
    while len(words) < size and at < len(tokens) and (tokens[at].folded or tokens[at].text in _TIES):
        words.extend(tokens[at].folded.split())
        at += 1
    return tuple(words), at


def _hidden(tokens: Sequence[Token], blocked: frozenset[Words]) -> set[int]:
    """The tokens of phrases that are blocked."""
    folded = [token.folded for token in tokens]
    there = set(folded)
    return {
        inside
        for words in blocked
        if words[0] in there
        for at in range(len(folded) - len(words) + 1)
        if tuple(folded[at : at + len(words)]) == words
        for inside in range(at, at + len(words))
    }


def in_lists(found: Sequence[Topic], tokens: Sequence[Token], *, between: frozenset[str]) -> list[Topic]:
    """Topics with those joined that only commas and small words part: "aerospace, mining and energy" is one of three."""
    joined: list[Topic] = []
    for topic in found:
        gap = tokens[joined[-1].end : topic.start] if joined else ()
        if joined and gap and all(token.text == "," or token.folded in between for token in gap):
            joined[-1] = Topic(joined[-1].start, topic.end, (*joined[-1].sectors, *topic.sectors))
        else:
            joined.append(topic)
    return joined
