"""A store in parts that can be checked one by one: each has what the shapes ask of the things in it."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import DefaultGraph, NamedNode

from binatgraph.model import Kind
from binatgraph.rdf import terms as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, Literal, Quad, Store, Triple

    from binatgraph.rdf.iris import Iris

    _Term = NamedNode | BlankNode | Literal | Triple

_Item = TypeVar("_Item")
_DEFAULT = DefaultGraph()
_SUBJECTS_AT_ONCE = 1000


def parts(store: Store, *, iris: Iris, size: int) -> Iterator[list[Quad]]:
    """Yield the graphs of `size` documents at a time with what they say of actors, then the rest.

    A relation comes with the kinds of both its actors, so some quads come in several parts.
    """
    start = iris("graph/document").value + "/"
    graphs = sorted((g for g in store.named_graphs() if isinstance(g, NamedNode)), key=lambda graph: graph.value)
    documents = [graph for graph in graphs if graph.value.startswith(start)]
    for some in _batches(documents, size):
        yield _documents(store, some)
    for graph in graphs:
        if not graph.value.startswith(start):
            subjects = dict.fromkeys(quad.subject for quad in store.quads_for_pattern(None, None, None, graph))
            for things in _batches(subjects, _SUBJECTS_AT_ONCE):
                yield [quad for one in things for quad in store.quads_for_pattern(one, None, None, graph)]
    for actors in _batches(_unmentioned(store), _SUBJECTS_AT_ONCE):
        yield [quad for actor in actors for quad in _described(store, actor)]


def _documents(store: Store, graphs: Iterable[NamedNode]) -> list[Quad]:
    """Take the graphs of documents, the statements and figures that they speak of, and the actors of these."""
    own = [quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)]
    said = _about(store, {quad.object for quad in own if quad.predicate == t.BODY})
    said += _about(store, {quad.object for quad in said if quad.predicate == t.TENURE_OF})
    joins = {t.SUBJECT, t.OBJECT, t.ABOUT, t.MENTIONS, t.SPEAKER, t.MEMBER, t.HELD_AT}
    actors = {quad.object for quad in chain(own, said) if quad.predicate in joins}
    described = [quad for actor in actors for quad in _described(store, actor)]
    return [*own, *said, *described, *_short_cuts(store, said)]


def _about(store: Store, subjects: Iterable[_Term]) -> list[Quad]:
    """Take what the default graph says of things."""
    named = [one for one in subjects if isinstance(one, NamedNode)]
    return [quad for one in named for quad in store.quads_for_pattern(one, None, None, _DEFAULT)]


def _described(store: Store, actor: _Term) -> Iterator[Quad]:
    """Take the kinds and the preferred names of an actor."""
    if isinstance(actor, NamedNode):
        yield from store.quads_for_pattern(actor, t.A, None, _DEFAULT)
        yield from store.quads_for_pattern(actor, t.PREF_LABEL, None, _DEFAULT)


def _short_cuts(store: Store, said: Iterable[Quad]) -> Iterator[Quad]:
    """Take the short cuts of statements, in both directions."""
    told: dict[object, dict[object, _Term]] = {}
    for quad in said:
        told.setdefault(quad.subject, {})[quad.predicate] = quad.object
    for parts_of in told.values():
        subject, predicate, obj = (parts_of.get(part) for part in (t.SUBJECT, t.PREDICATE, t.OBJECT))
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(obj, NamedNode):
            yield from store.quads_for_pattern(subject, predicate, obj, _DEFAULT)
            yield from store.quads_for_pattern(obj, predicate, subject, _DEFAULT)


def _unmentioned(store: Store) -> Iterator[_Term]:
    """Find the actors that no document mentions: what others are part of, seats, counterparts."""
    for kind in Kind:
        if kind is kind.top:
            for quad in store.quads_for_pattern(None, t.A, t.kind(kind), _DEFAULT):
                if next(store.quads_for_pattern(None, t.MENTIONS, quad.subject), None) is None:
                    yield quad.subject


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    """Cut into lists of at most `size` (itertools has this from Python 3.12 on)."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
