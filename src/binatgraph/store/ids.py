"""IRIs of things in a graph: under which base they stand, and how they are shortened for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from binatgraph.config import Settings

if TYPE_CHECKING:
    from pyoxigraph import Store as Engine

CATALOGUE: Final = "graph/documents"
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DOCUMENT: Final = NamedNode("https://w3id.org/binatgraph/ontology#Document")
_PARTS: Final = (
    *("person", "organization", "place", "initiative", "event"),
    *("statement", "tenure", "claim", "observation", "document", "source", "judgement", "graph"),
)


def find_base(engine: Engine) -> str:
    """Find what the IRIs of things in a graph begin with: what stands before the name of its catalogue.

    A graph without documents has no catalogue; it gets the base of the settings.
    """
    card = next(engine.quads_for_pattern(None, _TYPE, _DOCUMENT, None), None)
    name = card.graph_name if card else None
    if isinstance(name, NamedNode) and name.value.endswith(CATALOGUE):
        return name.value.removesuffix(CATALOGUE)
    return Settings().base


def thing_prefixes(base: str) -> dict[str, str]:
    """Give a prefix for each kind of thing, since a name such as `id:place/us-az` is none that SPARQL allows.

    >>> thing_prefixes("https://example.org/")["place"]
    'https://example.org/place/'
    """
    return {"id": base, **{part: f"{base}{part}/" for part in _PARTS}}


def local_id(iri: str, *, base: str) -> str:
    """Cut an IRI down to what stands behind the base; an IRI from elsewhere stays whole.

    >>> local_id("https://example.org/place/us-az", base="https://example.org/")
    'place/us-az'
    """
    return iri.removeprefix(base)
