"""Judgements on actors to quads."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.model import content_hash
from binatgraph.rdf import terms as t
from binatgraph.rdf.literals import decimal, moment, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from binatgraph.model import Judgement
    from binatgraph.rdf.iris import Iris


def judgement_quads(judgements: Iterable[Judgement], *, iris: Iris) -> Iterator[Quad]:
    """Yield what was judged, by whom and why; the ids of the pair stand as text, because they may be ids as read."""
    graph = iris.judgements_graph()
    for judgement in judgements:
        node = iris.judgement(content_hash(asdict(judgement)))
        yield from (Quad(node, predicate, obj, graph) for predicate, obj in _told(judgement, iris=iris))


def _told(judgement: Judgement, *, iris: Iris) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield the parts of a judgement that are given."""
    yield t.A, t.JUDGEMENT
    yield t.LEFT, text(judgement.left)
    yield t.RIGHT, text(judgement.right)
    yield t.VERDICT, t.verdict(judgement.verdict)
    yield t.REASON, text(judgement.reason, "en")
    yield t.ATTRIBUTED, iris.agent(judgement.by)
    if judgement.score is not None:
        yield t.SCORE, decimal(judgement.score)
    if judgement.at is not None:
        yield t.GENERATED, moment(judgement.at)
