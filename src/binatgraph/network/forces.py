"""A force-directed drawing of one connected component, the same to the last bit on every machine.

networkx' own layouts sum with `einsum` and matrix products, whose order of addition depends on the processor, and a
force-directed layout is chaotic: a difference of 1e-13 at the start moved nodes by a tenth of the picture. So here only
operations are used that IEEE 754 rounds one way (+, -, *, /, square root, element by element) and sums that run in index
order (`bincount`). Repulsion and attraction are those of ForceAtlas2 (Jacomy et al. 2014), with far nodes taken together
by the cells of a grid; the cooling is Fruchterman and Reingold's (1991).
"""

from __future__ import annotations

import math
from collections import deque
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Ends: TypeAlias = NDArray[np.int64]

_CELLS = 240  # about as many cells as repel each node; below that number of nodes every node is its own cell
_HALF_PLANE = ((0, 1), (1, -1), (1, 0), (1, 1))  # the neighbours of a cell, each pair of cells once

_SHEET = 2.2  # times the room that all nodes need: what a component may be spread over, before overlaps are resolved

_MANY = 2000
_ROUNDS, _ROUNDS_OF_MANY = 300, 120
"""Rounds of forces: of many nodes fewer, so that 10,000 are placed in half a minute."""


def spread(neighbours: list[list[int]], *, radii: Points) -> Points:
    """Places for the nodes of a connected component, in the unit of `radii`, around the origin.

    `neighbours[i]` are the indexes joined to `i`. Two nodes end at least the sum of their radii apart, but for rare
    pairs in the densest places.
    """
    ends = np.array([(i, j) for i, row in enumerate(neighbours) for j in row if i < j], dtype=np.int64).reshape(-1, 2)
    mass = np.sqrt(np.array([len(row) + 1.0 for row in neighbours]))
    points = _radial(neighbours)
    rounds = _ROUNDS if len(points) <= _MANY else _ROUNDS_OF_MANY
    step = math.sqrt(len(points))
    for turn in range(rounds):
        force = _repulsion(points, mass) - _attraction(points, ends)
        points = _moved(points, force, limit=step * (1 - turn / rounds) ** 2 / 4 + 0.02)
    return _apart(points * _scale(points, ends, radii), radii)


def _radial(neighbours: list[list[int]]) -> Points:
    """A tree from the best connected node outwards, each branch with an angle as wide as it has nodes."""
    root = max(range(len(neighbours)), key=lambda i: (len(neighbours[i]), -i))
    order, parent = _tree(neighbours, root)
    size = [1] * len(neighbours)
    for node in reversed(order[1:]):
        size[parent[node]] += size[node]
    start, depth = [0.0] * len(neighbours), [0] * len(neighbours)
    taken = [0.0] * len(neighbours)
    for node in order[1:]:
        above = parent[node]
        start[node] = start[above] + taken[above]
        taken[above] += size[node] / len(neighbours)
        depth[node] = depth[above] + 1
    turns = [2 * math.pi * (start[i] + size[i] / len(neighbours) / 2) for i in range(len(neighbours))]
    places = [(depth[i] * math.cos(turn), depth[i] * math.sin(turn)) for i, turn in enumerate(turns)]
    return _rounded(np.array(places) * math.sqrt(len(neighbours)))


def _tree(neighbours: list[list[int]], root: int) -> tuple[list[int], list[int]]:
    """Breadth first: the nodes in order of discovery, and the parent of each."""
    parent = [-1] * len(neighbours)
    parent[root] = root
    order, queue = [root], deque([root])
    while queue:
        node = queue.popleft()
        for other in neighbours[node]:
            if parent[other] < 0:
                parent[other] = node
                order.append(other)
                queue.append(other)
    return order, parent


def _repulsion(points: Points, mass: Points) -> Points:
    """Each cell of a grid pushes each node, with mass over distance."""
    centres, weights, soft = _cells(points, mass)
    x, y = points[:, 0], points[:, 1]
    force_x, force_y = np.zeros(len(points)), np.zeros(len(points))
    for (centre_x, centre_y), weight in zip(centres, weights, strict=True):
        dx, dy = x - centre_x, y - centre_y
        factor = weight / (dx * dx + dy * dy + soft)
        force_x += dx * factor
        force_y += dy * factor
    return np.stack([force_x, force_y], axis=1) * mass[:, None]


