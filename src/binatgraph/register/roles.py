"""Which role of the scheme the words of an office name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from binatgraph.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from binatgraph.model import Concept

_LONGEST = 8  # words of a label


class LabelledRoles(NamedTuple):
    """The roles that have a label: the one that is usually meant, and the one that is meant of a place."""

    usual: str
    at_place: str


def role_labels(roles: Iterable[Concept]) -> dict[str, LabelledRoles]:
    """Index roles by their folded labels.

    Several roles may have a label: "President" is one of a chamber and one of a country. Usually the role that prefers
    the label is meant, then the one whose id comes first; of a place it is the one that is a public office. Labels of
    single letters are left out: "U.S." abbreviates other things more often.

    >>> from binatgraph.model import Concept, Name
    >>> role_labels([Concept(id="governor", public=True, names=(Name(text="Gobernadora", language="es"),))])
    {'gobernadora': LabelledRoles(usual='governor', at_place='governor')}
    """
    ranked = sorted((not n.preferred, role.id, role.public, fold(n.text)) for role in roles for n in role.names)
    found: dict[str, list[tuple[bool, str]]] = {}
    for _, role, public, label in ranked:
        if any(len(word) > 1 for word in label.split()):
            found.setdefault(label, []).append((not public, role))
    return {label: LabelledRoles(ids[0][1], min(ids, key=lambda one: one[0])[1]) for label, ids in found.items()}


def role_in(offices: Iterable[str], labels: Mapping[str, LabelledRoles], *, at_place: bool) -> str | None:
    """Find the role that an office begins with, else the one with the longest label in it.

    The first of the offices (the same one in several languages) that has any decides.

    >>> labels = {name: LabelledRoles(name, name) for name in ("secretary", "secretary of state", "industrial leader")}
    >>> role_in(["Secretary of State of Arizona"], labels, at_place=True)
    'secretary of state'
    >>> role_in(["Secretary, Industrial Leader Council"], labels, at_place=False)
    'secretary'
    """
    for office in offices if labels else ():
        words = fold(office).split()
        found = ""
        for start in range(len(words)):
            label = _label_at(words[start : start + _LONGEST], labels)
            found = max(found, label, key=len)
            if start == 0 and found:
                break
        if found:
            return labels[found].at_place if at_place else labels[found].usual
    return None


def _label_at(words: list[str], labels: Mapping[str, LabelledRoles]) -> str:
    """Find the longest label that words begin with, or nothing."""
    candidates = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((label for label in candidates if label in labels), "")
