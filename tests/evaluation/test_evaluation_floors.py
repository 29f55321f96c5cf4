"""Floors of accuracy on the annotated sample documents, which everybody has: two points under what was measured."""

from __future__ import annotations

import json

import pytest

from binatgraph.config import data_path
from binatgraph.evaluation import Scores, score
from binatgraph.pipeline import Tools, extract_json, read_file

FLOORS = {
    "en": {"entity": 0.91, "mention": 0.89, "relation": 0.51},
    "es": {"entity": 0.91, "mention": 0.90, "relation": 0.62},
}
PRECISION = {"en": 0.83, "es": 0.84}
"""Of relations: what the graph says can be relied on more than what it leaves out."""


def scores(language: str, tools: Tools) -> Scores:
    pairs = []
    for file in sorted((data_path("gold") / language).glob("*.json")):
        annotated = json.loads(file.read_text("utf-8"))
        document = read_file((file.parent / annotated["doc"]).resolve())
        pairs.append((file.stem, annotated, extract_json(document, tools=tools)))
    return score(pairs)


@pytest.mark.parametrize("language", FLOORS)
def test_accuracy_on_the_samples_is_not_under_its_floors(language: str) -> None:
    found = scores(language, Tools())
    figures = {name: found.figures[name].f1 for name in FLOORS[language]}
    assert {name: (figures[name], floor) for name, floor in FLOORS[language].items() if figures[name] < floor} == {}
    assert found.figures["relation"].precision >= PRECISION[language]
