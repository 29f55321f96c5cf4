"""A sentence with the actors that stand in it, as figures and sectors look at it; and phrases of nouns in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.cast import Cast
from binatgraph.language.figure_rules import FigureRules, Phrase
from binatgraph.language.scene import Scene
from binatgraph.language.tokens import Sentence, Token
from binatgraph.model import Kind

_LONGEST_PHRASE = 4
"""Words of a phrase of nouns: "new binational wastewater projects"."""


class Standing(NamedTuple):
    """Tokens `start` to `end` (half-open) are, or stand for, the actor whom the name with this number names."""

    start: int
    end: int
    name: int
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, the actors in it from left to right, and the demonyms, which are adjectives with a capital."""

    sentence: Sentence
    actors: tuple[Standing, ...]
    at: Mapping[int, Standing]
    demonyms: Mapping[str, str]
    rules: FigureRules


def passage(
    scene: Scene, cast: Cast, *, nominals: Mapping[int, int], demonyms: Mapping[str, str], rules: FigureRules
) -> Passage:
    """A scene as a passage; `nominals` are common nouns that stand for actors, by their token."""
    actors = sorted(_standing(scene, cast, nominals))
    at = {token: one for one in actors for token in range(one.start, one.end)}
    return Passage(sentence=scene.sentence, actors=tuple(actors), at=at, demonyms=demonyms, rules=rules)


def _standing(scene: Scene, cast: Cast, nominals: Mapping[int, int]) -> Iterator[Standing]:
    for number, name in enumerate(scene.names.names, scene.first):
        if number in cast.group_of:
            one = Standing(name.start, name.end, number, cast.groups[cast.group_of[number]].kind)
            if one.kind.top is not Kind.PLACE or not _is_part_of_name(scene, one, cast):
                yield one
    for at, number in nominals.items():
        if number in cast.group_of:
            yield Standing(at, at + 1, number, cast.groups[cast.group_of[number]].kind)


def _is_part_of_name(scene: Scene, place: Standing, cast: Cast) -> bool:
    """Whether a capital beside a place shows that it belongs to a longer name: "Kansas Valley Tractors", "Centro SCT Sonora"."""
    known = (name for n, name in enumerate(scene.names.names, scene.first) if n in cast.group_of)
    named = {at for name in known for at in range(name.start, name.end)}
    beside = [at for at in (place.start - 1, place.end) if 0 <= at < len(scene.sentence) and at not in named]
    tied = scene.sentence[place.end : place.end + 1]
    # the first word of a sentence has a capital anyway
    longer = any(scene.sentence[at].capital and (at > 0 or scene.sentence[at].shouted) for at in beside)
    return longer or (bool(tied) and tied[0].text == "-")


def ends_with(one: Passage, end: int, phrases: Iterable[Phrase]) -> int | None:
    """Where the longest of some phrases begins that ends right before a token."""
    for phrase in phrases:
        start = end - len(phrase)
        if start >= 0 and tuple(t.folded for t in one.sentence[start:end]) == phrase:
            return start
    return None


def begins_with(one: Passage, start: int, phrases: Iterable[Phrase]) -> int | None:
    """The token behind the longest of some phrases that begins at a token."""
    for phrase in phrases:
        if tuple(t.folded for t in one.sentence[start : start + len(phrase)]) == phrase:
            return start + len(phrase)
    return None


def is_noun(one: Passage, at: int) -> bool:
    """Whether a token may belong to a phrase of common nouns: a word in lower case, or a demonym, and no small word.

    The first word of a sentence has a capital anyway.
    """
    if not 0 <= at < len(one.sentence) or at in one.at:
        return False
    token = one.sentence[at]
    if not token.folded or token.folded in one.rules.words["function"]:
        return False
    if any(c.isdigit() for c in token.text) or not token.text[-1].isalnum():
        return False
    return not token.capital or at == 0 or token.folded in one.demonyms


def is_verb(one: Passage, token: Token) -> bool:
    """Whether a word is one of the verbs of figures, or written like a verb that belongs to no phrase of nouns."""
    words = one.rules.words
    listed = token.folded in words["verbs"] or token.folded in words["owning"]
    return listed or one.rules.shapes["finite"].search(token.text.lower()) is not None


def is_plural(one: Passage, token: Token) -> bool:
    """Whether a word looks like a noun in the plural."""
    folded = token.folded
    return folded in one.rules.words["plurals"] or one.rules.shapes["plural"].search(folded) is not None


def phrase_behind(one: Passage, start: int) -> range | None:
    """The phrase of nouns that begins at a token, as tokens; its head is the first or the last, as the language has it."""
    words = _run(one, start)
    if not words:
        return None
    if one.rules.head_first:
        size = next((n for n, at in enumerate(words) if n and not _is_adjective(one, at)), len(words))
        return range(words[0], words[size - 1] + 1)
    plural = [n for n, at in enumerate(words) if is_plural(one, one.sentence[at])]
    if plural:
        last = next((n for n in plural if n + 1 not in plural), plural[-1])
        words = words[: last + 1]
    return range(words[0], words[-1] + 1)


def _run(one: Passage, start: int) -> list[int]:
    """The words that may be a phrase of nouns from a token on; hyphens tie two of them."""
    words: list[int] = []
    at = start
    while len(words) < _LONGEST_PHRASE and is_noun(one, at):
        words.append(at)
        tied = at + 2 < len(one.sentence) and one.sentence[at + 1].text == "-" and is_noun(one, at + 2)
        at += 2 if tied else 1
    return words


def _is_adjective(one: Passage, at: int) -> bool:
    token = one.sentence[at]
    return one.rules.shapes["adjective"].search(token.folded) is not None and not is_verb(one, token)


def head_of(one: Passage, phrase: range) -> int:
    """The token of the noun that a phrase is about."""
    return phrase[0] if one.rules.head_first else phrase[-1]


def phrase_before(one: Passage, end: int) -> range | None:
    """The phrase of nouns that ends right before a token, without verbs before it."""
    start = end
    while end - start < _LONGEST_PHRASE and is_noun(one, start - 1):
        start -= 1
    while start < end - 1 and is_verb(one, one.sentence[start]):
        start += 1
    bare_verb = start == end - 1 and one.rules.shapes["finite"].search(one.sentence[start].text.lower()) is not None
    return range(start, end) if start < end and not bare_verb else None
