"""Whom a figure is about: the subject of its clause, the actor in "of X" or "in X", the one before "which", or one near by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from binatgraph.language.measures import Measure
from binatgraph.language.passages import Passage, Standing
from binatgraph.model import Kind

_MARKS = frozenset({";", ":", ".", "“", "”", '"', "«", "»", "(", ")", "—", "|", "?", "!"})
_FAR = 8
"""Tokens between a figure and the preposition of an actor behind it: a phrase, not another clause."""

DOING, INSIDE, RELATIVE, SUBJECT, OF_MEASURE, TOWARD, NEAR, ELSEWHERE = 0.85, 0.8, 0.8, 0.6, 0.7, 0.6, 0.45, 0.35
"""How sure it is that a figure is about an actor, by how the two are joined. The last two go to review: of twenty such figures
about eight are about somebody else."""


class About(NamedTuple):
    """An actor that a figure is about, how sure that is, and by which rule."""

    actor: Standing
    confidence: float
    rule: str


def about(one: Passage, place: range, measure: Measure) -> About | None:
    """Whom a quantity at some tokens, with what it measures, is about."""
    start, end = min(place.start, measure.start), max(place.stop, measure.end)
    opened = _clause_start(one, min(start, place.start))
    verb = _verb_before(one, place.start, opened)
    subject = _subject(one, opened, place.start, owning=verb is not None and verb[1])
    behind = _behind(one, end)
    found: list[About] = []
    if subject and verb:
        found.append(About(subject, DOING, "subject"))
    if (antecedent := _antecedent(one, opened)) is not None:
        found.append(About(antecedent, RELATIVE, "relative"))
    if behind and behind[1] == "inside":
        found.append(About(behind[0], INSIDE, "inside"))
    if (owner := _owner(one, opened, place.start)) is not None and not measure.is_verb:
        found.append(About(owner, OF_MEASURE, "of-measure"))
    if subject:
        found.append(About(subject, SUBJECT, "clause"))
    if behind:
        found.append(About(behind[0], TOWARD, "toward"))
    near = _nearest(one, place.start)
    if near is not None:
        found.append(About(near, NEAR, "near"))
    return found[0] if found else None


def _clause_start(one: Passage, end: int) -> int:
    """The token at which the clause of a token begins: behind a mark or a word that opens a clause."""
    words = one.rules.words
    for at in range(end - 1, -1, -1):
        token = one.sentence[at]
        if at in one.at:
            continue
        if token.text in _MARKS or token.folded in words["clauses"] or token.folded in words["relative"]:
            return at + 1
    return 0


def _verb_before(one: Passage, end: int, start: int) -> tuple[int, bool] | None:
    """The nearest verb of figures in a clause before a token, and whether it says what somebody does with what is theirs."""
    words = one.rules.words
    for at in range(end - 1, start - 1, -1):
        folded = one.sentence[at].folded
        if at not in one.at and (folded in words["owning"] or folded in words["verbs"]):
            return at, folded in words["owning"]
    return None


def _subject(one: Passage, start: int, end: int, *, owning: bool) -> Standing | None:
    """The last actor of a clause before a figure that no preposition governs; a person only of what is a person's own."""
    eligible = [
        actor
        for actor in one.actors
        if start <= actor.start < end
        and actor.end <= end
        and (owning or actor.kind.top is not Kind.PERSON)
        and _governor(one, actor) is None
    ]
    return eligible[-1] if eligible else None


def _governor(one: Passage, actor: Standing) -> str | None:
    """Which sort of preposition stands before an actor ("inside", "toward"), if one does."""
    at = actor.start - 1
    while at >= 0 and at not in one.at and one.sentence[at].folded in one.rules.words["articles"]:
        at -= 1
    if at < 0 or at in one.at:
        return None
    word = one.sentence[at].folded
    return next((sort for sort in ("inside", "toward", "beside") if word in one.rules.words[sort]), None)


def _antecedent(one: Passage, opened: int) -> Standing | None:
    """The actor right before the "which" or "who" that opens a clause: "Lucid, which employs 4,000 people"."""
    if opened < 2:
        return None
    opener = one.sentence[opened - 1].folded
    may_stand = opener in one.rules.words["relative"] or opener in one.rules.words["relative_or_clause"]
    before = opened - 2
    comma = one.sentence[before].text == ","
    actor = one.at.get(before - 1 if comma else before) if may_stand else None
    return actor if actor is not None and actor.kind.top is not Kind.PERSON else None


def _behind(one: Passage, start: int) -> tuple[Standing, str] | None:
    """The first actor behind a figure in its clause, and by which sort of preposition; a person never."""
    for at in range(start, min(len(one.sentence), start + _FAR)):
        if at in one.at:
            actor = one.at[at]
            sort = _governor(one, actor)
            return (actor, sort) if sort in {"inside", "toward"} and actor.kind.top is not Kind.PERSON else None
        token = one.sentence[at]
        if token.text in _MARKS or token.folded in one.rules.words["clauses"] or token.text == ",":
            return None
    return None


def _owner(one: Passage, start: int, end: int) -> Standing | None:
    """The last actor of a clause before a figure that stands behind "of" or "in": "exports of Sonora reached …"."""
    inside = (actor for actor in one.actors if start <= actor.start < end and _governor(one, actor) == "inside")
    found = [actor for actor in inside if actor.kind.top is not Kind.PERSON]
    return found[-1] if found else None


def _nearest(one: Passage, at: int) -> Standing | None:
    """The actor of a sentence that stands nearest to a token; a person only if nobody else does."""
    others = [actor for actor in one.actors if actor.kind.top is not Kind.PERSON] or list(one.actors)
    return min(others, key=lambda actor: (min(abs(actor.start - at), abs(actor.end - at)), actor.start), default=None)


def actors_in(one: Passage, tokens: range) -> Iterator[Standing]:
    """The actors among some tokens, without persons, from left to right."""
    return (actor for actor in one.actors if actor.start in tokens and actor.kind.top is not Kind.PERSON)
