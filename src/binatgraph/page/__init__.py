"""A network as one HTML file that loads nothing: look, search, click, read the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from binatgraph.errors import PageError

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["LANGUAGES", "page"]

LANGUAGES = ("en", "es")


def page(graph: nx.MultiDiGraph, *, title: str, language: str = "en") -> str:
    """One HTML page with everything in it: the drawing of a network, search, and every sentence behind every edge.

    `graph` is what `network.placed` gives. The page opens from a disk without a connection, runs no script but its own,
    and shows whatever documents say as text. It speaks English and Spanish; `language` is the one that it opens in. The
    same graph gives the same page.

    Raises
    ------
    PageError
        If the page does not speak the language, or the graph has not been placed.

    >>> import networkx as nx
    >>> page(nx.MultiDiGraph(), title="Nobody yet").startswith("<!doctype html>")
    True
    """
    if language not in LANGUAGES:
        raise PageError(f"the page does not speak {language!r}; it speaks {' and '.join(LANGUAGES)}")
    from binatgraph.page.html import html  # noqa: PLC0415 - pyvis takes seconds to import

    return html(graph, title=title, language=language)
