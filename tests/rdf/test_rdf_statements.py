from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf_worlds import periods, worlds

from binatgraph.model import Claim, Kind, Modality, Period, Predicate, Resolution, Statement, Tense
from binatgraph.rdf.claims import Reason, dropped
from binatgraph.rdf.periods import join, registered
from binatgraph.rdf.statements import focuses_in, join_focuses, statements
from factory import analysis, claim, document, focus, mention, resolution

if TYPE_CHECKING:
    import random

    from binatgraph.model import Analysis

NAMES = {"Ana Ruiz": Kind.OFFICIAL, "Sonora": Kind.STATE, "Water Board": Kind.COMMISSION, "Rail Board": Kind.COMMISSION}


def said(number: int, *claims: tuple[str, Predicate, str, dict[str, Any]], published: str | None = None) -> Analysis:
    doc = document(f"{number}: {', '.join(NAMES)}", published=published)
    mentions = [mention(doc, name, kind) for name, kind in NAMES.items()]
    return analysis(doc, mentions, claims=[claim(doc, s, p, o, **more) for s, p, o, more in claims])


def governor(number: int, *, published: str | None = None, **more: Any) -> Analysis:
    values = {"role": "Governor", "role_concept": "governor", **more}
    return said(number, ("Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora", values), published=published)


def joined(*analyses: Analysis, threshold: float = 0.5) -> list[Statement]:
    return statements(analyses, resolution=resolution(analyses), threshold=threshold)


def test_claims_of_two_documents_on_the_same_actors_are_one_statement() -> None:
    (found,) = joined(governor(1, confidence=0.6), governor(2, confidence=0.8))
    assert (found.subject, found.object, found.role_concept) == ("person/ana-ruiz", "place/sonora", "governor")
    assert found.confidence == 0.8
    assert len(found.claims) == 2
    assert found.held


def test_another_role_is_another_statement() -> None:
    assert len(joined(governor(1), governor(2, role_concept="mayor"))) == 2


def test_a_symmetric_relation_is_one_statement_whichever_side_comes_first() -> None:
    pair = ("Water Board", "Rail Board")
    (found,) = joined(
        said(1, (pair[0], Predicate.PARTNERS_WITH, pair[1], {})),
        said(2, (pair[1], Predicate.PARTNERS_WITH, pair[0], {})),
    )
    assert (found.subject, found.object) == ("organization/rail-board", "organization/water-board")


@pytest.mark.parametrize(
    ("claims", "modality", "held"),
    [
        ([(Modality.ASSERTED, 0.9)], Modality.ASSERTED, True),
        ([(Modality.ASSERTED, 0.4)], Modality.ASSERTED, False),
        ([(Modality.ASSERTED, 0.4), (Modality.HEDGED, 0.9)], Modality.HEDGED, False),
        ([(Modality.DENIED, 0.9), (Modality.ASSERTED, 0.6)], Modality.ASSERTED, True),
        ([(Modality.PLANNED, 0.9), (Modality.DENIED, 0.9)], Modality.PLANNED, False),
        ([(Modality.REPORTED, 0.9)], Modality.REPORTED, False),
        ([(Modality.ASSERTED, 0.5)], Modality.ASSERTED, True),
    ],
)
def test_the_strongest_claim_above_the_threshold_decides(
    claims: list[tuple[Modality, float]], modality: Modality, *, held: bool
) -> None:
    (found,) = joined(*(governor(n, modality=how, confidence=sure) for n, (how, sure) in enumerate(claims)))
    assert (found.modality, found.held) == (modality, held)


def test_what_a_known_speaker_reports_is_held() -> None:
    doc = document("Water Board said that Ana Ruiz runs Sonora")
    speaker = mention(doc, "Water Board", Kind.COMMISSION)
    people = [speaker, mention(doc, "Ana Ruiz"), mention(doc, "Sonora", Kind.STATE)]
    told = claim(doc, "Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora", modality=Modality.REPORTED, speaker=speaker.span)
    assert joined(analysis(doc, people, claims=[told]))[0].held


def test_an_office_seen_on_two_days_had_begun_by_the_first_and_was_last_seen_on_the_second() -> None:
    days = ("2025-06-26", "2024-01-15")
    (found,) = joined(*(governor(n, period=Period(start_latest=day, last_seen=day)) for n, day in enumerate(days)))
    assert found.period == Period(start_latest="2024-01-15", last_seen="2025-06-26")


def test_a_denial_does_not_move_the_bounds_of_what_is_asserted() -> None:
    denial = governor(1, modality=Modality.DENIED, period=Period(end_latest="2020-01-01"))
    (found,) = joined(denial, governor(2, confidence=0.6, period=Period(last_seen="2019-01-01")))
    assert found.period == Period(last_seen="2019-01-01")


