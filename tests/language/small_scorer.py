"""Scorers, pipelines and trees of a few values made by hand, so that no test depends on what was trained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import spacy
from small_language import rules

from binatgraph.language.cast import Cast, cast
from binatgraph.language.features import featured
from binatgraph.language.pairs import Pair, pairs
from binatgraph.language.pipelines import Pipeline
from binatgraph.language.readings import Reading, read
from binatgraph.language.ruleset import Rules
from binatgraph.language.scorer import HEADS, Head, Scorer
from binatgraph.language.syntax import Node, Syntax
from binatgraph.language.tokenizer import NAME as TOKENIZER
from binatgraph.model import Predicate
from factory import document

UNLIKELY = -9.0
"""The bias of all heads: nothing is likely but what a weight says."""


class Story(NamedTuple):
    """A text as far as its readings."""

    cast: Cast
    readings: tuple[Reading, ...]


def story(text: str, language: str = "en", *, own: Rules | None = None) -> Story:
    own = own or rules()[language]
    found = cast(document(text, language=language), rules=own)
    return Story(found, tuple(read(found, rules=own)))


def pairs_of(text: str, language: str = "en") -> list[Pair]:
    told = story(text, language)
    return list(pairs(told.readings, told.cast))


def shown(text: str, language: str = "en") -> list[str]:
    """Give each pair as a line: "Ana Ruiz | Luis Peña", and behind it how the first is in mind."""
    told = story(text, language)
    lines = []
    for pair in pairs(told.readings, told.cast):
        ends = (told.cast.groups[side.group].name for side in (pair.first, pair.second))
        lines.append(" | ".join([*ends, *([", ".join(pair.first.reach)] if pair.first.reach else [])]))
    return lines


def seen(text: str, language: str = "en", *, trees: Mapping[int, Syntax] | None = None) -> list[list[str]]:
    """Give the features of each pair; `trees` are those of the sentences, by number."""
    told = story(text, language)
    readings = [
        replace(one, scene=replace(one.scene, syntax=(trees or {}).get(number, ())))
        for number, one in enumerate(told.readings)
    ]
    found = featured(pairs(readings, told.cast), told.cast, lexicon=rules()[language].lexicon)
    return [features for _, features in found]


def scorer(weights: Mapping[str, Mapping[Predicate, float]], *, forward: bool = True) -> Scorer:
    """Make a scorer with these weights by feature and relation; the subject of all stands first, or second."""
    numbers = np.zeros((len(weights), len(HEADS)), dtype=np.float32)
    for row, by_relation in enumerate(weights.values()):
        for predicate, weight in by_relation.items():
            numbers[row, HEADS.index(Head(predicate, forward or predicate.symmetric))] = weight
    return Scorer(
        version="by hand",
        numbers={feature: row for row, feature in enumerate(weights)},
        weights=numbers,
        bias=np.full(len(HEADS), UNLIKELY, dtype=np.float32),
    )


def with_scorer(own: Scorer, language: str = "en") -> dict[str, Rules]:
    return {language: replace(rules()[language], scorer=own)}


def with_pipeline(names: Mapping[str, str], *, own: Scorer | None = None, language: str = "en") -> dict[str, Rules]:
    """Give rules with a pipeline that sees these names, by their labels, and no trees."""
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in names.items()])  # type: ignore[attr-defined]  # an entity ruler
    pipeline = Pipeline(language=language, version="by hand", _nlp=nlp)
    return {language: replace(rules()[language], pipeline=pipeline, scorer=own)}


def tree(rows: Iterable[str]) -> Syntax:
    """Give a tree of rows "lemma POS relation head", as many as the sentence has tokens."""
    return tuple(_node(row.split()) for row in rows)


def _node(row: Sequence[str]) -> Node:
    lemma, pos, dep, head = row
    return Node(lemma, pos, dep, int(head))
