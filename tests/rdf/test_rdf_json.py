from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from rdf_worlds import read

from binatgraph.config import Settings
from binatgraph.model import Kind, Mention, Modality, Predicate, Tense
from binatgraph.rdf.json import extraction_json
from factory import analysis, claim, document, focus, mention, observation, resolution

if TYPE_CHECKING:
    from binatgraph.model import Analysis

DOC = document("Governor Ana Ruiz runs SONORA. Ruiz met José Peña in Sonora.", title="News", published="2025-06-26")


def people() -> list[Mention]:
    ana = f"{DOC.id}/person/ana-ruiz"
    return [
        mention(DOC, "Sonora", Kind.STATE),
        mention(DOC, "SONORA", Kind.STATE),
        mention(DOC, "José Peña"),
        mention(DOC, "Ruiz", nth=1, actor=ana),
        mention(DOC, "Ana Ruiz", Kind.OFFICIAL, actor=ana),
        mention(DOC, "Governor Ana Ruiz", Kind.OFFICIAL, actor=ana, name="Ana Ruiz"),
    ]


def told(one: Analysis, **settings: Any) -> dict[str, Any]:
    return extraction_json(one, settings=Settings(**settings))


def governs(**more: Any) -> Any:
    return claim(DOC, "Ana Ruiz", Predicate.HOLDS_ROLE, "SONORA", role="Governor", role_concept="governor", **more)


def test_a_document_without_anything_has_empty_lists() -> None:
    found = told(analysis(document("", id="0")))
    assert {name: found[name] for name in found if name != "document"} == {
        "entities": [],
        "relations": [],
        "observations": [],
        "sectors": [],
        "review": [],
    }


def test_the_document_is_said_without_its_text() -> None:
    assert told(analysis(DOC))["document"] == {
        "id": DOC.id,
        "source": "a.txt",
        "title": "News",
        "language": "en",
        "published": "2025-06-26",
        "published_from": None,
        "place": None,
        "author": None,
        "address": None,
        "media_type": "text/plain",
        "sha256": DOC.sha256,
    }


def test_entities_come_in_the_order_of_the_text_with_all_their_mentions() -> None:
    found = told(analysis(DOC, people()))["entities"]
    assert [(one["id"], one["type"], one["fine"], one["name"]) for one in found] == [
        ("e1", "Person", "Official", "Ana Ruiz"),
        ("e2", "Place", "State", "Sonora"),
        ("e3", "Person", "Person", "José Peña"),
    ]
    assert found[0]["mentions"] == [
        {"text": "Governor Ana Ruiz", "start": 0, "end": 17},
        {"text": "Ana Ruiz", "start": 9, "end": 17},
        {"text": "Ruiz", "start": 31, "end": 35},
    ]
    assert found[0]["iri"] == "https://w3id.org/binatgraph/id/person/ana-ruiz"


def test_with_a_resolution_iris_are_canonical() -> None:
    one = analysis(DOC, people())
    known = resolution([one])
    found = extraction_json(one, settings=Settings(), resolution=known)["entities"]
    assert [each["iri"].rpartition("/id/")[2] for each in found] == [
        "person/ana-ruiz",
        "place/sonora",
        "person/jose-pena",
    ]


def test_a_relation_says_everything() -> None:
    (found,) = told(analysis(DOC, people(), claims=[governs()]))["relations"]
    assert found == {
        "s": "e1",
        "p": "holdsRole",
        "o": "e2",
        "role": "Governor",
        "role_iri": "https://w3id.org/binatgraph/role/governor",
        "tense": "present",
        "modality": "Asserted",
        "confidence": 0.9,
        "evidence": "Governor Ana Ruiz runs SONORA.",
        "start": 0,
        "end": 30,
        "rule": "test.rule",
    }


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"modality": Modality.HEDGED}, "hedged"),
        ({"modality": Modality.DENIED}, "denied"),
        ({"confidence": 0.4}, "below the threshold of 0.5"),
    ],
)
def test_what_is_not_held_is_for_review_with_its_reason(more: dict[str, Any], reason: str) -> None:
    found = told(analysis(DOC, people(), claims=[governs(**more)]))
    assert found["relations"] == []
    assert [(one["s"], one["o"], one["reason"]) for one in found["review"]] == [("e1", "e2", reason)]


