"""The store as an rdflib dataset, under the same safety as every other query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import rdflib
from oxrdflib.store import OxigraphStore

from binatgraph.store import safety

if TYPE_CHECKING:
    import pyoxigraph as ox


class _SafeStore(OxigraphStore):
    """oxrdflib's store, with a check before each query: rdflib hands them over as they are."""

    def query(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """Refuse what is unsafe; the parameters are those that rdflib passes to its stores."""
        safety.check(str(query))
        return super().query(query, *args, **kwargs)


def open_dataset(engine: ox.Store, *, prefixes: Mapping[str, str]) -> rdflib.Dataset:
    """Make a dataset over a store of the engine."""
    dataset = rdflib.Dataset(store=_SafeStore(store=engine), default_union=False)
    for prefix, namespace in prefixes.items():
        dataset.bind(prefix, namespace)
    return dataset
