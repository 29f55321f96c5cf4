"""What a title says: the role in the document's words, its concept, its tense, and whether it is a public office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from binatgraph.language.lexicon import Lexicon
from binatgraph.model import Concept, Tense
from binatgraph.names import fold

_PASSING = frozenset(
    {"former", "current", "new", "then", "longtime", "ex", "entonces", "actual", "nuevo", "nueva", "late", "todavia"}
)
"""They say when, not which office."""


def role_labels(roles: Iterable[Concept]) -> dict[str, Concept]:
    """Roles by their folded labels; a preferred label wins over another role's alternative one."""
    found: dict[str, Concept] = {}
    for preferred in (True, False):
        for role in roles:
            for name in role.names:
                if name.preferred is preferred:
                    found.setdefault(fold(name.text), role)
    return found


def role_of(title: str, *, labels: Mapping[str, Concept]) -> tuple[str, str | None]:
    """The words of a title without "former" and the like, and the id of the role whose label is the longest part of them.

    >>> role_of("former Deputy Mayor", labels={})
    ('Deputy Mayor', None)
    """
    words = title.split()
    while len(words) > 1 and fold(words[0]) in _PASSING:
        words = words[1:]
    while words and words[0] == "-":
        words = words[1:]
    folded = fold(" ".join(words)).split()
    parts = ((start, end) for start in range(len(folded)) for end in range(start + 1, len(folded) + 1))
    best = max(
        (part for part in parts if " ".join(folded[slice(*part)]) in labels),
        key=lambda part: (part[1] - part[0], -part[0]),
        default=None,
    )
    concept = labels[" ".join(folded[slice(*best)])].id if best else None
    return " ".join(words), concept


def tense_of(title: str, *, lexicon: Lexicon) -> Tense:
    """Past for a former office, future for a designated one, else present."""
    words = fold(title).split()
    if (
        lexicon.titles.former & set(words[:2])
        or words[:1]
        and words[0].startswith("ex")
        and words[0][2:] in lexicon.titles.heads
    ):
        return Tense.PAST
    return Tense.PRESENT


def is_public(title: str, *, lexicon: Lexicon) -> bool:
    """Whether a title has a public office in it."""
    words = fold(title).split()
    pairs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, min(a + 3, len(words)) + 1))
    return any(part in lexicon.titles.public for part in pairs)
