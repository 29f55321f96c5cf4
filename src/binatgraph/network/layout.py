"""Where to draw the actors: whole numbers, the same on every run and machine, islands beside one another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from binatgraph.network.measures import degrees

if TYPE_CHECKING:
    import networkx as nx

_GRAIN = 5  # positions are multiples of it
_STRETCH = 1.2  # names are wide: more room across than down
_MARGIN = 110


def positions(graph: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """A place (x to the right, y down, in pixels at full size) for every actor of a network.

    Connected actors are drawn near one another by forces; components are packed so that their boxes do not overlap, the
    largest first. The places depend on nodes and edges only, not on their order, and not on the machine.

    >>> from binatgraph.network.build import network
    >>> positions(network([], []))
    {}
    """
    import networkx as nx  # noqa: PLC0415 - heavy, and not needed to import the package

    parts = (sorted(part) for part in nx.weakly_connected_components(graph))
    components = sorted(parts, key=lambda part: (-len(part), part))
    neighbours = {node: sorted((set(graph.succ[node]) | set(graph.pred[node])) - {node}) for node in sorted(graph)}
    drawn = [_component(part, neighbours) for part in components]
    return _packed(drawn)


def placed(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy of a network whose nodes also have `x` and `y`, `neighbours` and `weight`: what a page is drawn from."""
    copy = graph.copy()
    places, degree = positions(graph), degrees(graph)
    for node, (x, y) in places.items():
        copy.nodes[node].update(x=x, y=y, neighbours=degree[node].neighbours, weight=degree[node].weight)
    return copy


def _component(part: list[str], neighbours: dict[str, list[str]]) -> dict[str, tuple[int, int]]:
    """Places of one component, its box beginning at the origin."""
    if len(part) == 1:
        return {part[0]: (0, 0)}
    import numpy as np  # noqa: PLC0415 - heavy, and not needed to import the package

    from binatgraph.network.forces import spread  # noqa: PLC0415 - needs numpy

    index = {node: i for i, node in enumerate(part)}
    rows = [[index[other] for other in neighbours[node]] for node in part]
    radii = np.array([38 + 8 * math.sqrt(min(len(row), 40)) for row in rows])
    points = spread(rows, radii=radii)
    points[:, 0] *= _STRETCH
    low = points.min(axis=0)
    return {
        node: (_grained(x - low[0]), _grained(y - low[1])) for node, (x, y) in zip(part, points.tolist(), strict=True)
    }


def _grained(value: float) -> int:
    return round(value / _GRAIN) * _GRAIN


def _packed(drawn: list[dict[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    """All components moved beside one another, around the origin."""
    boxes = [
        tuple(max(place[axis] for place in part.values()) + _MARGIN * (2 - axis) for axis in (0, 1)) for part in drawn
    ]
    islands = sum(len(part) > 1 for part in drawn)
    corners = _corners([(width, height) for width, height in boxes], shaping=islands or len(boxes))
    middle = [max((c[axis] + b[axis] for c, b in zip(corners, boxes, strict=True)), default=0) // 2 for axis in (0, 1)]
    return {
        node: (x + left - middle[0], y + top - middle[1])
        for part, (left, top) in zip(drawn, corners, strict=True)
        for node, (x, y) in part.items()
    }


def _corners(boxes: list[tuple[int, int]], *, shaping: int) -> list[tuple[int, int]]:
    """The upper left corners of boxes, largest first, each as high as it can lie under a skyline, then as far left.

    The first ones, as many as `shaping`, make about a square; those behind them are often not shown.
    """
    area = sum(width * height for width, height in boxes[:shaping])
    limit = max([int(math.sqrt(area * 1.3)), *(width for width, _ in boxes)], default=0)
    skyline = [(0, limit, 0)]  # from x, to x, y of what is taken
    corners = []
    for width, height in boxes:
        left, top = min((_resting(skyline, start, width), start) for start, _, _ in skyline if start + width <= limit)[
            ::-1
        ]
        corners.append((left, top))
        skyline = _raised(skyline, left, left + width, top + height)
    return corners


def _resting(skyline: list[tuple[int, int, int]], left: int, width: int) -> int:
    return max(y for start, stop, y in skyline if start < left + width and stop > left)


def _raised(skyline: list[tuple[int, int, int]], left: int, right: int, y: int) -> list[tuple[int, int, int]]:
    before = [(start, min(stop, left), old) for start, stop, old in skyline if start < left]
    after = [(max(start, right), stop, old) for start, stop, old in skyline if stop > right]
    return [*before, (left, right, y), *after]
