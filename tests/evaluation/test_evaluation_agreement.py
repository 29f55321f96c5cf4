"""Our figures are exactly those of the project's own scorer, which lies beside some checkouts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_annotations import (
    EVALUATION,
    Pair,
    annotated,
    as_reference,
    comparable,
    entity,
    needs_the_scorer,
    reference,
    relation,
    said,
    scorer,
)

from binatgraph.evaluation import score
from binatgraph.evaluation.matching import folded
from binatgraph.pipeline import Tools, extract_json, read_file

pytestmark = needs_the_scorer
GOLD = Path(__file__).resolve().parents[2] / "graph" / "gold"
MET = relation("e1", "metWith", "e2")
TWO = [entity("e1", "Ana Ruiz", "Ruiz"), entity("e2", "Luis Soto", "The Soto")]
EDGES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing at all": (said(), said()),
    "nothing found": (said(TWO, [MET]), said()),
    "nothing annotated": (said(), said(TWO, [MET])),
    "symmetric, turned round": (said(TWO, [MET]), said(TWO, [relation("e2", "metWith", "e1")])),
    "symmetric, twice": (said(TWO, [MET]), said(TWO, [MET, relation("e2", "metWith", "e1")])),
    "not symmetric, turned round": (
        said(TWO, [relation("e1", "appointed", "e2")]),
        said(TWO, [relation("e2", "appointed", "e1")]),
    ),
    "one name for two": (
        said([entity("e1", "Nogales", kind="Place"), entity("e2", "Nogales", kind="Place")]),
        said([entity("x", "Nogales", kind="Place")]),
    ),
    "one name twice found": (
        said([entity("e1", "Nogales", kind="Place")]),
        said([entity("x", "nogáles"), entity("y", "Nogales", kind="Place")]),
    ),
    "a side that is missing": (said(TWO, [MET]), said(TWO[:1], [MET])),
    "ids that are numbers": (said([entity("e1", "Naco") | {"id": 1}]), said([entity("x", "Naco") | {"id": 7}])),
    "mentions with places": (
        said(TWO),
        said([entity("x", "Ana") | {"mentions": [{"text": "Ruiz", "start": 3, "end": 7}]}]),
    ),
    "kinds in a list or not": (
        said([entity("e1", "Naco", fine=["City", "County"]), entity("e2", "Bisbee", fine="City"), entity("e3", "Ajo")]),
        said(
            [entity("x", "Naco", fine="County"), entity("y", "Bisbee", fine="State"), entity("z", "Ajo", fine="City")]
        ),
    ),
    "an article more": (
        said([entity("e1", "La Paz"), entity("e2", "Lo Nuestro")]),
        said([entity("x", "Paz"), entity("y", "Nuestro")]),
    ),
    "evidence of one word": (said(TWO, [MET]), said(TWO, [MET | {"evidence": "was"}])),
    "no evidence": (said(TWO, [MET]), said(TWO, [MET | {"evidence": None}])),
    "a role or none": (
        said(TWO, [relation("e1", "holdsRole", "e2", role="mayor")]),
        said(TWO, [relation("e1", "holdsRole", "e2")]),
    ),
}


@pytest.mark.parametrize("name", EDGES)
def test_they_agree_at_the_edges(tmp_path: Path, name: str) -> None:
    pairs = [("note", *EDGES[name])]
    assert comparable(as_reference(score(pairs))) == comparable(reference(pairs, tmp_path))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(annotated(), annotated(letter="x")), min_size=1, max_size=2))
def test_they_agree_on_whatever_is_made_up(tmp_path: Path, pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    named = [(f"note-{place}", *pair) for place, pair in enumerate(pairs)]
    assert comparable(as_reference(score(named))) == comparable(reference(named, tmp_path))


@pytest.mark.parametrize(
    "text", ["Lo Nuestro", "La Paz", "The  The", "«El Paso»", "Una Ley", "U.S.–México", "ﬁn", "a", "İ", ""]
)
def test_they_fold_names_alike(text: str) -> None:
    assert folded(text) == scorer().norm(text)


def extracted(folder: Path, tools: Tools) -> Iterator[Pair]:
    for file in sorted(folder.rglob("*.json")):
        one = json.loads(file.read_text("utf-8"))
        yield file.stem, one, extract_json(read_file(file.parent / one["doc"]), tools=tools)


@pytest.mark.parametrize("folder", [GOLD, EVALUATION / "dev"], ids=["gold", "dev"])
def test_they_agree_on_annotated_documents(folder: Path, tools: Tools, tmp_path: Path) -> None:
    pairs = list(extracted(folder, tools))
    assert len(pairs) > 20
    assert comparable(as_reference(score(pairs))) == comparable(reference(pairs, tmp_path))
