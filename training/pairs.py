"""What the scorer learns from: every pair of actors of an annotated document, with its features and what is said of it.

The names are the annotated ones, so that the scorer does not depend on which names were found when it was trained.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from binatgraph.language.candidates import candidates
from binatgraph.language.cast import Cast
from binatgraph.language.coreference import Group, Naming
from binatgraph.language.features import featured
from binatgraph.language.pairs import pairs
from binatgraph.language.readings import read
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Scene
from binatgraph.language.scenes import scenes
from binatgraph.language.scorer import HEADS, legal
from binatgraph.language.view import Candidate, Names
from binatgraph.model import Document, Kind, Predicate, content_hash
from training.corpus import Annotated, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair: its features, the heads (numbers) that may join it, those that do, and those of which nobody knows.

    A relation that the document states in another sentence is neither said nor not said here.
    """

    document: str
    ends: tuple[str, str]
    features: tuple[str, ...]
    legal: frozenset[int]
    said: frozenset[int]
    open: frozenset[int]


def document_of(annotated: Annotated) -> Document:
    """The document as it would have been read."""
    return Document(
        id=content_hash(annotated.text),
        source=f"{annotated.id}.txt",
        text=annotated.text,
        language=annotated.language,
        media_type="text/plain",
        sha256="",
        published=annotated.date,
    )


def examples(annotated: Annotated, *, rules: Mapping[str, Rules]) -> Iterator[Example]:
    """The pairs of a document."""
    own = rules[annotated.language]
    document = document_of(annotated)
    cast, entities = annotated_cast(annotated, document, rules=own)
    stated = defaultdict(list)
    for relation in annotated.relations:
        stated[relation.subject, relation.object].append(relation)
    for pair, seen in featured(pairs(tuple(read(cast, rules=own)), cast), cast, lexicon=own.lexicon):
        sentence = pair.reading.scene.sentence
        ends = entities[pair.first.group], entities[pair.second.group]
        said = {
            (relation.predicate, forward): _overlaps(relation, sentence[0].start, sentence[-1].end)
            for forward, one in ((True, ends), (False, ends[::-1]))
            for relation in stated.get(one, ())
        }
        heads = {
            number: said.get(
                (head.predicate.value, head.forward),
                said.get((head.predicate.value, False)) if head.predicate.symmetric else None,
            )
            for number, head in enumerate(HEADS)
        }
        yield Example(
            document=annotated.id,
            ends=ends,
            features=tuple(seen),
            legal=frozenset(legal(cast.groups[pair.first.group].kind, cast.groups[pair.second.group].kind)),
            said=frozenset(number for number, here in heads.items() if here),
            open=frozenset(number for number, here in heads.items() if here is False),
        )


def _overlaps(relation: Relation, start: int, end: int) -> bool:
    return relation.start < end and start < relation.end


def annotated_cast(annotated: Annotated, document: Document, *, rules: Rules) -> tuple[Cast, list[str]]:
    """The cast of a document with the annotated names, and the entity of each of its groups."""
    found: list[Scene] = []
    namings: list[Naming] = []
    members: dict[str, list[int]] = {}
    for scene in scenes(document, rules=rules):
        own = list(_names(annotated, scene))
        taken = {at for name, _ in own for at in range(name.start, name.end)}
        titles = candidates(scene.sentence, lexicon=rules.lexicon, register=rules.register).titles
        kept = tuple(title for title in titles if taken.isdisjoint(range(title.start, title.end)))
        found.append(replace(scene, names=Names(tuple(name for name, _ in own), kept), first=len(namings)))
        for name, entity in own:
            members.setdefault(entity, []).append(len(namings))
            start, end = scene.sentence[name.start].start, scene.sentence[name.end - 1].end
            text = " ".join(document.text[start:end].split())
            namings.append(Naming(text=text, start=start, end=end, kind=name.kind, known=True))
    entities = list(members)
    groups = tuple(_group(members[entity], namings, Kind(annotated.kinds[entity])) for entity in entities)
    group_of = {name: number for number, group in enumerate(groups) for name in group.names}
    return Cast(scenes=tuple(found), namings=tuple(namings), groups=groups, group_of=group_of), entities


def _names(annotated: Annotated, scene: Scene) -> Iterator[tuple[Candidate, str]]:
    """The annotated names in a sentence, as ranges of tokens; of two that share a token the first."""
    behind = 0
    for name in annotated.names:
        inside = [at for at, t in enumerate(scene.sentence) if t.start < name.end and name.start < t.end]
        if inside and inside[0] >= behind:
            behind = inside[-1] + 1
            kind = Kind(annotated.kinds[name.entity])
            yield Candidate(inside[0], behind, kind, known=True), name.entity


def _group(numbers: list[int], namings: list[Naming], kind: Kind) -> Group:
    return Group(names=tuple(numbers), kind=kind, name=max((namings[n].text for n in numbers), key=len))


def gold_of(documents: Iterable[Annotated]) -> set[tuple[str, Predicate, str, str]]:
    """All that is stated: document, relation, subject, object; the sides of a symmetric relation in order."""
    return {keyed(one.id, Predicate(r.predicate), r.subject, r.object) for one in documents for r in one.relations}


def keyed(document: str, predicate: Predicate, subject: str, obj: str) -> tuple[str, Predicate, str, str]:
    """One relation, the same whichever side of a symmetric one is named first."""
    s, o = sorted((subject, obj)) if predicate.symmetric else (subject, obj)
    return document, predicate, s, o
