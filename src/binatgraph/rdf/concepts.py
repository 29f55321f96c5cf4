"""The roles and sectors that a graph speaks of, with their labels: nobody has to load the ontology to read them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from binatgraph.rdf import terms as t
from binatgraph.rdf.literals import text
from binatgraph.vocabulary import ROLE, SECTOR, load_concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from binatgraph.model import Name
    from binatgraph.rdf.iris import Iris


def concept_quads(*, roles: Iterable[str], sectors: Iterable[str], iris: Iris) -> Iterator[Quad]:
    """Yield each concept once, sorted by id, with its preferred labels; one that is not in its scheme gives nothing."""
    for used, mint, scheme, known in (
        (roles, iris.role, ROLE, _preferred("roles")),
        (sectors, iris.sector, SECTOR, _preferred("sectors")),
    ):
        for concept in sorted(known.keys() & set(used)):
            node = mint(concept)
            yield Quad(node, t.A, t.CONCEPT)
            yield Quad(node, t.IN_SCHEME, NamedNode(str(scheme)))
            yield from (Quad(node, t.PREF_LABEL, text(name.text, name.language)) for name in known[concept])


@cache
def _preferred(scheme: str) -> Mapping[str, tuple[Name, ...]]:
    return {one.id: tuple(name for name in one.names if name.preferred) for one in load_concepts(scheme)}
