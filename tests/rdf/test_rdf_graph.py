"""Promises about whole graphs."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse
from rdf_worlds import contents, graph, worlds

from binatgraph.config import Settings
from binatgraph.errors import RdfError
from binatgraph.model import Actor, Analysis, Judgement, Kind, Name, Predicate, RegisteredTenure, RegisterEntry, Verdict
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.mapping import Contents, graph_quads
from binatgraph.rdf.trig import write_trig
from binatgraph.rdf.validation import check, load_shapes, validate
from binatgraph.vocabulary import PREFIXES
from factory import analysis, canonical_actors, claim, document, mention, observation, resolution

if TYPE_CHECKING:
    import random

SHAPES = load_shapes()
FEW = settings(max_examples=30)  # a world is large, and what goes wrong does so in small ones
ID = Iris().base


def written(found: Contents) -> bytes:
    out = io.BytesIO()
    write_trig(graph_quads(found, settings=Settings()), out, prefixes={**PREFIXES, **Iris().prefixes()})
    return out.getvalue()


@given(worlds())
@FEW
def test_a_graph_survives_being_written_and_read(world: list[Analysis]) -> None:
    found = contents(world)
    assert set(parse(written(found), format=RdfFormat.TRIG)) == set(graph_quads(found, settings=Settings()))


@given(worlds(smallest=2), st.randoms(use_true_random=False))
@FEW
def test_the_order_of_documents_and_actors_changes_no_byte(world: list[Analysis], chance: random.Random) -> None:
    found = contents(world)
    shuffled = replace(
        found,
        analyses=chance.sample(world, len(world)),
        actors=chance.sample(sorted(found.actors, key=str), len(list(found.actors))),
    )
    assert written(shuffled) == written(found)


@given(worlds(smallest=3, largest=3))
@FEW
def test_without_a_document_the_graph_is_as_if_it_had_never_been_read(world: list[Analysis]) -> None:
    rest = [world[0], world[2]]
    never = contents(rest)
    known = {one.id: one for one in (*canonical_actors(world), *never.actors)}
    removed = Contents(analyses=rest, actors=tuple(known.values()), resolution=resolution(world))
    assert written(removed) == written(never)


@given(worlds(smallest=2))
@FEW
def test_what_a_document_gives_depends_on_no_other_document(world: list[Analysis]) -> None:
    own = Iris().document_graph(world[0].document.id)
    alone, together = ({quad for quad in graph(some) if quad.graph_name == own} for some in (world[:1], world))
    assert alone == together


@given(worlds())
@FEW
def test_every_graph_conforms_and_passes_every_check(world: list[Analysis]) -> None:
    store = Store()
    store.extend(graph(world))
    assert [str(one) for one in validate(store, shapes=SHAPES).violations] == []
    assert [str(one) for one in check(store)] == []


@given(worlds())
@FEW
def test_graphs_come_in_one_piece_and_in_order_without_blank_nodes(world: list[Analysis]) -> None:
    quads = graph(world)
    names = list(dict.fromkeys(getattr(quad.graph_name, "value", "") for quad in quads))
    assert names == sorted(names)
    assert [getattr(quad.graph_name, "value", "") for quad in quads] == sorted(
        getattr(quad.graph_name, "value", "") for quad in quads
    )
    assert not any(isinstance(term, BlankNode) for quad in quads for term in quad)


@given(worlds())
@FEW
def test_literals_are_as_oxigraph_keeps_them(world: list[Analysis]) -> None:
    store, quads = Store(), graph(world)
    store.extend(quads)
    assert set(store) == set(quads)


def test_a_document_given_twice_is_refused() -> None:
    twice = [analysis(document("Same text.", source=source)) for source in ("a.txt", "b.txt")]
    with pytest.raises(RdfError, match=r"a\.txt and b\.txt are one document"):
        graph(twice)


def test_a_document_has_as_many_sources_as_places_it_was_found_in() -> None:
    doc = document("Same text.")
    found = replace(contents([analysis(doc)]), sources={doc.id: ("b.txt", "a.txt")})
    text = written(found).decode()
    assert 'dcterms:identifier "a.txt"' in text
    assert 'dcterms:identifier "b.txt"' in text


def test_a_mentioned_actor_that_nobody_knows_is_refused() -> None:
    doc = document("Ana Ruiz spoke.")
    found = replace(contents([analysis(doc, [mention(doc, "Ana Ruiz")])]), actors=())
    with pytest.raises(RdfError, match="person/ana-ruiz is mentioned"):
        written(found)


def test_a_weak_figure_stands_in_its_document_only() -> None:
    doc = document("Sonora exported goods.")
    figures = [observation(doc, "Sonora", measure, "5", confidence=sure) for measure, sure in (("a", 0.2), ("b", 0.8))]
    quads = graph([analysis(doc, [mention(doc, "Sonora", Kind.STATE)], observations=figures)])
    values = [quad for quad in quads if quad.predicate.value.endswith("#value")]
    assert {quad.graph_name for quad in values} == {values[0].graph_name, Iris().document_graph(doc.id)}
    assert len(values) == 2


def entry(key: str, kind: Kind, *, confirmed: bool = True, facts: tuple[tuple[str, str], ...] = ()) -> RegisterEntry:
    named = Actor(id=key, kind=kind, names=(Name(text=key, preferred=True),))
    return RegisterEntry(actor=named, source="a source", confirmed=confirmed, facts=facts)


def local(quad: Quad) -> str:
    return Iris().local(str(quad.subject).strip("<>"))


def test_the_register_speaks_of_what_is_mentioned_and_of_what_that_is_part_of() -> None:
    entries = [
        entry("place/us-az-nogales", Kind.CITY, facts=(("partOf", "place/us-az"), ("twin", "place/mx-son-nogales"))),
        entry("place/us-az", Kind.STATE, facts=(("partOf", "place/us"),)),
        entry("place/us", Kind.COUNTRY),
        entry("place/mx-son-nogales", Kind.CITY, facts=(("partOf", "place/mx-son"),)),
        entry("place/mx-son", Kind.STATE),
    ]
    doc = document("Nogales grew.")
    one = analysis(doc, [mention(doc, "Nogales", Kind.CITY, actor="place/us-az-nogales")])
    found = Contents(
        analyses=[one], actors=(), resolution=resolution([]), entries={each.actor.id: each for each in entries}
    )
    quads = list(graph_quads(found, settings=Settings()))
    said = {local(quad) for quad in quads if quad.graph_name == Iris().register_graph()}
    described = {local(quad) for quad in quads if quad.predicate.value.endswith("prefLabel")}
    assert said == {"place/us-az-nogales", "place/us-az", "place/us"}
    assert described == {*said, "place/mx-son-nogales"}


def test_what_an_office_was_held_at_is_described_though_nothing_mentions_it() -> None:
    term = RegisteredTenure(at="organization/leg", office=(Name(text="Senator"),), source="a source", confirmed=True)
    entries = [
        replace(entry("person/omar-wells", Kind.OFFICIAL), tenures=(term,)),
        entry("organization/leg", Kind.GOVERNMENT_BODY),
    ]
    doc = document("Omar Wells came.")
    one = analysis(doc, [mention(doc, "Omar Wells", Kind.OFFICIAL, actor="person/omar-wells")])
    found = Contents(
        analyses=[one], actors=(), resolution=resolution([]), entries={each.actor.id: each for each in entries}
    )
    quads = graph_quads(found, settings=Settings())
    described = {local(quad) for quad in quads if quad.predicate.value.endswith("prefLabel")}
    assert described == {"person/omar-wells", "organization/leg"}


def test_an_entry_that_is_not_confirmed_gives_no_facts() -> None:
    doc = document("Nogales grew.")
    one = analysis(doc, [mention(doc, "Nogales", Kind.CITY, actor="place/nogales")])
    known = entry("place/nogales", Kind.CITY, confirmed=False, facts=(("founded", "1884"),))
    found = Contents(analyses=[one], actors=(), resolution=resolution([]), entries={"place/nogales": known})
    assert Iris().register_graph() not in {quad.graph_name for quad in graph_quads(found, settings=Settings())}


def test_judgements_have_a_graph() -> None:
    judged = Judgement(left="a/b", right="c/d", verdict=Verdict.SAME, reason="same name", by="Ana Ruiz", score=0.5)
    dated = replace(judged, at="2026-01-05T10:00:00+00:00")
    known = replace(resolution([]), judgements=(judged, dated))
    found = Contents(analyses=[], actors=(), resolution=known)
    quads = list(graph_quads(found, settings=Settings()))
    assert {quad.graph_name for quad in quads} == {Iris().judgements_graph()}
    assert Quad(
        quads[0].subject,
        NamedNode("http://www.w3.org/ns/prov#wasAttributedTo"),
        NamedNode(f"{ID}agent/ana-ruiz"),
        Iris().judgements_graph(),
    ) in set(quads)
    assert validate(quads, shapes=SHAPES).conforms


def test_the_base_is_a_setting() -> None:
    doc = document("Ana Ruiz leads the Border Chamber.")
    people = [mention(doc, "Ana Ruiz"), mention(doc, "Border Chamber", Kind.ORGANIZATION)]
    one = analysis(doc, people, claims=[claim(doc, "Ana Ruiz", Predicate.LEADS, "Border Chamber")])
    quads = graph_quads(contents([one]), settings=Settings(base="https://example.org/x#"))
    assert not [quad for quad in quads if ID in str(quad)]
