"""Names known beforehand, found in tokens: a dictionary over folded words (2 million words a second; a matcher: 0.3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from binatgraph.language.tokens import Sentence, words
from binatgraph.model import Kind, RegisterName


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Names by their folded words. `lengths` says how many words names with this first word have, longest first."""

    kinds: Mapping[tuple[str, ...], Kind]
    after_comma: Mapping[tuple[str, ...], Kind]
    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)
    given_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


def index(names: Iterable[RegisterName], *, language: str) -> Phrases:
    """An index of names; of a name with several kinds the first given stands."""
    kinds: dict[tuple[str, ...], Kind] = {}
    after_comma: dict[tuple[str, ...], Kind] = {}
    given, surnames = set(), set()
    for name in names:
        key = words(name.text, language=language)
        if not key:
            continue
        (after_comma if name.after_comma else kinds).setdefault(key, name.kind)
        if name.kind.top is Kind.PERSON and len(key) > 1:
            given.add(key[0])
            surnames.add(key[-1])
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for key in (*kinds, *after_comma):
        lengths[key[0]].add(len(key))
    taken = {key[0] for key, kind in kinds.items() if kind.top is not Kind.PERSON}
    return Phrases(
        kinds=kinds,
        after_comma=after_comma,
        lengths={word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()},
        given_names=frozenset(given - taken),
        surnames=frozenset(surnames - taken),
    )


def known_at(sentence: Sentence, start: int, *, phrases: Phrases) -> tuple[int, Kind] | None:
    """The longest known name that begins at a token: the token behind it, and its kind. It must have a capital.

    Punctuation inside a name ("U.S.-Mexico", "Sonora–Arizona") is passed over, commas and brackets are not.
    """
    for size in phrases.lengths.get(sentence[start].folded, ()):
        found = _words_from(sentence, start, size)
        if found is None:
            continue
        key, end = found
        if key in phrases.kinds and sentence[start].capital:
            return end, phrases.kinds[key]
        if key in phrases.after_comma and start > 0 and sentence[start - 1].text in {",", "(", "-"}:
            return end, phrases.after_comma[key]
    return None


def _words_from(sentence: Sentence, start: int, size: int) -> tuple[tuple[str, ...], int] | None:
    key: list[str] = []
    position = start
    while len(key) < size and position < len(sentence):
        token = sentence[position]
        if token.folded:
            key.append(token.folded)
        elif token.text not in {"-", "–", "—", ".", "&", "/", "'", "’"}:
            return None
        position += 1
    return (tuple(key), position) if len(key) == size else None
