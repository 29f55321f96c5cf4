"""Which actors of a document are actors of the register: candidates by name, weighed by what the document says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from binatgraph.model import Kind, Name
from binatgraph.register.candidates import Round, candidates_of, round_of, usable_in
from binatgraph.register.context import Context, gives_office, read_context, with_known
from binatgraph.register.features import (
    Feature,
    around_feature,
    kind_feature,
    name_feature,
    place_feature,
    size_feature,
)
from binatgraph.register.people import person_features

if TYPE_CHECKING:
    from collections.abc import Iterable

    from binatgraph.model import Actor, Analysis, RegisterEntry
    from binatgraph.register.index import Register

THRESHOLD = 0.6
"""Points that a candidate needs. On 29 annotated documents with 475 actors (their mentions, kinds and claims given), 302
are linked at 0.6, none of them wrongly, and of 308 with a right candidate 6 are left open; at 0.5 it is 304 and one wrong,
at 0.3 308 and four, at 0.7 294 and none. With the top kinds only (a place, not a city) it is 298 at 0.6, two wrong."""

MARGIN = 0.1
"""Points by which the best candidate must lead. At 0.05 one Nogales of three goes to the wrong country; at 0.15 two that
are right are left open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDecision:
    """What was decided about an actor as read: the id it gets, or none where no candidate is clear.

    `score` is that of the best candidate, 0 to 1, or none where there was no candidate; `reasons` say what it is made of.
    """

    as_read: str
    register_id: str | None
    score: float | None = None
    reasons: tuple[str, ...] = ()


def link(analysis: Analysis, register: Register) -> Analysis:
    """Give the actors of a document that the register knows the ids of the register.

    A linked actor has the kind, names and identifiers of the register and keeps the names it was read by; a person is an
    official only if the document gives an office. Actors that turn out to be the same become one. An actor with no clear
    candidate stays as it was read. Claims point to places in the text and stay what they are. Linking what is linked
    changes nothing, and the order of the mentions does not count. The actors are sorted by id.
    """
    ids = {one.as_read: one.register_id for one in explain_links(analysis, register) if one.register_id}
    context = read_context(analysis)
    actors: dict[str, Actor] = {}
    for actor in sorted(analysis.actors, key=lambda one: (ids.get(one.id, one.id), one.id)):
        key = ids.get(actor.id, actor.id)
        known = register.entries.get(key)
        new = _linked(actor, known, official=gives_office(actor, context)) if known else actor
        actors[key] = _joined(actors[key], new) if key in actors else new
    mentions = tuple(replace(m, actor=ids[m.actor]) if m.actor in ids else m for m in analysis.mentions)
    return replace(analysis, actors=tuple(actors.values()), mentions=mentions)


def explain_links(analysis: Analysis, register: Register) -> tuple[LinkDecision, ...]:
    """Decide about each actor that is not linked yet, and say why; sorted by the id as read.

    Countries and states with a name of their own come first, then other places, then bodies, programmes and events, then
    people: each round may use what the rounds before it found, and nothing else, so that no order matters.
    """
    context = read_context(analysis)
    known = {actor.id: actor.id for actor in analysis.actors if actor.id in register.entries}
    waiting = [(one, candidates_of(one, register)) for one in analysis.actors if one.id not in known]
    decisions: list[LinkDecision] = []
    for turn in Round:
        usable = {key: value for key, value in known.items() if usable_in(value, turn, register)}
        seen = with_known(context, usable, register)
        for actor, candidates in waiting:
            if round_of(actor, candidates, register) is turn:
                decisions.append(_decide(actor, candidates, context=seen, register=register))
        known.update((one.as_read, one.register_id) for one in decisions if one.register_id)
    return tuple(sorted(decisions, key=lambda one: one.as_read))


def _decide(actor: Actor, candidates: Iterable[str], *, context: Context, register: Register) -> LinkDecision:
    """Take the best candidate if it is good enough and clearly better than the next."""
    found = {key: _features(actor, register.entries[key], context=context, register=register) for key in candidates}
    scores = sorted(((_score(features), key) for key, features in found.items()), key=lambda one: (-one[0], one[1]))
    if not scores:
        return LinkDecision(as_read=actor.id, register_id=None)
    score, best = scores[0]
    reasons = [f"{feature.points:+.2f} {feature.reason}" for feature in found[best]]
    near = [f"{key} has {other:.2f}" for other, key in scores[1:] if round(score - other, 3) < MARGIN]
    if near:
        reasons.append(f"not clear: {', '.join(near)}")
    taken = best if score >= THRESHOLD and not near else None
    return LinkDecision(as_read=actor.id, register_id=taken, score=min(1.0, max(0.0, score)), reasons=tuple(reasons))


def _score(features: Iterable[Feature]) -> float:
    """Add the points; rounded, because 0.1 + 0.2 is not 0.3."""
    return round(sum(feature.points for feature in features), 3)


def _features(actor: Actor, entry: RegisterEntry, *, context: Context, register: Register) -> list[Feature]:
    """Collect what speaks for and against a candidate."""
    if entry.actor.kind.top is Kind.PERSON:
        return person_features(actor, entry, context=context, register=register)
    found = (
        name_feature(actor, entry, language=context.language),
        kind_feature(actor, entry),
        size_feature(actor, entry, register=register),
        place_feature(actor, entry, context=context, register=register),
        around_feature(register.above[entry.actor.id], context=context, register=register),
    )
    return [feature for feature in found if feature]


def _linked(actor: Actor, entry: RegisterEntry, *, official: bool) -> Actor:
    """Make the actor of an entry, with the names it was read by."""
    names = {name.text for name in entry.actor.names}
    read = tuple(Name(text=name.text, language=name.language) for name in actor.names if name.text not in names)
    kind = _finer(actor.kind, entry.actor.kind, official=official)
    return replace(entry.actor, kind=kind, names=entry.actor.names + read)


def _finer(read: Kind, known: Kind, *, official: bool) -> Kind:
    """Choose the kind: the register's where it is finer; an official only where the document gives an office."""
    if known is Kind.OFFICIAL:
        return known if official else read
    return read if known is known.top else known


def _joined(first: Actor, second: Actor) -> Actor:
    """Make one of two actors that are the same entry."""
    texts = {name.text for name in first.names}
    kind = second.kind if first.kind is first.kind.top else first.kind
    return replace(first, kind=kind, names=first.names + tuple(n for n in second.names if n.text not in texts))
