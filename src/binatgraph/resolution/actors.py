"""Canonical actors: what the actors as read that are one have together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from binatgraph.model import Actor, Analysis, Kind, Name, RegisterEntry, Resolution


@dataclass(slots=True, kw_only=True)
class _Read:
    """What documents say of one actor: kinds and full names with how many documents give them, and all names."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    full: Counter[Name] = field(default_factory=Counter)
    names: set[Name] = field(default_factory=set)


def canonical_actors(
    analyses: Iterable[Analysis], *, resolution: Resolution, entries: Mapping[str, RegisterEntry]
) -> Iterator[Actor]:
    """The actors that documents mention, after resolution, sorted by id; the order of the documents does not matter.

    A confirmed entry of the register gives names, countries and identifiers; one that is not confirmed gives its id only.
    Of several names as read, the one that most documents take for the full name is preferred in its language.
    """
    gathered = _gather(analyses, resolution)
    for key in sorted(gathered):
        read, entry = gathered[key], entries.get(key)
        known = entry.actor if entry is not None and entry.confirmed else None
        names = _known_names(known, read.names) if known else _read_names(read)
        yield Actor(
            id=key,
            kind=_kind(read.kinds),
            names=tuple(sorted(names, key=lambda name: (name.language, not name.preferred, name.text))),
            countries=known.countries if known else (),
            identifiers=known.identifiers if known else (),
        )


def _gather(analyses: Iterable[Analysis], resolution: Resolution) -> dict[str, _Read]:
    gathered: defaultdict[str, _Read] = defaultdict(_Read)
    for analysis in analyses:
        language = analysis.document.language
        for actor in analysis.actors:
            read = gathered[resolution(actor.id)]
            read.kinds[actor.kind] += 1
            read.full.update(Name(text=name.text, language=name.language) for name in actor.names if name.preferred)
        for mention in analysis.mentions:
            if mention.actor is not None:
                gathered[resolution(mention.actor)].names.add(Name(text=mention.name, language=language))
    return {key: read for key, read in gathered.items() if read.kinds}


def _known_names(known: Actor, read: Iterable[Name]) -> set[Name]:
    texts = {name.text for name in known.names}
    return {*known.names, *(name for name in read if name.text not in texts)}


def _read_names(read: _Read) -> set[Name]:
    """The names as read, one of each language preferred."""
    ranked = sorted(read.names, key=lambda n: (read.full[n], not n.text.isupper(), len(n.text), n.text))
    best = {name.language: name for name in ranked}
    return {Name(text=n.text, language=n.language, preferred=best[n.language] == n) for n in ranked}


def _kind(kinds: Counter[Kind]) -> Kind:
    """The finer kind that most documents give; one document that gives a public office makes an official."""
    if Kind.OFFICIAL in kinds:
        return Kind.OFFICIAL
    return min(kinds, key=lambda kind: (kind is kind.top, -kinds[kind], kind))
