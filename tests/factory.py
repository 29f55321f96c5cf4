"""Small values for tests, one line each: names instead of offsets, and ids as the stages make them.

>>> hobbs = document("Katie Hobbs is Governor of Arizona.")
>>> said = analysis(hobbs, [mention(hobbs, "Katie Hobbs", Kind.OFFICIAL), mention(hobbs, "Arizona", Kind.STATE)],
...                 claims=[claim(hobbs, "Katie Hobbs", Predicate.HOLDS_ROLE, "Arizona", role="Governor")])
>>> said.claims[0].subject.end
11
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from binatgraph.model import (
    Actor,
    Analysis,
    Claim,
    Document,
    Focus,
    Kind,
    Mention,
    Name,
    Observation,
    Predicate,
    Resolution,
    Span,
    content_hash,
)
from binatgraph.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable


def document(text: str, *, source: str = "a.txt", language: str = "en", **more: Any) -> Document:
    """Make a plain text in English, read from "a.txt"."""
    values: dict[str, Any] = {
        "id": content_hash(text),
        "media_type": "text/plain",
        "sha256": content_hash([text]) * 4,
        **more,
    }
    return Document(text=text, source=source, language=language, **values)


def span(doc: Document, words: str, nth: int = 0) -> Span:
    """Find words in a text; `nth` counts from 0."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    return Span(document=doc.id, start=start, end=start + len(words))


def sentence(doc: Document, at: Span) -> Span:
    """Find the sentence around a span: up to the full stop and space on both sides, good enough for tests."""
    start = doc.text.rfind(". ", 0, at.start) + 2 if ". " in doc.text[: at.start] else 0
    stop = doc.text.find(". ", at.end)
    return Span(document=doc.id, start=start, end=len(doc.text) if stop < 0 else stop + 1)


def mention(doc: Document, words: str, kind: Kind = Kind.PERSON, *, actor: str | None = None, **more: Any) -> Mention:
    """Make a mention of words in a text, and of the actor whose id is made of its kind and name, unless one is given."""
    at = span(doc, words, more.pop("nth", 0))
    name = more.pop("name", words)
    known = actor or f"{doc.id}/{kind.top.lower()}/{slug(name)}"
    return Mention(span=at, kind=kind, name=name, actor=known, **more)


def claim(doc: Document, subject: str, predicate: Predicate, obj: str, **more: Any) -> Claim:
    """Make a claim that joins the first places of two names; the evidence is the sentence of the subject."""
    at = span(doc, subject)
    values: dict[str, Any] = {"evidence": sentence(doc, at), "confidence": 0.9, "rule": "test.rule", **more}
    return Claim(subject=at, predicate=predicate, object=span(doc, obj), **values)


def observation(doc: Document, about: str, measure: str, value: str, **more: Any) -> Observation:
    """Make a figure about the first place of a name, in US dollars unless a unit is given."""
    at = span(doc, about)
    values: dict[str, Any] = {"evidence": sentence(doc, at), "confidence": 0.9, "rule": "test.figure", "unit": "USD"}
    return Observation(about=at, measure=measure, value=value, **{**values, **more})


def focus(doc: Document, actor: str, sector: str, **more: Any) -> Focus:
    """Make a sector of the first place of a name."""
    at = span(doc, actor)
    values: dict[str, Any] = {"evidence": sentence(doc, at), "confidence": 0.9, "rule": "test.sector", **more}
    return Focus(actor=at, sector=sector, **values)


def analysis(doc: Document, mentions: Iterable[Mention] = (), **more: Iterable[Any]) -> Analysis:
    """Make an analysis of `claims`, `observations` and `focuses`; its actors are those of the mentions."""
    found = tuple(mentions)
    of: dict[str, list[Mention]] = {}
    for one in found:
        if one.actor is not None:
            of.setdefault(one.actor, []).append(one)
    actors = tuple(_as_read(key, some, doc.language) for key, some in of.items())
    return Analysis(document=doc, actors=actors, mentions=found, **{key: tuple(value) for key, value in more.items()})


def _as_read(key: str, mentions: list[Mention], language: str) -> Actor:
    """Make the actor of mentions: the longest name is the preferred one, a fine kind goes before a top kind."""
    texts = sorted({one.name for one in mentions}, key=lambda text: (-len(text), text))
    names = tuple(Name(text=text, language=language, preferred=text == texts[0]) for text in texts)
    kinds = [one.kind for one in mentions]
    return Actor(id=key, kind=max(kinds, key=lambda kind: kind is not kind.top), names=names)


def actor(key: str, name: str, *, kind: Kind = Kind.PERSON, language: str = "en", **more: Any) -> Actor:
    """Make an actor with one name."""
    return Actor(id=key, kind=kind, names=(Name(text=name, language=language, preferred=True),), **more)


def resolution(analyses: Iterable[Analysis]) -> Resolution:
    """Merge what has the same kind and name in different documents, as the automatic judgements do."""
    as_read = [one.id for each in analyses for one in each.actors]
    return Resolution(canonical={key: "/".join(key.split("/")[-2:]) for key in as_read})


def canonical_actors(analyses: Iterable[Analysis]) -> tuple[Actor, ...]:
    """Merge the actors of analyses under their canonical ids; names are joined, the first kind in sorted order stays."""
    found: dict[str, list[Actor]] = {}
    for each in analyses:
        for one in each.actors:
            found.setdefault("/".join(one.id.split("/")[-2:]), []).append(one)
    return tuple(_merged(key, found[key]) for key in sorted(found))


def _merged(key: str, actors: list[Actor]) -> Actor:
    names = tuple(sorted({name for one in actors for name in one.names}))
    return Actor(id=key, kind=min(one.kind for one in actors), names=names)
