"""What a title says: the role in the document's words, its concept, its tense, and whether it is a public office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from binatgraph.language.almanac import load_almanac
from binatgraph.language.lexicon import Lexicon
from binatgraph.model import Concept, Kind, Tense
from binatgraph.names import fold

_WORDS = re.compile(r"[^\s-]+[\s-]*")
"""The words of a title, each with the space or hyphen behind it: "then-governor" has two."""
_PUBLIC = frozenset({Kind.PLACE, Kind.COUNTRY, Kind.STATE, Kind.COUNTY, Kind.CITY, Kind.REGION, Kind.GOVERNMENT_BODY})
"""Kinds at which an office is a public one: the president of a country, not of a company."""


def role_labels(roles: Iterable[Concept]) -> dict[str, tuple[Concept, ...]]:
    """Roles by their folded labels, those first of which it is the preferred label."""
    labels = [(name, role) for role in roles for name in role.names]
    found: defaultdict[str, list[Concept]] = defaultdict(list)
    for name, role in sorted(labels, key=lambda label: not label[0].preferred):
        if role not in found[fold(name.text)]:
            found[fold(name.text)].append(role)
    return {label: tuple(those) for label, those in found.items()}


def role_of(
    title: str, *, at: Kind, labels: Mapping[str, Sequence[Concept]], lexicon: Lexicon
) -> tuple[str, str | None]:
    """The words of a title without "former" and the like, and the id of the role whose label is the longest part of them.

    Of two roles with one label ("president") a place or a government has the public one. Plurals count as singulars.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> role_of("former Deputy Mayor", at=Kind.CITY, labels={}, lexicon=load_lexicon("en"))
    ('Deputy Mayor', None)
    """
    words = _WORDS.findall(title)
    while len(words) > 1 and fold(words[0]) in lexicon.words["passing"]:
        words = words[1:]
    role = "".join(words).strip()
    singular = " ".join(lexicon.titles.heads.get(word, word) for word in fold(role).split())
    known = [part for text in (fold(role), singular) for part in _parts(text.split()) if part in labels]
    best = max(known, key=lambda part: part.count(" "), default=None)
    if best is None:
        return role or title, None
    chosen = min(labels[best], key=lambda concept: concept.public is not (at in _PUBLIC))
    return role or title, chosen.id


def tense_of(title: str, *, lexicon: Lexicon) -> Tense:
    """Past for a former office ("former mayor", "exalcalde"), future for a coming one ("mayor-elect"), else present."""
    words = fold(title).split()
    if not load_almanac(lexicon.language).coming.isdisjoint(words):
        return Tense.FUTURE
    former = lexicon.titles.former
    begins_former = any(word in former for word in words[:2])
    prefixed = any(words[0].removeprefix(prefix) in lexicon.titles.heads for prefix in former) if words else False
    return Tense.PAST if begins_former or (prefixed and words[0] not in lexicon.titles.heads) else Tense.PRESENT


def is_public(title: str, *, lexicon: Lexicon) -> bool:
    """Whether a title has a public office in it, in the singular or the plural."""
    return any(lexicon.titles.heads.get(part, part) in lexicon.titles.public for part in _parts(fold(title).split()))


def _parts(words: Sequence[str]) -> Iterator[str]:
    """All runs of words, from left to right."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])