def test_the_tense_is_that_of_the_last_document() -> None:
    old, new = governor(1, published="2019-05-01"), governor(2, published="2024-05-01", tense=Tense.PAST)
    assert joined(new, old)[0].tense == Tense.PAST


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_no_statement(world: list[Analysis], chance: random.Random) -> None:
    assert joined(*chance.sample(world, len(world))) == joined(*world)


@given(worlds())
def test_every_claim_is_in_one_statement_or_is_dropped(world: list[Analysis]) -> None:
    merged = Resolution(
        canonical={
            **resolution(world).canonical,
            **{one.id: "person/ana-ruiz" for each in world for one in each.actors if one.kind.top is Kind.PERSON},
        }
    )
    counted = [key for one in statements(world, resolution=merged, threshold=0.5) for key in one.claims]
    lost = [one.claim for one in dropped(world, resolution=merged)]
    assert sorted([*counted, *lost]) == sorted({one.id for each in world for one in each.claims})


def test_a_claim_that_joins_an_actor_with_itself_is_dropped_and_counted() -> None:
    one = said(1, ("Water Board", Predicate.PARTNERS_WITH, "Rail Board", {}))
    boards = {each.id: "organization/board" for each in one.actors if each.kind is Kind.COMMISSION}
    merged = Resolution(canonical={**resolution([one]).canonical, **boards})
    assert statements([one], resolution=merged, threshold=0.5) == []
    assert [each.reason for each in dropped([one], resolution=merged)] == [Reason.SAME_ACTOR]


def test_a_claim_about_nobody_is_dropped_and_counted() -> None:
    doc = document("Ana Ruiz, Sonora")
    one = analysis(
        doc, [mention(doc, "Sonora", Kind.STATE)], claims=[claim(doc, "Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora")]
    )
    assert joined(one) == []
    assert [each.reason for each in dropped([one], resolution=resolution([one]))] == [Reason.NO_ACTOR]


def test_two_rules_that_read_the_same_count_once_with_the_better_confidence() -> None:
    doc = document(", ".join(NAMES))
    mentions = [mention(doc, name, kind) for name, kind in NAMES.items()]
    twice = [
        claim(doc, "Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora", rule=rule, confidence=sure)
        for rule, sure in (("a", 0.6), ("b", 0.7))
    ]
    (found,) = joined(analysis(doc, mentions, claims=twice))
    assert (found.confidence, len(found.claims)) == (0.7, 1)


def test_a_sector_said_twice_is_one_statement_that_is_held_above_the_threshold() -> None:
    docs = [document(f"{number}: Water Board") for number in (1, 2)]
    read = [
        analysis(
            doc,
            [mention(doc, "Water Board", Kind.COMMISSION)],
            focuses=[focus(doc, "Water Board", "water", confidence=sure)],
        )
        for doc, sure in zip(docs, (0.2, 0.7), strict=True)
    ]
    pairs = [pair for one in read for pair in focuses_in(one, resolution=resolution(read))]
    (found,) = join_focuses(pairs, threshold=0.5)
    assert (found.subject, found.sector, found.confidence, found.held) == (
        "organization/water-board",
        "water",
        0.7,
        True,
    )


@given(st.lists(periods(), max_size=5))
def test_joined_bounds_never_contradict_each_other(given_periods: list[Period]) -> None:
    assert join(given_periods).possible


@given(periods())
def test_a_consistent_period_joined_with_itself_is_itself(period: Period) -> None:
    if period.possible:
        assert join([period, period]) == period


def test_a_bound_that_contradicts_a_better_one_is_left_out() -> None:
    trusted = Period(start_earliest="2020-01-01", start_latest="2020-02-01")
    assert join([trusted, Period(start_latest="2019-01-01", end_latest="2024-01-01")]) == Period(
        start_earliest="2020-01-01", start_latest="2020-02-01", end_latest="2024-01-01"
    )


def test_an_office_seen_later_had_not_ended() -> None:
    assert join([Period(end_latest="2020-01-01"), Period(last_seen="2023-01-01")]) == Period(last_seen="2023-01-01")


def test_a_date_as_precise_as_its_source_has_bounds() -> None:
    assert registered("2019-01-02", "2024") == Period(
        start_earliest="2019-01-02", start_latest="2019-01-02", end_earliest="2024-01-01", end_latest="2024-12-31"
    )


def test_the_id_of_a_claim_is_that_of_the_model() -> None:
    one = governor(1)
    assert joined(one)[0].claims == (one.claims[0].id,)
    assert isinstance(one.claims[0], Claim)
