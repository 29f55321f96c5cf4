"""Figures and sectors through the whole pipeline: in the JSON of a document, in the graph, in the named queries."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from binatgraph.pipeline import Tools, build
from builds import run, write

PAGE = (
    "<!doctype html><html lang=en><head><title>Trade of Sonora</title></head><body><article><h1>Trade of Sonora</h1>"
    "<p>Sonora has 3,600 manufacturing companies, said the officials who had come to the meeting in the morning.</p>"
    "<table><tr><th>Sector</th><th>2022</th></tr><tr><td>Manufacturing</td><td>$5 billion</td></tr></table>"
    "</article></body></html>"
)
NOTA = (
    "La Comisión Nacional del Agua invertirá 700 millones de dólares en una planta que estará en Hermosillo. "
    "Grupo Norte, empresa aeroespacial, podría crear 4,000 empleos en la ciudad de Hermosillo."
)
FILES = {"trade.html": PAGE, "nota.txt": NOTA}


@pytest.fixture(scope="module")
def graph(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    build([write(folder / "documents", FILES)], folder / "graph", tools=tools)
    return folder / "graph"


def rows(graph: Path, *words: str) -> list[dict[str, str]]:
    done = run("query", "--graph", graph, "--named", *words, "--format", "csv")
    assert done.exit_code == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


@pytest.mark.usefixtures("one_set_of_tools")
def test_the_json_of_a_document_has_its_figures_and_sectors(tmp_path: Path) -> None:
    path = write(tmp_path, FILES) / "nota.txt"
    found = json.loads(run("extract", path).stdout)
    assert [(one["value"], one["unit"], one["measure"]) for one in found["observations"]] == [
        ("700000000", "USD", "invertirá")
    ]
    assert {one["sector"] for one in found["sectors"]} == {"water", "aerospace"}
    assert [one["value"] for one in found["review"] if "value" in one] == ["4000"]
    for one in [*found["observations"], *found["sectors"]]:
        assert NOTA[one["start"] : one["end"]] == one["evidence"]


def test_the_figures_of_an_actor_can_be_asked_for_with_their_sentence(graph: Path) -> None:
    found = {
        (row["measure"], row["value"], row["unit"], row["quote"]) for row in rows(graph, "figures", "about=Sonora")
    }
    assert any(row[:3] == ("manufacturing companies", "3600", "companies") for row in found)
    assert any(row[:3] == ("Manufacturing", "5000000000", "USD") and "$5 billion" in row[3] for row in found)


def test_the_sectors_can_be_asked_for(graph: Path) -> None:
    assert [row["name"] for row in rows(graph, "sectors", "sector=aerospace")] == ["Grupo Norte"]
    assert {"water", "aerospace"} <= {row["concept"].rpartition("/")[2] for row in rows(graph, "sectors")}


def test_a_graph_with_figures_and_sectors_conforms(graph: Path) -> None:
    done = run("validate", "--graph", graph)
    assert done.exit_code == 0, done.stdout
