"""Offices held for a time, as documents say and as the register says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.model import UNKNOWN, Period
from binatgraph.rdf import terms as t
from binatgraph.rdf.literals import date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from binatgraph.rdf.iris import Iris


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who held which office where, and when; `id` is that of the statement, or of the term in the register."""

    id: str
    person: str
    at: str
    role: str | None = None
    period: Period = UNKNOWN


def tenure_quads(office: Office, *, iris: Iris, graph: NamedNode | None = None) -> Iterator[Quad]:
    """Yield a tenure with its bounds; at an organization it is a membership too.

    It has an interval where a start or an end is sure: a day that is the earliest and the latest.
    """
    tenure, at = iris.tenure(office.id), iris.actor(office.at)
    told: list[tuple[NamedNode, NamedNode | Literal]] = [
        (t.A, t.TENURE),
        (t.MEMBER, iris.actor(office.person)),
        (t.HELD_AT, at),
        *bounds(office.period),
    ]
    if office.role is not None:
        told.append((t.ROLE, iris.role(office.role)))
    if office.at.startswith("organization/"):
        told += [(t.A, t.MEMBERSHIP), (t.ORGANIZATION, at)]
    if sure := _sure(office.period):
        told.append((t.MEMBER_DURING, iris.interval(office.id)))
        yield from _interval(office.id, sure, iris=iris, graph=graph)
    yield from (Quad(tenure, predicate, obj, graph) for predicate, obj in told)


def bounds(period: Period) -> Iterator[tuple[NamedNode, Literal]]:
    """Yield the bounds that are known."""
    for name, predicate in t.BOUNDS.items():
        value = getattr(period, name)
        if value is not None:
            yield predicate, date(value)


def _sure(period: Period) -> dict[str, str]:
    """Give the days on which it began and ended for sure, by "start" and "end"."""
    ends = {"start": (period.start_earliest, period.start_latest), "end": (period.end_earliest, period.end_latest)}
    return {end: earliest for end, (earliest, latest) in ends.items() if earliest is not None and earliest == latest}


def _interval(key: str, sure: Mapping[str, str], *, iris: Iris, graph: NamedNode | None) -> Iterator[Quad]:
    """Yield the interval of an office, with its instants."""
    interval = iris.interval(key)
    yield Quad(interval, t.A, t.INTERVAL, graph)
    for end, day in sure.items():
        instant = iris.instant(key, end)
        yield Quad(interval, t.BEGINNING if end == "start" else t.END, instant, graph)
        yield Quad(instant, t.A, t.INSTANT, graph)
        yield Quad(instant, t.ON_DATE, date(day), graph)
