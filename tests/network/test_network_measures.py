from __future__ import annotations

import networkx as nx

from binatgraph.network.measures import Degree, degrees


def graph(*edges: tuple[str, str, int]) -> nx.MultiDiGraph:
    made = nx.MultiDiGraph()
    made.add_nodes_from("abcd")
    for source, target, weight in edges:
        made.add_edge(source, target, weight=weight)
    return made


def test_an_actor_alone_has_no_degree() -> None:
    assert degrees(graph())["a"] == Degree(neighbours=0, weight=0)


def test_parallel_edges_are_one_neighbour_and_their_weights_are_summed() -> None:
    assert degrees(graph(("a", "b", 2), ("b", "a", 3), ("a", "c", 1)))["a"] == Degree(neighbours=2, weight=6)


def test_direction_does_not_matter() -> None:
    found = degrees(graph(("a", "b", 2)))
    assert found["a"] == found["b"] == Degree(neighbours=1, weight=2)


def test_a_link_of_an_actor_with_itself_is_no_neighbour_and_counts_once() -> None:
    assert degrees(graph(("a", "a", 4)))["a"] == Degree(neighbours=0, weight=4)


def test_the_degrees_stand_in_the_order_of_the_nodes() -> None:
    assert list(degrees(graph(("d", "a", 1)))) == ["a", "b", "c", "d"]
