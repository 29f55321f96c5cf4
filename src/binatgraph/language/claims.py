"""What frames give becomes claims: between two actors, with evidence, modality, and for an office its role and period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from binatgraph.language.cast import Cast
from binatgraph.language.frames import Given
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.modality import modality, modality_between
from binatgraph.language.offices import role_of, tense_of
from binatgraph.language.periods import when_held
from binatgraph.language.proposals import SCORER, Proposal, proposals
from binatgraph.language.readings import Reading
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Scene
from binatgraph.language.scorer import Scorer
from binatgraph.language.speech import speaker_of
from binatgraph.model import Claim, Document, Modality, Span
from binatgraph.vocabulary import RELATIONS

_QUESTION = "?"
_ALONE = 0.7
"""What a frame gives against the scorer's vote is right in 28 of 53 cases on documents that taught nothing, else in nine of ten."""
_WEIGHT = {
    Modality.ASSERTED: 1.0,
    Modality.REPORTED: 1.0,
    Modality.PLANNED: 0.9,
    Modality.HEDGED: 0.6,
    Modality.DENIED: 0.6,
}
"""Hedged and denied claims go to review; the factor keeps them under asserted ones that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What is looked at beside a reading."""

    document: Document
    cast: Cast
    rules: Rules


def claims(readings: Sequence[Reading], document: Document, cast: Cast, *, rules: Rules) -> tuple[Claim, ...]:
    """The claims of a document, in order: what frames give and the scorer proposes of two actors. A question claims nothing."""
    context = _Context(document=document, cast=cast, rules=rules)
    found = (
        _claim(given, reading, context)
        for reading, given in _agreed(readings, proposals(readings, cast, rules=rules), cast, scorer=rules.scorer)
        if reading.scene.sentence[-1].text != _QUESTION
    )
    return tuple(_unique(found))


def _agreed(
    readings: Sequence[Reading], proposed: Iterable[Proposal], cast: Cast, *, scorer: Scorer | None
) -> Iterator[tuple[Reading, Given]]:
    """What frames give, then what only the scorer proposes; where both say the same it is one claim, as sure as the surer."""
    likely = {_key(one.reading, one.given, cast): one for one in proposed}
    told = set()
    for reading in readings:
        for given in reading.given:
            if not _joins_actors(given, cast):
                continue
            key = _key(reading, given, cast)
            told.add(key)
            vote = likely.get(key)
            yield reading, given if scorer is None else _with_vote(given, vote)
    for key, one in likely.items():
        if key not in told and _joins_actors(one.given, cast):
            yield one.reading, one.given


def _key(reading: Reading, given: Given, cast: Cast) -> object:
    """What a claim is about: the sentence, the relation, and its two actors."""
    ends = [cast.group_of.get(name, -1) for name in (given.subject, given.object)]
    return reading.scene.sentence[0].start, given.predicate, *(sorted(ends) if given.predicate.symmetric else ends)


def _with_vote(given: Given, vote: Proposal | None) -> Given:
    if vote is None:
        return given._replace(frame=replace(given.frame, confidence=given.frame.confidence * _ALONE))
    surer = max(given.frame.confidence, vote.given.frame.confidence)
    return given._replace(frame=replace(given.frame, confidence=surer, rule=f"{given.frame.rule}+{SCORER}"))


def _claim(given: Given, reading: Reading, context: _Context) -> Claim:
    """A claim, with its role if it is about an office; an apposition is said by the way, whatever the clause around it says."""
    by_the_way = given.frame.absorb is not None
    how = Modality.ASSERTED if by_the_way else _how(given, context.rules.lexicon)
    told = () if by_the_way else (report for report in reading.told if report.speaker in context.cast.group_of)
    speaker = speaker_of({given.subject, given.object}, told)
    if speaker is not None and how is Modality.ASSERTED:
        how = Modality.REPORTED
    claim = Claim(
        subject=_span(given.subject, context),
        predicate=given.predicate,
        object=_span(given.object, context),
        evidence=_evidence(reading.scene, context),
        confidence=round(given.frame.confidence * _WEIGHT[how], 2),
        rule=given.frame.rule,
        modality=how,
        speaker=None if speaker is None else _span(speaker, context),
    )
    return claim if given.title is None else _with_office(claim, given.title, given, context)


def _how(given: Given, lexicon: Lexicon) -> Modality:
    """How a claim is put; the scorer gives the words around its pair, a frame the clause that it has understood."""
    if given.frame.rule.endswith(f".{SCORER}"):
        return modality_between(given.before, given.clause, given.behind, lexicon=lexicon)
    return modality(given.clause, before=given.before, behind=given.behind, lexicon=lexicon)


def _with_office(claim: Claim, title: str, given: Given, context: _Context) -> Claim:
    cast, lexicon = context.cast, context.rules.lexicon
    at = cast.groups[cast.group_of[given.object]].kind
    role, concept = role_of(title, at=at, labels=context.rules.roles, lexicon=lexicon)
    told = given.frame.tense or tense_of(title, lexicon=lexicon)
    tense, period = when_held(claim, title, context.document, tense=told)
    return replace(claim, role=role, role_concept=concept, tense=tense, period=period)


def _evidence(scene: Scene, context: _Context) -> Span:
    return Span(document=context.document.id, start=scene.sentence[0].start, end=scene.sentence[-1].end)


def _joins_actors(given: Given, cast: Cast) -> bool:
    """Whether the ends of a claim are two actors, of kinds that the relation joins."""
    subject, obj = cast.group_of.get(given.subject), cast.group_of.get(given.object)
    if subject is None or obj is None or subject == obj:
        return False
    relation = RELATIONS[given.predicate]
    return cast.groups[subject].kind.top in relation.subject and cast.groups[obj].kind.top in relation.object


def _span(name: int, context: _Context) -> Span:
    naming = context.cast.namings[name]
    return Span(document=context.document.id, start=naming.start, end=naming.end)


def _unique(found: Iterable[Claim]) -> list[Claim]:
    """One claim a sentence for the same thing: of a symmetric relation one direction, else the most confident."""
    best: dict[object, Claim] = {}
    for claim in found:
        ends = (claim.subject, claim.object)
        if claim.predicate.symmetric:
            ends = (min(ends), max(ends))
        key = (claim.evidence, claim.predicate, ends, claim.role)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return sorted(best.values(), key=lambda c: (c.evidence, c.subject, c.predicate, c.object, c.role or ""))
