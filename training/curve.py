"""How names grow with our own documents: the scores of a few trainings as a small drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple

WIDTH, HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 170, 20, 40
_COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#7b4f9d")
_STEPS = 20
"""Lines across for each 1 of F1: one in 0.05."""
_LINE_HEIGHT = 14


class Point(NamedTuple):
    """A number of documents and the F1 that a training on them has."""

    documents: int
    f1: float


def draw(lines: Mapping[str, Sequence[Point]], *, title: str) -> str:
    """An SVG with a line for each name; the same points give the same bytes.

    >>> draw({"en": [Point(0, 0.5), Point(300, 0.7)]}, title="Names").count("<polyline")
    1
    """
    points = [point for line in lines.values() for point in line]
    most = max((point.documents for point in points), default=0) or 1
    low = min((floor(point.f1 * _STEPS) for point in points), default=0)
    high = max((ceil(point.f1 * _STEPS) for point in points), default=_STEPS)
    frame = _Frame(most, low, max(high, low + 1))
    body = [*_axes(frame, sorted({point.documents for point in points}))]
    names = _apart({name: frame.y(line[-1].f1) for name, line in lines.items()})
    for (name, line), colour in zip(lines.items(), _COLOURS, strict=False):
        body += _line(frame, line, colour)
        body.append(f'<text x="{WIDTH - _RIGHT + 8}" y="{names[name] + 4}" fill="{colour}">{name}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f"<title>{title}</title>", *body, "</svg>", ""])


def _apart(places: Mapping[str, float]) -> dict[str, float]:
    """The heights of the names of lines, moved down where two would stand on each other."""
    found: dict[str, float] = {}
    free = 0.0
    for name, y in sorted(places.items(), key=lambda place: place[1]):
        found[name] = max(y, free)
        free = found[name] + _LINE_HEIGHT
    return found


class _Frame(NamedTuple):
    """What is drawn between the axes: so many documents, and F1 from `low` to `high`, in steps."""

    most: int
    low: int
    high: int

    def x(self, documents: int) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * documents / self.most, 1)

    def y(self, f1: float) -> float:
        return round(
            HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (f1 * _STEPS - self.low) / (self.high - self.low), 1
        )


def _axes(frame: _Frame, documents: Sequence[int]) -> list[str]:
    drawn = []
    for step in range(frame.low, frame.high + 1):
        value = step / _STEPS
        y = frame.y(value)
        drawn.append(f'<path d="M{_LEFT} {y}H{WIDTH - _RIGHT}" stroke="#ddd"/>')
        drawn.append(f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{value:.2f}</text>')
    drawn += [
        f'<text x="{frame.x(number)}" y="{HEIGHT - _BOTTOM + 18}" text-anchor="middle">{number}</text>'
        for number in documents
    ]
    drawn.append(f'<text x="{_LEFT}" y="{HEIGHT - 6}">own documents learned from; F1 of names</text>')
    return drawn


def _line(frame: _Frame, line: Sequence[Point], colour: str) -> list[str]:
    places = [(frame.x(point.documents), frame.y(point.f1)) for point in line]
    drawn = [
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in places)}" fill="none" stroke="{colour}" stroke-width="2"/>'
    ]
    drawn += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in places]
    return drawn
