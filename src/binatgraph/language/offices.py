"""What a title says: the role in the document's words, its concept, its tense, and whether it is a public office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from binatgraph.language.lexicon import Lexicon
from binatgraph.model import Concept, Tense
from binatgraph.names import fold


def role_labels(roles: Iterable[Concept]) -> dict[str, Concept]:
    """Roles by their folded labels; a preferred label wins over another role's alternative one."""
    labels = [(name, role) for role in roles for name in role.names]
    found: dict[str, Concept] = {}
    for name, role in sorted(labels, key=lambda label: not label[0].preferred):
        found.setdefault(fold(name.text), role)
    return found


def role_of(title: str, *, labels: Mapping[str, Concept], lexicon: Lexicon) -> tuple[str, str | None]:
    """The words of a title without "former" and the like, and the id of the role whose label is the longest part of them.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> role_of("former Deputy Mayor", labels={}, lexicon=load_lexicon("en"))
    ('Deputy Mayor', None)
    """
    words = title.split()
    while len(words) > 1 and fold(words[0]) in lexicon.words["passing"]:
        words = words[1:]
    role = " ".join(words).removeprefix("-").strip()
    known = [part for part in _parts(fold(role).split()) if part in labels]
    best = max(known, key=lambda part: part.count(" "), default=None)
    return role or title, labels[best].id if best else None


def tense_of(title: str, *, lexicon: Lexicon) -> Tense:
    """Past for a former office ("former mayor", "exalcalde"), else present."""
    words = fold(title).split()
    former = lexicon.titles.former
    begins_former = any(word in former for word in words[:2])
    prefixed = any(words[0].removeprefix(prefix) in lexicon.titles.heads for prefix in former) if words else False
    return Tense.PAST if begins_former or (prefixed and words[0] not in lexicon.titles.heads) else Tense.PRESENT


def is_public(title: str, *, lexicon: Lexicon) -> bool:
    """Whether a title has a public office in it."""
    return not lexicon.titles.public.isdisjoint(_parts(fold(title).split()))


def _parts(words: Sequence[str]) -> Iterator[str]:
    """All runs of words, from left to right."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])
