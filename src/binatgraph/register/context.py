"""What one document says around its actors, in the form in which candidates are judged by it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from binatgraph.model import Kind, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from binatgraph.model import Actor, Analysis, Claim
    from binatgraph.register.index import Register

_BESIDE = re.compile(r"(\s*[,(]\s*|\s+|\s+(in|en|de|of)\s+)")
_HELD = {Modality.ASSERTED, Modality.REPORTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that the document gives a person: its words, its concept, and the actor it is held at."""

    words: str
    concept: str | None
    at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What one document says around its actors.

    `located` has the actors that a claim says one is in, `beside` those that stand right behind its name, `offices` what
    it holds; `known` maps actors as read to ids of the register, as far as they may be used.
    """

    date: str | None
    language: str
    located: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    offices: Mapping[str, frozenset[Office]]
    known: Mapping[str, str]
    present: frozenset[str] = frozenset()

    def registered(self, actors: Iterable[str]) -> frozenset[str]:
        """Give the register ids of those of some actors that are known."""
        return frozenset(self.known[one] for one in actors if one in self.known)


def read_context(analysis: Analysis) -> Context:
    """Read what a document says around its actors; nothing is known yet."""
    at = {mention.span: mention.actor for mention in analysis.mentions if mention.actor}
    located: defaultdict[str, set[str]] = defaultdict(set)
    offices: defaultdict[str, set[Office]] = defaultdict(set)
    for claim in analysis.claims:
        subject, target = at.get(claim.subject), at.get(claim.object)
        if subject is None or claim.modality not in _HELD:
            continue
        if claim.predicate is Predicate.LOCATED_IN and target:
            located[subject].add(target)
        if claim.predicate is Predicate.HOLDS_ROLE:
            offices[subject].add(_office(claim, target))
    return Context(
        date=analysis.document.published,
        language=analysis.document.language,
        located={key: frozenset(values) for key, values in located.items()},
        beside=_neighbours(analysis),
        offices={key: frozenset(values) for key, values in offices.items()},
        known={},
    )


def with_known(context: Context, known: Mapping[str, str], register: Register) -> Context:
    """Add what is known; present is then also what the known places are part of."""
    places = (key for key in known.values() if register.kind(key).top is Kind.PLACE)
    present = frozenset(known.values()).union(*(register.above[key] for key in places))
    return replace(context, known=known, present=present)


def gives_office(actor: Actor, context: Context) -> bool:
    """Whether the document gives a person an office."""
    return actor.kind is Kind.OFFICIAL or actor.id in context.offices


def _office(claim: Claim, target: str | None) -> Office:
    """Take the office out of a claim."""
    return Office(words=claim.role or "", concept=claim.role_concept, at=target)


def _neighbours(analysis: Analysis) -> dict[str, frozenset[str]]:
    """Find for each place the place named right behind it: "Nogales, Sonora", "Nogales (Arizona)", "Nogales en Sonora"."""
    mentions = sorted((m for m in analysis.mentions if m.actor and m.kind.top is Kind.PLACE), key=lambda m: m.span)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in pairwise(mentions):
        gap = analysis.document.text[first.span.end : second.span.start]
        if first.actor and second.actor and first.span.end <= second.span.start and _BESIDE.fullmatch(gap):
            found[first.actor].add(second.actor)
    return {key: frozenset(values) for key, values in found.items()}
