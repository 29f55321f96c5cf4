"""The figures: precision, recall and F1 of entities, mentions and relations; accuracy of finer kinds, roles and evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from binatgraph.evaluation.matching import Error, Key, Relation, forms, keyed, matched, same_evidence, same_role
from binatgraph.model import Predicate

Annotations = Mapping[str, Any]
"""`entities` and `relations` of a document, as annotated, or as `binatgraph extract` prints them."""


@dataclass(slots=True, kw_only=True)
class Ratio:
    """How many were right, of how many that were predicted and how many that are annotated."""

    right: int = 0
    predicted: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 if nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was found; 0 if nothing is."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two.

        >>> Ratio(right=1, predicted=2, annotated=1).f1
        0.6666666666666666
        """
        both = self.predicted + self.annotated
        return 2 * self.right / both if both else 0.0


@dataclass(slots=True, kw_only=True)
class Scores:
    """Figures over some documents, micro averages.

    `figures` has "entity" (of the right type), "entity-untyped", "mention" (distinct forms of the entities found), "relation",
    "pair" (whatever the predicate); and, of what was found, "fine" (the finer kind is an acceptable one), "role" and
    "evidence", whose precision is their accuracy.
    """

    documents: int = 0
    figures: dict[str, Ratio] = field(default_factory=lambda: defaultdict(Ratio))
    types: dict[str, Ratio] = field(default_factory=lambda: defaultdict(Ratio))
    predicates: dict[str, Ratio] = field(default_factory=lambda: defaultdict(Ratio))
    errors: list[Error] = field(default_factory=list)


def score(pairs: Iterable[tuple[str, Annotations, Annotations]]) -> Scores:
    """Score documents: the name of each, its annotations, and what was predicted.

    The matching is that of the project's annotation guide: see `binatgraph.evaluation.matching`.

    >>> ana = {"id": "e1", "type": "Person", "name": "Ana Ruiz", "mentions": ["Ana Ruiz", "Ruiz"]}
    >>> found = {"id": "x", "type": "Person", "name": "Ana Ruiz", "mentions": []}
    >>> scores = score([("note", {"entities": [ana], "relations": []}, {"entities": [found], "relations": []})])
    >>> scores.figures["entity"].f1, scores.figures["mention"].recall
    (1.0, 0.5)
    """
    scores = Scores()
    for name, annotated, predicted in pairs:
        scores.documents += 1
        _entities(name, annotated["entities"], predicted["entities"], scores)
        _relations(name, annotated, predicted, scores)
    return scores


def _count(ratio: Ratio, right: int, predicted: int, annotated: int) -> None:
    ratio.right += right
    ratio.predicted += predicted
    ratio.annotated += annotated


def _entities(name: str, annotated: Sequence[Any], predicted: Sequence[Any], scores: Scores) -> None:
    typed = matched(annotated, predicted, typed=True)
    untyped = matched(annotated, predicted, typed=False)
    for what, pairs in (("entity", typed), ("entity-untyped", untyped)):
        _count(scores.figures[what], len(pairs), len(predicted), len(annotated))
    by_id = {str(one["id"]): one for one in annotated}
    for one in annotated:
        _count(scores.types[one["type"]], 0, 0, 1)
        _count(scores.figures["mention"], 0, 0, len(forms(one)))
        if str(one["id"]) not in typed.values():
            scores.errors.append(Error(document=name, missed=True, what=one["type"], words=one["name"]))
    for one in predicted:
        gold = by_id.get(typed.get(str(one["id"]), ""))
        own = forms(one)
        _count(scores.types[one["type"]], gold is not None, 1, 0)
        _count(scores.figures["mention"], len(own & forms(gold)) if gold else 0, len(own), 0)
        if gold is None:
            scores.errors.append(Error(document=name, missed=False, what=one["type"], words=one["name"]))
        elif gold.get("fine"):
            fine = [gold["fine"]] if isinstance(gold["fine"], str) else gold["fine"]
            _count(scores.figures["fine"], one.get("fine") in fine, 1, 1)


def _relations(name: str, annotated: Annotations, predicted: Annotations, scores: Scores) -> None:
    names = {str(one["id"]): str(one["id"]) for one in annotated["entities"]}
    gold = keyed(annotated["relations"], names)
    found = keyed(predicted["relations"], matched(annotated["entities"], predicted["entities"], typed=False))
    right = gold.keys() & found.keys()
    _count(scores.figures["relation"], len(right), len(found), len(gold))
    pairs, found_pairs = ({frozenset((s, o)) for s, _, o in keys} for keys in (gold, found))
    _count(scores.figures["pair"], len(pairs & found_pairs), len(found_pairs), len(pairs))
    for key in gold.keys() | found.keys():
        _count(scores.predicates[key[1]], key in right, key in found, key in gold)
    for key in sorted(right):
        _details(gold[key], found[key], scores)
    labels = {str(one["id"]): one["name"] for one in annotated["entities"]}
    labels |= {f"?{one['id']}": f"[{one['name']}]" for one in predicted["entities"]}
    for missed, keys in ((True, gold.keys() - right), (False, found.keys() - right)):
        scores.errors.extend(
            Error(document=name, missed=missed, what=key[1], words=words) for key, words in _worded(keys, labels)
        )


def _details(annotated: Relation, predicted: Relation, scores: Scores) -> None:
    if annotated["p"] == Predicate.HOLDS_ROLE and annotated.get("role"):
        same = same_role(annotated["role"], predicted.get("role") or "")
        _count(scores.figures["role"], same, 1, 1)
    same = same_evidence(annotated.get("evidence") or "", predicted.get("evidence") or "")
    _count(scores.figures["evidence"], same, 1, 1)


def _worded(keys: Iterable[Key], labels: Mapping[str, str]) -> Iterator[tuple[Key, str]]:
    for key in sorted(keys):
        yield key, f"{labels.get(key[0], key[0])} → {labels.get(key[2], key[2])}"
