from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store
from rdf_worlds import graph, worlds

from binatgraph.model import Analysis, Kind, Period, Predicate
from binatgraph.rdf import terms as t
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.literals import date
from binatgraph.rdf.parts import parts
from binatgraph.rdf.validation import Violation, check, load_shapes, validate, validate_store
from factory import analysis, claim, document, focus, mention, observation

if TYPE_CHECKING:
    from collections.abc import Callable

IRIS = Iris()
SHAPES = load_shapes()
CHECKS = sorted(one.name.removesuffix(".rq") for one in (files("binatgraph.rdf") / "checks").iterdir())


def world() -> list[Analysis]:
    doc = document("Ana Ruiz is governor of Sonora. The Water Board met the Rail Board.", published="2025-06-26")
    people = [
        mention(doc, "Ana Ruiz", Kind.OFFICIAL),
        mention(doc, "Sonora", Kind.STATE),
        mention(doc, "Water Board", Kind.COMMISSION),
        mention(doc, "Rail Board", Kind.COMMISSION),
    ]
    when = Period(start_latest="2025-06-26", last_seen="2025-06-26")
    claims = [
        claim(doc, "Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora", role="governor", role_concept="governor", period=when),
        claim(doc, "Water Board", Predicate.MET_WITH, "Rail Board"),
    ]
    figures = [observation(doc, "Sonora", "exports", "3600")]
    return [analysis(doc, people, claims=claims, observations=figures, focuses=[focus(doc, "Water Board", "water")])]


def store() -> Store:
    made = Store()
    made.extend(graph(world()))
    return made


def only(made: Store, predicate: NamedNode) -> Quad:
    return min(made.quads_for_pattern(None, predicate, None), key=str)


def subject(quad: Quad) -> NamedNode:
    assert isinstance(quad.subject, NamedNode)
    return quad.subject


def change(made: Store, quad: Quad, obj: NamedNode | Literal) -> None:
    made.remove(quad)
    made.add(Quad(quad.subject, quad.predicate, obj, quad.graph_name))


def test_a_good_graph_conforms() -> None:
    assert [str(one) for one in validate_store(store(), iris=IRIS).violations] == []


@given(worlds())
@settings(max_examples=10)
def test_the_parts_of_a_store_are_all_that_has_a_shape(some: list[Analysis]) -> None:
    made = Store()
    made.extend(graph(some))
    seen = {quad for part in parts(made, iris=IRIS, size=1) for quad in part}
    concepts = {quad.subject for quad in made if quad.object == t.CONCEPT}
    rest = {quad for quad in set(made) - seen if quad.subject not in concepts}
    assert {quad.predicate for quad in rest} <= {t.ALT_LABEL, t.BEGINNING, t.END, t.ON_DATE, t.A}
    assert {quad.object for quad in rest if quad.predicate == t.A} <= {t.INTERVAL, t.INSTANT}


SOMEWHERE = NamedNode("https://example.org/somewhere")
ANA = IRIS.actor("person/ana-ruiz")
BREAKS: dict[str, Callable[[Store], None]] = {
    "statement-without-claim": lambda made: made.remove_graph(IRIS.document_graph(world()[0].document.id)),
    "claim-without-body": lambda made: change(made, only(made, t.BODY), SOMEWHERE),
    "derived-from-nothing": lambda made: change(made, only(made, t.DERIVED), SOMEWHERE),
    "claim-not-counted": lambda made: made.remove(only(made, t.DERIVED)),
    "claim-in-the-wrong-graph": lambda made: change(made, only(made, t.SOURCE_OF), IRIS.document("0")),
    "quote-of-another-length": lambda made: change(made, only(made, t.EXACT), Literal("short", language="en")),
    "one-place-two-quotes": lambda made: change(made, only(made, t.EXACT), Literal("other", language="en")),
    "short-cut-without-statement": lambda made: made.add(Quad(ANA, t.predicate(Predicate.LEADS), SOMEWHERE)),
    "tenure-without-short-cut": lambda made: made.remove(only(made, t.predicate(Predicate.HOLDS_ROLE))),
    "tenure-without-statement": lambda made: made.remove(only(made, t.TENURE_OF)),
    "mentioned-but-not-described": lambda made: made.remove(only(made, t.PREF_LABEL)),
    "described-but-nowhere": lambda made: made.add(Quad(SOMEWHERE, t.PREF_LABEL, Literal("Nowhere"))),
    "document-without-card": lambda made: made.remove_graph(IRIS.documents_graph()),
    "blank-node": lambda made: made.add(Quad(BlankNode(), t.PREF_LABEL, Literal("Nobody"))),
    "seen-outside-its-bounds": lambda made: made.add(
        Quad(subject(only(made, t.BOUNDS["last_seen"])), t.BOUNDS["end_latest"], date("2024-01-01"))
    ),
}


@pytest.mark.parametrize("name", CHECKS)
def test_each_check_finds_what_it_is_for(name: str) -> None:
    made = store()
    BREAKS[name](made)
    query = (files("binatgraph.rdf") / "checks" / f"{name}.rq").read_text("utf-8")
    assert [one for one in check(made) if f"# en: {one.message_en}\n" in query]


@pytest.mark.parametrize("name", CHECKS)
def test_each_check_says_what_it_finds_in_both_languages(name: str) -> None:
    lines = (files("binatgraph.rdf") / "checks" / f"{name}.rq").read_text("utf-8").splitlines()
    assert lines[0] == "# Must return nothing."
    assert [line[:6] for line in lines[1:3]] == ["# en: ", "# es: "]


def test_a_claim_without_a_quote_is_said_in_both_languages() -> None:
    quads = [quad for quad in graph(world()) if quad.predicate != t.EXACT]
    found = validate(quads, shapes=SHAPES).violations
    assert {one.message_en for one in found} == {"exactly one exact quote, not empty"}
    assert {one.text("es") for one in found} >= {f"{found[0].focus} oa:exact: exactamente una cita exacta, no vacía"}


def test_a_relation_between_the_wrong_kinds_is_found() -> None:
    made = store()
    change(made, only(made, t.predicate(Predicate.HOLDS_ROLE)), ANA)
    assert any("organization or a place" in str(one) for one in validate(made, shapes=SHAPES).violations)


def test_a_statement_between_the_wrong_kinds_is_found_part_by_part() -> None:
    doc = document("Ana Ruiz is located in José Peña.")
    people = [mention(doc, "Ana Ruiz"), mention(doc, "José Peña")]
    wrong = claim(doc, "Ana Ruiz", Predicate.LOCATED_IN, "José Peña", confidence=0.1)
    made = Store()
    made.extend(graph([analysis(doc, people, claims=[wrong])]))
    said = {one.message_en for one in validate_store(made, iris=IRIS, size=1).violations}
    assert "bg:locatedIn goes to a place" in said


def test_a_violation_is_one_line_that_a_terminal_can_show() -> None:
    bad = Violation(focus="urn:a", path="", message_en="no", message_es="no", value="a\n\x1b[31mred\x9b" + "x" * 200)
    assert str(bad).isprintable()
    assert len(str(bad)) < 120


def test_violations_come_in_order_and_once() -> None:
    made = store()
    for quad in list(made.quads_for_pattern(None, t.CONFIDENCE, None)):
        made.remove(quad)
    found = validate_store(made, iris=IRIS, size=1).violations
    assert list(found) == sorted(set(found))
    assert len({one.focus for one in found}) == 7
