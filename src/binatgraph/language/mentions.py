"""The actors of a document, and where each is mentioned: by a name, and by title and name together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from binatgraph.language.cast import Cast
from binatgraph.language.coreference import Group
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.offices import is_public
from binatgraph.language.scene import Scene
from binatgraph.model import Actor, Document, Kind, Mention, Name, Span
from binatgraph.names import slug


def actors(
    document: Document, cast: Cast, *, titles: Mapping[int, Collection[str]], lexicon: Lexicon
) -> dict[int, Actor]:
    """The actors of a document by the number of their group; a person with a public office is an official.

    Two groups whose names differ only in letters that no IRI shows are one actor.
    """
    found: dict[int, Actor] = {}
    by_id: dict[str, Actor] = {}
    for number in sorted(set(cast.group_of.values())):
        group = cast.groups[number]
        public = any(is_public(title, lexicon=lexicon) for title in titles.get(number, ()))
        kind = Kind.OFFICIAL if public and group.kind is Kind.PERSON else group.kind
        key = f"{document.id}/{kind.top.lower()}/{slug(group.name)}"
        actor = Actor(id=key, kind=kind, names=_names(group, cast, document.language))
        found[number] = by_id.setdefault(key, actor)
    return found


def _names(group: Group, cast: Cast, language: str) -> tuple[Name, ...]:
    texts = sorted({cast.namings[number].text for number in group.names})
    return tuple(Name(text=text, language=language, preferred=text == group.name) for text in texts)


def mentions(document: Document, cast: Cast, *, actors: Mapping[int, Actor], lexicon: Lexicon) -> Iterator[Mention]:
    """Every name of an actor, and title and name together where the title stands right before ("Governor Doug Ducey")."""
    for scene in cast.scenes:
        for number, name in enumerate(scene.names.names, scene.first):
            if number not in cast.group_of:
                continue
            actor = actors[cast.group_of[number]]
            start, end = cast.namings[number].start, cast.namings[number].end
            titled = _titled_start(scene, name.start, lexicon) if actor.kind.top is Kind.PERSON else None
            for begin in sorted({start, titled or start}):
                span = Span(document=document.id, start=begin, end=end)
                text = " ".join(document.text[begin:end].split())
                yield Mention(span=span, kind=actor.kind, name=text, actor=actor.id)


def _titled_start(scene: Scene, name: int, lexicon: Lexicon) -> int | None:
    """Where the title right before a name begins, without "former" and what it is about; else an honorific ("licenciada")."""
    sentence = scene.sentence
    title = next((t for t in scene.names.titles if t.end == name and not t.plural), None)
    if title is not None:
        words = range(title.core, title.end)
        first = next((at for at in words if sentence[at].folded not in lexicon.titles.former), title.core)
        return sentence[first].start
    honorific = name > 0 and sentence[name - 1].folded in lexicon.titles.honorifics
    return sentence[name - 1].start if honorific else None
