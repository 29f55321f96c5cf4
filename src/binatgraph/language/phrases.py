"""Names known beforehand, found in tokens: a dictionary over folded words (2 million words a second; a matcher: 0.3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from binatgraph.language.tokens import Sentence
from binatgraph.model import Kind, RegisterName
from binatgraph.names import fold

_TIES = frozenset({"-", "–", "—", ".", "&", "/", "'", "’"})
_SHORT_FORM_FOLLOWS = frozenset({",", "(", "-"})

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Names by their folded words. `lengths` says how many words names with this first word have, longest first.

    `over_comma` are those that are written with a comma inside: "Washington, D.C.".
    """

    kinds: Mapping[Words, Kind] = field(default_factory=dict)
    over_comma: frozenset[Words] = frozenset()
    after_comma: Mapping[Words, Kind] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    given_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


NOTHING_KNOWN = Phrases()


def index(names: Iterable[RegisterName]) -> Phrases:
    """An index of names; of a name with several kinds the first given stands.

    >>> index([RegisterName(text="Nuevo León", kind=Kind.STATE)]).kinds
    {('nuevo', 'leon'): <Kind.STATE: 'State'>}
    """
    kinds: dict[Words, Kind] = {}
    after_comma: dict[Words, Kind] = {}
    over_comma: set[Words] = set()
    for name in names:
        if key := tuple(fold(name.text).split()):
            (after_comma if name.after_comma else kinds).setdefault(key, name.kind)
            if "," in name.text:
                over_comma.add(key)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for key in (*kinds, *after_comma):
        lengths[key[0]].add(len(key))
    people = [key for key, kind in kinds.items() if kind.top is Kind.PERSON and len(key) > 1]
    others = {key[0] for key, kind in kinds.items() if kind.top is not Kind.PERSON}
    return Phrases(
        kinds=kinds,
        over_comma=frozenset(over_comma),
        after_comma=after_comma,
        lengths={word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()},
        given_names=frozenset(key[0] for key in people) - others,
        surnames=frozenset(key[-1] for key in people) - others,
    )


def known_at(sentence: Sentence, start: int, *, phrases: Phrases) -> tuple[int, Kind] | None:
    """The longest known name that begins at a token: the token behind it, and its kind. It must have a capital.

    Punctuation inside a name ("U.S.-Mexico", "Sonora–Arizona") is passed over, brackets are not, and commas only where the
    name is known with one.
    """
    token = sentence[start]
    if "$" in token.text:  # "US$" is an amount
        return None
    first = token.folded.split(" ", 1)[0]
    for size in phrases.lengths.get(first, ()):
        found = _words_from(sentence, start, size)
        if found is None:
            continue
        key, end = found
        kind = phrases.kinds.get(key) if token.capital else None
        if kind is None and _stands_short(sentence, start):
            kind = phrases.after_comma.get(key)
        if kind is not None and (key in phrases.over_comma or not _has_comma(sentence, start, end)):
            return end, kind
    return None


def _has_comma(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.text == "," for token in sentence[start:end])


def _stands_short(sentence: Sentence, start: int) -> bool:
    """Whether a short form stands where they do: with a capital, and behind a comma or the like ("Nogales, AZ")."""
    return start > 0 and sentence[start].capital and sentence[start - 1].text in _SHORT_FORM_FOLLOWS


def _words_from(sentence: Sentence, start: int, size: int) -> tuple[Words, int] | None:
    """So many folded words from a token on, and the token behind them; a token may have several ("U.S.")."""
    key: list[str] = []
    position = start
    while len(key) < size and position < len(sentence):
        token = sentence[position]
        if token.folded:
            key.extend(token.folded.split())
        elif token.text not in _TIES and token.text != ",":
            return None
        position += 1
    return (tuple(key), position) if len(key) == size else None
