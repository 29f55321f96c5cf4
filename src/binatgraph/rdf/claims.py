"""The claims of one analysis with canonical actors on both sides, and those that have none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from binatgraph.model import Claim, Focus, Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from binatgraph.model import Analysis, Resolution, Span

Read = TypeVar("Read", Claim, Observation, Focus)


class Reason(StrEnum):
    """Why something that was read gives nothing in the graph."""

    NO_ACTOR = "no actor"
    SAME_ACTOR = "same actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A claim, a figure or a focus that gives nothing, so that it can be counted and shown."""

    document: str
    claim: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A claim between two canonical actors, as read; the speaker is an actor too, where one is known."""

    claim: Claim
    subject: str
    object: str
    speaker: str | None = None


def actors_at(analysis: Analysis, *, resolution: Resolution) -> dict[Span, str]:
    """Map the spans of mentions to canonical actors; mentions that stand for nobody are not in it."""
    found: dict[Span, str] = {}
    for mention in analysis.mentions:
        if mention.actor is not None:
            found.setdefault(mention.span, resolution(mention.actor))
    return found


def distinct(read: Iterable[Read]) -> list[Read]:
    """Leave one of each id, the most confident (then the one of the first rule by name); sorted by id."""
    ranked = sorted(read, key=lambda one: (-one.confidence, one.rule))
    found: dict[str, Read] = {}
    for one in ranked:
        found.setdefault(one.id, one)
    return [found[key] for key in sorted(found)]


def joined_claims(analysis: Analysis, *, resolution: Resolution) -> Iterator[Joined]:
    """Yield the claims that join two different actors, sorted by id."""
    actors = actors_at(analysis, resolution=resolution)
    for claim in distinct(analysis.claims):
        if _refusal(claim, actors) is None:
            speaker = actors.get(claim.speaker) if claim.speaker else None
            yield Joined(claim=claim, subject=actors[claim.subject], object=actors[claim.object], speaker=speaker)


def dropped(analyses: Iterable[Analysis], *, resolution: Resolution) -> Iterator[Dropped]:
    """Yield what gives nothing: a side that is no actor, or the same actor on both sides once names are merged."""
    for analysis in analyses:
        actors = actors_at(analysis, resolution=resolution)
        read: list[Claim | Observation | Focus] = [
            *distinct(analysis.claims),
            *distinct(analysis.observations),
            *distinct(analysis.focuses),
        ]
        for one in read:
            if reason := _refusal(one, actors):
                yield Dropped(document=analysis.document.id, claim=one.id, reason=reason)


def _refusal(one: Claim | Observation | Focus, actors: Mapping[Span, str]) -> Reason | None:
    """Say why something that was read gives nothing, if so."""
    match one:
        case Claim(subject=subject, object=obj):
            sides = [actors.get(subject), actors.get(obj)]
        case Observation(about=about):
            sides = [actors.get(about)]
        case Focus(actor=actor):
            sides = [actors.get(actor)]
    if None in sides:
        return Reason.NO_ACTOR
    return Reason.SAME_ACTOR if len(set(sides)) < len(sides) else None
