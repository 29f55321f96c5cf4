"""The recipe runs from the data to a weights file, on a few sentences, in seconds; what it measures is counted right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import spacy
from small_treebank import small_data
from training.corpus import parse
from training.curve import HEIGHT, Point, draw
from training.recipe import Run, configuration, train
from training.scores import Score, by_kind

from binatgraph.language.pipelines import Pipeline
from binatgraph.language.weights import describe, unpack
from training import assemble, card, scores

EPOCHS = 10
CORPUS = """\
=== {0}-note-05 | 2024-03-05 | invented
{{r:Official|Ana Ruiz}} left {{n:City|Yuma}}.

=== {0}-note-06 | 2024-03-05 | invented
{{r:Official|Ana Ruiz}} met {{b:Organization|NADBank}} in {{n:City|Yuma}}.
"""


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_pipeline_is_trained_packed_and_scored(language: str, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data", language=language)
    documents = list(parse(CORPUS.format(language).splitlines(), where="note.txt"))
    syntax = train(Run(language=language, part="syntax", work=tmp_path, epochs=3), data=data, documents=[])
    names = Run(language=language, part="ner", work=tmp_path, epochs=EPOCHS)
    ner = train(names, data=data, documents=documents, begin=syntax)
    (tmp_path / language).mkdir()
    path = assemble.write(assemble.assemble(syntax, ner), seed=1, folder=tmp_path)
    assert describe(path)["language"] == language
    material = card.Material(data=data, documents=documents, evaluation=None)
    made = card.card(path, seed=1, material=material)
    assert set(made["scores"]) == {"syntax", "names"}
    assert all(set(one) >= {"title", "project", "licence"} for one in made["data"])
    assemble.write_card(made, folder=tmp_path)
    assert json.loads((tmp_path / language / "card.json").read_text("utf-8")) == made
    pipeline = Pipeline(language=language, version="", _nlp=unpack(path))
    assert ("Ana Ruiz", "Person") in {
        ("Ana Ruiz left."[start:end], kind) for start, end, kind in scores.in_text(pipeline, "Ana Ruiz left.")
    }


def test_the_same_seed_gives_the_same_names(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data", language="en")
    runs = [Run(language="en", part="ner", work=tmp_path / str(at), epochs=3) for at in range(2)]
    first, second = (spacy.load(train(run, data=data, documents=[])).get_pipe("ner") for run in runs)
    assert first.model.to_bytes() == second.model.to_bytes()  # type: ignore[attr-defined]  # spaCy does not say more


def test_the_rate_of_learning_ends_with_the_last_step(tmp_path: Path) -> None:
    run = Run(language="es", part="syntax", work=tmp_path, seed=7, epochs=2)
    config = configuration(run, words=900)
    assert config["training"]["optimizer"]["learn_rate"]["total_steps"] == 6
    assert config["system"]["seed"] == 7
    assert "tagger" not in config["nlp"]["pipeline"]


def test_names_count_by_exact_place_and_kind() -> None:
    there = [(0, 4, "Person"), (8, 12, "Place"), (20, 24, "Event")]
    found = [(0, 4, "Person"), (8, 12, "Organization")]
    counted = by_kind([(found, there)])
    assert counted["Person"].f1 == 1
    assert counted["core"] == Score(right=1, found=2, there=2)
    assert counted["Event"].f1 == 0


def test_the_curve_is_drawn_the_same_again() -> None:
    lines = {"en": [Point(0, 0.5), Point(264, 0.7)], "es": [Point(0, 0.6), Point(264, 0.76)]}
    drawn = draw(lines, title="Names")
    assert drawn == draw(lines, title="Names")
    assert drawn.count("<circle") == 4
    assert ">264</text>" in drawn


def test_all_points_of_a_curve_are_in_the_drawing_and_its_names_stand_apart() -> None:
    lines = {"en": [Point(0, 0.51), Point(264, 0.883)], "es": [Point(0, 0.6), Point(264, 0.888)]}
    drawn = draw(lines, title="Names")
    assert all(0 <= float(y) <= HEIGHT for y in re.findall(r'cy="([\d.-]+)"', drawn))
    first, second = (float(y) for y in re.findall(r'y="([\d.]+)" fill="#\w+">', drawn))
    assert abs(first - second) >= 14
