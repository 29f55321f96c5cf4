from __future__ import annotations

import itertools
import json
import math
import os
import random
import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.model import content_hash
from binatgraph.network.forces import spread
from binatgraph.network.layout import placed, positions


def star(leaves: int, name: str = "star") -> list[tuple[str, str]]:
    return [(f"{name}-middle", f"{name}-{i}") for i in range(leaves)]


def graph(edges: list[tuple[str, str]], alone: tuple[str, ...] = ()) -> nx.MultiDiGraph:
    made = nx.MultiDiGraph()
    made.add_nodes_from(alone)
    made.add_edges_from(edges)
    return made


def many(nodes: int) -> nx.MultiDiGraph:
    """Hubs with followers, some of which follow each other; islands and people without links."""
    chance = random.Random(7)  # noqa: S311 - no secret
    names = [f"n{i:05}" for i in range(nodes)]
    hubs = names[: max(3, nodes // 20)]
    edges = [(one, chance.choice(hubs if chance.random() < 0.8 else names)) for one in names if chance.random() < 0.9]
    return graph(edges + [(one, chance.choice(hubs)) for one in names if chance.random() < 0.4], tuple(names))


def nearest(places: dict[str, tuple[int, int]]) -> float:
    return min(math.dist(one, other) for one, other in itertools.combinations(places.values(), 2))


def test_every_actor_has_a_place_in_whole_numbers() -> None:
    places = positions(graph(star(5), alone=("nobody",)))
    assert set(places) == {"nobody", "star-middle", *(f"star-{i}" for i in range(5))}
    assert all(type(number) is int for place in places.values() for number in place)


def test_the_places_depend_on_the_graph_and_not_on_its_order() -> None:
    edges = star(8) + star(3, "other") + [("star-1", "star-2")]
    turned = graph([(target, source) for source, target in reversed(edges)])
    assert positions(turned) == positions(graph(edges))


def test_another_processor_and_another_seed_of_hashes_give_the_same_places() -> None:
    """Switch off what makes numpy add in another order on another processor; names that it does not know do no harm."""
    code = (
        "import json, networkx as nx; from binatgraph.network.layout import positions;"
        "print(json.dumps(positions(nx.MultiDiGraph(nx.barabasi_albert_graph(400, 2, seed=3)))))"
    )
    plain = {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR"}
    outputs = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, **features},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, features in (("1", {}), ("2", plain))
    ]
    assert json.loads(outputs[0]) == json.loads(outputs[1])


def test_the_places_are_these_on_every_machine() -> None:
    """Compare with what was written down: a failure means other arithmetic, or a layout that was changed on purpose."""
    assert positions(graph([("a", "b"), ("b", "c"), ("c", "d"), ("b", "e")])) == {
        "a": (60, -127),
        "b": (-85, -112),
        "c": (-200, 28),
        "d": (-280, 123),
        "e": (-120, -232),
    }
    assert content_hash(positions(many(300))) == "993966ecfe2ac4b1"


@pytest.mark.parametrize("nodes", [30, 300])
def test_no_actor_lies_on_another(nodes: int) -> None:
    assert nearest(positions(many(nodes))) > 60


def test_actors_that_are_joined_are_nearer_than_others() -> None:
    drawing = many(300)
    places = positions(drawing)
    joined = [math.dist(places[one], places[other]) for one, other in drawing.edges() if one != other]
    all_pairs = [math.dist(one, other) for one, other in itertools.combinations(places.values(), 2)]
    assert sum(joined) / len(joined) < 0.6 * sum(all_pairs) / len(all_pairs)


@given(sizes=st.lists(st.integers(min_value=0, max_value=6), max_size=8))
@settings(max_examples=25)
def test_islands_do_not_overlap(sizes: list[int]) -> None:
    islands = [star(leaves, f"s{i}") if leaves else [] for i, leaves in enumerate(sizes)]
    alone = tuple(f"s{i}-middle" for i in range(len(sizes)))
    places = positions(graph([edge for island in islands for edge in island], alone=alone))
    boxes = [[place for name, place in places.items() if name.split("-")[0] == f"s{i}"] for i in range(len(sizes))]
    for one, other in itertools.combinations(boxes, 2):
        apart = [
            min(p[axis] for p in one) - max(p[axis] for p in other) >= 100
            or min(p[axis] for p in other) - max(p[axis] for p in one) >= 100
            for axis in (0, 1)
        ]
        assert any(apart)


def test_the_drawing_is_about_as_wide_as_high() -> None:
    places = positions(many(300)).values()
    width, height = (max(p[axis] for p in places) - min(p[axis] for p in places) for axis in (0, 1))
    assert 0.5 < width / height < 2.5


def test_three_thousand_actors_are_all_placed() -> None:
    places = positions(many(3000))
    assert len(places) == 3000
    assert len(set(places.values())) > 2950


def test_a_node_joined_to_itself_only_is_placed() -> None:
    assert positions(graph([("a", "a")])) == {"a": (-110, -55)}


def test_nodes_of_one_place_are_pushed_apart() -> None:
    import numpy as np  # noqa: PLC0415 - for this test alone

    neighbours = [[j for j in range(6) if j != i] for i in range(6)]
    points = spread(neighbours, radii=np.full(6, 10.0))
    assert min(math.dist(one, other) for one, other in itertools.combinations(points.tolist(), 2)) >= 18


def test_placing_leaves_the_graph_as_it_was_and_adds_what_a_page_needs() -> None:
    before = graph(star(2))
    after = placed(before)
    assert dict(before.nodes(data=True))["star-middle"] == {}
    assert set(after.nodes["star-middle"]) == {"x", "y", "neighbours", "weight"}
    assert after.nodes["star-middle"]["neighbours"] == 2
