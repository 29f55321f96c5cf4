"""The figures, on annotations that are small enough to count by hand, and what holds for all annotations."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_annotations import annotated, entity, relation, said

from binatgraph.evaluation import Scores, score

ANA = entity("e1", "Ana Ruiz", "Mayor Ana Ruiz", "Ruiz", fine=["Official"])
NACO = entity("e2", "Naco", kind="Place", fine=["City"])
MAYOR = relation(
    "e1", "holdsRole", "e2", role="mayor of the city", evidence="Ana Ruiz, mayor of the city of Naco, spoke."
)


def shares(scores: Scores, name: str) -> tuple[float, float, float]:
    one = scores.figures[name]
    return one.precision, one.recall, one.f1


def test_what_is_all_right_scores_one() -> None:
    one = said([ANA, NACO], [MAYOR])
    scores = score([("note", one, {**one, "entities": [ANA | {"fine": "Official"}, NACO | {"fine": "City"}]})])
    assert {shares(scores, name) for name in ("entity", "mention", "relation", "pair")} == {(1.0, 1.0, 1.0)}
    assert [scores.figures[name].precision for name in ("fine", "role", "evidence")] == [1.0, 1.0, 1.0]
    assert scores.errors == []


def test_nothing_annotated_and_nothing_found_is_nought_and_no_error() -> None:
    scores = score([("note", said(), said())])
    assert (scores.documents, shares(scores, "entity"), scores.errors) == (1, (0.0, 0.0, 0.0), [])


def test_what_is_missing_is_missed_and_what_is_too_much_is_wrong() -> None:
    scores = score([("note", said([ANA]), said([NACO]))])
    told = [(one.missed, one.what, one.words) for one in scores.errors]
    assert told == [(True, "Person", "Ana Ruiz"), (False, "Place", "Naco")]


def test_an_entity_of_another_type_is_found_without_its_type_and_carries_its_relations() -> None:
    body = entity("x", "Naco", kind="Organization", fine="Company")
    scores = score([("note", said([ANA, NACO], [MAYOR]), said([ANA, body], [MAYOR | {"o": "x"}]))])
    assert (scores.figures["entity"].right, scores.figures["entity-untyped"].right) == (1, 2)
    assert scores.figures["relation"].right == 1


def test_of_two_with_one_name_each_is_matched_once() -> None:
    arizona, sonora = entity("e1", "Nogales", kind="Place"), entity("e2", "Nogales", kind="Place")
    one = score([("note", said([arizona, sonora]), said([entity("x", "Nogales", kind="Place")]))])
    assert shares(one, "entity")[:2] == (1.0, 0.5)
    two = score(
        [("note", said([arizona]), said([entity("x", "Nogales", kind="Place"), entity("y", "Nogales", kind="Place")]))]
    )
    assert shares(two, "entity")[:2] == (0.5, 1.0)


def test_symmetric_relations_are_the_same_in_either_order_and_others_are_not() -> None:
    other = entity("e2", "Luis Soto")
    gold = said([ANA, other], [relation("e1", "metWith", "e2"), relation("e1", "appointed", "e2")])
    found = said([ANA, other], [relation("e2", "metWith", "e1"), relation("e2", "appointed", "e1")])
    scores = score([("note", gold, found)])
    assert (scores.figures["relation"].right, scores.figures["pair"].right) == (1, 1)


def test_a_relation_to_what_is_no_annotated_entity_is_wrong() -> None:
    found = said([ANA, entity("x", "Bisbee", kind="Place")], [MAYOR | {"o": "x"}])
    scores = score([("note", said([ANA, NACO], [MAYOR]), found)])
    assert scores.figures["relation"].right == 0
    assert ("holdsRole", "Ana Ruiz → [Bisbee]") in [(one.what, one.words) for one in scores.errors]


def test_a_role_needs_half_of_the_words_and_evidence_may_be_a_part_or_a_little_more() -> None:
    def figures(role: str, evidence: str) -> tuple[int, int]:
        found = said([ANA, NACO], [MAYOR | {"role": role, "evidence": evidence}])
        scores = score([("note", said([ANA, NACO], [MAYOR]), found)])
        return scores.figures["role"].right, scores.figures["evidence"].right

    assert figures("City Mayor", "mayor of the city") == (1, 1)
    assert figures("mayor", "Ana Ruiz, mayor of the city of Naco, spoke. " + "And more. " * 3) == (0, 1)
    assert figures("", "Ana Ruiz, mayor of the city of Naco, spoke. " + "And more. " * 30) == (0, 0)
    assert figures("town clerk", "") == (0, 0)


def test_a_relation_that_stands_twice_counts_once() -> None:
    gold, found = said([ANA, NACO], [MAYOR]), said([ANA, NACO], [MAYOR, MAYOR])
    assert shares(score([("note", gold, found)]), "relation") == (1.0, 1.0, 1.0)


@given(annotated())
def test_a_perfect_prediction_scores_one_whatever_is_annotated(gold: dict[str, Any]) -> None:
    named = [
        one
        for one in gold["entities"]
        if any(letter.isalnum() for text in (one["name"], *one["mentions"]) for letter in text)
    ]
    ids = {one["id"] for one in named}
    gold = said(named, [one for one in gold["relations"] if {one["s"], one["o"]} <= ids])
    scores = score([("note", gold, gold)])
    for name in ("entity", "entity-untyped", "mention", "relation", "pair"):
        assert shares(scores, name) == ((1.0, 1.0, 1.0) if scores.figures[name].annotated else (0.0, 0.0, 0.0))
    for name in ("role", "evidence"):
        assert scores.figures[name].right == scores.figures[name].predicted
    assert scores.errors == []


@given(annotated(), annotated(letter="x"), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_listed_does_not_matter(
    gold: dict[str, Any], found: dict[str, Any], by: Any
) -> None:
    def shuffled(one: dict[str, Any]) -> dict[str, Any]:
        return one | {key: by.sample(one[key], len(one[key])) for key in ("entities", "relations")}

    before, after = (score([("note", *both)]) for both in ((gold, found), (shuffled(gold), shuffled(found))))
    assert (before.figures, before.types, before.predicates) == (after.figures, after.types, after.predicates)
    assert sorted(map(str, before.errors)) == sorted(map(str, after.errors))


@given(st.lists(st.tuples(annotated(), annotated(letter="x")), max_size=3))
def test_no_figure_leaves_the_range_from_nought_to_one(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    scores = score((str(place), *pair) for place, pair in enumerate(pairs))
    every = [*scores.figures.values(), *scores.types.values(), *scores.predicates.values()]
    assert all(0 <= share <= 1 for one in every for share in (one.precision, one.recall, one.f1))
    assert all(one.right <= min(one.predicted, one.annotated) for one in every)
