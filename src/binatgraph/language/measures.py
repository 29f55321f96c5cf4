"""What a quantity measures, in the words of the document: what is counted, or the noun or the verb that an amount belongs to."""

from __future__ import annotations

from typing import NamedTuple

from binatgraph.language.figure_rules import Phrase
from binatgraph.language.passages import (
    Passage,
    begins_with,
    ends_with,
    head_of,
    is_noun,
    is_plural,
    is_verb,
    phrase_before,
    phrase_behind,
)
from binatgraph.language.quantities import Quantity, Sort
from binatgraph.language.scene import words

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_FAR = 12
"""Tokens between a verb and its amount: "received from the federal government last year a total of about $5 million"."""


class Measure(NamedTuple):
    """Tokens `start` to `end` say what is measured; `unit` is what is counted; a verb says less than a noun."""

    start: int
    end: int
    text: str
    unit: str
    is_verb: bool = False
    is_count: bool = False


def measure(one: Passage, quantity: Quantity, place: range) -> Measure | None:
    """What a quantity at some tokens of a passage measures; nothing where the passage does not say it."""
    if quantity.sort is Sort.COUNT:
        return _counted(one, place)
    if quantity.sort is Sort.MEASURED and begins_with(one, place.stop, one.rules.phrases["distance"]) is not None:
        return None
    unit = quantity.unit
    found = (
        _attributive(one, place, unit)
        or _phrase_behind(one, place.stop, one.rules.phrases["measures"], unit)
        or _phrase_before(one, place.start, unit)
        or _verb(one, place.start, unit)
        or _phrase_behind(one, place.stop, one.rules.phrases["purposes"], unit)
    )
    if found is None and quantity.sort is Sort.MEASURED:
        return Measure(place.start, place.stop, unit, unit)
    return found


def _counted(one: Passage, place: range) -> Measure | None:
    if _is_number_of_something(one, place):
        return None
    start = place.stop
    if start < len(one.sentence) and one.sentence[start].folded in one.rules.words["of"]:
        start += 1
    phrase = phrase_behind(one, start)
    if phrase is None:
        return None
    head = head_of(one, phrase)
    noun = one.sentence[head]
    if not is_plural(one, noun) or noun.folded in one.rules.words["uncounted"]:
        return None
    tied = head - 2 >= phrase.start and one.sentence[head - 1].text == "-"
    unit = words(one.sentence, head - 2 if tied else head, head + 1).lower()
    return _measure(one, _with_complement(one, phrase), unit)._replace(is_count=True)


def _is_number_of_something(one: Passage, place: range) -> bool:
    """Whether a number is a year, or belongs to what stands before it: "page 4", "Minute 323", "Boeing 737"."""
    if place.start in one.at:
        return True
    number = words(one.sentence, place.start, place.stop)
    if number.isdigit() and _FIRST_YEAR <= int(number) <= _LAST_YEAR:
        return True
    if place.start == 0:
        return False
    before = one.sentence[place.start - 1]
    if before.folded in one.rules.words["numbered"] or before.text in {"$", "#", "(", "/"}:
        return True
    small = before.folded in one.rules.words["function"] or (before.folded,) in one.rules.phrases["approximate"]
    return before.capital and not small and not _is_own(one, place.start - 1)


def _is_own(one: Passage, at: int) -> bool:
    """Whether a name goes no further than to a mark of possession: "Sonora's 3,600 companies"."""
    return one.sentence[at].folded == "s" and at - 1 in one.at


def _with_complement(one: Passage, phrase: range) -> range:
    """A phrase and the next that "of" joins to it: "acre-feet of water"."""
    if phrase.stop < len(one.sentence) and one.sentence[phrase.stop].folded in one.rules.words["of"]:
        further = phrase_behind(one, phrase.stop + 1)
        if further is not None:
            return range(phrase.start, further.stop)
    return phrase


def _measure(one: Passage, phrase: range, unit: str) -> Measure:
    return Measure(phrase.start, phrase.stop, words(one.sentence, phrase.start, phrase.stop), unit)


def _attributive(one: Passage, place: range, unit: str) -> Measure | None:
    """The noun that an amount is an adjective of: "a $5 million grant", "a 28 percent increase in traffic"."""
    if one.rules.head_first:
        return None
    phrase = phrase_behind(one, place.stop)
    if phrase is None or is_verb(one, one.sentence[phrase.start]):
        return None
    return _measure(one, _with_complement(one, phrase), unit)


def _phrase_behind(one: Passage, start: int, joints: tuple[Phrase, ...], unit: str) -> Measure | None:
    behind = begins_with(one, start, joints)
    if behind is None:
        return None
    if one.sentence[behind - 1].folded in one.rules.words["of"]:
        behind = _behind_articles(one, behind)
    phrase = phrase_behind(one, behind)
    if phrase is None:
        return None
    head = one.sentence[head_of(one, phrase)].folded
    if head in one.rules.words["uncounted"] or one.rules.shapes["infinitive"].search(head):
        return None
    return _measure(one, _with_complement(one, phrase), unit)


def _behind_articles(one: Passage, at: int) -> int:
    """The token behind articles: "28 percent of the exports", but in "$5 million in the site" the site is a place."""
    while at < len(one.sentence) and one.sentence[at].folded in one.rules.words["articles"]:
        at += 1
    return at


def _phrase_before(one: Passage, end: int, unit: str) -> Measure | None:
    """The noun whose amount follows: "investment of more than $5 million", "exports of Sonora reached $5 million"."""
    at = _behind_approximation(one, end)
    link = ends_with(one, at, one.rules.phrases["links"])
    if link is None:
        return None
    at = link
    if at - 1 in one.at and one.at[at - 1].start > 0:
        start = one.at[at - 1].start - 1
        while start > 0 and one.sentence[start].folded in one.rules.words["articles"]:
            start -= 1
        at = start if one.sentence[start].folded in one.rules.words["inside"] else at
    phrase = phrase_before(one, at)
    return _measure(one, phrase, unit) if phrase else None


def _behind_approximation(one: Passage, end: int) -> int:
    """Where the words begin that say how exact an amount is."""
    while (start := ends_with(one, end, one.rules.phrases["approximate"])) is not None:
        end = start
    return end


def _verb(one: Passage, end: int, unit: str) -> Measure | None:
    """The nearest verb before an amount, in its clause."""
    known = one.rules.words
    for at in range(end - 1, max(-1, end - 1 - _FAR), -1):
        token = one.sentence[at]
        if token.text in {";", ":", ".", "“", "("} or token.folded in known["clauses"]:
            return None
        if token.folded in known["verbs"] or token.folded in known["owning"]:
            participle = token.folded in known["auxiliary"] and at + 1 < end and is_noun(one, at + 1)
            verb = at + participle  # "has deposited $500,000"
            return Measure(verb, verb + 1, one.sentence[verb].text, unit, is_verb=True)
    return None
