"""What an extractor may not give: the shapes' rules on claims, in plain code, because a shape takes milliseconds a claim.

The built-in extractor gives none of it; the extractors of others are held to the same promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from binatgraph.model import Analysis, Claim, Focus, Kind, Observation, Period, Predicate, Span
from binatgraph.vocabulary import RELATIONS


def faults(analysis: Analysis) -> list[str]:
    """What is wrong with an analysis, in plain words; nothing when every claim has its sentence and joins what it may.

    >>> from binatgraph.model import Document
    >>> faults(Analysis(document=Document(id="a", source="a.txt", text="Hi", language="en", media_type="", sha256="")))
    []
    """
    kinds = {actor.id: actor.kind for actor in analysis.actors}
    at = {mention.span: kinds[mention.actor] for mention in analysis.mentions if mention.actor in kinds}
    return [
        *(f"{m.name!r} is of an actor that is not listed" for m in analysis.mentions if m.actor not in {None, *kinds}),
        *(wrong for m in analysis.mentions for wrong in _span(analysis, m.span, "a mention")),
        *(f"a score of {m.score} does not lie between 0 and 1" for m in analysis.mentions if not 0 <= m.score <= 1),
        *(wrong for claim in analysis.claims for wrong in _claim(analysis, claim, at)),
        *(wrong for figure in analysis.observations for wrong in _other(analysis, figure, at)),
        *(wrong for focus in analysis.focuses for wrong in _other(analysis, focus, at)),
    ]


def _claim(analysis: Analysis, claim: Claim, at: dict[Span, Kind]) -> Iterator[str]:
    yield from _span(analysis, claim.evidence, "the evidence")
    yield from _sureness(claim.confidence, claim.rule)
    yield from _period(claim.period)
    if claim.subject not in at or claim.object not in at:
        yield f"{claim.predicate} joins what is no mention"
        return
    relation = RELATIONS[claim.predicate]
    if at[claim.subject].top not in relation.subject or at[claim.object].top not in relation.object:
        yield f"{claim.predicate} cannot join {at[claim.subject]} and {at[claim.object]}"
    if claim.predicate is Predicate.HOLDS_ROLE and not claim.role:
        yield "holdsRole has no role"


def _other(analysis: Analysis, one: Observation | Focus, at: dict[Span, Kind]) -> Iterator[str]:
    yield from _span(analysis, one.evidence, "the evidence")
    yield from _sureness(one.confidence, one.rule)
    about = one.about if isinstance(one, Observation) else one.actor
    if about not in at:
        yield "a figure or a focus is about what is no mention"


def _span(analysis: Analysis, span: Span, what: str) -> Iterator[str]:
    quote = analysis.quote(span)
    if span.document != analysis.document.id or span.end > len(analysis.document.text):
        yield f"{what} lies outside the document"
    elif quote != quote.strip():
        yield f"{what} has white space at its edges: {quote!r}"


def _sureness(confidence: float, rule: str) -> Iterator[str]:
    if not 0 <= confidence <= 1:
        yield f"a confidence of {confidence} does not lie between 0 and 1"
    if not rule:
        yield "a claim names no rule"


def _period(period: Period) -> Iterator[str]:
    for first, second in (
        (period.start_earliest, period.start_latest),
        (period.end_earliest, period.end_latest),
        (period.start_earliest, period.end_latest),
    ):
        if first and second and first > second:
            yield f"a period ends before it starts: {first} to {second}"
