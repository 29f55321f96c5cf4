"""The store on disk: Oxigraph, written afresh by each build and swapped in when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from binatgraph.errors import QueryError, StoreError
from binatgraph.store import generations
from binatgraph.store.answers import Answer, Term
from binatgraph.store.base import NO_BINDINGS
from binatgraph.store.engine import evaluate
from binatgraph.store.ids import find_base, thing_prefixes
from binatgraph.store.locking import Lock, locked
from binatgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset


class LocalStore:
    """A graph in an Oxigraph store, which is only read. It keeps what it has opened when a build swaps a new one in."""

    def __init__(self, engine: ox.Store, *, path: Path | None = None) -> None:
        self._opened: ox.Store | None = engine
        self._path = path

    @property
    def engine(self) -> ox.Store:
        """The store as pyoxigraph has it, for the checks that go through all of it."""
        if self._opened is None:
            raise StoreError("the store was closed; open it again")
        return self._opened

    @cached_property
    def _prefixes(self) -> Mapping[str, str]:
        return {**PREFIXES, **thing_prefixes(find_base(self.engine))}

    def query(self, sparql: str, *, bindings: Mapping[str, Term] = NO_BINDINGS) -> Answer:
        """Answer a query, as `Store.query` promises.

        >>> with memory_store([]) as store:
        ...     store.query("ASK { ?s ?p ?o }").boolean
        False
        """
        return evaluate(self.engine, sparql, bindings=bindings, prefixes=self._prefixes)

    def prefixes(self) -> Mapping[str, str]:
        """Give the prefixes that a query may use undeclared."""
        return self._prefixes

    def size(self) -> int:
        """Count the quads."""
        return len(self.engine)

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the quads of a named graph, or of the whole dataset where none is named, in no order.

        Raises
        ------
        QueryError
            If the name is no IRI.
        """
        try:
            name = None if graph is None else ox.NamedNode(graph)
        except ValueError as error:
            raise QueryError(f"{graph!r} is no IRI: {error}") from None
        return self.engine.quads_for_pattern(None, None, None, name)

    def dataset(self) -> Dataset:
        """Give the graph as an rdflib dataset that cannot be changed; the default graph is no union of the others.

        Notebooks ask it in rdflib's ways; its `len` counts everything, which takes long.
        """
        from binatgraph.store.dataset import open_dataset  # noqa: PLC0415 - oxrdflib is slow to load

        return open_dataset(self.engine, prefixes=self._prefixes)

    def in_force(self) -> bool:
        """Tell whether no build has swapped in another graph since this one was opened; what serves, opens it again.

        >>> memory_store([]).in_force()
        True
        """
        return self._path is None or generations.current(self._path.parent) == self._path

    def close(self) -> None:
        """Let go of the store; closing twice does no harm."""
        self._opened = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self.close()


def open_store(folder: Path) -> LocalStore:
    """Open the graph in a folder that `publish` wrote, to read it.

    Raises
    ------
    StoreError
        If there is none, or it is damaged, or the folder is something else.
    """
    generation = generations.current(folder)
    while True:
        try:
            return LocalStore(ox.Store.read_only(str(generation)), path=generation)
        except (OSError, RuntimeError) as error:
            # Two builds may have ended since the name was read, and deleted what it names.
            if (newer := generations.current(folder)) != generation:
                generation = newer
                continue
            reason = " ".join(str(error).split())
        raise StoreError(f"{folder} is damaged: {reason}; run `binatgraph build`")


def memory_store(quads: Iterable[ox.Quad]) -> LocalStore:
    """Make a store in memory, for a graph that is not to be kept."""
    engine = ox.Store()
    engine.bulk_extend(quads)
    return LocalStore(engine)


def publish(folder: Path, quads: Iterable[ox.Quad], *, lock: Lock | None = None) -> None:
    """Write a graph beside the one in force, then put it in force in one step, then delete what is old.

    Whatever happens before that step (an error in the iterable, a kill, a power cut), the graph before stays in force.
    One older graph is kept for those who still read it. `lock` is the lock on the folder, where the caller holds it.

    Raises
    ------
    StoreError
        If another build is writing here, or the disk cannot be written.
    """
    if lock is not None and lock.folder != folder:
        raise StoreError(f"the lock is on {lock.folder}, not on {folder}; take the lock of the folder that is written")
    with nullcontext() if lock else locked(folder):
        generation = generations.upcoming(folder)
        try:
            _write(generation, quads)
            generations.enforce(generation)
        except BaseException as error:
            shutil.rmtree(generation, ignore_errors=True)
            if isinstance(error, OSError):
                raise StoreError(f"{folder} cannot be written: {error}") from error
            raise
        generations.prune(folder)


def _write(path: Path, quads: Iterable[ox.Quad]) -> None:
    """Write quads to a new directory; when this returns they are on the disk, and nobody has them open."""
    engine = ox.Store(str(path))
    engine.bulk_extend(quads)
    engine.flush()
