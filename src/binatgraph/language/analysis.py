"""A document becomes an analysis: its cast of actors, where each is mentioned, and the claims that frames read from sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from binatgraph.language.cast import Cast, cast, certain, supported
from binatgraph.language.claims import claims
from binatgraph.language.figures import observations
from binatgraph.language.languages import joined, only
from binatgraph.language.mentions import actors, mentions
from binatgraph.language.readings import read, titles_of
from binatgraph.language.ruleset import Rules, load_rules
from binatgraph.language.sectors import focuses
from binatgraph.model import Analysis, Claim, Document

__all__ = ["Rules", "analyse", "load_rules"]

_WORTH = 0.5
"""Confidence of a claim that vouches for an actor whom only a pipeline sees."""


def analyse(document: Document, *, rules: Mapping[str, Rules]) -> Analysis:
    """Who is mentioned where in a document, and what it claims. Each passage by the rules of its language.

    What is in no known language has nothing.

    >>> from binatgraph.model import Kind, RegisterName, content_hash
    >>> text = "Sonora Governor Ana Ruiz visited the port."
    >>> document = Document(
    ...     id=content_hash(text), source="a.txt", text=text, language="en", media_type="text/plain", sha256=""
    ... )
    >>> names = [RegisterName(text="Sonora", kind=Kind.STATE)]
    >>> analysis = analyse(document, rules=load_rules(names=names))
    >>> [(analysis.quote(c.subject), c.predicate.value, analysis.quote(c.object), c.role) for c in analysis.claims]
    [('Ana Ruiz', 'holdsRole', 'Sonora', 'Governor')]
    """
    spoken = sorted({document.language, *(passage.language for passage in document.passages)} & rules.keys())
    found = [_in_one_language(only(document, language), rules=rules[language]) for language in spoken]
    return joined(document, found)


def _in_one_language(document: Document, *, rules: Rules) -> Analysis:
    everybody = cast(document, rules=rules)
    readings = tuple(read(everybody, rules=rules))
    titles = titles_of(readings, everybody)
    played = certain(everybody, titled=titles)
    claimed = claims(readings, document, played, rules=rules)
    played = supported(played, claimed=_names(claimed, played))
    found = actors(document, played, titles=titles, lexicon=rules.lexicon)
    return Analysis(
        document=document,
        actors=tuple(dict.fromkeys(found.values())),
        mentions=tuple(mentions(document, played, actors=found, lexicon=rules.lexicon)),
        claims=tuple(_between_actors(claimed, played)),
        observations=observations(document, played, lexicon=rules.lexicon),
        focuses=focuses(document, played, rules=rules),
    )


def _names(found: Iterable[Claim], cast: Cast) -> set[int]:
    """The names (their numbers) that claims worth holding are about."""
    places = {(naming.start, naming.end): number for number, naming in enumerate(cast.namings)}
    sides = (side for claim in found if claim.confidence >= _WORTH for side in (claim.subject, claim.object))
    return {places[side.start, side.end] for side in sides}


def _between_actors(found: Iterable[Claim], cast: Cast) -> Iterator[Claim]:
    """The claims whose two sides, and whose speaker if they have one, are actors."""
    there = {(cast.namings[name].start, cast.namings[name].end) for name in cast.group_of}
    for claim in found:
        sides = (claim.subject, claim.object, *((claim.speaker,) if claim.speaker else ()))
        if all((side.start, side.end) in there for side in sides):
            yield claim
