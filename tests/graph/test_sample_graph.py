"""The graph that is committed is the one that the sample documents give: compared as bytes, and as a graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from binatgraph.pipeline import Summary, build, check

GRAPH = Path(__file__).resolve().parents[2] / "graph"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    folder = tmp_path_factory.mktemp("rebuilt")
    return folder, build([], folder)


def test_the_committed_graph_is_what_the_documents_give(rebuilt: tuple[Path, Summary]) -> None:
    fresh = set(parse(path=rebuilt[0] / "binatgraph.trig", format=RdfFormat.TRIG))
    kept = set(parse(path=GRAPH / "binatgraph.trig", format=RdfFormat.TRIG))
    assert (fresh - kept, kept - fresh) == (set(), set())
    assert (rebuilt[0] / "binatgraph.trig").read_bytes() == (GRAPH / "binatgraph.trig").read_bytes()


def test_the_committed_page_is_what_the_graph_gives(rebuilt: tuple[Path, Summary]) -> None:
    assert (rebuilt[0] / "network.html").read_text("utf-8") == (GRAPH / "network.html").read_text("utf-8")


def test_every_sample_document_is_read_and_none_is_refused(rebuilt: tuple[Path, Summary]) -> None:
    summary = rebuilt[1]
    assert summary.documents >= 24
    assert (summary.refused, summary.no_language) == ((), ())


def test_the_sample_graph_conforms_to_the_shapes(rebuilt: tuple[Path, Summary]) -> None:
    assert [str(violation) for violation in check(rebuilt[0])] == []


def test_all_thirteen_relations_are_asked_for_and_most_are_there() -> None:
    store = Store()
    store.bulk_load(path=GRAPH / "binatgraph.trig", format=RdfFormat.TRIG)
    found = store.query(
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> SELECT DISTINCT ?p WHERE { ?s rdf:predicate ?p }"
    )
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) >= 9
