"""The graph on disk, and questions to it. The names are loaded when first used: the engine takes its time to import."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from binatgraph.store.analyses import AnalysisCache, KeptAnalyses, SourceRow, open_cache
    from binatgraph.store.answers import Answer, Term, iri, literal
    from binatgraph.store.base import Store
    from binatgraph.store.find import ActorMatch, find_actor, find_actors
    from binatgraph.store.library import NamedQuery, ask, queries
    from binatgraph.store.links import read_actors, read_links
    from binatgraph.store.local import LocalStore, memory_store, open_store, publish
    from binatgraph.store.locking import Lock, locked
    from binatgraph.store.portraits import portrait
    from binatgraph.store.writers import write

__all__ = [
    "ActorMatch",
    "AnalysisCache",
    "Answer",
    "KeptAnalyses",
    "LocalStore",
    "Lock",
    "NamedQuery",
    "SourceRow",
    "Store",
    "Term",
    "ask",
    "find_actor",
    "find_actors",
    "iri",
    "literal",
    "locked",
    "memory_store",
    "open_cache",
    "open_store",
    "portrait",
    "publish",
    "queries",
    "read_actors",
    "read_links",
    "write",
]

_WHERE = {
    "analyses": ("AnalysisCache", "KeptAnalyses", "SourceRow", "open_cache"),
    "answers": ("Answer", "Term", "iri", "literal"),
    "base": ("Store",),
    "find": ("ActorMatch", "find_actor", "find_actors"),
    "library": ("NamedQuery", "ask", "queries"),
    "links": ("read_actors", "read_links"),
    "local": ("LocalStore", "memory_store", "open_store", "publish"),
    "locking": ("Lock", "locked"),
    "portraits": ("portrait",),
    "writers": ("write",),
}
_MODULE = {name: module for module, names in _WHERE.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(f"module 'binatgraph.store' has no attribute {name!r}")
    return getattr(import_module(f"binatgraph.store.{_MODULE[name]}"), name)
