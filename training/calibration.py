"""The scorer's log-odds become those of real documents: it learned from annotated names, and meets names that were found.

Platt scaling (1999): a slope and a shift, fitted on documents that taught nothing, as the extractor reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import minimize

from binatgraph.evaluation.matching import matched
from binatgraph.language.cast import Cast, cast, certain
from binatgraph.language.features import featured
from binatgraph.language.pairs import pairs
from binatgraph.language.readings import read, titles_of
from binatgraph.language.ruleset import Rules
from binatgraph.language.scorer import HEADS, Scorer, legal
from binatgraph.model import content_hash
from training.corpus import Annotated
from training.gold import as_gold
from training.pairs import document_of, gold_of, keyed

_LEAST = 0.02
"""Probability under which nothing will be claimed, however it is scaled."""


def calibrated(scorer: Scorer, documents: Sequence[Annotated], *, rules: Mapping[str, Rules]) -> Scorer:
    """The scorer with the slope and shift that fit these documents best."""
    plain = replace(scorer, calibration=(1.0, 0.0))
    outcomes = [one for document in documents for one in _outcomes(plain, document, rules=rules[document.language])]
    odds = np.array([np.log(likely / (1 - likely)) for likely, _ in outcomes])
    right = np.array([said for _, said in outcomes], dtype=float)

    def loss(line: np.ndarray) -> float:
        sums = line[0] * odds + line[1]
        return float((np.logaddexp(0, sums) - right * sums).sum())

    slope, shift = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    line = round(float(slope), 3), round(float(shift), 3)
    return replace(scorer, calibration=line, version=content_hash([scorer.version, *line]))


def _outcomes(scorer: Scorer, annotated: Annotated, *, rules: Rules) -> Iterator[tuple[float, bool]]:
    """How likely the scorer holds what it would claim of a document, and whether that is annotated."""
    document = document_of(annotated)
    found = cast(document, rules=rules)
    readings = tuple(read(found, rules=rules))
    found = certain(found, titled=titles_of(readings, found))
    entities, gold = _entities(annotated, found), gold_of([annotated])
    for pair, seen in featured(pairs(readings, found), found, lexicon=rules.lexicon):
        ends = [entities.get(str(side.group), f"?{side.group}") for side in (pair.first, pair.second)]
        likely = scorer.probabilities(seen)
        kinds = (found.groups[side.group].kind for side in (pair.first, pair.second))
        for head in legal(*kinds):
            predicate, forward = HEADS[head]
            s, o = ends if forward else ends[::-1]
            if _LEAST <= likely[head] < 1:
                yield float(likely[head]), keyed(annotated.id, predicate, s, o) in gold


def _entities(annotated: Annotated, found: Cast) -> dict[str, str]:
    """The annotated entity of each group that has one."""
    predicted = [
        {
            "id": str(number),
            "type": found.groups[number].kind.top.value,
            "name": found.groups[number].name,
            "mentions": [found.namings[name].text for name in found.groups[number].names],
        }
        for number in sorted(set(found.group_of.values()))
    ]
    return matched(as_gold(annotated)["entities"], predicted, typed=False)
