"""Which predicted entity is which annotated one, and which relations are the same.

Names are compared folded: case, accents, punctuation and a leading article do not count. An entity is found when it shares
one of its forms with the annotated one; each is matched once, the pairs that share most forms first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from binatgraph.model import Predicate

_ARTICLE = re.compile(r"^(?:the|an?|el|las?|los|una?) ")
Entity = Mapping[str, Any]
Relation = Mapping[str, Any]
Key = tuple[str, str, str]
"""Subject, predicate, object, in annotated ids; a side that is no annotated entity is "?" and its own id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """An entity or a relation that was missed, or that is wrong. `what` is a type or a predicate."""

    document: str
    missed: bool
    what: str
    words: str


def folded(text: str) -> str:
    """A name or a sentence as it is compared.

    >>> folded("The  Comisión Arizona-México")
    'comision arizona mexico'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return _ARTICLE.sub("", " ".join(re.sub(r"[^\w\s]", " ", plain).split()))


def forms(entity: Entity) -> set[str]:
    """The names that an entity has in its document, folded."""
    mentions = (m if isinstance(m, str) else m["text"] for m in entity.get("mentions", ()))
    return {form for text in (entity.get("name") or "", *mentions) if (form := folded(text))}


def matched(annotated: Sequence[Entity], predicted: Sequence[Entity], *, typed: bool) -> dict[str, str]:
    """The annotated entity of each predicted one that has one; `typed`: only of the same type."""
    predicted_forms = [(entity, forms(entity)) for entity in predicted]
    pairs = []
    for one in annotated:
        own = forms(one)
        for other, its in predicted_forms:
            shared = len(own & its)
            if shared and not (typed and one["type"] != other.get("type")):
                same_name = folded(one["name"]) == folded(other.get("name") or "")
                pairs.append((-shared, not same_name, str(one["id"]), str(other["id"])))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, one_id, other_id in sorted(pairs):
        if one_id not in taken and other_id not in found:
            found[other_id] = one_id
            taken.add(one_id)
    return found


def keyed(relations: Iterable[Relation], names: Mapping[str, str]) -> dict[Key, Relation]:
    """Relations by what they join, each once; the sides of a symmetric one in a fixed order."""
    found: dict[Key, Relation] = {}
    for relation in relations:
        s, o = (names.get(str(relation[side]), f"?{relation[side]}") for side in "so")
        if relation["p"] in set(Predicate) and Predicate(relation["p"]).symmetric and o < s:
            s, o = o, s
        found.setdefault((s, relation["p"], o), relation)
    return found


def same_role(annotated: str, predicted: str) -> bool:
    """Whether two roles share half of their words."""
    one, other = set(folded(annotated).split()), set(folded(predicted).split())
    return bool(one and other) and 2 * len(one & other) >= len(one | other)


_LONGER, _MUCH_LONGER = 1.5, 120


def same_evidence(annotated: str, predicted: str) -> bool:
    """Whether evidence is the annotated sentence, a part of it, or not much more (by half, or 120 characters)."""
    one, other = folded(annotated), folded(predicted)
    if not one or not other:
        return False
    return other in one or (one in other and len(other) <= max(_LONGER * len(one), len(one) + _MUCH_LONGER))
