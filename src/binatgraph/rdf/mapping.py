"""The whole graph as quads: a pure function of documents, register and judgements."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from binatgraph.errors import RdfError
from binatgraph.model import Predicate
from binatgraph.rdf.actors import actor_quads
from binatgraph.rdf.claims import actors_at, distinct
from binatgraph.rdf.concepts import concept_quads
from binatgraph.rdf.documents import catalogue_quads, document_quads
from binatgraph.rdf.facts import focus_quads, observation_quads, statement_quads
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.judgements import judgement_quads
from binatgraph.rdf.registered import is_collaboration, neighbours, reachable, register_quads
from binatgraph.rdf.statements import focuses_in, join_claims, join_focuses, said_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad

    from binatgraph.config import Settings
    from binatgraph.model import Actor, Analysis, Document, Focus, Observation, RegisterEntry, Resolution, Statement
    from binatgraph.rdf.statements import FocusStatement, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a graph is made of.

    `analyses` has each document once, in any order; it is gone through twice, so it may be a lazy sequence. `actors` are
    canonical; those that nothing mentions are left out. `entries` is the register by actor id. `sources` are the places
    where a document was found, by document id; a document that is not in it was found in its own source only.
    """

    analyses: Sequence[Analysis]
    actors: Iterable[Actor]
    resolution: Resolution
    entries: Mapping[str, RegisterEntry] = field(default_factory=dict)
    sources: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Gathered:
    """What has to be known of all documents before the first quad: no texts, and no mentions.

    `kept` are the actors that they mention, and what these are part of.
    """

    said: list[Said] = field(default_factory=list)
    focuses: list[tuple[FocusStatement, Focus]] = field(default_factory=list)
    figures: list[tuple[Observation, str, str]] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    documents: list[Document] = field(default_factory=list)


def graph_quads(contents: Contents, *, settings: Settings) -> Iterator[Quad]:
    """Yield the graph: the default graph, then the named graphs in the order of their IRIs, each in one piece.

    The same contents give the same quads, whatever the order of analyses, actors, entries or sources. Of the documents,
    one at a time is held.

    Raises
    ------
    RdfError
        If two analyses are of one document, or a mentioned actor is neither among the actors nor in the register.
    """
    iris, resolution = Iris(settings.base), contents.resolution
    gathered = _gather(contents)
    order = _order(gathered.documents)
    yield from _default_quads(contents, gathered, settings=settings)
    for position in order:
        analysis = contents.analyses[position]
        yield from document_quads(analysis, resolution=resolution, iris=iris, threshold=settings.threshold)
    for position in order:
        document = gathered.documents[position]
        sources = contents.sources.get(document.id, (document.source,))
        yield from catalogue_quads(document, sources=sources, iris=iris)
    yield from judgement_quads(resolution.judgements, iris=iris)
    kept = sorted(gathered.kept & contents.entries.keys())
    yield from register_quads((contents.entries[key] for key in kept), iris=iris)


def _gather(contents: Contents) -> _Gathered:
    """Go through all documents once."""
    found, resolution, mentioned = _Gathered(), contents.resolution, set[str]()
    for analysis in contents.analyses:
        actors = actors_at(analysis, resolution=resolution)
        found.said += said_in(analysis, resolution=resolution)
        found.focuses += focuses_in(analysis, resolution=resolution)
        found.figures += [
            (one, actors[one.about], analysis.document.language_at(one.evidence.start))
            for one in distinct(analysis.observations)
            if one.about in actors
        ]
        mentioned.update(actors.values())
        found.documents.append(replace(analysis.document, text=""))
    found.kept |= reachable(mentioned, entries=contents.entries)
    return found


def _order(documents: Sequence[Document]) -> list[int]:
    """Give the positions of documents in the order of their ids."""
    order = sorted(range(len(documents)), key=lambda position: documents[position].id)
    for left, right in pairwise(order):
        if documents[left].id == documents[right].id:
            places = f"{documents[left].source} and {documents[right].source}"
            raise RdfError(f"{places} are one document: give one analysis of it, and both as its sources")
    return order


def _default_quads(contents: Contents, gathered: _Gathered, *, settings: Settings) -> Iterator[Quad]:
    """Yield the default graph: actors, statements, figures, and the concepts they speak of."""
    iris, threshold = Iris(settings.base), settings.threshold
    statements = join_claims(gathered.said, threshold=threshold)
    focuses = join_focuses(gathered.focuses, threshold=threshold)
    for actor in _actors(contents, gathered):
        entry = contents.entries.get(actor.id)
        both = entry is not None and is_collaboration(entry)
        yield from actor_quads(actor, iris=iris, collaboration=both)
    for statement in statements:
        yield from statement_quads(statement, iris=iris)
    for focus in focuses:
        yield from focus_quads(focus, iris=iris)
    for figure, about, language in gathered.figures:
        if figure.confidence >= threshold:
            yield from observation_quads(figure, about=about, iris=iris, language=language)
    known = [contents.entries[key] for key in gathered.kept & contents.entries.keys()]
    sectors = {one.sector for one in focuses}
    yield from concept_quads(roles=set(_roles(statements, known)), sectors=sectors, iris=iris)


def _roles(statements: Iterable[Statement], known: Iterable[RegisterEntry]) -> Iterator[str]:
    """Yield the roles of tenures, as documents say and as the register says."""
    held = [one.role_concept for one in statements if one.held and one.predicate is Predicate.HOLDS_ROLE]
    registered = [term.role_concept for entry in known for term in entry.tenures if term.confirmed]
    yield from (role for role in (*held, *registered) if role is not None)


def _actors(contents: Contents, gathered: _Gathered) -> Iterator[Actor]:
    """Yield the actors that the graph names, sorted by id."""
    known = {
        **{key: entry.actor for key, entry in contents.entries.items()},
        **{one.id: one for one in contents.actors},
    }
    kept = gathered.kept
    named = neighbours(contents.entries[key] for key in kept if key in contents.entries)
    countries = {f"place/{code.lower()}" for key in named if key in known for code in known[key].countries}
    for key in sorted(kept | named | (countries & known.keys())):
        if key not in known:
            raise RdfError(f"{key} is mentioned, and is neither among the actors nor in the register; resolve again")
        yield known[key]
