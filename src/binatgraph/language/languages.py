"""Documents that hold passages in two languages: each is read by its own rules, and what was found is put together.

The parts in another language are blanked out, character by character, so that every offset is that of the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from binatgraph.model import Actor, Analysis, Document, Kind

_NO_LINE_END = re.compile(r"[^\n]")


def only(document: Document, language: str) -> Document:
    r"""A document with blanks in the place of all that is in another language; one in one language is as it was.

    >>> from binatgraph.model import Passage
    >>> passages = (Passage(start=4, end=7, language="es"),)
    >>> spoken = Document(id="", source="", text="Yes\nSí.", language="en", media_type="", sha256="", passages=passages)
    >>> only(spoken, "es").text, only(spoken, "en").text
    ('   \nSí.', 'Yes\n   ')
    """
    if not document.passages:
        return document
    edges = sorted({0, len(document.text), *(edge for one in document.passages for edge in (one.start, one.end))})
    parts = (
        document.text[a:b] if document.language_at(a) == language else _NO_LINE_END.sub(" ", document.text[a:b])
        for a, b in pairwise(edges)
    )
    return replace(document, text="".join(parts), language=language, passages=())


def joined(document: Document, parts: Iterable[Analysis]) -> Analysis:
    """One analysis of a document from those of its languages, in the order of the text; an actor of both is one."""
    found = list(parts)
    if len(found) == 1 and found[0].document is document:
        return found[0]
    actors: dict[str, Actor] = {}
    for actor in (one for part in found for one in part.actors):
        actors[actor.id] = _merged(actors[actor.id], actor) if actor.id in actors else actor
    return Analysis(
        document=document,
        actors=tuple(actors.values()),
        mentions=tuple(sorted((m for part in found for m in part.mentions), key=lambda m: m.span)),
        claims=tuple(sorted((c for part in found for c in part.claims), key=lambda c: (c.evidence, c.id))),
        observations=tuple(sorted((o for part in found for o in part.observations), key=lambda o: (o.evidence, o.id))),
        focuses=tuple(sorted((f for part in found for f in part.focuses), key=lambda f: (f.evidence, f.id))),
    )


def _merged(one: Actor, other: Actor) -> Actor:
    """An actor that two languages name: a fine kind goes before a top one."""
    kind: Kind = one.kind if one.kind is not one.kind.top else other.kind
    return replace(one, kind=kind, names=tuple(dict.fromkeys(one.names + other.names)))
