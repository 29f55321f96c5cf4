"""What every store can do, wherever its quads lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Final, Protocol, Self

if TYPE_CHECKING:
    from pyoxigraph import Quad
    from rdflib import Dataset

    from binatgraph.store.answers import Answer, Term

NO_BINDINGS: Final[Mapping[str, Term]] = MappingProxyType({})


class Store(Protocol):
    """A graph that can be asked; it is never changed through this. Use it in a `with`, or close it."""

    def query(self, sparql: str, *, bindings: Mapping[str, Term] = NO_BINDINGS) -> Answer:
        """Answer a SPARQL 1.1 query on the default graph and the named graphs, in which `bindings` replace variables.

        The prefixes of `prefixes` need no declaration. Each bound variable must be among those that SELECT names.

        Raises
        ------
        QueryError
            If the query is malformed, or would change the graph or contact another service.
        StoreError
            If the graph cannot be read.
        """

    def prefixes(self) -> Mapping[str, str]:
        """Give the prefixes that a query may use undeclared: of the vocabularies and of the things in this graph."""

    def size(self) -> int:
        """Count the quads."""

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield the quads of a named graph, or of the whole dataset where none is named, in no order."""

    def dataset(self) -> Dataset:
        """Give the graph as an rdflib dataset that cannot be changed; its default graph is no union of the others."""

    def close(self) -> None:
        """Let go of the store; closing twice does no harm."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...
