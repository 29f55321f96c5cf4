"""How good the scorer is, and how honest: figures on documents that it did not learn from, with the names as annotated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from binatgraph.config import Settings
from binatgraph.language.scorer import HEADS, Scorer
from binatgraph.model import Predicate
from training.pairs import Example, keyed
from training.scores import Score

BINS = (0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Edges of the table of reliability; what is under the first is not even proposed."""
HELD = Settings().threshold
"""From this confidence on a claim is in the graph, and counts as found."""

Stated = tuple[str, Predicate, str, str]
"""A relation of a document, as `training.pairs.keyed` gives it."""


class Guess(NamedTuple):
    """What the scorer finds likely in one sentence, and whether it is said there; None if the document says it elsewhere."""

    stated: Stated
    likely: float
    right: bool | None


def guesses(examples: Iterable[Example], scorer: Scorer) -> Iterator[Guess]:
    """All that the scorer would propose."""
    for one in examples:
        likely = scorer.probabilities(one.features)
        for number in sorted(one.legal):
            if likely[number] >= BINS[0]:
                head = HEADS[number]
                subject, obj = one.ends if head.forward else one.ends[::-1]
                right = None if number in one.open else number in one.said
                yield Guess(keyed(one.document, head.predicate, subject, obj), float(likely[number]), right)


def by_relation(found: Iterable[Guess], stated: Iterable[Stated]) -> dict[str, Score]:
    """Scores by relation, and "all", of what is sure enough for the graph; a relation of a document counts once."""
    there = _by_predicate(stated)
    held = _by_predicate(one.stated for one in found if one.likely >= HELD)
    scores = {
        predicate.value: Score(
            right=len(held[predicate] & there[predicate]), found=len(held[predicate]), there=len(there[predicate])
        )
        for predicate in Predicate
        if there[predicate] or held[predicate]
    }
    return {"all": _together(scores.values()), **scores}


def _by_predicate(stated: Iterable[Stated]) -> Mapping[Predicate, set[Stated]]:
    found: defaultdict[Predicate, set[Stated]] = defaultdict(set)
    for one in stated:
        found[one[1]].add(one)
    return found


def _together(scores: Iterable[Score]) -> Score:
    right, found, there = (sum(column) for column in zip(*((s.right, s.found, s.there) for s in scores), strict=True))
    return Score(right=right, found=found, there=there)


def figures(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """Scores as a card has them."""
    return {
        name: {
            "precision": round(score.precision, 3),
            "recall": round(score.recall, 3),
            "f1": round(score.f1, 3),
            "annotated": score.there,
        }
        for name, score in scores.items()
    }


def reliability(found: Sequence[Guess]) -> list[dict[str, float]]:
    """By confidence how many are proposed, how many of them are right, and how many should be if confidence is probability.

    >>> from training.scorer_card import Guess, reliability
    >>> said = ("a", Predicate.LEADS, "x", "y")
    >>> reliability([Guess(said, 0.75, right=True), Guess(said, 0.7, right=False)])[3]
    {'from': 0.7, 'to': 0.8, 'proposed': 2, 'right': 1, 'expected': 1.4}
    """
    known = [one for one in found if one.right is not None]
    table = []
    for low, high in pairwise(BINS):
        inside = [one for one in known if low <= one.likely < high or one.likely == high == BINS[-1]]
        right, expected = sum(bool(one.right) for one in inside), sum(one.likely for one in inside)
        table.append({"from": low, "to": high, "proposed": len(inside), "right": right, "expected": round(expected, 1)})
    return table


def tables(card: Mapping[str, Any]) -> str:
    """The scores and the reliability of a card as the tables of the README."""
    scores = (
        f"| {name} | {one['precision']:.2f} | {one['recall']:.2f} | {one['f1']:.2f} | {one['annotated']} |"
        for name, one in card["scores"].items()
    )
    bins = (
        f"| {row['from']:g} to {row['to']:g} | {row['proposed']} | {row['right']} | {row['expected']:.0f} |"
        for row in card["reliability"]
    )
    return "\n".join(
        [
            "| relation | precision | recall | F1 | annotated |\n| --- | --- | --- | --- | --- |",
            *scores,
            "\n| confidence | proposed | right | expected |\n| --- | --- | --- | --- |",
            *bins,
        ]
    )
