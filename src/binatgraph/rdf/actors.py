"""Actors to quads: kinds, names and outside identifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.errors import RdfError
from binatgraph.model import Name
from binatgraph.rdf import terms as t
from binatgraph.rdf.literals import text
from binatgraph.vocabulary import BG, STANDARD_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from binatgraph.model import Actor
    from binatgraph.rdf.iris import Iris

_CODES: Final = {
    "iso-3166-2": NamedNode(BG.iso31662),
    "fips": NamedNode(BG.fips),
    "inegi": NamedNode(BG.inegi),
    "ocd": NamedNode(BG.ocd),
    "ocd-person": NamedNode(BG.ocd),
    "ocd-division": NamedNode(BG.ocd),
    "geonames": NamedNode(BG.geonames),
    "cbp-port": NamedNode(BG.cbpPort),
    "bioguide": NamedNode(BG.bioguide),
    "pocom": NamedNode(BG.pocom),
    "ror": NamedNode(BG.ror),
}
_ITEM: Final = re.compile(r"Q[1-9]\d*", re.ASCII)


def actor_quads(actor: Actor, *, iris: Iris, collaboration: bool = False) -> Iterator[Quad]:
    """Yield what the default graph says of an actor by itself.

    `collaboration` says that the two sides made this organization together.

    Raises
    ------
    RdfError
        If its id cannot be in an IRI, or an identifier has an unknown scheme.
    """
    subject = iris.actor(actor.id)
    told = [*_kinds(actor, collaboration=collaboration), *_names(actor)]
    told += [(t.COUNTRY, iris.country(code)) for code in actor.countries]
    told += [_identifier(scheme, value) for scheme, value in actor.identifiers]
    return (Quad(subject, predicate, obj) for predicate, obj in told)


def _kinds(actor: Actor, *, collaboration: bool) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield the kind, its top kind and the class of a standard vocabulary."""
    yield from ((t.A, t.kind(kind)) for kind in {actor.kind, actor.kind.top})
    if standard := STANDARD_CLASS[actor.kind]:
        yield t.A, NamedNode(standard)
    if collaboration:
        yield t.A, t.COLLABORATION


def _names(actor: Actor) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield one preferred label a language, and every other name once."""
    preferred: dict[str, str] = {}
    for name in _preferable(actor):
        preferred.setdefault(name.language, name.text)
    yield from ((t.PREF_LABEL, text(name, language)) for language, name in preferred.items())
    for name in actor.names:
        if preferred.get(name.language) != name.text:
            yield t.ALT_LABEL, text(name.text, name.language)


def _preferable(actor: Actor) -> Sequence[Name]:
    """Give the preferred names; where there are none the first name, and where there is no name at all the id."""
    return [name for name in actor.names if name.preferred] or actor.names[:1] or [Name(text=actor.id)]


def _identifier(scheme: str, value: str) -> tuple[NamedNode, NamedNode | Literal]:
    """Say what others call an actor."""
    if scheme == "wikidata" and _ITEM.fullmatch(value):
        return t.SAME_AS, NamedNode(f"https://www.wikidata.org/wiki/{value}")
    if scheme not in _CODES:
        raise RdfError(
            f"{scheme}:{value} is no identifier; schemes are {', '.join(sorted(_CODES))}, and wikidata with Q…"
        )
    return _CODES[scheme], Literal(f"{scheme}/{value}" if scheme.startswith("ocd-") else value)
