"""Definite common nouns for actors named before: "the commission", "dicha empresa"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from binatgraph.language.cast import Cast
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.scene import Scene
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
    return found
