"""A sentence as the features look at it, made once for all its pairs: names as their kinds, words by what they speak of, heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.cast import Cast
from binatgraph.language.lexicon import Lexicon, relations_of
from binatgraph.language.readings import Reading
from binatgraph.language.syntax import Syntax, case_of, governor, head_of, leader
from binatgraph.names import fold


class Leaning(NamedTuple):
    """What a name or noun leans on in the tree: the first head of its coordination, and what that depends on, as features say it."""

    head: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """The words of a sentence with a sign for each name, title, noun of an actor, demonym and number.

    `classes` says what each word is in both languages, `before` how many words stand before a token, `spoken` at which tokens
    which relations are spoken of, `opening` those of the first such word, if it stands before all names. `leanings` are by the
    tokens (start and end) of names and nouns.
    """

    words: tuple[str, ...]
    classes: tuple[str, ...]
    before: tuple[int, ...]
    spoken: tuple[tuple[int, tuple[str, ...]], ...]
    opening: tuple[str, ...]
    leanings: Mapping[tuple[int, int], Leaning]

    def part(self, start: int, end: int | None = None) -> tuple[str, ...]:
        """The words of the tokens from `start` to `end`, or to the end of the sentence."""
        return self.words[self.before[max(start, 0)] : self.before[-1 if end is None else end]]

    def part_of_classes(self, start: int, end: int | None = None) -> tuple[str, ...]:
        """As `part`, of the classes."""
        return self.classes[self.before[max(start, 0)] : self.before[-1 if end is None else end]]


def mask(reading: Reading, cast: Cast, *, lexicon: Lexicon) -> Masked:
    """A sentence as the features look at it."""
    tokens = _signs(reading, cast, lexicon)
    before = [0]
    for word in tokens:
        before.append(before[-1] + bool(word))
    words = tuple(word for word in tokens if word)
    spoken = tuple((at, said) for at, word in enumerate(tokens) if (said := spoken_of(word, lexicon)))
    first = next((at for at, word in enumerate(tokens) if word.startswith("⟨")), len(tokens))
    return Masked(
        words=words,
        classes=tuple(_class(word, lexicon) for word in words),
        before=tuple(before),
        spoken=spoken,
        opening=spoken[0][1] if spoken and spoken[0][0] < first else (),
        leanings=dict(_leanings(reading, tokens, lexicon)),
    )


def spoken_of(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The relations that a folded word may speak of."""
    return relations_of(word, language=lexicon.language) if word.isalpha() else ()


def _signs(reading: Reading, cast: Cast, lexicon: Lexicon) -> list[str]:
    """A word for each token; of a name its first token is the sign of its kind, and the others are nothing."""
    scene = reading.scene
    words = [token.folded or token.text for token in scene.sentence]
    for number, name in enumerate(scene.names.names, scene.first):
        group = cast.group_of.get(number)
        kind = cast.groups[group].kind.top if group is not None else "?"
        words[name.start : name.end] = [f"⟨{kind}⟩", *[""] * (name.end - name.start - 1)]
    for title in scene.names.titles:
        words[title.start : title.end] = ["⟨title⟩", *[""] * (title.end - title.start - 1)]
    for at in reading.nouns:
        words[at] = words[at] or "⟨noun⟩"
    for at, token in enumerate(scene.sentence):
        if token.folded in lexicon.demonyms:
            words[at] = "⟨demonym⟩"
        elif token.text.isdigit():
            words[at] = "0"
    return words


def _class(word: str, lexicon: Lexicon) -> str:
    """What a word is in both languages: a small word, a word that speaks of relations, a mark, or just a word."""
    if word in lexicon.small:
        return lexicon.small[word]
    return ("/".join(spoken_of(word, lexicon)[:2]) or "_") if word.isalpha() else word


def _leanings(reading: Reading, words: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[tuple[int, int], Leaning]]:
    tree = reading.scene.syntax
    if tree:
        for start, end in (
            *((name.start, name.end) for name in reading.scene.names.names),
            *((at, at + 1) for at in reading.nouns),
        ):
            head = leader(tree, head_of(tree, start, end))
            yield (start, end), Leaning(head, tuple(_told(tree, head, words, lexicon)))


def _told(tree: Syntax, head: int, words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """What a word depends on: its relation, its preposition, the verb or noun above it."""
    above, case = governor(tree, head), case_of(tree, head, words)
    own = f"{tree[head].dep} {lexicon.small.get(case, case)}"
    yield own
    if above >= 0:
        lemma = tree[above].lemma
        yield f"{own} of {lemma}"
        yield from (f"{own} of trigger {relation}" for relation in spoken_of(fold(lemma), lexicon))
