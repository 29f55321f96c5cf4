"""The public interface: a dozen names, loaded when they are used, that go together as the documentation says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import binatgraph
from builds import TALKS, write

HEAVY = (
    "spacy",
    "rdflib",
    "pyoxigraph",
    "oxrdflib",
    "pyvis",
    "networkx",
    "numpy",
    "trafilatura",
    "pyshacl",
    "lxml",
    "jinja2",
)
SENTENCES = TALKS.partition(". ")[0] + ".", TALKS.partition(". ")[2]
PUBLIC = {
    "Analysis",
    "BinatgraphError",
    "Document",
    "Settings",
    "Summary",
    "ask",
    "build",
    "extract",
    "extract_json",
    "open_graph",
    "portrait",
    "read_file",
    "read_text",
    "to_network",
    "to_page",
}


def test_the_public_names_are_these() -> None:
    assert set(binatgraph.__all__) == PUBLIC
    assert binatgraph.__all__ == sorted(binatgraph.__all__)
    assert dir(binatgraph) == sorted(PUBLIC)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_public_name_can_be_had_and_says_what_it_is(name: str) -> None:
    assert getattr(binatgraph, name).__doc__


def test_what_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bulid'"):
        _ = binatgraph.bulid


def test_importing_it_loads_nothing_heavy() -> None:
    code = f"import binatgraph, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("one_set_of_tools")
def test_a_document_becomes_a_graph_that_answers_and_can_be_drawn(tmp_path: Path) -> None:
    folder = write(tmp_path / "documents", {"talks.txt": TALKS})
    summary = binatgraph.build([folder], tmp_path / "graph", settings=binatgraph.Settings(threshold=0.4))
    assert isinstance(summary, binatgraph.Summary)
    with binatgraph.open_graph(tmp_path / "graph") as graph:
        rows = list(binatgraph.ask(graph, "office-holders", {"at": "Arizona"}).records())
        seen = binatgraph.portrait(graph, "Katie Hobbs")
        page = binatgraph.to_page(binatgraph.to_network(graph), title="Talks", language="es")
    assert {row["name"] for row in rows} >= {"Katie Hobbs"}
    assert seen.offices[0].quotes[0].text in TALKS
    assert "Katie Hobbs" in page


@pytest.mark.usefixtures("one_set_of_tools")
def test_a_text_becomes_an_analysis() -> None:
    document = binatgraph.read_text(TALKS)
    analysis = binatgraph.extract(document)
    assert isinstance(analysis, binatgraph.Analysis)
    assert {analysis.quote(claim.evidence) for claim in analysis.claims} == set(SENTENCES)
    assert binatgraph.extract_json(document)["document"]["id"] == document.id


def test_an_error_is_one_of_ours() -> None:
    with pytest.raises(binatgraph.BinatgraphError):
        binatgraph.open_graph(Path("nowhere"))
