"""What the scorer proposes of two actors, and what becomes of it beside what frames give."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import line, rules
from small_scorer import scorer, story, with_pipeline, with_scorer

from binatgraph.language.analysis import analyse
from binatgraph.language.layout import BlockKind
from binatgraph.language.proposals import Proposal, proposals
from binatgraph.language.ruleset import Rules
from binatgraph.language.scorer import Scorer
from binatgraph.model import Claim, Modality, Predicate
from binatgraph.vocabulary import RELATIONS
from factory import document

PARTS = ("Ana Ruiz", "Zubi Kolman", "of Nogales", "Bridge Commission", "mayor", "Mexican", "She", "will sign", ". ", "\n\n", "\n- ", "|", " ", "?")  # fmt: skip
NEAR = scorer({"tops Person Initiative": {Predicate.SIGNED: 10.0}})
"""Finds that whoever is named before a plan has signed it, with a probability of 0.73."""
OFFICE = scorer({"tops Person Organization": {Predicate.HOLDS_ROLE: 11.0}})


def proposed(text: str, own: Scorer) -> list[Proposal]:
    told = story(text)
    return list(proposals(told.readings, told.cast, rules=with_scorer(own)["en"]))


def claims(text: str, own: Scorer) -> list[Claim]:
    return list(analyse(document(text), rules=with_scorer(own)).claims)


def said(text: str, own: Scorer) -> list[str]:
    found = analyse(document(text), rules=with_scorer(own))
    return [line(claim, found) for claim in found.claims]


def test_without_a_scorer_nothing_is_proposed() -> None:
    told = story("Ana Ruiz of the Clear River Plan.")
    assert list(proposals(told.readings, told.cast, rules=rules()["en"])) == []


def test_what_is_likely_is_proposed_with_its_probability_as_confidence() -> None:
    (found,) = proposed("Ana Ruiz of the Clear River Plan.", NEAR)
    assert (found.given.subject, found.given.predicate, found.given.object) == (0, Predicate.SIGNED, 1)
    assert found.given.frame.confidence == pytest.approx(0.731, abs=0.001)


def test_what_is_unlikely_is_not_proposed() -> None:
    weak = replace(NEAR, weights=NEAR.weights * 0.75)
    assert proposed("Ana Ruiz of the Clear River Plan.", weak) == []


def test_the_subject_may_stand_second() -> None:
    backward = scorer({"tops Initiative Person": {Predicate.SIGNED: 10.0}}, forward=False)
    assert said("The Clear River Plan pleases Ana Ruiz.", backward) == ["Ana Ruiz signed Clear River Plan"]


def test_what_a_relation_cannot_join_is_not_proposed_however_likely() -> None:
    assert proposed("Ana Ruiz of Nogales.", scorer({"tops Person Place": {Predicate.SIGNED: 99.0}})) == []


def test_an_office_has_the_words_of_the_title_between_the_two() -> None:
    found = claims("Mayor Ana Ruiz, here as analyst for all of the Bridge Commission, sat.", OFFICE)
    assert [one.role for one in found] == ["analyst"]


def test_without_a_title_between_the_office_is_the_one_nearest_to_its_holder() -> None:
    found = claims("Ruth Gil, mayor, saw engineer Ana Ruiz near the Bridge Commission.", OFFICE)
    assert {one.role for one in found if one.predicate is Predicate.HOLDS_ROLE} >= {"engineer"}


def test_who_serves_the_holder_has_the_office_and_not_the_holder() -> None:
    assert claims("An adviser to Ana Ruiz sat near the Bridge Commission.", OFFICE) == []


def test_an_office_that_no_word_of_the_sentence_names_is_no_claim() -> None:
    assert claims("Ana Ruiz and the Bridge Commission sat.", OFFICE) == []


def test_a_claim_that_only_the_scorer_makes_is_named_after_it() -> None:
    assert [one.rule for one in claims("Ana Ruiz of the Clear River Plan.", NEAR)] == ["en.scorer"]


def test_where_a_frame_says_the_same_it_is_one_claim_of_both() -> None:
    (found,) = claims("Ana Ruiz signed the Clear River Plan.", NEAR)
    assert found.rule == "en.clause.signs+scorer"


def test_of_a_frame_and_the_scorer_the_surer_counts() -> None:
    text = "Ana Ruiz signed the Clear River Plan."
    alone = analyse(document(text), rules=rules()).claims[0].confidence
    sure = replace(NEAR, weights=NEAR.weights * 1.5)
    assert claims(text, NEAR)[0].confidence == alone
    assert claims(text, sure)[0].confidence == 1.0


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Ana Ruiz of the Clear River Plan.", Modality.ASSERTED),
        ("Ana Ruiz will carry the Clear River Plan.", Modality.PLANNED),
        ("Ana Ruiz might carry the Clear River Plan.", Modality.HEDGED),
        ("It is not true that Ana Ruiz carried the Clear River Plan.", Modality.DENIED),
        ("Ana Ruiz carries the Clear River Plan, if the council agrees.", Modality.HEDGED),
    ],
)
def test_how_a_claim_is_put_is_read_from_the_words_around_its_pair(text: str, how: Modality) -> None:
    assert [one.modality for one in claims(text, NEAR)] == [how]


def test_of_an_actor_within_reach_the_words_before_the_other_say_how_it_is_put() -> None:
    far = scorer({"reach first Person Person Initiative": {Predicate.SIGNED: 10.0}})
    assert [one.modality for one in claims("Ana Ruiz sat.\n\nThey might carry the Clear River Plan.", far)] == [
        Modality.HEDGED
    ]


def test_a_question_is_no_claim_of_the_scorer_either() -> None:
    assert claims("Ana Ruiz of the Clear River Plan?", NEAR) == []


@cache
def believing_everything() -> dict[str, Rules]:
    sure = scorer({f"block {kind}": dict.fromkeys(Predicate, 12.0) for kind in BlockKind})
    return with_pipeline({"Zubi Kolman": "ORG", "of Nogales": "LOC"}, own=sure)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_with_a_pipeline_and_a_scorer_no_text_raises_either(text: str) -> None:
    found = analyse(document(text), rules=believing_everything())
    kinds = {actor.id: actor.kind for actor in found.actors}
    for claim in found.claims:
        ends = (str(found.actor_at(claim.subject)), str(found.actor_at(claim.object)))
        assert RELATIONS[claim.predicate].allows(kinds[ends[0]], kinds[ends[1]])