@pytest.mark.parametrize("modality", [Modality.ASSERTED, Modality.REPORTED, Modality.PLANNED])
def test_what_is_asserted_reported_or_planned_is_a_relation(modality: Modality) -> None:
    assert told(analysis(DOC, people(), claims=[governs(modality=modality)]))["relations"][0]["modality"] == modality


def test_the_best_of_a_pair_and_predicate_is_the_relation_and_the_others_are_for_review() -> None:
    weaker = claim(DOC, "Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora", confidence=0.6, role="head")
    found = told(analysis(DOC, people(), claims=[weaker, governs(tense=Tense.PAST)]))
    assert [one["role"] for one in found["relations"]] == ["Governor"]
    assert [(one["role"], one["reason"]) for one in found["review"]] == [("head", "said in a better place")]


def test_a_symmetric_relation_is_said_once() -> None:
    both = [
        claim(DOC, "Ana Ruiz", Predicate.MET_WITH, "José Peña"),
        claim(DOC, "José Peña", Predicate.MET_WITH, "Ana Ruiz", confidence=0.8),
    ]
    assert len(told(analysis(DOC, people(), claims=both))["relations"]) == 1


def test_a_claim_about_nobody_is_for_review() -> None:
    found = told(analysis(DOC, people()[:1], claims=[governs()]))
    assert [(one["s"], one["reason"]) for one in found["review"]] == [(None, "no actor")]


def test_figures_and_sectors_are_said_where_they_are_sure() -> None:
    one = analysis(
        DOC,
        people(),
        observations=[
            observation(DOC, "SONORA", "exports", "3600"),
            observation(DOC, "SONORA", "b", "1", confidence=0.1),
        ],
        focuses=[focus(DOC, "SONORA", "water")],
    )
    found = told(one)
    assert [(each["about"], each["measure"], each["value"], each["unit"]) for each in found["observations"]] == [
        ("e2", "exports", "3600", "USD")
    ]
    assert [(each["s"], each["sector"]) for each in found["sectors"]] == [("e2", "water")]
    assert [each["reason"] for each in found["review"]] == ["below the threshold of 0.5"]


def test_the_threshold_is_a_setting() -> None:
    assert told(analysis(DOC, people(), claims=[governs(confidence=0.4)]), threshold=0.3)["review"] == []


def test_a_mention_that_stands_for_nobody_is_an_entity_without_an_iri() -> None:
    alone = Mention(span=people()[0].span, kind=Kind.STATE, name="Sonora")
    assert [(one["name"], one["iri"]) for one in told(analysis(DOC, [alone]))["entities"]] == [("Sonora", None)]


@given(read())
def test_it_is_json_and_says_every_claim_once(one: Analysis) -> None:
    found = json.loads(json.dumps(told(one)))
    assert len(found["relations"]) + len([each for each in found["review"] if "p" in each]) == len(
        {c.id for c in one.claims}
    )
    for each in (*found["relations"], *found["review"], *found["observations"], *found["sectors"]):
        assert one.document.text[each["start"] : each["end"]] == each["evidence"]
    for entity in found["entities"]:
        assert all(one.document.text[m["start"] : m["end"]] == m["text"] for m in entity["mentions"])


def test_a_title_is_no_part_of_a_name() -> None:
    named = analysis(DOC, [mention(DOC, "Ana Ruiz"), mention(DOC, "Ruiz", nth=1)])
    titled = mention(DOC, "Governor Ana Ruiz", actor=named.mentions[0].actor)
    assert told(replace(named, mentions=(titled, *named.mentions)))["entities"][0]["name"] == "Ana Ruiz"
