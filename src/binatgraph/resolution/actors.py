"""Canonical actors: what the actors as read that are one have together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from binatgraph.model import Actor, Analysis, Kind, Name, RegisterEntry, Resolution


def canonical_actors(
    analyses: Iterable[Analysis], *, resolution: Resolution, entries: Mapping[str, RegisterEntry]
) -> Iterator[Actor]:
    """The actors that documents mention, after resolution, sorted by id; the order of the documents does not matter.

    A confirmed entry of the register gives names, countries and identifiers; one that is not confirmed gives its id only.
    Of several names as read, the one that most documents take for the full name is preferred in its language.
    """
    kinds: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    full: defaultdict[str, Counter[Name]] = defaultdict(Counter)
    read: defaultdict[str, set[Name]] = defaultdict(set)
    for analysis in analyses:
        language = analysis.document.language
        for actor in analysis.actors:
            key = resolution(actor.id)
            kinds[key][actor.kind] += 1
            full[key].update(Name(text=n.text, language=n.language) for n in actor.names if n.preferred)
        for mention in analysis.mentions:
            if mention.actor is not None:
                read[resolution(mention.actor)].add(Name(text=mention.name, language=language))
    for key in sorted(kinds):
        entry = entries.get(key)
        known = entry.actor if entry is not None and entry.confirmed else None
        names = _known_names(known, read[key]) if known else _read_names(read[key], full[key])
        yield Actor(
            id=key,
            kind=_kind(kinds[key]),
            names=tuple(sorted(names, key=lambda n: (n.language, not n.preferred, n.text))),
            countries=known.countries if known else (),
            identifiers=known.identifiers if known else (),
        )


def _known_names(known: Actor, read: set[Name]) -> set[Name]:
    texts = {name.text for name in known.names}
    return {*known.names, *(name for name in read if name.text not in texts)}


def _read_names(read: set[Name], full: Counter[Name]) -> set[Name]:
    best: dict[str, Name] = {}
    for name in sorted(read, key=lambda n: (full[n], not n.text.isupper(), len(n.text), n.text)):
        best[name.language] = name
    return {Name(text=n.text, language=n.language, preferred=best[n.language] == n) for n in read}


def _kind(kinds: Counter[Kind]) -> Kind:
    """The finer kind that most documents give; one document that gives a public office makes an official."""
    if Kind.OFFICIAL in kinds:
        return Kind.OFFICIAL
    return min(kinds, key=lambda kind: (kind is kind.top, -kinds[kind], kind))
