"""What the frames read in each sentence, before it becomes claims: who does what with whom, who has which title, who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from binatgraph.language.antecedents import Antecedents
from binatgraph.language.cast import Cast
from binatgraph.language.frames import Given, apply
from binatgraph.language.nominals import nominals
from binatgraph.language.rows import read_row
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Knowledge, Scene, build
from binatgraph.language.skeleton import Skeleton
from binatgraph.language.speech import Report, reports
from binatgraph.model import Kind
from binatgraph.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A scene with what its frames give, what its names are titled (by number), and who says what in it.

    `nouns` are the tokens at which a word stands for an actor named before, with a number of its name.
    """

    scene: Scene
    nouns: Mapping[int, int]
    given: tuple[Given, ...]
    titles: tuple[tuple[int, str], ...]
    told: tuple[Report, ...]


def read(cast: Cast, *, rules: Rules) -> Iterator[Reading]:
    """The readings of the scenes in which somebody is named; all names have the kinds of their actors by now."""
    kinds = {name: cast.groups[group].kind for name, group in cast.group_of.items()}
    countries = {fold(group.name): group.names[0] for group in reversed(cast.groups)}
    antecedents = Antecedents(cast, lexicon=rules.lexicon)
    for scene in cast.scenes:
        nouns = nominals(scene, antecedents, lexicon=rules.lexicon)
        if scene.names.names or nouns:
            knowledge = Knowledge(kinds=kinds, countries=countries, nominals=nouns)
            skeleton = build(scene, knowledge, lexicon=rules.lexicon)
            yield replace(_read_scene(scene, skeleton, kinds, rules=rules), nouns=nouns)
            antecedents.learn(skeleton)


def _read_scene(scene: Scene, skeleton: Skeleton, kinds: Mapping[int, Kind], *, rules: Rules) -> Reading:
    given = tuple(apply(skeleton, frames=rules.frames, levels=rules.order))
    if scene.headings:
        given += tuple(read_row(scene, kinds, language=rules.lexicon.language))
    told = tuple(reports(skeleton, speech=rules.speech, lexicon=rules.lexicon))
    return Reading(scene=scene, nouns={}, given=given, titles=tuple(_titles(skeleton, given)), told=told)


def _titles(skeleton: Skeleton, given: Iterable[Given]) -> Iterator[tuple[int, str]]:
    """The titles that stand beside names, and those of offices that a clause or a row gives."""
    yield from ((name, title) for slot in skeleton.slots for name, titles in slot.titles.items() for title in titles)
    yield from ((one.subject, one.title) for one in given if one.title is not None)


def titles_of(readings: Iterable[Reading], cast: Cast) -> dict[int, set[str]]:
    """The titles of actors, by the number of their group."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for reading in readings:
        for name, title in reading.titles:
            if name in cast.group_of:
                found[cast.group_of[name]].add(title)
    return dict(found)
