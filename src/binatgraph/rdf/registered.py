"""What the register says of actors that documents mention: confirmed facts and terms, with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.errors import RdfError
from binatgraph.model import Kind, content_hash
from binatgraph.rdf import terms as t
from binatgraph.rdf.literals import date, text
from binatgraph.rdf.periods import registered
from binatgraph.rdf.tenures import Office, tenure_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from binatgraph.model import RegisteredTenure, RegisterEntry
    from binatgraph.rdf.iris import Iris

_ACTORS: Final = {"seat": t.SEAT, "twin": t.TWIN, "counterpart": t.COUNTERPART}
_DATES: Final = {"founded": t.FOUNDED, "dissolved": t.DISSOLVED, "start": t.STARTED, "end": t.ENDED}


def reachable(mentioned: Iterable[str], *, entries: Mapping[str, RegisterEntry]) -> set[str]:
    """Add to actors that documents mention the places and organizations they are part of, and their countries.

    Only confirmed entries lead on.
    """
    found: set[str] = set()
    waiting = list(mentioned)
    while waiting:
        actor = waiting.pop()
        entry = entries.get(actor)
        if actor not in found and entry is not None and entry.confirmed:
            waiting += [value for name, value in entry.facts if name == "partOf"]
            waiting += [place for code in entry.actor.countries if (place := f"place/{code.lower()}") in entries]
        found.add(actor)
    return found


def neighbours(entries: Iterable[RegisterEntry]) -> set[str]:
    """List the actors that entries name beside the ones they are part of: seats, twins, counterparts, places of office."""
    named: set[str] = set()
    for entry in entries:
        if entry.confirmed:
            named.update(value for name, value in entry.facts if name in _ACTORS)
        named.update(term.at for term in entry.tenures if term.confirmed)
    return named


def is_collaboration(entry: RegisterEntry) -> bool:
    """Tell whether the register says that two sides made an organization: a confirmed commission of two countries."""
    return entry.confirmed and entry.actor.kind is Kind.COMMISSION and len(entry.actor.countries) > 1


def register_quads(entries: Iterable[RegisterEntry], *, iris: Iris) -> Iterator[Quad]:
    """Yield the facts of confirmed entries, and confirmed terms; the rest gives nothing.

    Raises
    ------
    RdfError
        If a fact has an unknown property, or a value that cannot be.
    """
    graph = iris.register_graph()
    for entry in entries:
        subject = iris.actor(entry.actor.id)
        if entry.confirmed:
            yield Quad(subject, t.CITED, text(entry.source), graph)
            for name, value in entry.facts:
                yield Quad(subject, *_fact(entry, name, value, iris=iris), graph)
        for term in entry.tenures:
            if term.confirmed:
                yield from _term_quads(entry.actor.id, term, iris=iris)


def _fact(entry: RegisterEntry, name: str, value: str, *, iris: Iris) -> tuple[NamedNode, NamedNode | Literal]:
    """Say a fact as predicate and object."""
    if name == "partOf":
        return t.PLACED_IN if entry.actor.kind.top is Kind.PLACE else t.PART_OF, iris.actor(value)
    if name in _ACTORS:
        return _ACTORS[name], iris.actor(value)
    if name in _DATES:
        return _DATES[name], date(value)
    if name == "website":
        return t.HOMEPAGE, _address(value, actor=entry.actor.id)
    allowed = ", ".join(sorted({"partOf", "website", *_ACTORS, *_DATES}))
    raise RdfError(f"{entry.actor.id}: {name!r} is no property of the register; there are {allowed}")


def _address(value: str, *, actor: str) -> NamedNode:
    """Refuse what is no web address: it becomes a link."""
    try:
        found = NamedNode(value)
    except ValueError:
        found = None
    if found is None or not value.startswith(("https://", "http://")):
        raise RdfError(f"{actor}: {value!r} is no web address; write https://…")
    return found


def _term_quads(person: str, term: RegisteredTenure, *, iris: Iris) -> Iterator[Quad]:
    """Yield a term of office as the register has it."""
    graph = iris.register_graph()
    names = [[name.language, name.text] for name in term.office]
    key = content_hash(["register", person, term.at, names, term.role_concept, term.start, term.end])
    office = Office(id=key, person=person, at=term.at, role=term.role_concept, period=registered(term.start, term.end))
    yield from tenure_quads(office, iris=iris, graph=graph)
    tenure = iris.tenure(key)
    yield Quad(tenure, t.A, t.REGISTERED_TENURE, graph)
    yield Quad(tenure, t.CITED, text(term.source), graph)
    for name in term.office:
        yield Quad(tenure, t.LABEL, text(name.text, name.language), graph)
