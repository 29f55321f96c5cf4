"""Definite common nouns for actors named before: "the commission", "dicha empresa"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from binatgraph.language.cast import Cast
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.scene import Scene
from binatgraph.language.skeleton import Skeleton
from binatgraph.model import Kind
from binatgraph.names import fold

_NEAR = 250
"""Code points; about two sentences."""


class Antecedents:
    """Whom a noun can stand for, as far as a document has been read; asked from left to right only."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._read = 0
        self._headed: dict[tuple[Kind, str], int] = {}
        self._groups: defaultdict[Kind, dict[int, int]] = defaultdict(dict)
        self._titled: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._words = [frozenset(fold(group.name).split()) for group in cast.groups]

    def of(self, noun: str, kinds: Sequence[Kind], *, before: int) -> int | None:
        """The name (its number) that a noun at a place stands for.

        It is the last name before that has the noun in it, else that of the only actor of the kind near by, else of the only
        one so far. What could be two is left open.
        """
        self._read_to(before)
        headed = self._headed.get((kinds[0].top, noun))
        if headed is not None:
            return headed
        last = {group: number for kind in kinds for group, number in self._groups[kind].items()}
        near = {g: number for g, number in last.items() if before - self._cast.namings[number].end < _NEAR}
        return next((next(iter(some.values())) for some in (near, last) if len(some) == 1), None)

    def person(self, *, before: int) -> int | None:
        """The name that "he" or "she" stands for: that of the only person near by."""
        self._read_to(before)
        people = self._groups[Kind.PERSON].values()
        near = [number for number in people if before - self._cast.namings[number].end < _NEAR]
        return near[0] if len(near) == 1 else None

    def office_holder(self, head: str, *, before: int, lexicon: Lexicon) -> int | None:
        """The name that "the governor" stands for: that of the only person near by, or so far, who was called so."""
        self._read_to(before)
        heads = {head, *lexicon.titles.stands_for.get(head, ())}
        last = {group: number for called in heads for group, number in self._titled[called].items()}
        near = {g: n for g, n in last.items() if before - self._last(g) < _NEAR}
        return next((next(iter(some.values())) for some in (near, last) if len(some) == 1), None)

    def learn(self, skeleton: Skeleton, *, lexicon: Lexicon) -> None:
        """Remember which titles the persons of a sentence have."""
        for slot in skeleton.slots:
            for name, titles in slot.titles.items():
                group = self._cast.group_of.get(name)
                for word in (word for title in titles for word in fold(title).split()):
                    if group is not None and word in lexicon.titles.heads:
                        self._titled[lexicon.titles.heads[word]][group] = name

    def _last(self, group: int) -> int:
        """Where an actor was last named, as far as the document has been read."""
        numbers = (self._groups[kind].get(group) for kind in (self._cast.groups[group].kind.top,))
        return max((self._cast.namings[n].end for n in numbers if n is not None), default=-_NEAR)

    def _read_to(self, before: int) -> None:
        while self._read < len(self._cast.namings) and self._cast.namings[self._read].end <= before:
            number = self._read
            self._read += 1
            group = self._cast.group_of.get(number)
            if group is not None:
                kind = self._cast.groups[group].kind
                for known in {kind, kind.top}:
                    self._groups[known][group] = number
                for word in self._words[group]:
                    self._headed[kind.top, word] = number


def nominals(scene: Scene, antecedents: Antecedents, *, lexicon: Lexicon) -> dict[int, int]:
    """The tokens of a scene that are a definite common noun for an actor named before, with the number of its name."""
    taken = {at for name in scene.names.names for at in range(name.start, name.end)}
    taken |= {at for title in scene.names.titles for at in range(title.start, title.end)}
    found = {}
    for at, token in enumerate(scene.sentence):
        kinds = lexicon.nominals.get(token.folded)
        if kinds is None or token.capital or at == 0 or at in taken:
            continue
        if scene.sentence[at - 1].folded in lexicon.words["definite"]:
            antecedent = antecedents.of(token.folded, kinds, before=token.start)
            if antecedent is not None:
                found[at] = antecedent
    return found | _persons(scene, antecedents, lexicon=lexicon)


def _persons(scene: Scene, antecedents: Antecedents, *, lexicon: Lexicon) -> dict[int, int]:
    """The tokens that are a pronoun or a bare title for a person named before: "she", "the governor", "el alcalde"."""
    found = {}
    starts = {name.start for name in scene.names.names}
    for at, token in enumerate(scene.sentence):
        if token.folded in lexicon.words["pronouns"]:
            found[at] = antecedents.person(before=token.start)
    for title in scene.names.titles:
        if not title.plural and title.end not in starts and _is_bare(scene, title.start, title.end, lexicon):
            found[title.start] = antecedents.office_holder(
                title.head, before=scene.sentence[title.start].start, lexicon=lexicon
            )
    return {at: number for at, number in found.items() if number is not None}


def _is_bare(scene: Scene, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a title has an article before it, no comma before that (an apposition), and no "of" behind it."""
    sentence = scene.sentence
    article = start > 0 and sentence[start - 1].folded in lexicon.words["definite"]
    apposition = start > 1 and sentence[start - 2].text == ","
    behind = sentence[end].folded if end < len(sentence) else ""
    return article and not apposition and behind not in lexicon.titles.links and not sentence[start].capital
