"""What is drawn and what can be read of a network, as plain data for the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from binatgraph.errors import PageError
from binatgraph.page.groups import GROUP_OF

if TYPE_CHECKING:
    import networkx as nx

    from binatgraph.model import Evidence

MOST_DRAWN = 3000
"""Nodes in the drawing; above it, a screen shows a cloud and the browser stutters."""

MOST_SENTENCES = 20
"""Sentences that the page keeps of one fact, the most certain ones."""

_HELD = {"Asserted", "Reported"}
_SYMMETRIC = {"partnersWith", "metWith", "counterpartOf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Nodes and edges in the words of vis-network, and all that the panel says.

    Numbers in them are places in `actors`, `facts` and `documents`; a node has the number of its actor.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    actors: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    documents: list[dict[str, Any]]


def drawing(graph: nx.MultiDiGraph) -> Drawing:
    """The drawing of a placed network.

    All edges between two actors become one. The actors that nothing is said of are hidden, and of the others only the
    strongest `MOST_DRAWN` are in it; everybody is in `actors`, and everything that is said in `facts`.

    Raises
    ------
    PageError
        If the graph has not been placed.
    """
    if unplaced := [node for node, data in graph.nodes(data=True) if "x" not in data]:
        raise PageError(f"{unplaced[0]!r} has no place in the drawing; give what binatgraph.network.placed returns")
    order = sorted(graph)
    number = {actor: i for i, actor in enumerate(order)}
    documents: dict[tuple[str, str, str | None, str | None], int] = {}
    edges = sorted(
        graph.edges(data=True), key=lambda edge: (edge[0], edge[1], edge[2]["relation"], edge[2]["modality"])
    )
    facts = [_fact(number[source], number[target], data, documents) for source, target, data in edges]
    drawn = _strongest(graph, order)
    return Drawing(
        nodes=_nodes(graph, order, drawn),
        edges=_merged(facts, {number[actor] for actor in drawn}),
        actors=[_actor(actor, graph.nodes[actor]) for actor in order],
        facts=facts,
        documents=[_document(key) for key in documents],
    )


def label(names: tuple[tuple[str, str, bool], ...], language: str) -> str | None:
    """The preferred name in a language, else in any, else the first; as `model.Actor.label`."""
    ranked = sorted(names, key=lambda name: (not name[2], name[1] != language))
    return ranked[0][0] if ranked else None


def _strongest(graph: nx.MultiDiGraph, order: list[str]) -> set[str]:
    linked = [actor for actor in order if graph.nodes[actor]["linked"]]
    strength = {actor: (-graph.nodes[actor]["neighbours"], -graph.nodes[actor]["weight"], actor) for actor in linked}
    return set(sorted(linked, key=strength.__getitem__)[:MOST_DRAWN])


def _nodes(graph: nx.MultiDiGraph, order: list[str], drawn: set[str]) -> list[dict[str, Any]]:
    """The drawn nodes, and hidden ones that the reader may ask for: those without links, as far as there is room."""
    alone = [actor for actor in order if not graph.nodes[actor]["linked"]][: MOST_DRAWN - len(drawn)]
    there = drawn.union(alone)
    return [_node(i, graph.nodes[actor], drawn=actor in drawn) for i, actor in enumerate(order) if actor in there]


def _node(number: int, data: dict[str, Any], *, drawn: bool) -> dict[str, Any]:
    size = round(9 + 4 * min(data["neighbours"], 60) ** 0.5, 1)
    node = {"id": number, "x": data["x"], "y": data["y"], "group": GROUP_OF[data["kind"]], "size": size}
    return node if drawn else {**node, "hidden": True}


def _actor(actor: str, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": actor,
        "kind": data["kind"],
        "group": GROUP_OF[data["kind"]],
        "label": {language: label(data["names"], language) or data["label"] for language in ("en", "es")},
        "names": sorted({(text, language) for text, language, _ in data["names"]}),
        "countries": data["countries"],
        "identifiers": data["identifiers"],
        "linked": data["linked"],
        "strength": data["neighbours"],
        "weight": data["weight"],
    }


def _fact(source: int, target: int, data: dict[str, Any], documents: dict[Any, int]) -> dict[str, Any]:
    return {
        "from": source,
        "to": target,
        "relation": data["relation"],
        "modality": data["modality"],
        "weight": data["weight"],
        "said": len(data["evidence"]),
        "evidence": [_evidence(one, documents) for one in data["evidence"][:MOST_SENTENCES]],
    }


def _evidence(one: Evidence, documents: dict[Any, int]) -> dict[str, Any]:
    key = (one.document, one.source, one.title, one.published)
    said = {
        "quote": one.quote,
        "in": documents.setdefault(key, len(documents)),
        "confidence": round(one.confidence, 2),
        "modality": one.modality.value,
    }
    return {**said, "role": one.role} if one.role else said


def _document(key: tuple[str, str, str | None, str | None]) -> dict[str, Any]:
    return dict(zip(("id", "source", "title", "published"), key, strict=True))


def _merged(facts: list[dict[str, Any]], drawn: set[int]) -> list[dict[str, Any]]:
    """One edge for every two actors that are drawn, with the numbers of the facts it stands for."""
    pairs: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        ends = (min(fact["from"], fact["to"]), max(fact["from"], fact["to"]))
        if ends[0] != ends[1] and drawn.issuperset(ends):
            pairs[ends].append(number)
    return [_edge(i, pairs[ends], facts) for i, ends in enumerate(sorted(pairs))]


def _edge(number: int, numbers: list[int], facts: list[dict[str, Any]]) -> dict[str, Any]:
    """The edge points one way if all its facts that have a direction do; it is dashed if nothing in it is held as so."""
    some = [facts[i] for i in numbers]
    ways = {(fact["from"], fact["to"]) for fact in some if fact["relation"] not in _SYMMETRIC}
    start, end = next(iter(ways)) if len(ways) == 1 else (some[0]["from"], some[0]["to"])
    documents = {said["in"] for fact in some for said in fact["evidence"]}
    edge = {
        "id": number,
        "from": start,
        "to": end,
        "facts": numbers,
        "width": round(min(1 + 0.6 * len(documents), 5.5), 1),
    }
    if len(ways) == 1:
        edge["arrows"] = "to"
    if not any(fact["modality"] in _HELD for fact in some):
        edge["dashes"] = [6, 5]
    return edge
