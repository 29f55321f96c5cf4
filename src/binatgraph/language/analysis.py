"""A document becomes an analysis: its cast of actors, where each is mentioned, and the claims that frames read from sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from binatgraph.language.frames import Frame, Given, apply, compile_frames
from binatgraph.language.lexicon import LANGUAGES, Lexicon, load_lexicon
from binatgraph.language.modality import modality
from binatgraph.language.offices import is_public, role_labels, role_of, tense_of
from binatgraph.language.phrases import Phrases, index
from binatgraph.language.scene import Cast, Scene, build, cast, nominals
from binatgraph.model import (
    Actor,
    Analysis,
    Claim,
    Concept,
    Document,
    Kind,
    Mention,
    Modality,
    Name,
    Period,
    Predicate,
    RegisterName,
    Span,
    Tense,
)
from binatgraph.names import fold, slug
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
class Rules:
    """What the rules of one language need: its data, the names known beforehand, the roles by their labels."""

    lexicon: Lexicon
    phrases: Phrases
    frames: Mapping[str, tuple[Frame, ...]]
    roles: Mapping[str, Concept]


def load_rules(*, names: Iterable[RegisterName] = (), roles: Iterable[Concept] = ()) -> dict[str, Rules]:
    """The rules of all languages, ready to run; the names of the register and the roles are handed over as data."""
    names, labels = tuple(names), role_labels(tuple(roles))
    rules = {}
    for language in LANGUAGES:
        lexicon = load_lexicon(language)
        phrases = index(names, language=language)
        frames = compile_frames(lexicon.frames, language=language)
        rules[language] = Rules(lexicon=lexicon, phrases=phrases, frames=frames, roles=labels)
    return rules


def analyse(document: Document, *, rules: Mapping[str, Rules]) -> Analysis:
    """Who is mentioned where in a document, and what it claims. A document in no known language has nothing, and says so.

    >>> from binatgraph.model import content_hash
    >>> text = "Sonora Governor Ana Ruiz visited the port."
    >>> document = Document(id=content_hash(text), source="a.txt", text=text, language="en", media_type="text/plain", sha256="")
    >>> names = [RegisterName(text="Sonora", kind=Kind.STATE)]
    >>> analysis = analyse(document, rules=load_rules(names=names))
    >>> [(analysis.quote(c.subject), c.predicate.value, analysis.quote(c.object), c.role) for c in analysis.claims]
    [('Ana Ruiz', 'holdsRole', 'Sonora', 'Governor')]
    """
    if document.language not in rules:
        return Analysis(document=document)
    rule = rules[document.language]
    order = rule.lexicon.frames["order"]
    played = cast(document, lexicon=rule.lexicon, phrases=rule.phrases, frames=rule.frames, levels=order)
    titled: defaultdict[int, set[str]] = defaultdict(set)
    claims = tuple(_unique(_claims(document, played, rule, titled)))
    actors, ids = _actors(document, played, titled, rule)
    mentions = tuple(_mentions(document, played, ids, actors, rule.lexicon))
    return Analysis(document=document, actors=tuple(actors.values()), mentions=mentions, claims=claims)


def _claims(document: Document, played: Cast, rule: Rules, titled: defaultdict[int, set[str]]) -> Iterator[Claim]:
    kinds = {n: played.groups[g].kind for n, g in played.group_of.items()}
    places = {fold(played.groups[g].name): n for n, g in sorted(played.group_of.items(), reverse=True)}
    for scene in played.scenes:
        skeleton = build(
            scene,
            kinds=kinds,
            lexicon=rule.lexicon,
            countries=places,
            nominals=nominals(played, scene, lexicon=rule.lexicon),
        )
        evidence = Span(document=document.id, start=scene.sentence[0].start, end=scene.sentence[-1].end)
        asked = scene.sentence[-1].text == "?"
        for given in apply(skeleton, frames=rule.frames, levels=rule.lexicon.frames["order"]):
            claim = None if asked else _claim(given, evidence, played, rule, document)
            if claim is not None:
                yield claim
        for slot in skeleton.slots:
            for name in slot.names:
                if name in played.group_of:
                    titled[played.group_of[name]].update(slot.titles)


def _claim(given: Given, evidence: Span, played: Cast, rule: Rules, document: Document) -> Claim | None:
    """A claim, unless its ends are no actors, one actor, or of kinds that the relation does not join."""
    if given.subject not in played.group_of or given.object not in played.group_of:
        return None
    subject, obj = played.group_of[given.subject], played.group_of[given.object]
    relation = RELATIONS[given.predicate]
    fits = played.groups[subject].kind.top in relation.subject and played.groups[obj].kind.top in relation.object
    if not fits or subject == obj:
        return None
    how = modality(given.clause, lexicon=rule.lexicon)
    role, concept, tense = None, None, Tense.PRESENT
    if given.predicate is Predicate.HOLDS_ROLE and given.title is not None:
        role, concept = role_of(given.title, labels=rule.roles)
        tense = given.frame.tense or tense_of(given.title, lexicon=rule.lexicon)
        how = Modality.ASSERTED if given.frame.absorb else how
    return Claim(
        subject=_span(document, played, given.subject),
        predicate=given.predicate,
        object=_span(document, played, given.object),
        evidence=evidence,
        confidence=round(given.frame.confidence * _WEIGHT[how], 2),
        rule=given.frame.rule,
        role=role,
        role_concept=concept,
        tense=tense,
        period=_period(tense, document) if role else Period(),
        modality=how,
    )


def _period(tense: Tense, document: Document) -> Period:
    """What the day of a document says of an office: held by then, ended by then, or not begun before."""
    day = document.published
    if day is None:
        return Period()
    if tense is Tense.PRESENT:
        return Period(start_latest=day, last_seen=day)
    return Period(end_latest=day) if tense is Tense.PAST else Period(start_earliest=day)


def _span(document: Document, played: Cast, name: int) -> Span:
    return Span(document=document.id, start=played.namings[name].start, end=played.namings[name].end)


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


def _actors(
    document: Document, played: Cast, titled: Mapping[int, set[str]], rule: Rules
) -> tuple[dict[int, Actor], dict[int, str]]:
    actors: dict[int, Actor] = {}
    for number, group in enumerate(played.groups):
        kind = group.kind
        if kind is Kind.PERSON and any(is_public(title, lexicon=rule.lexicon) for title in titled.get(number, ())):
            kind = Kind.OFFICIAL
        texts = sorted({played.namings[n].text for n in group.names} | {group.name})
        names = tuple(Name(text=t, language=document.language, preferred=t == group.name) for t in texts)
        actors[number] = Actor(id=f"{document.id}/{kind.top.lower()}/{slug(group.name)}", kind=kind, names=names)
    ids = {number: actor.id for number, actor in actors.items()}
    return actors, ids


def _mentions(
    document: Document, played: Cast, ids: Mapping[int, str], actors: Mapping[int, Actor], lexicon: Lexicon
) -> Iterator[Mention]:
    """Every name, and title and name together where the title stands right before ("Governor Doug Ducey")."""
    for scene in played.scenes:
        for offset, name in enumerate(scene.names.names):
            number = scene.first + offset
            if number not in played.group_of:
                continue
            actor = actors[played.group_of[number]]
            start, end = played.namings[number].start, played.namings[number].end
            for begin in {start, _titled_start(scene, name.start, actor.kind, lexicon) or start}:
                span = Span(document=document.id, start=begin, end=end)
                text = " ".join(document.text[begin:end].split())
                yield Mention(span=span, kind=actor.kind, name=text, actor=ids[played.group_of[number]])


def _titled_start(scene: Scene, name_start: int, kind: Kind, lexicon: Lexicon) -> int | None:
    if kind.top is not Kind.PERSON:
        return None
    title = next((t for t in scene.names.titles if t.end == name_start and not t.plural), None)
    if title is not None:
        first = next(
            (k for k in range(title.start, title.end) if scene.sentence[k].folded not in lexicon.titles.former),
            title.start,
        )
        return scene.sentence[first].start
    honorific = name_start > 0 and scene.sentence[name_start - 1].folded in lexicon.titles.honorifics
    return scene.sentence[name_start - 1].start if honorific else None
