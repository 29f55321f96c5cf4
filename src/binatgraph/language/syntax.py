"""The syntax of a sentence, word by word beside its tokens, and the way in it from one name to another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from binatgraph.language.pipelines import Parse, Word
from binatgraph.language.tokens import Sentence
from binatgraph.model import Kind

_LONGEST_WAY = 7
"""Steps between two names; what is farther apart in the tree says nothing of both."""


_start = attrgetter("start")


class Node(NamedTuple):
    """A word in the tree of its sentence: `head` is the token that it depends on, -1 if that is none of the sentence's."""

    lemma: str
    pos: str
    dep: str
    head: int


Syntax = tuple[Node, ...]
"""A node for each token of a sentence; empty where there is no parse."""


class Way(NamedTuple):
    """From one token up to a common governor and down to another: relations on both sides, and the governor's token."""

    up: tuple[str, ...]
    top: int
    down: tuple[str, ...]


def align(parse: Parse, sentence: Sentence, *, offset: int) -> Syntax:
    """The nodes of a sentence's tokens from the parse of the text in which it stands; `offset` is where that begins."""
    at = {token.start - offset: number for number, token in enumerate(sentence)}
    words = {at[word.start]: word for word in _inside(parse.words, sentence, offset) if word.start in at}
    empty = Node("", "X", "dep", -1)
    return tuple(
        Node(
            word.lemma.lower(),
            word.pos,
            word.dep.partition(":")[0],
            _other(at.get(parse.words[word.head].start, -1), number),
        )
        if (word := words.get(number))
        else empty
        for number in range(len(sentence))
    )


def _inside(words: Sequence[Word], sentence: Sentence, offset: int) -> Sequence[Word]:
    """The words of a text that stand in a sentence of it; a text may have many."""
    first, last = (bisect_left(words, at - offset, key=_start) for at in (sentence[0].start, sentence[-1].end))
    return words[first:last]


def _other(head: int, own: int) -> int:
    return -1 if head == own else head


def named(parse: Parse, sentence: Sentence, *, offset: int) -> Iterator[tuple[int, int, Kind]]:
    """The names that the pipeline sees in a sentence, as ranges of tokens, without an article at their beginning."""
    first, last = sentence[0].start - offset, sentence[-1].end - offset
    for name in (one for one in parse.names if first <= one.start < last):
        inside = [at for at, t in enumerate(sentence) if t.end > name.start + offset and t.start < name.end + offset]
        if inside and sentence[inside[0]].start == name.start + offset:
            yield inside[0], inside[-1] + 1, name.kind


def head_of(syntax: Syntax, start: int, end: int) -> int:
    """The token of a name that the others depend on: the first whose head lies outside."""
    return next((at for at in range(start, end) if not start <= syntax[at].head < end), start)


def leader(syntax: Syntax, at: int) -> int:
    """The first of the words that are coordinated with a word, or the word itself."""
    seen = {at}
    while syntax[at].dep == "conj" and syntax[at].head >= 0 and syntax[at].head not in seen:
        at = syntax[at].head
        seen.add(at)
    return at


def way(syntax: Syntax, start: int, end: int) -> Way | None:
    """The way in the tree from one token to another; none if it is long or leads out of the sentence."""
    above = _ancestors(syntax, start)
    below = _ancestors(syntax, end)
    top = next((at for at in above if at in below), None)
    if top is None:
        return None
    up, down = above[: above.index(top)], below[: below.index(top)]
    if len(up) + len(down) > _LONGEST_WAY:
        return None
    return Way(tuple(syntax[at].dep for at in up), top, tuple(syntax[at].dep for at in reversed(down)))


def _ancestors(syntax: Syntax, at: int) -> list[int]:
    found: list[int] = []
    while at >= 0 and at not in found:
        found.append(at)
        at = syntax[at].head
    return found


def case_of(syntax: Syntax, at: int, words: Sequence[str]) -> str:
    """The preposition of a word, if it has one."""
    return next((words[k] for k, node in enumerate(syntax) if node.head == at and node.dep == "case"), "")


def governor(syntax: Syntax, at: int) -> int:
    """The nearest verb or noun above a word that is no name: what the word is an argument of; -1 if there is none."""
    seen: set[int] = set()
    while at >= 0 and at not in seen:
        seen.add(at)
        at = syntax[at].head
        if at >= 0 and syntax[at].pos in {"VERB", "NOUN", "ADJ"}:
            return at
    return -1
