"""Which dates of a sentence are those of an office: "mayor of Nogales from 2015 to 2019", "asumió como cónsul en mayo".

A date belongs to an office when nothing but names and small words stands between them, or when the clause's own verb says that
the office begins, ends or lasts: in "Mayor Ruiz opened the bridge in 2015" the year is the bridge's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.almanac import load_almanac
from binatgraph.language.bounds import NO_LIMITS, Bound, Dated, Limits, Place, dated, first_days, limits
from binatgraph.language.dates import Days
from binatgraph.language.office_words import Grammar, load_grammar
from binatgraph.model import Tense

_BEFORE_OFFICE = 80
"""Characters between a verb and its office ("was appointed by … in … as"); a longer way leads into another clause."""
_BEHIND_OFFICE = 60
"""Characters between an office with a verb and its date, where other words than names stand between."""
_LONGEST_TAIL = 200
"""Characters between an office and its date, where only names and small words stand between."""
_LONG_AGO = dt.timedelta(days=365)
"""A year's difference between a dated event and its document: the office told beside it may be of that time."""
_PAST_VERBS = frozenset({"was", "left", "leaves"})
_GOING_ON = frozenset({"since", "lasting", "over", "under"})
_PASSIVE = frozenset({"chosen", "nominated"})
_COMING = frozenset({"nominated", "will"})
"""Verbs whose object may hold the office: "named Ana Ruiz director", "nominated Ana Ruiz to be …"."""
_BEGINNINGS = frozenset({"becomes", "entered", "chosen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office in its sentence: the words of it, who holds it and at what, as places in `text`; none where they do not stand in it."""

    text: str
    title: Place | None
    subject: Place | None = None
    object: Place | None = None


class Found(NamedTuple):
    """What a sentence says of an office: its tense, if it says one, and its limits."""

    tense: Tense | None
    limits: Limits
    elsewhen: bool = False
    """Whether what is told is of long ago, so that the document does not say that it is held now."""


class _Verb(NamedTuple):
    kind: str
    start: int
    end: int


def found(office: Office, *, seen: dt.date | None, language: str) -> Found:
    """What the sentence of an office says of when it is held, seen from the day of its document."""
    almanac = load_almanac(language)
    names = [place for place in (office.subject, office.object) if place]
    sentence = dated(office.text, names=names, almanac=almanac)
    if office.text.startswith("|") or office.title is None:
        return Found(None, _of_row(sentence, seen) if office.text.startswith("|") else NO_LIMITS)
    grammar = load_grammar(language)
    verb = _verb(office, sentence, grammar)
    told = [*_before(office, sentence, verb, grammar), *_behind(office, sentence, verb, grammar)]
    kinds = {kind for kind, _ in told} | {verb.kind if verb else "", _copula(office, sentence, grammar)}
    if "has" in kinds and _GOING_ON.isdisjoint(bound.kind for _, bound in told):
        kinds.add("was")
    limit = NO_LIMITS
    for kind, bound in told:
        limit = _narrowed(limit, _said(kind, bound, seen))
    tense = (
        Tense.FUTURE if kinds & _COMING else Tense.PAST if kinds & _PAST_VERBS else _beside(office, sentence, grammar)
    )
    event = None if verb or told else _event(office, sentence, grammar, seen)
    if event is not None and _is_during(office, sentence, grammar):
        limit = _at("was", event)
    return Found(tense, limit, event is not None or _began_long_ago(verb, told, seen))


def _of_row(sentence: Dated, seen: dt.date | None) -> Limits:
    """The only bounds in a row of a table are those of its office."""
    bounds = [bound for bound in sentence.bounds if bound.kind in {"both", "since", "until"}]
    return limits(bounds[0], seen=seen) if len(bounds) == 1 else NO_LIMITS


def _head(office: Office, sentence: Dated) -> int:
    """Where an office begins: with its body where that stands before it ("Arizona governor"), else with its title."""
    start = office.title[0] if office.title else 0
    if office.object and office.object[1] <= start and not sentence.text[office.object[1] : start].strip(" ’'s"):
        return office.object[0]
    return start


def _end(office: Office, sentence: Dated) -> int:
    """Where an office ends: behind its title, its body and its holder, as far as they follow one another."""
    end = office.title[1] if office.title else 0
    for place in sorted(place for place in (office.object, office.subject) if place and place[0] >= end):
        if re.fullmatch(r"[\w ,’'-]{0,30}", sentence.text[end : place[0]]):
            end = place[1]
    return end


def _verb(office: Office, sentence: Dated, grammar: Grammar) -> _Verb | None:
    """The verb of which an office is the complement: the last one before it, with names, small words and dates between.

    Of two offices that are joined ("was mayor of Nogales and head of …") the second has the verb of the first, if it is past.
    """
    head = _head(office, sentence)
    for match in reversed(list(grammar.verb.finditer(sentence.text, max(head - _BEFORE_OFFICE, 0), head))):
        between = _without(sentence, match.end(), head)
        verb = _Verb(match.lastgroup or "", match.start(), match.end())
        if not grammar.between.fullmatch(between):
            joined = (
                verb.kind in {"was", "has"} and grammar.joined.fullmatch(between) and not grammar.clause.search(between)
            )
            return verb if joined and _is_of(verb, office, sentence, grammar) else None
        return verb if _is_of(verb, office, sentence, grammar) else None
    return None


def _is_of(verb: _Verb, office: Office, sentence: Dated, grammar: Grammar) -> bool:
    """Whether a verb is said of the holder of an office: who holds it stands before the verb, is its object, or follows the office."""
    holder, head = office.subject, _head(office, sentence)
    if holder is None or holder[1] <= verb.start:
        return True
    if holder[0] < head:
        return verb.kind in _PASSIVE and not grammar.agent.search(sentence.text[verb.end : holder[0]])
    behind = office.title[1] if office.title else head
    follows = grammar.between.fullmatch(_without(sentence, behind, holder[0])[:_LONGEST_TAIL])
    return (
        bool(follows)
        and verb.kind not in {"was", "is", "has"}
        and not grammar.agent.search(sentence.text[verb.end : head])
    )


def _without(sentence: Dated, start: int, end: int) -> str:
    """The words from one place to another without the bounds between."""
    text = sentence.text
    for bound in sentence.bounds:
        if bound.start >= start and bound.end <= end:
            text = text[: bound.start] + " " * (bound.end - bound.start) + text[bound.end :]
    return text[start:end]


def _before(office: Office, sentence: Dated, verb: _Verb | None, grammar: Grammar) -> Iterator[tuple[str, Bound]]:
    """The bounds before an office: before or behind its verb, or at the beginning of an entry ("2015–2019: Mayor")."""
    head = _head(office, sentence)
    for bound in sentence.bounds:
        if verb is None:
            above, way = sentence.text[: bound.start].rstrip(" ("), sentence.text[bound.end : head]
            entry = not above and bound.kind in {"both", "since"} and re.fullmatch(r"[ ,:.)–—-]{1,4}", way)
            aside = above.endswith(",") and bound.kind in {"both", "since", "until"} and not way.strip()
            if entry or aside:
                yield "", bound
            continue
        inside = verb.start <= bound.start < bound.end <= head
        ahead = bound.end <= verb.start and grammar.between.fullmatch(sentence.text[bound.end : verb.start])
        if inside or ahead:
            yield verb.kind, bound


def _behind(office: Office, sentence: Dated, verb: _Verb | None, grammar: Grammar) -> Iterator[tuple[str, Bound]]:
    """The bounds behind an office, each beside it or beside the one before."""
    end, kind = _end(office, sentence), verb.kind if verb else ""
    for bound in (bound for bound in sentence.bounds if bound.start >= end):
        gap = sentence.text[end : bound.start]
        if len(gap) <= _LONGEST_TAIL and (match := grammar.tail.fullmatch(gap)):
            link = match.lastgroup
            if link and link != "links" and grammar.other.match(sentence.text, bound.end):
                return
            yield link if link and link != "links" else kind, bound
        elif verb is not None and len(gap) <= _BEHIND_OFFICE and not grammar.stops.search(gap):
            yield kind, bound
        else:
            return
        end = bound.end


def _copula(office: Office, sentence: Dated, grammar: Grammar) -> str:
    """The verb between an office and its holder: "the first president was Apodaca", "la nueva delegada será …"."""
    if office.title is None or office.subject is None:
        return ""
    start = (
        office.object[1]
        if office.object and office.title[1] <= office.object[0] < office.subject[0]
        else office.title[1]
    )
    match = grammar.copula.fullmatch(sentence.text[start : office.subject[0]][:_BEFORE_OFFICE])
    return match.lastgroup or "" if match else ""


def _beside(office: Office, sentence: Dated, grammar: Grammar) -> Tense | None:
    """The tense that words beside an office say: "at that time administrator", "former Arizona governor", "incoming …"."""
    head = _head(office, sentence)
    before = sentence.text[max(head - _BEFORE_OFFICE, 0) : head]
    if grammar.soon.search(before):
        return Tense.FUTURE
    return Tense.PAST if grammar.then.search(before) or _is_during(office, sentence, grammar) else None


def _is_during(office: Office, sentence: Dated, grammar: Grammar) -> bool:
    """Whether words beside an office say that it is of the time that is told of: "then governor", "mayor at the time"."""
    head = _head(office, sentence)
    before = grammar.during.search(sentence.text[max(head - _BEFORE_OFFICE, 0) : head])
    own = office.title is not None and grammar.during_title.match(sentence.text, office.title[0])
    return bool(before or own or grammar.then_behind.match(sentence.text, _end(office, sentence)))


def _is_long_ago(told: Days | None, seen: dt.date | None) -> bool:
    return told is not None and seen is not None and told[1] < seen - _LONG_AGO


def _began_long_ago(verb: _Verb | None, told: Sequence[tuple[str, Bound]], seen: dt.date | None) -> bool:
    """Whether all that is said is that an office began long ago: who "became mayor in 1999" may be none any more."""
    if verb is None or verb.kind not in _BEGINNINGS:
        return False
    return any(bound.kind == "at" and _is_long_ago(first_days(bound, seen=seen), seen) for _, bound in told)


def _event(office: Office, sentence: Dated, grammar: Grammar, seen: dt.date | None) -> Days | None:
    """The days of long ago with which a sentence begins, or to which it goes on from the office: "… founded it in 1959"."""
    end = _end(office, sentence)
    for bound in sentence.bounds:
        told = first_days(bound, seen=seen)
        if bound.kind != "at" or bound.first is None or not _is_long_ago(told, seen):
            continue
        leads = not sentence.text[: bound.start].strip(" ") and not re.search("[;:]", sentence.text[bound.end : end])
        follows = bound.start >= end and not grammar.clause.search(sentence.text[end : bound.start])
        if leads or (follows and bound.first.start > bound.start):
            return told
    return None


def _said(kind: str, bound: Bound, seen: dt.date | None) -> Limits:
    """What a bound says of an office whose verb is of a kind. Who was appointed in May began in May or later."""
    if bound.kind in {"lasting", "over", "under"}:
        return limits(bound, seen=seen) if kind in {"is", "has"} else NO_LIMITS
    if bound.kind != "at":
        return limits(bound, seen=seen, ahead=kind in _COMING)
    told = first_days(bound, seen=seen, ahead=kind in _COMING)
    return _at(kind, told) if told else NO_LIMITS


def _at(kind: str, told: Days) -> Limits:
    if kind in {"entered", "becomes"}:
        return Limits(start=told)
    if kind in _COMING or kind == "chosen":
        return Limits(start=(told[0], None))
    if kind in {"left", "leaves"}:
        return Limits(end=told)
    return Limits(start=(None, told[1]), end=(told[0], None)) if kind in {"was", "has"} else NO_LIMITS


def _narrowed(limit: Limits, other: Limits) -> Limits:
    """Both together; what is known already stays."""
    start, end = (
        (own[0] or more[0], own[1] or more[1]) for own, more in ((limit.start, other.start), (limit.end, other.end))
    )
    return Limits(start=start, end=end)
