"""What was found in one document, as JSON for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from binatgraph.model import Claim, Focus, Modality, Observation, Predicate
from binatgraph.names import fold
from binatgraph.rdf.claims import Reason, distinct
from binatgraph.rdf.iris import Iris

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from binatgraph.config import Settings
    from binatgraph.model import Analysis, Mention, Resolution, Span

_DOCUMENT = (
    "id",
    "source",
    "title",
    "language",
    "published",
    "published_from",
    "place",
    "author",
    "address",
    "media_type",
    "sha256",
)
_LISTS = ("relations", "observations", "sectors")
_REFUSED = {Modality.HEDGED: "hedged", Modality.DENIED: "denied"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entity:
    """An actor as one document shows it: mentions in the order of the text, each place once."""

    id: str
    actor: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Something that was read, as JSON: for the list of its name, or for review where there is a reason."""

    list: str
    place: tuple[int, int, int, int, str]
    values: dict[str, Any]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What is needed to say things: the analysis, the ids of entities by span, IRIs and the threshold."""

    analysis: Analysis
    ids: Mapping[Span, str]
    iris: Iris
    threshold: float


def extraction_json(analysis: Analysis, *, settings: Settings, resolution: Resolution | None = None) -> dict[str, Any]:
    """Say what was found in one document, in the order of the text.

    `relations` has the best claim of each pair of actors and predicate (the most confident, then the earliest), if it is
    at or above the threshold and neither hedged nor denied. Every other claim is in `review` with a `reason`, and so are
    figures and sectors that nobody can be sure of. `start` and `end` are the place of the evidence, in code points.

    Without a resolution, IRIs are those that a graph of this document alone has.
    """
    iris = Iris(settings.base)
    entities = _entities(analysis, resolution)
    ids = {mention.span: entity.id for entity in reversed(entities) for mention in entity.mentions}
    view = _View(analysis=analysis, ids=ids, iris=iris, threshold=settings.threshold)
    told = sorted([*_relations(view), *_figures(view), *_sectors(view)], key=lambda one: (one.place, one.list))
    return {
        "document": {name: getattr(analysis.document, name) for name in _DOCUMENT},
        "entities": [_entity(entity, view) for entity in entities],
        **{name: [one.values for one in told if one.list == name and not one.reason] for name in _LISTS},
        "review": [{**one.values, "reason": one.reason} for one in told if one.reason],
    }


def _entities(analysis: Analysis, resolution: Resolution | None) -> list[_Entity]:
    """Group mentions by actor; those that stand for nobody by kind and name."""
    groups: dict[str, dict[Span, Mention]] = {}
    for mention in sorted(analysis.mentions, key=lambda one: (one.span.start, -one.span.end, one.kind, one.name)):
        groups.setdefault(_key(analysis, mention, resolution), {}).setdefault(mention.span, mention)
    return [
        _Entity(id=f"e{number}", actor=None if key.startswith("?") else key, mentions=tuple(group.values()))
        for number, (key, group) in enumerate(groups.items(), start=1)
    ]


def _key(analysis: Analysis, mention: Mention, resolution: Resolution | None) -> str:
    """Say whom a mention stands for."""
    if mention.actor is None:
        return f"?{mention.kind.top}/{fold(mention.name)}"
    return resolution(mention.actor) if resolution else mention.actor.removeprefix(f"{analysis.document.id}/")


def _entity(entity: _Entity, view: _View) -> dict[str, Any]:
    """Say an entity: a fine kind if there is one, of the actor before its mentions, and the most complete name.

    A mention with a title is no name of the actor, so only what is one counts, as far as there is one in the text.
    """
    actors = {actor.id: actor for actor in view.analysis.actors}
    known = [actors[one.actor] for one in entity.mentions if one.actor in actors]
    kinds, read = [actor.kind for actor in known], [one.kind for one in entity.mentions]
    fine = max([*kinds, *read], key=lambda kind: (kind is not kind.top, kinds.count(kind), read.count(kind)))
    called = {name.text for actor in known for name in actor.names}
    names = [one.name for one in entity.mentions if one.name in called] or [one.name for one in entity.mentions]
    spans = [one.span for one in entity.mentions]
    return {
        "id": entity.id,
        "type": fine.top.value,
        "fine": fine.value,
        "name": max(names, key=lambda name: (len(name.split()), not name.isupper(), len(name))),
        "mentions": [{"text": view.analysis.quote(at), "start": at.start, "end": at.end} for at in spans],
        "iri": view.iris.actor(entity.actor).value if entity.actor else None,
    }


def _relations(view: _View) -> Iterator[_Told]:
    """Say the claims: the best of each pair and predicate, then what is for review."""
    said: set[tuple[str | None, ...]] = set()
    for claim in sorted(distinct(view.analysis.claims), key=lambda one: (-one.confidence, _place(one))):
        sides = view.ids.get(claim.subject), view.ids.get(claim.object)
        key = (claim.predicate, *(sorted(sides, key=str) if claim.predicate.symmetric else sides))
        reason = _actorless(sides) or _refused(claim, view)
        if reason is None and key in said:
            reason = "said in a better place"
        if reason is None:
            said.add(key)
        yield _Told(list="relations", place=_place(claim), values=_relation(claim, view), reason=reason)


def _relation(claim: Claim, view: _View) -> dict[str, Any]:
    """Say a claim."""
    return {
        "s": view.ids.get(claim.subject),
        "p": claim.predicate.value,
        "o": view.ids.get(claim.object),
        "role": claim.role,
        "role_iri": view.iris.role(claim.role_concept).value if claim.role_concept else None,
        "tense": claim.tense.value if claim.predicate is Predicate.HOLDS_ROLE else None,
        "modality": claim.modality.value,
        **_read(claim, view),
    }


def _figures(view: _View) -> Iterator[_Told]:
    """Say the figures."""
    for one in distinct(view.analysis.observations):
        about = view.ids.get(one.about)
        values = {"about": about, "measure": one.measure, "value": one.value, "unit": one.unit, **_read(one, view)}
        reason = _actorless((about,)) or _weak(one, view)
        yield _Told(list="observations", place=_place(one), values=values, reason=reason)


def _sectors(view: _View) -> Iterator[_Told]:
    """Say what actors work on."""
    for one in distinct(view.analysis.focuses):
        actor, iri = view.ids.get(one.actor), view.iris.sector(one.sector).value
        values = {"s": actor, "sector": one.sector, "sector_iri": iri, **_read(one, view)}
        reason = _actorless((actor,)) or _weak(one, view)
        yield _Told(list="sectors", place=_place(one), values=values, reason=reason)


def _read(one: Claim | Observation | Focus, view: _View) -> dict[str, Any]:
    """Say how sure something is, and where it stands; the page where the document has pages."""
    page = view.analysis.document.page_at(one.evidence.start)
    return {
        "confidence": one.confidence,
        "evidence": view.analysis.quote(one.evidence),
        "start": one.evidence.start,
        "end": one.evidence.end,
        "rule": one.rule,
        **({} if page is None else {"page": page}),
    }


def _place(one: Claim | Observation | Focus) -> tuple[int, int, int, int, str]:
    """Give the order of things in a text: by evidence, then by the first name, then by id."""
    match one:
        case Observation(about=first) | Focus(actor=first) | Claim(subject=first):
            return one.evidence.start, one.evidence.end, first.start, first.end, one.id


def _actorless(sides: Iterable[str | None]) -> str | None:
    """Give the reason why something is about nobody, if so."""
    known = list(sides)
    if None in known:
        return Reason.NO_ACTOR.value
    return Reason.SAME_ACTOR.value if len(set(known)) < len(known) else None


def _refused(claim: Claim, view: _View) -> str | None:
    """Give the reason why a claim is not held, if so."""
    return _weak(claim, view) or _REFUSED.get(claim.modality)


def _weak(one: Claim | Observation | Focus, view: _View) -> str | None:
    """Give the reason why something is not sure enough, if so."""
    return f"below the threshold of {view.threshold}" if one.confidence < view.threshold else None
