"""Whom a noun, a title or a pronoun stands for: an actor named before. What could be two is left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from binatgraph.language.cast import Cast
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.skeleton import Skeleton
from binatgraph.model import Kind
from binatgraph.names import fold

_NEAR = 250
"""Code points; about two sentences."""

ByGroup = Mapping[int, int]
"""For each actor (the number of its group) the name by which it is meant."""


class Antecedents:
    """What a document has told so far of its actors: asked and told from left to right only.

    It lives while one document is read. Each question costs as much as there are actors of the kind, whatever their mentions.
    """

    def __init__(self, cast: Cast, *, lexicon: Lexicon) -> None:
        self._cast = cast
        self._titles = lexicon.titles
        self._read = 0
        self._headed: dict[tuple[Kind, str], int] = {}
        self._last: defaultdict[Kind, dict[int, int]] = defaultdict(dict)
        self._titled: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._words = [frozenset(fold(group.name).split()) for group in cast.groups]

    def noun(self, noun: str, kinds: Sequence[Kind], *, before: int) -> int | None:
        """The name (its number) that "the commission" stands for at a place.

        It is the last name before that has the noun in it, else that of the only actor of the kind near by or so far.
        """
        self._read_to(before)
        headed = self._headed.get((kinds[0].top, noun))
        if headed is not None:
            return headed
        return self._only({group: name for kind in kinds for group, name in self._last[kind].items()}, before)

    def title(self, head: str, *, before: int) -> int | None:
        """The name that "the governor" stands for: that of the only person near by, or so far, who was called so."""
        self._read_to(before)
        heads = {head, *self._titles.stands_for.get(head, ())}
        return self._only({group: name for called in heads for group, name in self._titled[called].items()}, before)

    def pronoun(self, *, before: int) -> int | None:
        """The name that "she" stands for: that of the only person near by."""
        self._read_to(before)
        people = self._last[Kind.PERSON]
        near = [name for group, name in people.items() if self._is_near(group, before)]
        return near[0] if len(near) == 1 else None

    def learn(self, skeleton: Skeleton) -> None:
        """Remember which titles the persons of a sentence have; frames have written them into its slots."""
        for slot in skeleton.slots:
            for name, titles in slot.titles.items():
                group = self._cast.group_of.get(name)
                heads = {self._titles.heads.get(word) for title in titles for word in fold(title).split()}
                if group is not None:
                    for head in heads - {None}:
                        self._titled[str(head)][group] = name

    def _only(self, names: ByGroup, before: int) -> int | None:
        near = {group: name for group, name in names.items() if self._is_near(group, before)}
        return next((next(iter(some.values())) for some in (near, names) if len(some) == 1), None)

    def _is_near(self, group: int, before: int) -> bool:
        """Whether an actor was named at most two sentences before."""
        last = self._last[self._cast.groups[group].kind.top].get(group)
        return last is not None and before - self._cast.namings[last].end < _NEAR

    def _read_to(self, before: int) -> None:
        namings = self._cast.namings
        while self._read < len(namings) and namings[self._read].end <= before:
            group = self._cast.group_of.get(self._read)
            if group is not None:
                kind = self._cast.groups[group].kind
                self._last[kind][group] = self._last[kind.top][group] = self._read
                self._headed |= dict.fromkeys(((kind.top, word) for word in self._words[group]), self._read)
            self._read += 1
