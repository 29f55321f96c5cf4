"""Sectors: what organizations, initiatives and events work on, by their own names and by what clauses say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from binatgraph.language.antecedents import Antecedents
from binatgraph.language.cast import Cast
from binatgraph.language.modality import modality
from binatgraph.language.nominals import nominals
from binatgraph.language.phrases import known_at
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Scene
from binatgraph.language.sector_labels import Topic, in_lists, topics
from binatgraph.language.sector_rules import SectorRules, load_sector_rules
from binatgraph.language.skeleton import DEMONYM, TOPIC, Skeleton, Slot, slot_of, write
from binatgraph.model import Document, Focus, Kind, Modality, Span

_BY_NAME, _BY_COMPANY = 0.8, 0.65
"""Companies are called after what they do less often than bodies are."""
_WEIGHT = {Modality.HEDGED: 0.6, Modality.DENIED: 0.5}
_ACTORS = frozenset({Kind.ORGANIZATION, Kind.INITIATIVE, Kind.EVENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What is looked at beside a scene."""

    document: Document
    cast: Cast
    rules: Rules
    own: SectorRules
    antecedents: Antecedents


def focuses(document: Document, cast: Cast, *, rules: Rules) -> tuple[Focus, ...]:
    """What the actors of a document work on, in order: one focus for each actor, sector and sentence.

    What a name says is told once, where the name stands first. Persons and places work in no sector.
    """
    if not rules.sectors.sectors:
        return ()
    context = _Context(
        document=document,
        cast=cast,
        rules=rules,
        own=load_sector_rules(rules.lexicon.language),
        antecedents=Antecedents(cast, lexicon=rules.lexicon),
    )
    found = _unique([*_by_names(context), *_by_wordings(context)])
    return tuple(sorted(found, key=lambda one: (one.evidence, one.actor, one.sector)))


def _by_names(context: _Context) -> Iterator[Focus]:
    """What names say: "Comisión Nacional del Agua", "Border Health Commission"."""
    told: set[tuple[int, str]] = set()
    rule = f"{context.rules.lexicon.language}.sectors.name"
    for scene in context.cast.scenes:
        for number, name in enumerate(scene.names.names, scene.first):
            kind = _kind(number, context)
            if kind is None:
                continue
            for topic in _topics_in_name(scene, range(name.start, name.end), context):
                key = context.cast.group_of[number], topic.sectors[0]
                if key not in told:
                    told.add(key)
                    confidence = _BY_COMPANY if kind is Kind.COMPANY else _BY_NAME
                    yield _focus(scene, number, topic.sectors[0], context, confidence=confidence, rule=rule)


def _kind(number: int, context: _Context) -> Kind | None:
    """The kind of the actor of a name, if it may work in a sector."""
    group = context.cast.group_of.get(number)
    kind = None if group is None else context.cast.groups[group].kind
    return kind if kind is not None and kind.top in _ACTORS else None


def _topics_in_name(scene: Scene, name: range, context: _Context) -> Iterator[Topic]:
    """The words for sectors in a name, but none that are part of a place in it, and no name that is nothing else."""
    words = scene.sentence[name.start : name.stop]
    found = list(topics(words, labels=context.rules.sectors, blocked=context.own.blocked))
    places = _places(scene, name, context) if found else set()
    for topic in found:
        if name.start + topic.start not in places and topic.end - topic.start < len(words):
            yield topic


def _places(scene: Scene, name: range, context: _Context) -> set[int]:
    """The tokens of the known places in a name: "Universidad de Agua Prieta"."""
    found: set[int] = set()
    for at in name:
        match = known_at(scene.sentence, at, phrases=context.rules.register)
        if match is not None and match[1].top is Kind.PLACE and match[0] <= name.stop:
            found |= set(range(at, match[0]))
    return found


def _by_wordings(context: _Context) -> Iterator[Focus]:
    """What clauses say: "Acme, an aerospace company", "la empresa minera Acme"."""
    for scene in context.cast.scenes:
        if scene.sentence[-1].text == "?":
            continue
        found = _topics_outside_names(scene, context)
        if found and any(_kind(number, context) for number in _numbers(scene, context)):
            yield from _said(scene, found, context)


def _topics_outside_names(scene: Scene, context: _Context) -> list[Topic]:
    named = {at for name in scene.names.names for at in range(name.start, name.end)}
    found = [
        topic
        for topic in topics(scene.sentence, labels=context.rules.sectors, blocked=context.own.blocked)
        if named.isdisjoint(range(topic.start, topic.end))
    ]
    small = context.rules.lexicon.words["conjunctions"] | context.rules.lexicon.words["articles"]
    return in_lists(found, scene.sentence, between=small)


def _numbers(scene: Scene, context: _Context) -> list[int]:
    """The names of a scene, and those for which its common nouns stand."""
    named = list(range(scene.first, scene.first + len(scene.names.names)))
    return [*named, *nominals(scene, context.antecedents, lexicon=context.rules.lexicon).values()]


def _said(scene: Scene, found: list[Topic], context: _Context) -> Iterator[Focus]:
    skeleton = _skeleton(scene, found, context)
    for wording in context.own.wordings:
        for match in wording.pattern.finditer(skeleton.text):
            number = skeleton.slots[int(match["s"])].names[0]
            how = modality(match.group(), lexicon=context.rules.lexicon)
            confidence = round(wording.confidence * _WEIGHT.get(how, 1.0), 2)
            for sector in skeleton.slots[int(match["t"])].text.split():
                if _kind(number, context):
                    yield _focus(scene, number, sector, context, confidence=confidence, rule=wording.rule)


def _skeleton(scene: Scene, found: list[Topic], context: _Context) -> Skeleton:
    """A sentence with its names, the nouns that stand for some, demonyms and topics as slots."""
    lexicon = context.rules.lexicon
    slots: dict[int, tuple[int, Slot]] = {
        at: (at + 1, Slot(letters=DEMONYM))
        for at, token in enumerate(scene.sentence)
        if token.folded in lexicon.demonyms
    }
    slots |= {topic.start: (topic.end, Slot(letters=TOPIC, text=" ".join(topic.sectors))) for topic in found}
    for at, number in nominals(scene, context.antecedents, lexicon=lexicon).items():
        slots[at] = at + 1, slot_of(_group_kind(number, context), number)
    for number, name in enumerate(scene.names.names, scene.first):
        slots[name.start] = name.end, slot_of(_group_kind(number, context), number)
    return write(scene.sentence, slots)


def _group_kind(number: int, context: _Context) -> Kind | None:
    group = context.cast.group_of.get(number)
    return None if group is None else context.cast.groups[group].kind


def _focus(scene: Scene, number: int, sector: str, context: _Context, *, confidence: float, rule: str) -> Focus:
    document, naming = context.document.id, context.cast.namings[number]
    return Focus(
        actor=Span(document=document, start=naming.start, end=naming.end),
        sector=sector,
        evidence=Span(document=document, start=scene.sentence[0].start, end=scene.sentence[-1].end),
        confidence=confidence,
        rule=rule,
    )


def _unique(found: Iterable[Focus]) -> list[Focus]:
    """One focus of each id, the most confident."""
    best: dict[str, Focus] = {}
    for one in found:
        if one.id not in best or one.confidence > best[one.id].confidence:
            best[one.id] = one
    return list(best.values())
