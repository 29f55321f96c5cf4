from __future__ import annotations

import small_graph as graph

from binatgraph.model import Actor, Evidence, Kind, Modality, Name, Predicate
from binatgraph.store.links import read_actors, read_links


def test_every_relation_is_a_link_with_its_evidence_the_surest_first() -> None:
    with graph.whole() as store:
        links = {(link.source, link.relation, link.target): link for link in read_links(store)}
    assert len(links) == 9
    office = links[(graph.ELENA, Predicate.HOLDS_ROLE, graph.AZ)]
    assert (office.weight, office.modality) == (2, Modality.ASSERTED)
    assert office.evidence[0] == Evidence(
        quote="Governor Elena Ruiz of Arizona opened it.",
        document="document/d1",
        source="news/summit.txt",
        confidence=0.97,
        modality=Modality.ASSERTED,
        title="Summit opens",
        published="2025-06-26",
        role="Governor",
    )
    assert office.evidence[1].confidence == 0.8
    assert links[(graph.SON, Predicate.FUNDS, graph.PLAN)].modality is Modality.PLANNED


def test_what_an_actor_works_on_is_no_link() -> None:
    with graph.whole() as store:
        assert graph.PLAN not in {link.source for link in read_links(store)}


def test_a_document_in_two_places_counts_once_and_the_first_place_stands_for_it() -> None:
    again = """GRAPH <graph/documents> {
        <source/a> a bg:Source ; dcterms:identifier "a/copy.txt" ; bg:currentDocument <document/d1> }"""
    with graph.store(graph.ACTORS, graph.DOCUMENTS, graph.SAID, again) as store:
        (met,) = (link for link in read_links(store) if link.relation is Predicate.MET_WITH)
    assert met.weight == 1
    assert [one.source for one in met.evidence] == ["a/copy.txt"]


def test_a_document_without_title_or_date_is_evidence_too() -> None:
    bare = graph.statement("s", graph.ELENA, "leads", graph.SUMMIT) + graph.claim(
        "c", "statement/s", "d9", "Ruiz led it."
    )
    with graph.store(graph.ACTORS, bare) as store:
        (link,) = read_links(store)
    assert (link.evidence[0].title, link.evidence[0].published, link.evidence[0].source) == (None, None, "")


def test_links_come_in_the_same_order_whatever_the_order_of_the_quads() -> None:
    with (
        graph.store(graph.ACTORS, graph.DOCUMENTS, graph.SAID) as one,
        graph.store(graph.SAID, graph.DOCUMENTS) as other,
    ):
        assert list(read_links(one)) == list(read_links(other))


def test_actors_have_their_finest_kind_their_names_and_their_countries() -> None:
    with graph.whole() as store:
        actors = {actor.id: actor for actor in read_actors(store)}
    assert list(actors) == sorted(actors)
    assert actors[graph.ELENA] == Actor(
        id=graph.ELENA,
        kind=Kind.OFFICIAL,
        names=(Name(text="Elena Ruiz", language="en", preferred=True), Name(text="Gov. Ruiz", language="en")),
        countries=("US",),
    )
    assert actors[graph.FACTORY].names == (Name(text="Taller Sonora", language="und", preferred=True),)
    assert {actor.kind for actor in actors.values()} == {
        *(Kind.OFFICIAL, Kind.PERSON, Kind.STATE, Kind.CITY, Kind.COMMISSION, Kind.COMPANY, Kind.EVENT, Kind.INITIATIVE)
    }
