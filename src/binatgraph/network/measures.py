"""How connected actors are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    """`neighbours`: with how many other actors one is linked. `weight`: the documents behind all links of it, summed."""

    neighbours: int
    weight: int


def degrees(graph: nx.MultiDiGraph) -> dict[str, Degree]:
    """The degree of every actor of a network, in the order of its nodes.

    Direction does not matter; a link of an actor with itself counts for its weight, once, and is no neighbour.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", weight=2), graph.add_edge("b", "a", weight=1)
    >>> degrees(graph)["a"]
    Degree(neighbours=1, weight=3)
    """
    neighbours: dict[str, set[str]] = {node: set() for node in graph}
    weights = dict.fromkeys(graph, 0)
    for source, target, weight in graph.edges(data="weight", default=1):
        for node, other in {(source, target), (target, source)}:
            neighbours[node] |= {other} - {node}
            weights[node] += weight
    return {node: Degree(neighbours=len(neighbours[node]), weight=weights[node]) for node in graph}
