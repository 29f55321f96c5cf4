"""Actors and links to a networkx graph, in one order whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from binatgraph.errors import NetworkError

if TYPE_CHECKING:
    import networkx as nx

    from binatgraph.model import Actor, Evidence, Link


def network(actors: Iterable[Actor], links: Iterable[Link]) -> nx.MultiDiGraph:
    """The network of actors: a node an actor, a directed edge a link.

    A node is the canonical id of the actor. It has the attributes `kind` and `top` (names of kinds), `label` (the English
    preferred name, else any), `names` (tuples of text, language, preferred), `countries`, `identifiers`, and `linked`
    (whether any link touches it; actors that none touches are kept). An edge has `relation`, `modality`, `weight` (the
    number of documents behind it) and `evidence` (a tuple of `Evidence`, best confidence first). Symmetric relations have
    one edge, in the direction of their link.

    Raises
    ------
    NetworkError
        If two different actors have one id, or a link names an actor that is not there.

    >>> from binatgraph.model import Actor, Kind, Link, Modality, Predicate
    >>> people = [Actor(id=f"person/{name}", kind=Kind.PERSON) for name in ("b", "a")]
    >>> met = Link(source="person/a", target="person/b", relation=Predicate.MET_WITH, weight=2,
    ...     modality=Modality.ASSERTED, evidence=())
    >>> graph = network(people, [met])
    >>> list(graph), [data["relation"] for _, _, data in graph.edges(data=True)]
    (['person/a', 'person/b'], ['metWith'])
    """
    import networkx as nx  # noqa: PLC0415 - loaded when a network is made, so that the command line starts fast

    known = _by_id(actors)
    ordered = sorted(links, key=_order)
    linked = {end for link in ordered for end in (link.source, link.target)}
    if missing := sorted(linked - known.keys()):
        raise NetworkError(
            f"a link names {missing[0]!r}, which is not among the {len(known)} actors; give that actor too"
        )
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((actor, _node(known[actor], linked=actor in linked)) for actor in sorted(known))
    graph.add_edges_from((link.source, link.target, _edge(link)) for link in ordered)
    return graph


def _by_id(actors: Iterable[Actor]) -> dict[str, Actor]:
    known: dict[str, Actor] = {}
    for actor in actors:
        if known.setdefault(actor.id, actor) != actor:
            raise NetworkError(f"two different actors have the id {actor.id!r}; resolve them into one first")
    return known


def _node(actor: Actor, *, linked: bool) -> dict[str, Any]:
    return {
        "kind": actor.kind.value,
        "top": actor.kind.top.value,
        "label": actor.label(),
        "names": tuple((name.text, name.language, name.preferred) for name in actor.names),
        "countries": actor.countries,
        "identifiers": actor.identifiers,
        "linked": linked,
    }


def _edge(link: Link) -> dict[str, Any]:
    return {
        "relation": link.relation.value,
        "modality": link.modality.value,
        "weight": link.weight,
        "evidence": tuple(sorted(link.evidence, key=_evidence_order)),
    }


def _order(link: Link) -> tuple[Any, ...]:
    evidence = sorted(_evidence_order(item) for item in link.evidence)
    return (link.source, link.target, link.relation.value, link.modality.value, link.weight, evidence)


def _evidence_order(evidence: Evidence) -> tuple[Any, ...]:
    """Best first; the rest of the fields only so that the order is total (None sorts as an empty text)."""
    words = (evidence.document, evidence.quote, evidence.role, evidence.source, evidence.title, evidence.published)
    return (-evidence.confidence, evidence.modality.value, *(word or "" for word in words))
