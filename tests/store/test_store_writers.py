from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pyoxigraph as ox
import pytest
import small_graph as graph
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import QueryError
from binatgraph.store.answers import Answer, Row, Shape, Term, TermKind, iri, literal
from binatgraph.store.local import memory_store
from binatgraph.store.table import columns_of, printable, shortened
from binatgraph.store.writers import FORMATS, write

XSD = "http://www.w3.org/2001/XMLSchema#"


def written(answer: Answer, form: str, *, width: int | None = None) -> str:
    stream = io.StringIO(newline="")
    write(answer, format=form, stream=stream, width=width)
    return stream.getvalue()


def table(*rows: Row, names: tuple[str, ...] = ("a", "b")) -> Answer:
    return Answer(shape=Shape.TABLE, variables=names, rows=rows)


def test_csv_has_values_only_and_its_own_line_ends() -> None:
    rows = [(iri("urn:x"), literal('a "b", c')), (None, literal("é", language="es")), (Term(TermKind.BLANK, "n"), None)]
    assert written(table(*rows), "csv") == 'a,b\r\nurn:x,"a ""b"", c"\r\n,é\r\n_:n,\r\n'


def test_tsv_has_whole_terms_on_one_line() -> None:
    rows = [
        (iri("urn:x"), literal("a\tb\nc")),
        (literal("5", datatype=f"{XSD}integer"), literal("0.5", datatype=f"{XSD}decimal")),
        (literal("true", datatype=f"{XSD}boolean"), literal("é", language="es")),
        (None, Term(TermKind.BLANK, "n")),
    ]
    assert written(table(*rows), "tsv").splitlines() == [
        "?a\t?b",
        '<urn:x>\t"a\\tb\\nc"',
        f'5\t"0.5"^^<{XSD}decimal>',
        'true\t"é"@es',
        "\t_:n",
    ]


def test_json_follows_the_specification() -> None:
    rows = [(iri("urn:x"), None), (literal("é", language="es"), literal("5", datatype=f"{XSD}integer"))]
    assert json.loads(written(table(*rows), "json")) == {
        "head": {"vars": ["a", "b"]},
        "results": {
            "bindings": [
                {"a": {"type": "uri", "value": "urn:x"}},
                {
                    "a": {"type": "literal", "value": "é", "xml:lang": "es"},
                    "b": {"type": "literal", "value": "5", "datatype": f"{XSD}integer"},
                },
            ]
        },
    }


@pytest.mark.parametrize("form", ["table", "csv", "tsv"])
def test_yes_and_no_are_words(form: str) -> None:
    assert written(Answer(shape=Shape.BOOLEAN, boolean=False), form) == "false\n"


def test_yes_in_json_follows_the_specification() -> None:
    assert json.loads(written(Answer(shape=Shape.BOOLEAN, boolean=True), "json")) == {"head": {}, "boolean": True}


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
OBJECTS = st.one_of(
    PLAIN.map(ox.Literal),
    PLAIN.map(lambda text: ox.Literal(text, language="es")),
    st.integers(-(10**9), 10**9).map(ox.Literal),
    st.booleans().map(ox.Literal),
    st.sampled_from(["a\tb", 'say "hi"', "line\nline", "\\", "back\\slash", "x,y", " x "]).map(ox.Literal),
    st.integers(0, 9).map(lambda number: ox.NamedNode(f"urn:{number}")),
)


@given(st.lists(OBJECTS, max_size=8))
def test_the_engine_and_we_write_the_same(objects: list[ox.NamedNode | ox.Literal]) -> None:
    quads = [ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), one) for one in objects]
    with memory_store(quads) as store:
        for form in ("csv", "tsv", "json"):
            mine, native = (store.query("SELECT ?o ?none { ?s ?p ?o }") for _ in range(2))
            assert native.native is not None
            assert written(replace(mine, native=None), form) == written(native, form)


@given(st.lists(st.tuples(PLAIN, PLAIN), max_size=5))
def test_csv_can_be_read_back(cells: list[tuple[str, str]]) -> None:
    text = written(table(*((literal(a), literal(b)) for a, b in cells)), "csv")
    assert [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))] == [("a", "b"), *cells]


