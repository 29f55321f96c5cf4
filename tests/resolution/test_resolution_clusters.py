"""Which actors as read are one: by name, and by judgements that can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.model import Judgement, Kind, Predicate, Resolution, Verdict
from binatgraph.resolution import resolve
from factory import actor, analysis, claim, document, mention

if TYPE_CHECKING:
    from random import Random

    from binatgraph.model import Analysis

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def named(*names: str, note: str, kind: Kind = Kind.PERSON) -> Analysis:
    """Make a document that names some actors; `note` makes it another document."""
    text = document(f"{', '.join(names)} came. {note}")
    return analysis(text, [mention(text, name, kind) for name in names])


def ids(found: Analysis) -> list[str]:
    return [one.id for one in found.actors]


def judged(left: str, right: str, verdict: Verdict, *, at: str | None = None) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, reason="seen", by="ana", at=at)


FIRST, SECOND, THIRD = (named("Ana Ruiz", note=note) for note in ("One.", "Two.", "Three."))
(A,), (B,), (C,) = ids(FIRST), ids(SECOND), ids(THIRD)


def test_the_same_full_name_and_kind_in_two_documents_is_one() -> None:
    found = resolve([FIRST, SECOND])
    assert found.canonical == {A: "person/ana-ruiz", B: "person/ana-ruiz"}


def test_the_rule_that_joined_them_is_a_judgement_with_its_reason() -> None:
    found = resolve([FIRST, SECOND])
    assert [(one.left, one.right, one.verdict, one.by) for one in found.judgements] == [
        (one, "person/ana-ruiz", SAME, "binatgraph") for one in sorted([A, B])
    ]
    assert {one.reason for one in found.judgements} == {"same full name and kind"}


def test_a_name_that_stands_in_one_document_only_needs_no_judgement() -> None:
    assert resolve([FIRST]).judgements == ()


def test_the_same_name_of_another_kind_is_another() -> None:
    body = named("Ana Ruiz", note="A firm.", kind=Kind.COMPANY)
    assert set(resolve([FIRST, body]).canonical.values()) == {"person/ana-ruiz", "organization/ana-ruiz"}


def test_a_person_of_one_word_is_another_in_each_document() -> None:
    one, other = named("Ruiz", note="One."), named("Ruiz", note="Two.")
    found = resolve([one, other])
    assert len(set(found.canonical.values())) == 2
    assert all(name.startswith("person/ruiz-") for name in found.canonical.values())
    assert found.judgements == ()


def test_a_body_of_one_word_is_one_in_all_documents() -> None:
    one, other = (named("Vantrix", note=note, kind=Kind.COMPANY) for note in ("One.", "Two."))
    assert set(resolve([one, other]).canonical.values()) == {"organization/vantrix"}


def test_an_actor_that_was_linked_to_the_register_keeps_its_id() -> None:
    text = document("Ana Ruiz came.")
    linked = analysis(text, [mention(text, "Ana Ruiz", actor="person/ana-ruiz-pena")])
    assert resolve([linked]).canonical == {"person/ana-ruiz-pena": "person/ana-ruiz-pena"}


def test_a_name_of_somebody_in_the_register_who_is_not_meant_gets_a_suffix() -> None:
    (name,) = resolve([FIRST], registered={"person/ana-ruiz"}).canonical.values()
    assert name.startswith("person/ana-ruiz-")


def test_two_namesakes_that_were_judged_different_get_suffixes_and_a_third_none() -> None:
    found = resolve([FIRST, SECOND, THIRD], judgements=[judged(A, B, DIFFERENT)])
    assert len({found(A), found(B), found(C)}) == 3
    assert found(A).startswith("person/ana-ruiz-")
    assert found(C) == "person/ana-ruiz"


def test_a_suffix_is_the_smallest_claim_hash_so_that_no_other_document_changes_it() -> None:
    text = document("Ana Ruiz met Luis Peña. Ana Ruiz met Rosa Ibarra.")
    people = [mention(text, name) for name in ("Ana Ruiz", "Luis Peña", "Rosa Ibarra")]
    claims = [claim(text, "Ana Ruiz", Predicate.MET_WITH, other) for other in ("Luis Peña", "Rosa Ibarra")]
    met = analysis(text, people, claims=claims)
    split = [judged(met.actors[0].id, B, DIFFERENT)]
    smallest = min(one.id for one in claims)[:6]
    assert resolve([met, SECOND], judgements=split)(met.actors[0].id) == f"person/ana-ruiz-{smallest}"
    assert resolve([met, SECOND, THIRD], judgements=split)(met.actors[0].id) == f"person/ana-ruiz-{smallest}"


def test_two_who_have_different_names_anyway_keep_them_when_judged_different() -> None:
    other = named("Ana Ruiz Peña", note="Four.")
    found = resolve([FIRST, other], judgements=[judged(A, ids(other)[0], DIFFERENT)])
    assert sorted(found.canonical.values()) == ["person/ana-ruiz", "person/ana-ruiz-pena"]


def test_a_judgement_joins_two_names_for_all_documents() -> None:
    other = named("Ana R. Peña", note="Four.")
    same = judged("person/ana-ruiz", "person/ana-r-pena", SAME)
    found = resolve([FIRST, SECOND, other], judgements=[same])
    assert set(found.canonical.values()) == {"person/ana-r-pena"}
    assert same in found.judgements


def test_a_judgement_may_name_an_actor_as_read() -> None:
    other = named("Ana R. Peña", note="Four.")
    found = resolve([FIRST, other], judgements=[judged(A, ids(other)[0], SAME)])
    assert set(found.canonical.values()) == {"person/ana-r-pena"}


def test_who_is_joined_to_somebody_in_the_register_takes_that_id() -> None:
    found = resolve([FIRST], judgements=[judged(A, "person/zoe-ruiz", SAME)], registered={"person/zoe-ruiz"})
    assert found(A) == "person/zoe-ruiz"


@pytest.mark.parametrize(
    ("judgements", "joined"),
    [
        ([(SAME, None), (DIFFERENT, None)], False),
        ([(DIFFERENT, None), (SAME, None)], True),
        ([(SAME, "2024-02-01"), (DIFFERENT, "2024-01-01")], True),
        ([(DIFFERENT, "2024-02-01"), (SAME, None)], True),
        ([(SAME, None), (UNSURE, None)], False),
    ],
)
def test_the_last_judgement_on_a_pair_wins_by_time_and_then_by_place(
    judgements: list[tuple[Verdict, str | None]], *, joined: bool
) -> None:
    pair = "person/ana-ruiz", "person/zoe-ruiz"
    zoe = named("Zoe Ruiz", note="Five.")
    found = resolve([FIRST, zoe], judgements=[judged(*pair, verdict, at=at) for verdict, at in judgements])
    assert (len(set(found.canonical.values())) == 1) is joined


def test_an_unsure_judgement_takes_an_earlier_one_back() -> None:
    found = resolve([FIRST, SECOND], judgements=[judged(A, B, DIFFERENT), judged(B, A, UNSURE)])
    assert found(A) == found(B) == "person/ana-ruiz"


def test_a_chain_that_would_join_two_who_were_judged_different_stays_open() -> None:
    people = named("Ana Ruiz", "Bea Ruiz", "Cleo Ruiz", note="Six.")
    ana, bea, cleo = (f"person/{name}-ruiz" for name in ("ana", "bea", "cleo"))
    told = [judged(ana, bea, SAME), judged(bea, cleo, SAME), judged(ana, cleo, DIFFERENT)]
    first, second, third = (resolve([people], judgements=told)(key) for key in ids(people))
    assert first != third
    assert second in {first, third}


def test_a_judgement_on_oneself_says_nothing() -> None:
    same = judged("person/ana-ruiz", "person/ana-ruiz", DIFFERENT)
    assert resolve([FIRST], judgements=[same])(A) == "person/ana-ruiz"


NAMES = ["Ana Ruiz", "Bea Ruiz", "Cleo Ruiz", "Ruiz"]
WORLD = [named(*NAMES[at:], note=note) for at, note in enumerate(["a.", "b.", "c.", "d."])]
READ = sorted(key for one in WORLD for key in ids(one))
everybody = st.sampled_from([*READ, "person/ana-ruiz", "person/bea-ruiz", "person/cleo-ruiz", "person/dora-ruiz"])
verdicts = st.lists(st.tuples(everybody, everybody, st.sampled_from(list(Verdict))), max_size=10)


def decided(told: list[tuple[str, str, Verdict]]) -> list[Judgement]:
    return [judged(*one, at=f"2024-01-01T00:00:{second:02}") for second, one in enumerate(told)]


@given(verdicts)
def test_resolution_is_idempotent(told: list[tuple[str, str, Verdict]]) -> None:
    found = resolve(WORLD, judgements=decided(told))
    assert all(found(found(key)) == found(key) for key in READ)


@given(verdicts, st.permutations(WORLD), st.randoms(use_true_random=False))
def test_neither_the_order_of_documents_nor_of_dated_judgements_matters(
    told: list[tuple[str, str, Verdict]], world: list[Analysis], random: Random
) -> None:
    shuffled = decided(told)
    random.shuffle(shuffled)
    assert resolve(world, judgements=shuffled) == resolve(WORLD, judgements=decided(told))


@given(verdicts)
def test_nobody_is_one_with_somebody_judged_different_in_the_end(told: list[tuple[str, str, Verdict]]) -> None:
    judgements = decided(told)
    found = resolve(WORLD, judgements=judgements)
    last = {frozenset((one.left, one.right)): one.verdict for one in judgements}
    for pair, verdict in last.items():
        if verdict is DIFFERENT and len(pair) == 2 and pair <= set(READ):
            left, right = pair
            assert found(left) != found(right)


@given(verdicts)
def test_the_judgements_are_kept_as_data(told: list[tuple[str, str, Verdict]]) -> None:
    kept = [one for one in resolve(WORLD, judgements=decided(told)).judgements if one.by == "ana"]
    last = {frozenset((one.left, one.right)): one for one in decided(told)}
    assert sorted(map(str, kept)) == sorted(map(str, last.values()))


def test_without_documents_nobody_is_anybody() -> None:
    assert resolve([]) == Resolution()


def test_an_id_that_nobody_judged_is_itself() -> None:
    assert resolve([FIRST])("place/nowhere") == "place/nowhere"


def test_actors_are_plain_data() -> None:
    assert json.loads(json.dumps(resolve([FIRST]).canonical)) == {A: "person/ana-ruiz"}
    assert actor(A, "Ana Ruiz").id == A
