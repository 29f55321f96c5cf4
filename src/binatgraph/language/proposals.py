"""What the learned scorer proposes: for each pair of actors the relations that it finds likely, with the office where one is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from binatgraph.language.cast import Cast
from binatgraph.language.features import featured
from binatgraph.language.frames import Frame, Given
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.pairs import Pair, pairs
from binatgraph.language.readings import Reading
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Scene, words
from binatgraph.language.scorer import HEADS, legal
from binatgraph.language.titles import Title
from binatgraph.model import Predicate

SCORER = "scorer"
"""The name of this voter in the rule of a claim."""
_LEAST = 0.25
"""Probability under which a relation is not even worth a review: of those up to 0.4 one in four is right, under it nobody would look."""
_ANYTHING = re.compile(r"(?!)")


class Proposal(NamedTuple):
    """What the scorer finds likely in a sentence; the confidence is that of its frame."""

    reading: Reading
    given: Given


def proposals(readings: Iterable[Reading], cast: Cast, *, rules: Rules) -> Iterator[Proposal]:
    """The proposals for a document, in the order of its pairs; nothing without a scorer."""
    if rules.scorer is None:
        return
    able = (pair for pair in pairs(readings, cast) if _heads(pair, cast))
    for pair, seen in featured(able, cast, lexicon=rules.lexicon):
        likely = rules.scorer.probabilities(seen)
        for head in _heads(pair, cast):
            if likely[head] >= _LEAST and (given := _given(pair, head, float(likely[head]), rules.lexicon)):
                yield Proposal(pair.reading, given)


def _heads(pair: Pair, cast: Cast) -> tuple[int, ...]:
    """The heads that may join a pair."""
    return legal(cast.groups[pair.first.group].kind, cast.groups[pair.second.group].kind)


def _given(pair: Pair, head: int, likely: float, lexicon: Lexicon) -> Given | None:
    """A claim of the scorer; none for an office that no word of the sentence names."""
    predicate, forward = HEADS[head]
    subject, obj = (pair.first, pair.second) if forward else (pair.second, pair.first)
    title = None
    if predicate is Predicate.HOLDS_ROLE:
        title = _title(pair, pair.reading.scene, holder=max(subject.start, 0), lexicon=lexicon)
        if title is None:
            return None
    frame = Frame(rule=f"{lexicon.language}.{SCORER}", pattern=_ANYTHING, confidence=likely)
    before, between, behind = _around(pair)
    return Given(subject.number, predicate, obj.number, title, frame, between, before, behind)


def _title(pair: Pair, scene: Scene, *, holder: int, lexicon: Lexicon) -> str | None:
    """The words of the office that a pair is about: one between the two, else the one that is nearest to its holder.

    Who serves the holder has the office himself: "an adviser to Ruiz".
    """
    start, end = sorted((max(pair.first.start, 0), pair.second.start))
    serving = lexicon.words["serving"]
    titles = [
        title
        for title in scene.names.titles
        if not (title.end + 1 == holder and scene.sentence[title.end].folded in serving)
    ]
    between = [title for title in titles if start <= title.start and title.end <= end]
    nearest = min(between or titles, key=lambda title: _distance(title, holder), default=None)
    return words(scene.sentence, nearest.start, nearest.end) if nearest else None


def _distance(title: Title, at: int) -> int:
    return title.start - at if title.start >= at else at - title.end + 1


def _around(pair: Pair) -> tuple[str, str, str]:
    """The words of a sentence before, between and behind a pair; of one within reach they begin with the sentence."""
    scene = pair.reading.scene
    end = len(scene.sentence)
    first, behind_first = (pair.first.start, pair.first.end) if pair.first.start >= 0 else (0, 0)
    parts = (0, first), (behind_first, pair.second.start), (pair.second.end, end)
    before, between, behind = (words(scene.sentence, a, b) if a < b else "" for a, b in parts)
    return f"{before} ", f" {between} ", f" {behind}"
