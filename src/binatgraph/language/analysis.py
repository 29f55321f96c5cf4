"""A document becomes an analysis: its cast of actors, where each is mentioned, and the claims that frames read from sentences."""

from __future__ import annotations

from collections.abc import Mapping

from binatgraph.language.cast import cast, certain
from binatgraph.language.claims import claims
from binatgraph.language.figures import observations
from binatgraph.language.mentions import actors, mentions
from binatgraph.language.readings import read, titles_of
from binatgraph.language.rules import Rules, load_rules
from binatgraph.language.sectors import focuses
from binatgraph.model import Analysis, Document

__all__ = ["Rules", "analyse", "load_rules"]


def analyse(document: Document, *, rules: Mapping[str, Rules]) -> Analysis:
    """Who is mentioned where in a document, and what it claims. A document in no known language has nothing, and says so.

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
    if document.language not in rules:
        return Analysis(document=document)
    own = rules[document.language]
    everybody = cast(document, rules=own)
    readings = tuple(read(everybody, rules=own))
    titles = titles_of(readings, everybody)
    played = certain(everybody, titled=titles)
    found = actors(document, played, titles=titles, lexicon=own.lexicon)
    return Analysis(
        document=document,
        actors=tuple(dict.fromkeys(found.values())),
        mentions=tuple(mentions(document, played, actors=found, lexicon=own.lexicon)),
        claims=claims(readings, document, played, rules=own),
        observations=observations(document, played, lexicon=own.lexicon),
        focuses=focuses(document, played, rules=own),
    )
