"""What the scorer learns from, that it learns, and how it is judged."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from training.corpus import Annotated, parse
from training.pairs import Example, examples, gold_of, keyed
from training.scorer import train
from training.scorer_card import BINS, Guess, by_relation, figures, guesses, reliability
from training.scores import Score

from binatgraph.language.ruleset import Rules, load_rules
from binatgraph.language.scorer import HEADS, Head, unpack
from binatgraph.model import Predicate
from training import relations

NOTE = """\
=== en-note-0{number} | 2024-03-05 | invented
{{r:Official|Ana Ruiz}}, mayor of {{n:City|Yuma}}, met with {{p:Person|Luis Peña}}.
> r holdsRole n "mayor"
> r metWith p
The {{b:Organization|Dune Circle}} is theirs.
> r leads b
{{r|Ana Ruiz}} and {{p|Luis Peña}} of {{n|Yuma}} left.
"""
SIGNED = HEADS.index(Head(Predicate.SIGNED, forward=True))
BACK = HEADS.index(Head(Predicate.SIGNED, forward=False))


@pytest.fixture(scope="module")
def rules() -> dict[str, Rules]:
    return load_rules()


@pytest.fixture(scope="module")
def told(rules: dict[str, Rules]) -> list[Example]:
    return list(examples(note(1), rules=rules))


def note(number: int) -> Annotated:
    return next(parse(NOTE.format(number=number).splitlines(), where="note.txt"))


def heads(numbers: frozenset[int]) -> set[str]:
    """Give heads as words: "holdsRole", and "holdsRole back" where the subject stands second."""
    return {f"{HEADS[n].predicate}{'' if HEADS[n].forward else ' back'}" for n in numbers}


def of(told: list[Example], *ends: str) -> list[Example]:
    return [one for one in told if one.ends == ends]


def toy(feature: str, *said: int) -> Example:
    """Give a pair of a person and a plan that has a feature of its own and one that all have."""
    return Example(
        document="a",
        ends=("x", "y"),
        features=("all have it", feature),
        legal=frozenset({SIGNED, BACK}),
        said=frozenset(said),
        open=frozenset(),
    )


TOYS = [*[toy("pen", SIGNED)] * 6, *[toy("moon")] * 6, *[toy("quill", BACK)] * 6, toy("once", SIGNED)]


def test_every_pair_of_a_sentence_is_an_example_with_its_entities(told: list[Example]) -> None:
    assert {one.ends for one in told[:3]} == {("r", "n"), ("r", "p"), ("n", "p")}
    assert {one.document for one in told} == {"en-note-01"}


def test_what_the_sentence_states_of_a_pair_is_said(told: list[Example]) -> None:
    assert heads(of(told, "r", "n")[0].said) == {"holdsRole"}
    assert heads(of(told, "n", "p")[0].said) == set()


def test_an_actor_within_reach_may_be_what_a_sentence_speaks_of(told: list[Example]) -> None:
    (far,) = of(told, "r", "b")
    assert heads(far.said) == {"leads"}
    assert "reach first Person" in far.features


def test_what_is_stated_elsewhere_is_neither_said_nor_not(told: list[Example]) -> None:
    first, *_, last = of(told, "r", "p")
    assert (heads(first.said), heads(first.open)) == ({"metWith"}, set())
    assert (heads(last.said), heads(last.open)) == (set(), {"metWith"})


def test_a_symmetric_relation_is_said_whichever_side_is_named_first(rules: dict[str, Rules]) -> None:
    text = NOTE.format(number=1).replace("> r metWith p", "> p metWith r")
    found = list(examples(next(parse(text.splitlines(), where="note.txt")), rules=rules))
    assert heads(of(found, "r", "p")[0].said) == {"metWith"}


def test_all_that_a_document_states_is_the_gold() -> None:
    assert gold_of([note(1)]) == {
        ("en-note-01", Predicate.HOLDS_ROLE, "r", "n"),
        ("en-note-01", Predicate.MET_WITH, "p", "r"),
        ("en-note-01", Predicate.LEADS, "r", "b"),
    }


def test_the_fit_separates_what_can_be_separated() -> None:
    own = train(TOYS, penalty=0.1).scorer()
    likely = {feature: own.probabilities(["all have it", feature]) for feature in ("pen", "quill", "moon")}
    sure = {
        feature: [SIGNED, BACK][found.argmax()]
        for feature, one in likely.items()
        if max(found := one[[SIGNED, BACK]]) > 0.9
    }
    assert sure == {"pen": SIGNED, "quill": BACK}
    assert max(likely["moon"][[SIGNED, BACK]]) < 0.1


def test_the_same_examples_give_the_same_weights() -> None:
    first, second = train(TOYS), train(TOYS)
    assert first.version() == second.version()
    assert np.array_equal(first.weights, second.weights)


def test_other_examples_give_another_version() -> None:
    assert train(TOYS).version() != train(TOYS[:-2]).version()


def test_a_feature_of_one_pair_alone_is_not_learned() -> None:
    assert "once" not in train(TOYS).features


def test_what_nobody_knows_teaches_nothing() -> None:
    unknown = Example(
        document="a",
        ends=("x", "y"),
        features=("pen",),
        legal=frozenset({SIGNED}),
        said=frozenset(),
        open=frozenset({SIGNED}),
    )
    assert np.allclose(train([*TOYS, *[unknown] * 9]).weights, train(TOYS).weights, atol=1e-3)


def test_what_is_likely_is_a_guess_that_is_right_wrong_or_open() -> None:
    own = train(TOYS, penalty=0.1).scorer()
    open_ = Example(
        document="a",
        ends=("x", "z"),
        features=("all have it", "pen"),
        legal=frozenset({SIGNED}),
        said=frozenset(),
        open=frozenset({SIGNED}),
    )
    found = guesses([toy("pen", SIGNED), toy("quill"), toy("moon"), open_], own)
    assert [(one.stated[2:], one.right) for one in found] == [
        (("x", "y"), True),
        (("y", "x"), False),
        (("x", "z"), None),
    ]


def test_a_relation_of_a_document_counts_once_and_only_if_it_is_sure_enough() -> None:
    said, other = keyed("a", Predicate.LEADS, "x", "y"), keyed("a", Predicate.FUNDS, "x", "y")
    found = [Guess(said, 0.9, right=True), Guess(said, 0.6, right=True), Guess(other, 0.4, right=False)]
    scores = by_relation(found, {said, keyed("a", Predicate.LEADS, "z", "y")})
    assert scores == {"all": Score(right=1, found=1, there=2), "leads": Score(right=1, found=1, there=2)}
    assert figures(scores)["leads"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667, "annotated": 2}


def test_a_sure_guess_of_one_is_in_the_last_bin_and_an_open_one_in_none() -> None:
    said = keyed("a", Predicate.LEADS, "x", "y")
    table = reliability([Guess(said, 1.0, right=True), Guess(said, 0.95, right=None)])
    assert [(row["from"], row["to"]) for row in table] == list(pairwise(BINS))
    assert [row["proposed"] for row in table] == [0, 0, 0, 0, 0, 1]


def test_a_scorer_is_written_beside_its_card(rules: dict[str, Rules], tmp_path: Path) -> None:
    made = relations.train_scorer([note(number) for number in (1, 2, 3, 4, 5)], rules=rules, folder=tmp_path)
    content = (tmp_path / "scorer.bgw").read_bytes()
    assert json.loads((tmp_path / "scorer.json").read_text("utf-8")) == made
    assert (made["sha256"], made["bytes"]) == (sha256(content).hexdigest(), len(content))
    own = unpack(content)
    assert (made["version"], made["features"]) == (own.version, len(own.numbers))
    assert made["documents"] == {"taught": 4, "held out": 1}
    assert [point["documents"] for point in made["curve"]] == [1, 2, 3, 4]
    assert made["scores"]["all"]["annotated"] == 3
