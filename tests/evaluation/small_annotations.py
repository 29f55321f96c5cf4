"""Small annotations, drawn and written, and the figures of the project's own scorer for them where it lies beside the checkout."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import strategies as st

from binatgraph.evaluation import Ratio, Scores
from binatgraph.model import Kind, Predicate

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"
needs_the_scorer = pytest.mark.skipif(
    not EVALUATION.is_dir(), reason="the project's scorer (../shared/eval/score.py) is not here"
)
Pair = tuple[str, dict[str, Any], dict[str, Any]]


def entity(number: str, name: str, *mentions: str, kind: str = "Person", fine: Any = None) -> dict[str, Any]:
    found: dict[str, Any] = {"id": number, "type": kind, "name": name, "mentions": [*mentions]}
    return found | ({"fine": fine} if fine else {})


def relation(s: str, p: str, o: str, *, role: str | None = None, evidence: str = "So it was.") -> dict[str, Any]:
    return {"s": s, "p": p, "o": o, "role": role, "evidence": evidence}


def said(entities: Iterable[dict[str, Any]] = (), relations: Iterable[dict[str, Any]] = ()) -> dict[str, Any]:
    return {"lang": "en", "entities": [*entities], "relations": [*relations]}


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("project_scorer", EVALUATION / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference(pairs: Iterable[Pair], folder: Path) -> dict[str, Any]:
    """Give what the project's scorer prints as JSON; `folder` is where it gets its files."""
    gold, predicted = folder / "gold", folder / "predicted"
    for place in (gold, predicted):
        place.mkdir(parents=True, exist_ok=True)
        for file in place.iterdir():
            file.unlink()
    for name, one, other in pairs:
        (gold / f"{name}.txt").write_text("", "utf-8")
        (gold / f"{name}.json").write_text(json.dumps(one), "utf-8")
        (predicted / f"{name}.json").write_text(json.dumps(other), "utf-8")
    words = ["score.py", str(gold), "--predicted", str(predicted), "--json"]
    with patch.object(sys, "argv", words), contextlib.redirect_stdout(io.StringIO()) as printed:
        scorer().main()
    found: dict[str, Any] = json.loads(printed.getvalue())
    return found


def as_reference(scores: Scores) -> dict[str, Any]:
    """Give our figures in the form of the project's scorer."""
    figures: dict[str, Any] = {}
    for name in ("entity", "entity-untyped", "mention", "relation", "pair"):
        one = scores.figures[name]
        shares = {"p": one.precision, "r": one.recall, "f1": one.f1}
        figures[name] = {key: round(share, 4) for key, share in shares.items()} | {"gold": one.annotated}
    for name in ("fine", "role", "evidence"):
        figures[name] = {"accuracy": round(scores.figures[name].precision, 4), "of": scores.figures[name].predicted}
    tables = {"by_type": _counts(scores.types), "by_predicate": _counts(scores.predicates)}
    return figures | {"documents": scores.documents} | tables


def _counts(table: dict[str, Ratio]) -> dict[str, dict[str, int]]:
    rows = {key: {"gold": one.annotated, "pred": one.predicted, "tp": one.right} for key, one in table.items()}
    return {key: {name: count for name, count in row.items() if count} for key, row in rows.items()}


def comparable(figures: dict[str, Any]) -> dict[str, Any]:
    """Leave out what counts nothing: one scorer writes noughts where the other is silent."""
    tables = {
        name: {key: {column: count for column, count in row.items() if count} for key, row in figures[name].items()}
        for name in ("by_type", "by_predicate")
    }
    return figures | {name: {key: row for key, row in table.items() if row} for name, table in tables.items()}


NAMES = ("Nogales", "nogáles", "The Nogales", "Naco", "El Paso", "Paso", "Ana Ruiz", "Ruiz", "R. Ana", "—")
TOPS = ("Person", "Organization", "Place", "Initiative", "Event")
entities: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict,
        type=st.sampled_from(TOPS),
        fine=st.lists(st.sampled_from([kind.value for kind in Kind]), max_size=2),
        name=st.sampled_from(NAMES),
        mentions=st.lists(st.sampled_from(NAMES), max_size=3),
    ),
    max_size=5,
)
ends = st.integers(0, 9)
relations = st.lists(
    st.tuples(
        ends,
        st.sampled_from([one.value for one in Predicate]),
        ends,
        st.sampled_from(["mayor", "the mayor of it", "", None]),
    ),
    max_size=6,
)


def canonical(one: dict[str, Any]) -> tuple[str, ...]:
    s, o = sorted((one["s"], one["o"])) if Predicate(one["p"]).symmetric else (one["s"], one["o"])
    return s, one["p"], o


@st.composite
def annotated(draw: st.DrawFn, *, letter: str = "e") -> dict[str, Any]:
    """Draw entities with ids, and relations between them, each once."""
    drawn = draw(entities)
    numbered: list[dict[str, Any]] = [one | {"id": f"{letter}{place}"} for place, one in enumerate(drawn)]
    kept: dict[tuple[str, ...], dict[str, Any]] = {}
    for s, p, o, role in draw(relations):
        if s < len(numbered) and o < len(numbered):
            one = relation(numbered[s]["id"], p, numbered[o]["id"], role=role, evidence=f"Sentence {s}, {o}.")
            kept.setdefault(canonical(one), one)
    return said(numbered, kept.values())
