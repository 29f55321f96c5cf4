"""What frames give becomes claims: between two actors, with evidence, modality, and for an office its role and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from binatgraph.language.cast import Cast
from binatgraph.language.frames import Given, apply
from binatgraph.language.modality import modality
from binatgraph.language.nominals import Antecedents, nominals
from binatgraph.language.offices import role_of, tense_of
from binatgraph.language.rules import Rules
from binatgraph.language.scene import Knowledge, Scene, build
from binatgraph.language.skeleton import Skeleton
from binatgraph.model import UNKNOWN, Claim, Document, Modality, Period, Predicate, Span, Tense
from binatgraph.names import fold
from binatgraph.vocabulary import RELATIONS

_WEIGHT = {
    Modality.ASSERTED: 1.0,
    Modality.REPORTED: 1.0,
    Modality.PLANNED: 0.9,
    Modality.HEDGED: 0.6,
    Modality.DENIED: 0.6,
}
"""Hedged and denied claims go to review; the factor keeps them under asserted ones that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a document claims, and the titles that it gives to its actors (by the number of their group)."""

    claims: tuple[Claim, ...]
    titles: dict[int, set[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What is looked at while the claims of a document are read."""

    document: Document
    cast: Cast
    rules: Rules


def read_claims(document: Document, cast: Cast, *, rules: Rules) -> Said:
    """The claims of a document, in order. A question claims nothing, but its titles are read."""
    reading = _Reading(document=document, cast=cast, rules=rules)
    titles: defaultdict[int, set[str]] = defaultdict(set)
    claims: list[Claim] = []
    for scene, skeleton in _skeletons(reading):
        given = list(apply(skeleton, frames=rules.frames, levels=rules.order))
        evidence = Span(document=document.id, start=scene.sentence[0].start, end=scene.sentence[-1].end)
        if scene.sentence[-1].text != "?":
            claims.extend(claim for one in given if (claim := _claim(one, evidence, reading)))
        for slot in skeleton.slots:
            for name in slot.names:
                if name in slot.titles and name in cast.group_of:
                    titles[cast.group_of[name]].update(slot.titles[name])
    return Said(claims=tuple(_unique(claims)), titles=dict(titles))


def _skeletons(reading: _Reading) -> Iterator[tuple[Scene, Skeleton]]:
    """The scenes that hold a name, each with its skeleton, in which all names have the kinds of their actors."""
    cast, lexicon = reading.cast, reading.rules.lexicon
    kinds = {name: cast.groups[group].kind for name, group in cast.group_of.items()}
    countries = {fold(group.name): group.names[0] for group in reversed(cast.groups)}
    antecedents = Antecedents(cast)
    for scene in cast.scenes:
        nouns = nominals(scene, antecedents, lexicon=lexicon)
        if scene.names.names or nouns:
            knowledge = Knowledge(kinds=kinds, countries=countries, nominals=nouns)
            skeleton = build(scene, knowledge, lexicon=lexicon)
            yield scene, skeleton
            antecedents.learn(skeleton, lexicon=lexicon)


def _claim(given: Given, evidence: Span, reading: _Reading) -> Claim | None:
    """A claim, unless its ends are no actors, one actor, or of kinds that the relation does not join."""
    if not _joins_actors(given, reading.cast):
        return None
    frame, lexicon = given.frame, reading.rules.lexicon
    # An apposition is said by the way, whatever the clause around it says.
    how = Modality.ASSERTED if frame.absorb else modality(given.clause, before=given.before, lexicon=lexicon)
    role, concept, tense = None, None, Tense.PRESENT
    if given.predicate is Predicate.HOLDS_ROLE and given.title is not None:
        at = reading.cast.groups[reading.cast.group_of[given.object]].kind
        role, concept = role_of(given.title, at=at, labels=reading.rules.roles, lexicon=lexicon)
        tense = frame.tense or tense_of(given.title, lexicon=lexicon)
    return Claim(
        subject=_span(given.subject, reading),
        predicate=given.predicate,
        object=_span(given.object, reading),
        evidence=evidence,
        confidence=round(frame.confidence * _WEIGHT[how], 2),
        rule=frame.rule,
        role=role,
        role_concept=concept,
        tense=tense,
        period=_period(tense, reading.document) if role else UNKNOWN,
        modality=how,
    )


def _joins_actors(given: Given, cast: Cast) -> bool:
    subject, obj = cast.group_of.get(given.subject), cast.group_of.get(given.object)
    if subject is None or obj is None or subject == obj:
        return False
    relation = RELATIONS[given.predicate]
    return cast.groups[subject].kind.top in relation.subject and cast.groups[obj].kind.top in relation.object


def _span(name: int, reading: _Reading) -> Span:
    naming = reading.cast.namings[name]
    return Span(document=reading.document.id, start=naming.start, end=naming.end)


def _period(tense: Tense, document: Document) -> Period:
    """What the day of a document says of an office: held by then, ended by then, or not begun before."""
    day = document.published
    if day is None:
        return UNKNOWN
    if tense is Tense.PRESENT:
        return Period(start_latest=day, last_seen=day)
    return Period(end_latest=day) if tense is Tense.PAST else Period(start_earliest=day)


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    """One claim a sentence for the same thing: of a symmetric relation one direction, else the most confident."""
    best: dict[object, Claim] = {}
    for claim in claims:
        ends = (claim.subject, claim.object)
        if claim.predicate.symmetric:
            ends = (min(ends), max(ends))
        key = (claim.evidence, claim.predicate, ends, claim.role)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return sorted(best.values(), key=lambda c: (c.evidence, c.subject, c.predicate, c.object, c.role or ""))
