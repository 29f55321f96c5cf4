from __future__ import annotations

from contextlib import suppress

import pyoxigraph as ox
import pytest
import small_graph as graph
from hypothesis import given
from hypothesis import strategies as st
from rdflib.query import ResultRow

from binatgraph.errors import QueryError, StoreError
from binatgraph.store.answers import Shape, iri, literal
from binatgraph.store.local import memory_store


def test_select_gives_a_table_of_plain_terms() -> None:
    with graph.store(graph.ACTORS) as store:
        answer = store.query(
            "SELECT ?s ?name { ?s skos:prefLabel ?name FILTER(LANG(?name) = 'es') } ORDER BY ?name LIMIT 1"
        )
        assert (answer.shape, answer.variables) == (Shape.TABLE, ("s", "name"))
        assert list(answer.rows) == [(iri(f"{graph.BASE}place/us-az-nogales"), literal("Ambos Nogales", language="es"))]


def test_ask_gives_yes_or_no() -> None:
    with graph.whole() as store:
        assert store.query("ASK { ?s a bg:City }").boolean
        assert not store.query("ASK { ?s a bg:Agreement }").boolean


def test_construct_gives_a_graph() -> None:
    with graph.whole() as store:
        answer = store.query("CONSTRUCT { ?s a bg:Place } WHERE { ?s a bg:State }")
        assert (answer.shape, answer.variables) == (Shape.GRAPH, ("subject", "predicate", "object"))
        assert len(list(answer.rows)) == 2


def test_the_columns_of_select_star_stand_as_the_query_names_them() -> None:
    with graph.whole() as store:
        assert store.query("SELECT * { ?s ?p ?o } LIMIT 1").variables == ("s", "p", "o")
        assert store.query("SELECT DISTINCT * { ?z a ?type ; bg:country ?a }").variables == ("z", "type", "a")


def test_only_the_default_graph_is_asked_unless_a_graph_is_named() -> None:
    with graph.whole() as store:
        assert not store.query("ASK { ?claim oa:exact ?quote }").boolean
        assert store.query("ASK { GRAPH ?g { ?claim oa:exact ?quote } }").boolean


def test_a_binding_replaces_a_variable() -> None:
    with graph.whole() as store:
        named = store.query("SELECT ?a ?name { ?a skos:prefLabel ?name }", bindings={"a": iri(graph.BASE + graph.AZ)})
        assert {row["name"] for row in named.records()} == {"Arizona"}


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_a_bound_text_is_data_whatever_it_holds(text: str) -> None:
    with memory_store([ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal(text))]) as store:
        answer = store.query("SELECT ?s ?text { ?s <a:b> ?text }", bindings={"text": literal(text)})
        assert [row["text"] for row in answer.records()] == [text]


def test_a_binding_that_cannot_be_used_is_refused() -> None:
    with graph.whole() as store:
        with pytest.raises(QueryError, match=r"does not name \?s behind SELECT"):
            store.query("SELECT ?o { ?s ?p ?o }", bindings={"s": iri("a:a")})
        with pytest.raises(QueryError, match="cannot be a term"):
            store.query("SELECT ?s { ?s ?p ?o }", bindings={"s": iri("no iri")})


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * {\n ?s ?p }", "line 2, column 9"),
        ("", "line 1, column 1"),
        ("SELECT ?o { ?s ?p ?o } LIMIT ?n", "line 1, column 30"),
        ("SELECT (COUNT(?s) AS ?n) ?o { ?s ?p ?o }", "The SELECT contains a variable that is unbound"),
        ("SELECT * { ?s foo:bar ?o }", "the prefix 'foo' is not declared"),
        ("SELECT * { ?s ?p ?o FILTER(<a:f>(?s)) }", "not supported"),
        ('SELECT * { ?s ?p "\ud800" }', "cannot be read"),
        ("SELECT * { ?s ?p ?o BIND(1 AS ?s) }", "malformed"),
    ],
)
def test_a_query_that_cannot_be_is_refused_in_one_line_that_says_where(query: str, place: str) -> None:
    with graph.whole() as store, pytest.raises(QueryError) as refused:
        list(store.query(query).rows)
    assert place in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text(alphabet="SELECT*{}?spo .\"'<>#\n\\", max_size=40))
def test_no_text_makes_anything_but_an_answer_or_our_error(text: str) -> None:
    with memory_store([]) as store, suppress(QueryError):
        list(store.query(text).rows)


def test_a_triple_term_in_an_answer_is_refused() -> None:
    with memory_store([]) as store, pytest.raises(QueryError, match="triple term"):
        list(store.query("SELECT (TRIPLE(<a:a>, <a:b>, 1) AS ?t) {}").rows)


def test_a_closed_store_says_so() -> None:
    store = graph.whole()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="open it again"):
        store.query("ASK {}")


def test_quads_are_those_of_the_dataset_or_of_a_graph() -> None:
    with graph.whole() as store:
        assert store.size() == len(list(store.quads()))
        cards = list(store.quads(f"{graph.BASE}graph/documents"))
        assert 0 < len(cards) < store.size()
        assert {quad.graph_name for quad in cards} == {ox.NamedNode(f"{graph.BASE}graph/documents")}
        assert list(store.quads("urn:none")) == []
        with pytest.raises(QueryError, match="is no IRI"):
            store.quads("no iri")


def test_things_have_the_prefixes_of_the_base_of_the_graph() -> None:
    with graph.whole() as store:
        assert store.prefixes()["place"] == f"{graph.BASE}place/"
        assert store.query("ASK { place:us-az a bg:State }").boolean
    with memory_store([]) as store:
        assert store.prefixes()["id"] == "https://w3id.org/binatgraph/id/"


def test_the_dataset_of_rdflib_asks_the_same_store_under_the_same_safety() -> None:
    with graph.whole() as store:
        dataset = store.dataset()
        found = list(dataset.query("SELECT ?name { place:us-az-nogales skos:prefLabel ?name } ORDER BY ?name"))
        assert [str(row[0]) for row in found if isinstance(row, ResultRow)] == ["Ambos Nogales", "Nogales"]
        assert not dataset.query("ASK { ?claim oa:exact ?quote }").askAnswer
        with pytest.raises(QueryError, match="SERVICE is refused"):
            dataset.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
