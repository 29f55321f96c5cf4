"""The scorer: how likely each relation of a pair is."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_scorer import UNLIKELY, scorer

from binatgraph.errors import LanguageError
from binatgraph.language import scorer as module
from binatgraph.language.scorer import HEADS, legal, load_scorer, pack, unpack
from binatgraph.model import Kind, Predicate
from binatgraph.vocabulary import RELATIONS

OWN = scorer(
    {"between signed": {Predicate.SIGNED: 12.0}, "between with": {Predicate.MET_WITH: 10.5, Predicate.SIGNED: -99}}
)
SIGNED = next(number for number, head in enumerate(HEADS) if head == (Predicate.SIGNED, True))
kinds = st.sampled_from(list(Kind))


def test_a_weight_makes_its_relation_likely_and_no_other() -> None:
    likely = OWN.probabilities(["between signed"])
    assert likely[SIGNED] == pytest.approx(1 / (1 + np.exp(-3)), abs=1e-6)
    assert max(np.delete(likely, SIGNED)) < 0.001


def test_features_that_were_never_seen_say_nothing() -> None:
    unknown = OWN.probabilities(["between yodelled", "far all moon"])
    assert list(unknown) == list(OWN.probabilities([]))
    assert list(OWN.probabilities(["between signed", "moon"])) == list(OWN.probabilities(["between signed"]))


@given(st.lists(st.sampled_from(["between signed", "between with", "moon"]), max_size=60))
def test_a_probability_lies_between_0_and_1(features: list[str]) -> None:
    likely = OWN.probabilities(features)
    assert len(likely) == len(HEADS)
    assert all(0 <= one <= 1 for one in likely)


def test_a_calibration_scales_the_log_odds_of_all() -> None:
    half = replace(OWN, calibration=(0.5, 1.0))
    assert half.probabilities(["between signed"])[SIGNED] == pytest.approx(1 / (1 + np.exp(-2.5)), abs=1e-6)


@given(kinds, kinds)
def test_a_head_joins_kinds_that_its_relation_joins(first: Kind, second: Kind) -> None:
    for number in range(len(HEADS)):
        predicate, forward = HEADS[number]
        subject, obj = (first, second) if forward else (second, first)
        assert (number in legal(first, second)) == RELATIONS[predicate].allows(subject, obj)


def test_a_symmetric_relation_is_scored_in_one_direction() -> None:
    directions = {predicate: [head.forward for head in HEADS if head.predicate is predicate] for predicate in Predicate}
    assert all(found == ([True] if one.symmetric else [True, False]) for one, found in directions.items())


def test_a_scorer_comes_back_from_its_file_as_it_was() -> None:
    again = unpack(pack(replace(OWN, version="7", calibration=(0.5, -0.25))))
    assert (again.version, again.calibration) == ("7", (0.5, -0.25))
    assert again.numbers == OWN.numbers
    assert np.array_equal(again.weights, OWN.weights)
    assert set(again.bias) == {UNLIKELY}


def test_the_same_scorer_is_packed_the_same() -> None:
    assert pack(OWN) == pack(unpack(pack(OWN)))


def test_a_scorer_of_other_relations_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pack(OWN)
    monkeypatch.setattr(module, "HEADS", HEADS[::-1])
    with pytest.raises(LanguageError, match="trained for other relations"):
        unpack(packed)


def test_without_a_file_there_is_no_scorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    assert load_scorer.__wrapped__() is None


def test_the_card_is_that_of_the_weights() -> None:
    folder = files("binatgraph.language")
    if not (folder / "scorer.json").is_file():
        pytest.skip("the scorer's card is not here")
    content = (folder / module.WEIGHTS).read_bytes()
    card = json.loads((folder / "scorer.json").read_text("utf-8"))
    own = unpack(content)
    assert (card["sha256"], card["bytes"]) == (sha256(content).hexdigest(), len(content))
    assert (card["version"], card["features"]) == (own.version, len(own.numbers))