def test_the_engine_streams_text_whose_characters_it_cuts_in_two() -> None:
    value = "ñ" * 100_000
    with memory_store([ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(value))]) as store:
        assert written(store.query("SELECT ?o { ?s ?p ?o }"), "csv") == f"o\r\n{value}\r\n"


def test_turtle_is_sorted_and_declares_only_what_it_uses() -> None:
    with graph.store(graph.ACTORS, graph.DOCUMENTS) as store:
        text = written(
            store.query("CONSTRUCT { ?s a bg:Place } WHERE { ?s a ?k . VALUES ?k { bg:State bg:City } }"), "turtle"
        )
        again = written(store.query("CONSTRUCT { ?s a bg:Place } WHERE { ?s a bg:Place }"), "turtle")
    assert text == again
    prefixes = {line.split()[1] for line in text.splitlines() if line.startswith("@prefix")}
    assert {"bg:", "place:"} <= prefixes
    assert "org:" not in prefixes
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == 3


@pytest.mark.parametrize(
    ("query", "form", "allowed"),
    [
        ("SELECT ?s { ?s ?p ?o }", "turtle", "table, csv, tsv, json"),
        ("ASK {}", "turtle", "table, csv, tsv, json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "turtle, table"),
        ("SELECT ?s { ?s ?p ?o }", "xlsx", "table, csv, tsv, json"),
    ],
)
def test_a_format_that_an_answer_cannot_have_is_refused_with_those_it_can(query: str, form: str, allowed: str) -> None:
    with graph.whole() as store, pytest.raises(QueryError, match=f"allowed are {allowed}"):
        written(store.query(query), form)


def test_every_allowed_format_is_written() -> None:
    queries = {Shape.BOOLEAN: "ASK {}", Shape.TABLE: "SELECT * { ?s ?p ?o }", Shape.GRAPH: "DESCRIBE place:us-az"}
    with graph.whole() as store:
        for shape, forms in FORMATS.items():
            assert all(written(store.query(queries[shape]), form) for form in forms)


def test_a_table_is_aligned_and_shortens_iris() -> None:
    rows = [
        (iri("https://e.org/place/a"), literal("東京")),
        (None, literal("José")),
        (iri("https://e.org/"), literal("x")),
    ]
    answer = replace(table(*rows), prefixes={"id": "https://e.org/", "place": "https://e.org/place/"})
    assert written(answer, "table").splitlines() == [
        "a               b",
        "--------------  ----",
        "place:a         東京",
        "                José",
        "https://e.org/  x",
    ]


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=5), st.integers(20, 60))
def test_no_line_of_a_table_is_wider_than_the_terminal(cells: list[tuple[str, str]], width: int) -> None:
    lines = written(table(*((literal(a), literal(b)) for a, b in cells)), "table", width=width).split("\n")
    assert all(columns_of(line) <= width for line in lines)
    assert len(lines) == len(cells) + 3


def test_what_is_cut_ends_with_dots() -> None:
    line = written(table((literal("x" * 50), literal("short"))), "table", width=20).splitlines()[2]
    assert line == "xxxxxxxxxxxx…  short"


def test_a_table_of_no_rows_has_its_names() -> None:
    assert written(table(), "table") == "a  b\n-  -\n"


def test_a_table_goes_on_after_the_rows_that_were_measured() -> None:
    rows = [(literal("x"), literal(str(number))) for number in range(1500)]
    lines = written(table(*rows, (literal("wider"), literal("y"))), "table").splitlines()
    assert len(lines) == 1503
    assert lines[-1] == "…  y"


@given(st.text(max_size=20))
def test_nothing_that_steers_a_terminal_is_printed(text: str) -> None:
    shown = printable(f"a\x1b]0;title\x07{text}\u202eb")
    assert all(c.isprintable() or c == "\u200d" for c in shown.replace("\u3000", ""))


def test_an_iri_is_shortened_with_the_longest_namespace() -> None:
    assert shortened("https://e.org/place/x", {"a": "https://e.org/", "b": "https://e.org/place/"}) == "b:x"
    assert shortened("urn:x", {"a": "https://e.org/"}) == "urn:x"


def test_columns_can_be_left_out() -> None:
    answer = table((literal("1"), literal("2"))).without({"a", "other"})
    assert answer.variables == ("b",)
    assert list(answer.records()) == [{"b": "2"}]
