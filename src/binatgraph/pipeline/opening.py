"""What is there already: a document as it is read, and a graph that was built, to ask, to draw and to check."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from binatgraph.errors import UsageError
from binatgraph.model import Document
from binatgraph.network import network, placed
from binatgraph.page import page
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.validation import Violation, validate_store
from binatgraph.reading import read, read_bytes
from binatgraph.reading.discover import discover
from binatgraph.reading.readers import media_types
from binatgraph.store import open_store, read_actors, read_links

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from binatgraph.store import LocalStore
    from binatgraph.store.base import Store


def read_text(text: str, *, source: str = "text", media_type: str = "text/plain") -> Document:
    """A document of a text that is at hand.

    >>> read_text("La comisión se reunió en Nogales.").language
    'es'
    """
    return read_bytes(text.encode("utf-8"), source=source, media_type=media_type)


def read_file(path: Path, *, data: bytes | None = None, media_type: str | None = None) -> Document:
    """The document in a file, or in `data` when they are given; without a media type the name's ending says it.

    Raises
    ------
    UsageError
        If the file is not there, is a folder, holds several documents, or is of a kind that nobody reads.
    ReadingError
        If it cannot be read.

    >>> read_file(Path("page.html"), data=b"<p>Sonora y Arizona", media_type="text/html").text
    'Sonora y Arizona'
    """
    if data is not None:
        return read_bytes(data, source=str(path), media_type=media_type or "text/plain")
    if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises on names that are too long)
        raise UsageError(f"{path}: it is a folder; give one file, or `binatgraph build {path}`")
    found = next(discover([path]))
    kind = media_type or found.media_type
    if kind is None:
        raise UsageError(f"{path}: a kind nobody reads; .txt, .md, .html, .pdf, .docx are, or say --media-type")
    if kind not in media_types():
        raise UsageError(f"{path}: it may hold several documents; `binatgraph build {path}` reads them")
    return read(path, source=found.source, media_type=kind)


def open_graph(folder: Path | str) -> LocalStore:
    """The graph that a build made in a folder, to ask it questions; close it, or use it in a `with` block.

    Raises
    ------
    StoreError
        If there is none, or it is damaged.
    """
    return open_store(Path(folder) / "store")


def to_network(store: Store) -> MultiDiGraph:
    """The network of a graph, in networkx: a node an actor, an edge a statement with all its evidence, placed to be drawn.

    >>> from binatgraph.store import memory_store
    >>> with memory_store([]) as store:
    ...     len(to_network(store))
    0
    """
    return placed(network(read_actors(store), read_links(store)))


def to_page(graph: MultiDiGraph, *, title: str = "Binational actors", language: str = "en") -> str:
    """A network as one HTML page that loads nothing, with every edge's sentences."""
    return page(graph, title=title, language=language)


def check(folder: Path | str) -> tuple[Violation, ...]:
    """What is wrong with the graph in a folder, by the shapes and the checks; nothing when it conforms.

    Raises
    ------
    StoreError
        If there is no graph, or it is damaged.
    """
    with open_graph(folder) as store:
        return validate_store(store.engine, iris=Iris(store.prefixes()["id"])).violations
