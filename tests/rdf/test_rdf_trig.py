from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BaseDirection, BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from binatgraph.errors import RdfError
from binatgraph.rdf.trig import write_trig

if TYPE_CHECKING:
    from collections.abc import Iterable

XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {"": "http://example.org/", "hash": "http://example.org/x#", "xsd": XSD}

locals_ = st.sampled_from(
    ["a", "b/c", "x#y", "x#", "1e5", "a.b", "a.", "-a", "a-", "_a", "ñ", "a~b", "a(b)", "x#0a", "%C3"]
)
iris = st.one_of(
    st.builds("http://example.org/{}".format, locals_),
    st.sampled_from(["urn:a:b", "http://example.org/", "https://example.com/?q=1&r='2'"]),
).map(NamedNode)
words = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.sampled_from("\"\\\n\r\t\b\f\x00\x7f\x85\u2028'<>{}@^ \u00e1\U0001f600#.;,")),
)
literals = st.one_of(
    st.builds(Literal, words),
    st.builds(lambda text, tag: Literal(text, language=tag), words, st.sampled_from(["en", "es", "es-mx", "und"])),
    st.builds(Literal, st.integers()),
    st.builds(Literal, st.booleans()),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(
        lambda number: Literal(f"{number:f}".rstrip("0").rstrip("."), datatype=NamedNode(f"{XSD}decimal"))
    ),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=NamedNode(f"{XSD}date"))),
    st.builds(lambda text, iri: Literal(text, datatype=iri), words, st.just(NamedNode("http://example.org/x#type"))),
)
graphs = st.one_of(st.none(), iris)
quads = st.lists(st.builds(Quad, iris, iris, st.one_of(iris, literals), graphs), max_size=30)


def by_graph(found: Iterable[Quad]) -> list[Quad]:
    return sorted(found, key=lambda quad: getattr(quad.graph_name, "value", ""))


def written(found: Iterable[Quad]) -> bytes:
    out = io.BytesIO()
    write_trig(by_graph(found), out, prefixes=PREFIXES)
    return out.getvalue()


@given(quads)
def test_oxigraph_reads_back_what_was_written(found: list[Quad]) -> None:
    assert set(parse(written(found), format=RdfFormat.TRIG)) == set(found)


@given(quads)
def test_rdflib_reads_back_what_was_written(found: list[Quad]) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(found), format="trig")
    read = {(s, p, o, None if g == rdflib.graph.DATASET_DEFAULT_GRAPH_ID else g) for s, p, o, g in dataset.quads()}
    assert read == {tuple(map(in_rdflib, quad)) for quad in found}


def in_rdflib(term: object) -> rdflib.term.Node | None:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        plain = str(datatype) == f"{XSD}string"
        return rdflib.Literal(term.value, lang=term.language, datatype=None if plain else datatype)
    return None


@given(quads, st.randoms())
def test_the_order_of_quads_changes_no_byte(found: list[Quad], random: object) -> None:
    shuffled = [*found, *found]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert written(shuffled) == written(found)


def test_it_reads_well() -> None:
    def node(name: str) -> NamedNode:
        return NamedNode(f"http://example.org/{name}")

    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    long = [Quad(node("a"), node("from"), node(f"claim-of-a-very-long-name-{number}")) for number in range(5)]
    found = [
        Quad(node("a"), rdf_type, node("T"), node("g")),
        Quad(node("a"), rdf_type, node("S"), node("g")),
        Quad(node("a/b"), node("about"), Literal("3", datatype=NamedNode(f"{XSD}decimal")), node("g")),
        Quad(node("a"), node("about"), Literal("0.5", datatype=NamedNode(f"{XSD}decimal"))),
        Quad(node("a"), node("about"), Literal("0.50", datatype=NamedNode(f"{XSD}decimal"))),
        *long,
    ]
    assert (
        written(found).decode()
        == """\
@prefix : <http://example.org/> .
@prefix hash: <http://example.org/x#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

:a
    :about "0.50"^^xsd:decimal, 0.5 ;
    :from
        :claim-of-a-very-long-name-0,
        :claim-of-a-very-long-name-1,
        :claim-of-a-very-long-name-2,
        :claim-of-a-very-long-name-3,
        :claim-of-a-very-long-name-4 .

GRAPH :g {
    :a
        a :S, :T .

    <http://example.org/a/b>
        :about "3"^^xsd:decimal .
}
"""
    )


def test_a_text_stream_takes_text() -> None:
    out = io.StringIO()
    write_trig([Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("ñ"))], out, prefixes={})
    assert out.getvalue() == '\n<urn:a>\n    <urn:b> "ñ" .\n'


def test_nothing_gives_the_prefixes() -> None:
    assert written([]).decode().count("@prefix") == 3


@pytest.mark.parametrize(
    "quad",
    [
        Quad(BlankNode("x"), NamedNode("urn:b"), Literal("c")),
        Quad(NamedNode("urn:a"), NamedNode("urn:b"), BlankNode("x")),
        Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c"), BlankNode("x")),
    ],
)
def test_a_blank_node_is_refused(quad: Quad) -> None:
    with pytest.raises(RdfError, match="only IRIs and literals"):
        written([quad])


def test_a_graph_that_comes_late_is_refused() -> None:
    found = [Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c"), graph) for graph in (NamedNode("urn:g"), None)]
    with pytest.raises(RdfError, match="sort the quads by graph"):
        write_trig(found, io.BytesIO(), prefixes={})


def test_a_direction_of_text_is_refused() -> None:
    text = Literal("a", language="ar", direction=BaseDirection.RTL)
    with pytest.raises(RdfError, match="no direction"):
        written([Quad(NamedNode("urn:a"), NamedNode("urn:b"), text)])


def test_a_long_language_tag_is_kept() -> None:
    assert '"a"@es-419-x-norte' in written([Quad(IRI, IRI, Literal("a", language="es-419-x-norte"))]).decode()


IRI = NamedNode("urn:a")
