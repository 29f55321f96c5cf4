"""How names grow with our own documents: the scores of a few trainings as a small drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 150, 20, 40
_COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#7b4f9d")
_STEPS = 5


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
    low = min((int(point.f1 * 20) / 20 for point in points), default=0)
    high = max((-int(-point.f1 * 20) / 20 for point in points), default=1)
    frame = _Frame(most, low, max(high, low + 0.05))
    body = [*_axes(frame, sorted({point.documents for point in points}))]
    for (name, line), colour in zip(lines.items(), _COLOURS, strict=False):
        body += _line(frame, name, line, colour)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f"<title>{title}</title>", *body, "</svg>", ""])


class _Frame(NamedTuple):
    """What is drawn between the axes."""

    most: int
    low: float
    high: float

    def x(self, documents: int) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * documents / self.most, 1)

    def y(self, f1: float) -> float:
        return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (f1 - self.low) / (self.high - self.low), 1)


def _axes(frame: _Frame, documents: Sequence[int]) -> list[str]:
    drawn = []
    for step in range(_STEPS + 1):
        value = frame.low + (frame.high - frame.low) * step / _STEPS
        y = frame.y(value)
        drawn.append(f'<path d="M{_LEFT} {y}H{WIDTH - _RIGHT}" stroke="#ddd"/>')
        drawn.append(f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{value:.2f}</text>')
    drawn += [
        f'<text x="{frame.x(number)}" y="{HEIGHT - _BOTTOM + 18}" text-anchor="middle">{number}</text>'
        for number in documents
    ]
    drawn.append(f'<text x="{_LEFT}" y="{HEIGHT - 6}">own documents learned from; F1 of names</text>')
    return drawn


def _line(frame: _Frame, name: str, line: Sequence[Point], colour: str) -> list[str]:
    places = [(frame.x(point.documents), frame.y(point.f1)) for point in line]
    drawn = [
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in places)}" fill="none" stroke="{colour}" stroke-width="2"/>'
    ]
    drawn += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in places]
    x, y = places[-1]
    return [*drawn, f'<text x="{x + 8}" y="{y + 4}" fill="{colour}">{name}</text>']
