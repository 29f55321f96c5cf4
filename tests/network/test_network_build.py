from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import NetworkError
from binatgraph.model import Actor, Evidence, Kind, Link, Modality, Name, Predicate
from binatgraph.network import network

HOBBS = Actor(id="person/katie-hobbs", kind=Kind.OFFICIAL, names=(Name(text="Katie Hobbs", preferred=True),))
ARIZONA = Actor(
    id="place/us-az",
    kind=Kind.STATE,
    names=(Name(text="Arizona", language="en", preferred=True), Name(text="Ariz.", language="en")),
    countries=("US",),
    identifiers=(("iso-3166-2", "US-AZ"),),
)
SONORA = Actor(id="place/mx-son", kind=Kind.STATE)


def evidence(quote: str, *, confidence: float = 0.9) -> Evidence:
    return Evidence(
        quote=quote, document="8c1d", source="a.txt", confidence=confidence, modality=Modality.ASSERTED, role="Governor"
    )


def link(source: Actor, target: Actor, relation: Predicate, *quotes: str) -> Link:
    said = tuple(evidence(quote) for quote in quotes)
    return Link(
        source=source.id, target=target.id, relation=relation, weight=1, modality=Modality.ASSERTED, evidence=said
    )


GOVERNS = link(HOBBS, ARIZONA, Predicate.HOLDS_ROLE, "Governor Katie Hobbs of Arizona spoke.")
VISITS = link(HOBBS, SONORA, Predicate.MET_WITH, "She met them.", "Then they met again.")


def test_a_node_holds_the_values_of_its_actor_as_plain_data() -> None:
    node = network([HOBBS, ARIZONA], [GOVERNS]).nodes["place/us-az"]
    assert node == {
        "kind": "State",
        "top": "Place",
        "label": "Arizona",
        "names": (("Arizona", "en", True), ("Ariz.", "en", False)),
        "countries": ("US",),
        "identifiers": (("iso-3166-2", "US-AZ"),),
        "linked": True,
    }
    assert {type(node["kind"]), type(node["top"])} == {str}


def test_an_edge_holds_relation_modality_weight_and_evidence() -> None:
    graph = network([HOBBS, ARIZONA], [GOVERNS])
    ((source, target, data),) = graph.edges(data=True)
    assert (source, target) == ("person/katie-hobbs", "place/us-az")
    assert data == {"relation": "holdsRole", "modality": "Asserted", "weight": 1, "evidence": GOVERNS.evidence}


def test_two_relations_between_two_actors_are_two_edges() -> None:
    graph = network([HOBBS, ARIZONA], [GOVERNS, link(HOBBS, ARIZONA, Predicate.LOCATED_IN)])
    assert graph.number_of_edges("person/katie-hobbs", "place/us-az") == 2


def test_the_most_certain_evidence_comes_first() -> None:
    said = (evidence("perhaps", confidence=0.6), evidence("surely", confidence=0.99))
    graph = network([HOBBS, ARIZONA], [replace(GOVERNS, evidence=said)])
    ((_, _, first_to_last),) = graph.edges(data="evidence")
    assert [one.quote for one in first_to_last] == ["surely", "perhaps"]


def test_an_actor_that_nothing_is_said_of_is_kept_and_marked() -> None:
    graph = network([HOBBS, ARIZONA, SONORA], [GOVERNS])
    assert dict(graph.nodes(data="linked"))["place/mx-son"] is False


@given(st.permutations([HOBBS, ARIZONA, SONORA]), st.permutations([GOVERNS, VISITS]), st.booleans())
def test_the_network_is_the_same_whatever_the_order(actors: list[Actor], links: list[Link], turned: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    if turned:
        links = [replace(one, evidence=one.evidence[::-1]) for one in links]
    graph, other = network(actors, links), network([HOBBS, ARIZONA, SONORA], [GOVERNS, VISITS])
    assert list(graph.nodes(data=True)) == list(other.nodes(data=True))
    assert list(graph.edges(data=True, keys=True)) == list(other.edges(data=True, keys=True))


def test_one_actor_given_twice_is_one_node() -> None:
    assert list(network([HOBBS, HOBBS], [])) == ["person/katie-hobbs"]


def test_two_different_actors_of_one_id_are_refused() -> None:
    with pytest.raises(NetworkError, match="two different actors have the id 'person/katie-hobbs'"):
        network([HOBBS, replace(HOBBS, kind=Kind.PERSON)], [])


def test_a_link_to_nobody_is_refused() -> None:
    with pytest.raises(NetworkError, match="names 'place/us-az', which is not among the 1 actors"):
        network([HOBBS], [GOVERNS])
