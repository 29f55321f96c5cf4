"""A knowledge graph of binational (United States - Mexico) actors, read from documents; every fact leads to its sentence.

>>> import binatgraph
>>> document = binatgraph.read_text("Arizona Governor Katie Hobbs met with Sonora Governor Alfonso Durazo.")
>>> [(r["p"], r["role"]) for r in binatgraph.extract_json(document)["relations"] if r["role"]]
[('holdsRole', 'Governor'), ('holdsRole', 'Governor')]

Files and folders become a graph, which answers questions and can be drawn:

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     note = Path(folder, "note.txt")
...     _ = note.write_text(document.text, "utf-8")
...     same = binatgraph.read_file(note)
...     summary = binatgraph.build([note], Path(folder, "graph"))
...     with binatgraph.open_graph(Path(folder, "graph")) as graph:
...         rows = list(binatgraph.ask(graph, "office-holders", {"at": "Sonora"}).records())
...         seen = binatgraph.portrait(graph, "Katie Hobbs")
...         page = binatgraph.to_page(binatgraph.to_network(graph), title="A note")
>>> same.id == document.id, summary.documents, summary.refused
(True, 1, ())
>>> "Alfonso Durazo Montaño" in {row["name"] for row in rows}
True
>>> seen.offices[0].quotes[0].text
'Arizona Governor Katie Hobbs met with Sonora Governor Alfonso Durazo.'

`extract` gives what `extract_json` says as values. The names here are the public
interface; they are loaded when first used, because spaCy takes a second.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from binatgraph.config import Settings
    from binatgraph.errors import BinatgraphError
    from binatgraph.model import Analysis, Document
    from binatgraph.pipeline import (
        Summary,
        build,
        extract,
        extract_json,
        open_graph,
        read_file,
        read_text,
        to_network,
        to_page,
    )
    from binatgraph.store import ask, portrait

__all__ = [
    "Analysis",
    "BinatgraphError",
    "Document",
    "Settings",
    "Summary",
    "ask",
    "build",
    "extract",
    "extract_json",
    "open_graph",
    "portrait",
    "read_file",
    "read_text",
    "to_network",
    "to_page",
]

_WHERE = {
    "config": ("Settings",),
    "errors": ("BinatgraphError",),
    "model": ("Analysis", "Document"),
    "pipeline": (
        "Summary",
        "build",
        "extract",
        "extract_json",
        "open_graph",
        "read_file",
        "read_text",
        "to_network",
        "to_page",
    ),
    "store": ("ask", "portrait"),
}
_MODULE = {name: module for module, names in _WHERE.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(f"module 'binatgraph' has no attribute {name!r}")
    return getattr(import_module(f"binatgraph.{_MODULE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
