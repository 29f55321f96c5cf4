"""What one document gives, as its named graph; and the catalogue of documents with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.rdf import terms as t
from binatgraph.rdf.annotations import annotation_quads, annotations_of
from binatgraph.rdf.claims import actors_at, distinct
from binatgraph.rdf.facts import observation_quads
from binatgraph.rdf.literals import date, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from binatgraph.model import Analysis, Document, Resolution
    from binatgraph.rdf.iris import Iris


def document_quads(analysis: Analysis, *, resolution: Resolution, iris: Iris, threshold: float = 0.5) -> Iterator[Quad]:
    """Yield the graph of a document: its claims with their evidence, and the actors it mentions.

    A claim under the threshold is here too, to be reviewed. A figure under it is described here and nowhere else.
    """
    graph, document = iris.document_graph(analysis.document.id), iris.document(analysis.document.id)
    for one in annotations_of(analysis, resolution=resolution):
        yield from annotation_quads(one, iris=iris)
    actors = actors_at(analysis, resolution=resolution)
    for actor in sorted(set(actors.values())):
        yield Quad(document, t.MENTIONS, iris.actor(actor), graph)
    language = analysis.document.language
    for figure in distinct(analysis.observations):
        if figure.about in actors and figure.confidence < threshold:
            about = actors[figure.about]
            yield from observation_quads(figure, about=about, iris=iris, language=language, graph=graph)


def catalogue_quads(document: Document, *, sources: Iterable[str], iris: Iris) -> Iterator[Quad]:
    """Yield a document's card, and the places where it was found: each of these has it as its current document."""
    graph, node = iris.documents_graph(), iris.document(document.id)
    told: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        *((node, t.A, kind) for kind in t.DOCUMENT),
        (node, t.FORMAT, text(document.media_type)),
        (node, t.LANGUAGE, text(document.language)),
    ]
    if document.title is not None:
        told.append((node, t.TITLE, text(document.title, document.language)))
    if document.published is not None:
        told.append((node, t.ISSUED, date(document.published)))
    for path in sources:
        source = iris.source(path)
        told += [(source, t.A, t.SOURCE), (source, t.IDENTIFIER, text(path)), (source, t.CURRENT, node)]
    return (Quad(subject, predicate, obj, graph) for subject, predicate, obj in told)
