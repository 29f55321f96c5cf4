"""When an office is held: the tense and the period of a claim, from its sentence and from the day of its document."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from binatgraph.language.almanac import load_almanac
from binatgraph.language.bounds import Place
from binatgraph.language.office_dates import Found, Office, found
from binatgraph.model import UNKNOWN, Claim, Document, Period, Span, Tense

_LINES_ABOVE = 40
"""How far above a list its heading is looked for; a longer list of offices was not seen in 650 documents."""
_FIRST_YEAR, _LAST_YEAR = 1000, 3000
_ENTRY = re.compile(r"\s*(?:[-•*·–◦▪|]|\d{1,2}[.)]\s|\d{4}\b)")
"""A line of a list or of a table, or one that begins with a year, is no heading."""


def when_held(claim: Claim, title: str, document: Document, *, tense: Tense) -> tuple[Tense, Period]:
    """The tense and the period of an office; `tense` is what its title alone says ("former mayor").

    Without a date in the sentence the day of the document is all that is known.
    """
    seen = _day(document.published)
    told = found(_office(claim, title, document), seen=seen, language=document.language)
    held = tense_by(told, tense=tense, seen=seen)
    if held is Tense.PRESENT and _under_past_heading(claim.evidence, document):
        held = Tense.PAST
    return held, period(told, tense=held, published=document.published)


def _day(published: str | None) -> dt.date | None:
    """The day of a document, if it is one in whose neighbourhood there are others."""
    day = dt.date.fromisoformat(published) if published else None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _office(claim: Claim, title: str, document: Document) -> Office:
    """An office with its places in its sentence; of several places with the words of a title the nearest to its holder counts."""
    start, end = claim.evidence.start, claim.evidence.end
    text = document.text[start:end]
    subject, at = _inside(claim.subject, claim.evidence), _inside(claim.object, claim.evidence)
    names = [place for place in (subject, at) if place]
    words = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, title.split())) + r"(?!\w)")
    places = [
        match.span()
        for match in words.finditer(text)
        if all(match.end() <= name[0] or match.start() >= name[1] for name in names)
    ]
    holder = subject or at or (0, 0)
    nearest = min(places, key=lambda place: max(place[0] - holder[1], holder[0] - place[1]), default=None)
    return Office(text=text, title=nearest, subject=subject, object=at)


def _inside(span: Span, sentence: Span) -> Place | None:
    if sentence.start <= span.start and span.end <= sentence.end:
        return span.start - sentence.start, span.end - sentence.start
    return None


def _under_past_heading(evidence: Span, document: Document) -> bool:
    """Whether the heading above a list says that what follows is past: "Previous positions"."""
    above = document.text[: evidence.start].split("\n")[-_LINES_ABOVE:]
    own, lines = above[-1], [line.strip() for line in reversed(above[:-1]) if line.strip()]
    if not _ENTRY.match(own + document.text[evidence.start : evidence.end]):
        return False
    heading = next((line for line in lines if not _ENTRY.match(line)), "")
    ends_sentence = heading.endswith((".", "!", "?", ";", ","))
    return not ends_sentence and load_almanac(document.language).past_headings.search(heading) is not None


def tense_by(told: Found, *, tense: Tense, seen: dt.date | None) -> Tense:
    """The tense of an office: what its sentence says of it, else what its limits say, else that of its title."""
    started, ended = told.limits.start[0], told.limits.end[1]
    if seen is not None and ended is not None and ended < seen:
        return Tense.PAST
    if seen is not None and started is not None and started > seen:
        return Tense.FUTURE
    return told.tense or tense


def period(told: Found, *, tense: Tense, published: str | None) -> Period:
    """The period of an office, from what its sentence says and from the day of its document.

    What ends or begins behind that day is a plan: it may come later or never, so only the outer bounds are known. Limits that
    contradict the day of the document or one another are dropped; the claim stays.
    """
    known = _of_day(tense, published, elsewhen=told.elsewhen)
    (first, begun), (going, last) = told.limits
    day = _day(published)
    if day is not None:
        going = None if going and going > day else going
        begun = None if begun and begun > day and tense is Tense.FUTURE else begun
    narrowed = replace(
        known,
        start_earliest=_later(known.start_earliest, first),
        start_latest=_earlier(known.start_latest, begun),
        end_earliest=_later(known.end_earliest, going),
        end_latest=_earlier(known.end_latest, last),
    )
    return narrowed if narrowed.possible else known


def _of_day(tense: Tense, day: str | None, *, elsewhen: bool) -> Period:
    """What the day of a document says of an office: held by then, ended by then, or not begun before."""
    if day is None:
        return UNKNOWN
    if tense is Tense.PRESENT:
        return Period(start_latest=day, last_seen=None if elsewhen else day)
    return Period(end_latest=day) if tense is Tense.PAST else Period(start_earliest=day)


def _later(known: str | None, day: dt.date | None) -> str | None:
    days_ = [one for one in (known, day.isoformat() if day else None) if one]
    return max(days_, default=None)


def _earlier(known: str | None, day: dt.date | None) -> str | None:
    days_ = [one for one in (known, day.isoformat() if day else None) if one]
    return min(days_, default=None)