def _cells(points: Points, mass: Points) -> tuple[list[list[float]], list[float], float]:
    """Centre and mass of the occupied cells, and the square of the distance under which a push grows no more."""
    if len(points) <= _CELLS:
        return points.tolist(), mass.tolist(), 0.01
    low, high = points.min(axis=0), points.max(axis=0)
    side = math.sqrt(float((high[0] - low[0]) * (high[1] - low[1])) / _CELLS) + 1e-6
    column, row = np.floor((points - low) / side).astype(np.int64).T
    _, cell = np.unique(column * (int(row.max()) + 1) + row, return_inverse=True)
    weight = np.bincount(cell, mass)
    centre_x = np.bincount(cell, mass * points[:, 0]) / weight
    centre_y = np.bincount(cell, mass * points[:, 1]) / weight
    return np.stack([centre_x, centre_y], axis=1).tolist(), weight.tolist(), side * side / 8


def _attraction(points: Points, ends: Ends) -> Points:
    """An edge pulls its ends with its length."""
    pull = points[ends[:, 0]] - points[ends[:, 1]]
    return _scattered(ends[:, 0], pull, len(points)) - _scattered(ends[:, 1], pull, len(points))


def _moved(points: Points, force: Points, *, limit: float) -> Points:
    """One step along the force, no longer than the limit; heavy nodes are pulled by many and move as far as others."""
    length = np.sqrt(force[:, 0] * force[:, 0] + force[:, 1] * force[:, 1]) + 1e-9
    return _rounded(points + force * (np.minimum(length * 0.1, limit) / length)[:, None])


def _scale(points: Points, ends: Ends, radii: Points) -> float:
    """So that half of the edges are half as long again as their ends need; smaller where that would fill more than a sheet.

    A tree of stars has a few long edges between its hubs, and would be mostly empty. A quarter is left in any case, so
    that the shape is not lost when overlaps are resolved.
    """
    span = points[ends[:, 0]] - points[ends[:, 1]]
    length = np.sqrt(span[:, 0] * span[:, 0] + span[:, 1] * span[:, 1])
    need = radii[ends[:, 0]] + radii[ends[:, 1]]
    by_edge = 1.5 * float(np.sort(need)[len(need) // 2]) / max(float(np.sort(length)[len(length) // 2]), 1e-3)
    width, height = (points.max(axis=0) - points.min(axis=0)).tolist()
    sides = [2 * radius for radius in radii.tolist()]
    sheet = _SHEET * sum(side * side for side in sides)
    by_area = math.sqrt(sheet / max(width * height, 1e-3))
    return min(by_edge, max(by_area, by_edge / 4))


def _apart(points: Points, radii: Points, *, rounds: int = 80) -> Points:
    """Push nodes that overlap from one another until none does, or the rounds are over."""
    for _ in range(rounds):
        first, second = _close(points, reach=2 * float(radii.max()))
        span = points[first] - points[second]
        length = np.sqrt(span[:, 0] * span[:, 0] + span[:, 1] * span[:, 1])
        lack = radii[first] + radii[second] - length
        near = lack > 1
        if not near.any():
            break
        first, second = first[near], second[near]
        span, length, lack = span[near], length[near], lack[near]
        span[length == 0] = (1.0, 0.5)
        push = span * (lack / np.maximum(length, 1.0) / 2)[:, None]
        points = _rounded(points + _scattered(first, push, len(points)) - _scattered(second, push, len(points)))
    return points


def _close(points: Points, *, reach: float) -> tuple[Ends, Ends]:
    """All pairs in one cell or in neighbouring cells of a grid of that width, each once."""
    column, row = np.floor((points - points.min(axis=0)) / reach).astype(np.int64).T
    height = int(row.max()) + 3
    key = column * height + row
    order = np.argsort(key, kind="stable")
    keys = key[order]
    place = np.arange(len(points))
    pairs = [_ranges(place, place + 1, np.searchsorted(keys, keys, side="right"))]
    for right, up in _HALF_PLANE:
        wanted = keys + right * height + up
        pairs.append(_ranges(place, np.searchsorted(keys, wanted), np.searchsorted(keys, wanted, side="right")))
    first, second = (order[np.concatenate(side)] for side in zip(*pairs, strict=True))
    return first, second


def _ranges(places: Ends, starts: Ends, stops: Ends) -> tuple[Ends, Ends]:
    """Each place with every number from its start to before its stop."""
    counts = stops - starts
    offsets = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(places, counts), np.repeat(starts, counts) + offsets


def _scattered(index: Ends, values: Points, size: int) -> Points:
    return np.stack([np.bincount(index, values[:, axis], size) for axis in (0, 1)], axis=1)


def _rounded(points: Points) -> Points:
    """To a 1024th: what little the libraries of two machines may differ in (sine, cosine) ends here."""
    return np.rint(points * 1024) / 1024
