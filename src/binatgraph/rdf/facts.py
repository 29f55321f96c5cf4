"""What the default graph holds: statements, short cuts, tenures and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.model import Modality, Predicate
from binatgraph.rdf import terms as t
from binatgraph.rdf.literals import decimal, tagged, text
from binatgraph.rdf.tenures import Office, bounds, tenure_quads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from binatgraph.model import Observation, Statement
    from binatgraph.rdf.iris import Iris
    from binatgraph.rdf.statements import FocusStatement


def statement_quads(statement: Statement, *, iris: Iris) -> Iterator[Quad]:
    """Yield a statement; where it is held, also the short cut (both ways if symmetric), and the tenure of an office."""
    predicate = t.predicate(statement.predicate)
    subject, obj = iris.actor(statement.subject), iris.actor(statement.object)
    node = iris.statement(statement.id)
    yield from _reified(node, (subject, predicate, obj))
    yield from _derived(node, statement, iris=iris)
    yield Quad(node, t.MODALITY, t.modality(statement.modality))
    if statement.predicate is Predicate.HOLDS_ROLE:
        yield Quad(node, t.TENSE, text(statement.tense))
    if not statement.held:
        return
    yield Quad(subject, predicate, obj)
    if statement.predicate.symmetric:
        yield Quad(obj, predicate, subject)
    if statement.predicate is Predicate.HOLDS_ROLE:
        yield Quad(node, t.TENURE_OF, iris.tenure(statement.id))
        yield from tenure_quads(_office(statement), iris=iris)


def _office(statement: Statement) -> Office:
    """Take the office out of a statement."""
    return Office(
        id=statement.id,
        person=statement.subject,
        at=statement.object,
        role=statement.role_concept,
        period=statement.period,
    )


def focus_quads(statement: FocusStatement, *, iris: Iris) -> Iterator[Quad]:
    """Yield what an actor works on, as a statement; where it is held, also the short cut."""
    told = (iris.actor(statement.subject), t.FOCUSES_ON, iris.sector(statement.sector))
    node = iris.statement(statement.id)
    yield from _reified(node, told)
    yield from _derived(node, statement, iris=iris)
    yield Quad(node, t.MODALITY, t.modality(Modality.ASSERTED))
    if statement.held:
        yield Quad(*told)


def observation_quads(
    observation: Observation, *, about: str, iris: Iris, language: str = "und", graph: NamedNode | None = None
) -> Iterator[Quad]:
    """Yield a figure about a canonical actor; `language` is that of the document, whose words name the measure."""
    node = iris.observation(observation.id)
    told: list[tuple[NamedNode, NamedNode | Literal]] = [
        (t.A, t.OBSERVATION),
        (t.ABOUT, iris.actor(about)),
        (t.MEASURE, tagged(observation.measure, language)),
        (t.VALUE, decimal(observation.value)),
        (t.UNIT, text(observation.unit)),
        (t.DERIVED, iris.claim(observation.id)),
        *bounds(observation.period),
    ]
    return (Quad(node, predicate, obj, graph) for predicate, obj in told)


def _reified(node: NamedNode, told: tuple[NamedNode, NamedNode, NamedNode]) -> Iterator[Quad]:
    """Yield a triple as a thing."""
    yield from (Quad(node, t.A, kind) for kind in t.STATEMENT)
    yield from (Quad(node, part, term) for part, term in zip((t.SUBJECT, t.PREDICATE, t.OBJECT), told, strict=True))


def _derived(node: NamedNode, statement: Statement | FocusStatement, *, iris: Iris) -> Iterator[Quad]:
    """Yield how sure a statement is, and the claims behind it."""
    yield Quad(node, t.CONFIDENCE, decimal(statement.confidence))
    yield from (Quad(node, t.DERIVED, iris.claim(claim)) for claim in statement.claims)
