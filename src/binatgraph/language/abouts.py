"""Whom a figure is about: the subject of its clause, the actor in "of X" or "in X", the one before "which", or one near by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from binatgraph.language.measures import Measure
from binatgraph.language.passages import Passage, Standing, is_noun, is_verb
from binatgraph.model import Kind

_MARKS = frozenset({";", ":", ".", "“", "”", '"', "«", "»", "(", ")", "—", "|", "?", "!"})
_DASHES = frozenset({"—", "–", ".-", "-", "--"})
_LONGEST_DATELINE = 5
"""Tokens from the beginning of a sentence to its first place, and from there to the dash."""
_NEAR_COUNT = 1
"""Words between what is counted and "in X": "3,600 companies mostly in Sonora" has one; behind more stands another phrase."""
_NEAR_OWNER = 2
"""Tokens between a person and the verb of what is theirs."""
_OPENING = 4
"""Tokens before an actor that opens a clause: "Por la garita de Otay Mesa pasan …" has four."""
_FAR = 8
"""Tokens between a figure and the preposition of an actor behind it: a phrase, not another clause."""

DOING, INSIDE, RELATIVE, OF_MEASURE, SUBJECT, TOWARD, NEAR, ELSEWHERE = 0.85, 0.8, 0.8, 0.7, 0.6, 0.6, 0.45, 0.35
"""How sure it is that a figure is about an actor, by how the two are joined. The last two are for review: of 27 such figures that
were read against their sentences, 18 were about somebody else."""


class About(NamedTuple):
    """An actor that a figure is about, how sure that is, and by which rule."""

    actor: Standing
    confidence: float
    rule: str


def about(one: Passage, place: range, measure: Measure) -> About | None:
    """Whom a quantity at some tokens, with what it measures, is about: the first of several ways that holds."""
    start, end = min(place.start, measure.start), max(place.stop, measure.end)
    opened = _clause_start(one, start)
    return next((found for found in _ways(one, place, measure, opened, end) if found is not None), None)


def _ways(one: Passage, place: range, measure: Measure, opened: int, end: int) -> Iterator[About | None]:
    verb = _verb_before(one, place.start, opened)
    subject = _subject(one, range(opened, place.start), verb)
    behind = _behind(one, end)
    if verb is not None:
        yield _because(subject, DOING, "subject")
    yield _because(_antecedent(one, opened), RELATIVE, "relative")
    if behind is not None and behind[1] == "inside" and (behind[2] <= _NEAR_COUNT or not measure.is_count):
        yield About(behind[0], INSIDE, "inside")
    if not measure.is_verb:
        yield _because(_owner(one, range(opened, place.start), measure), OF_MEASURE, "of-measure")
    if not measure.is_count:
        yield _because(subject, SUBJECT, "clause")
    if behind is not None and (behind[2] == 0 or measure.is_verb):
        yield About(behind[0], TOWARD, "toward")
    yield _because(subject or _nearest(one, place.start), NEAR, "near")


def _because(actor: Standing | None, confidence: float, rule: str) -> About | None:
    return None if actor is None else About(actor, confidence, rule)


def _clause_start(one: Passage, end: int) -> int:
    """The token at which the clause of a token begins: behind a mark or a word that opens a clause."""
    words = one.rules.words
    closed = False
    for at in range(end - 1, -1, -1):
        token = one.sentence[at]
        closed = token.text == ")" or (closed and token.text != "(")
        if closed or at in one.at or (token.text == "(" and _closes(one, at, end)):
            continue
        if token.text in _MARKS or token.folded in words["clauses"] or token.folded in words["relative"]:
            return at + 1
    return 0


def _closes(one: Passage, start: int, end: int) -> bool:
    """Whether a bracket that opens at a token closes before another."""
    return any(token.text == ")" for token in one.sentence[start:end])


def _verb_before(one: Passage, end: int, start: int) -> tuple[int, bool] | None:
    """The nearest verb of figures in a clause before a token, and whether it says what somebody does with what is theirs."""
    words = one.rules.words
    for at in range(end - 1, start - 1, -1):
        folded = one.sentence[at].folded
        if at not in one.at and (folded in words["owning"] or folded in words["verbs"]):
            return at, folded in words["owning"]
    return None


def _subject(one: Passage, clause: range, verb: tuple[int, bool] | None) -> Standing | None:
    """The actor of a clause before a figure that no preposition governs: the last before the verb, else the first.

    A person is one only of what is a person's own.
    """
    eligible = [
        actor
        for actor in one.actors
        if actor.start in clause
        and actor.end <= clause.stop
        and (actor.kind.top is not Kind.PERSON or _owns(actor, verb))
        and _governor(one, actor) is None
        and not _is_object(one, actor, verb)
        and not _is_adjective(one, actor)
        and not _is_dateline(one, actor)
    ]
    before = [actor for actor in eligible if verb is None or actor.end <= verb[0]]
    if verb is None:
        return next(iter(before), None)
    opens = all(one.sentence[at].folded in one.rules.words["function"] for at in range(clause.start, verb[0]))
    return before[-1] if before else next(iter(eligible), None) if opens else None


def _owns(person: Standing, verb: tuple[int, bool] | None) -> bool:
    """Whether a verb right behind a person says what the person does with what is theirs."""
    return verb is not None and verb[1] and 0 <= verb[0] - person.end <= _NEAR_OWNER


def _is_object(one: Passage, actor: Standing, verb: tuple[int, bool] | None) -> bool:
    """Whether a word before an actor and its article shows that it is an object: "sponsored the event", "entered Mexico"."""
    at = actor.start - 1
    if at > 0 and one.sentence[at].folded in one.rules.words["articles"]:
        at -= 1
    elif actor.kind.top is not Kind.PLACE:
        return False  # "automaker Ford"
    if at < 0 or not is_noun(one, at):
        return False
    is_its_verb = verb is not None and verb[0] == at  # "invertirá Ford": a subject behind its verb
    return not is_its_verb and one.sentence[at].folded not in one.rules.words["speech"]


def _is_adjective(one: Passage, actor: Standing) -> bool:
    """Whether a place says what kind of thing the noun behind it is: "the Scottsdale chain", "28,000 U.S. stores"."""
    if one.rules.head_first or actor.kind.top is not Kind.PLACE or actor.start == 0:
        return False
    before = one.sentence[actor.start - 1]
    if before.text in {"-", "("}:  # "(R-Ariz.)"
        return True
    words = one.rules.words["articles"] | one.rules.words["inside"]
    governed = before.folded in words or before.text[0].isdigit()
    return governed and is_noun(one, actor.end) and not is_verb(one, one.sentence[actor.end])


def _is_dateline(one: Passage, actor: Standing) -> bool:
    """Whether a place only says where a report was written: "TIJUANA, Mexico — …", "Laredo.- …"."""
    if actor.kind.top is not Kind.PLACE or actor.start > _LONGEST_DATELINE:
        return False
    return any(
        t.text in _DASHES or t.text.endswith(".-") for t in one.sentence[actor.end - 1 : actor.end + _LONGEST_DATELINE]
    )


def _governor(one: Passage, actor: Standing) -> str | None:
    """Which sort of preposition stands before an actor ("inside", "toward"), if one does; the larger place in "Reno, Nevada" stands beside."""
    at = actor.start - 1
    if at > 0 and one.sentence[at].text == "," and actor.kind.top is Kind.PLACE and one.sentence[at - 1].capital:
        return "beside"
    while at >= 0 and at not in one.at and one.sentence[at].folded in one.rules.words["articles"]:
        at -= 1
    if at < 0 or at in one.at:
        return None
    if at - 1 in one.at and one.sentence[at].folded in one.rules.words["conjunctions"]:
        return _governor(one, one.at[at - 1])  # "in Otay Mesa and Calexico"
    word = one.sentence[at].folded
    return next((sort for sort in ("inside", "toward", "beside") if word in one.rules.words[sort]), None)


def _antecedent(one: Passage, opened: int) -> Standing | None:
    """The actor right before the "which" or "who" that opens a clause: "Lucid, which employs 4,000 people"."""
    if opened <= 1:  # nothing stands before the opener
        return None
    opener = one.sentence[opened - 1].folded
    may_stand = opener in one.rules.words["relative"] or opener in one.rules.words["relative_or_clause"]
    before = opened - 2
    before -= one.sentence[before].text == ","
    actor = one.at.get(before) if may_stand else None
    if actor is not None and actor.kind.top is Kind.PLACE and _governor(one, actor) in {"inside", "beside"}:
        return None  # "the plant in Reno, Nevada, which …": the plant, not Nevada
    return actor if actor is not None and actor.kind.top is not Kind.PERSON else None


def _behind(one: Passage, start: int) -> tuple[Standing, str, int] | None:
    """The first actor behind a figure in its clause, by which sort of preposition, and how far behind; a person never."""
    for at in range(start, min(len(one.sentence), start + _FAR)):
        if at in one.at:
            actor = one.at[at]
            sort = _governor(one, actor)
            if sort not in {"inside", "toward"} or actor.kind.top is Kind.PERSON or _is_adjective(one, actor):
                return None
            far = sum(t.folded not in one.rules.words["articles"] for t in one.sentence[start : actor.start]) - 1
            return actor, str(sort), far
        token = one.sentence[at]
        if token.text in _MARKS or token.folded in one.rules.words["clauses"] or token.text == ",":
            return None
    return None


def _owner(one: Passage, clause: range, measure: Measure) -> Standing | None:
    """The actor behind "of" or "in" that belongs to what is measured, or opens the clause.

    "Exports of Sonora reached …", "In Sonora there are …".
    """
    inside = [
        actor
        for actor in one.actors
        if actor.start in clause and _governor(one, actor) == "inside" and actor.kind.top is not Kind.PERSON
    ]
    near = (a for a in inside if measure.start < a.start or a.start - clause.start <= _OPENING)
    return next(near, None)


def _nearest(one: Passage, at: int) -> Standing | None:
    """The actor of a sentence that stands nearest to a token; a person only if nobody else does."""
    others = [actor for actor in one.actors if actor.kind.top is not Kind.PERSON] or list(one.actors)
    return min(others, key=lambda actor: (min(abs(actor.start - at), abs(actor.end - at)), actor.start), default=None)


def actors_in(one: Passage, tokens: range) -> Iterator[Standing]:
    """The actors among some tokens, without persons, from left to right."""
    return (actor for actor in one.actors if actor.start in tokens and actor.kind.top is not Kind.PERSON)
