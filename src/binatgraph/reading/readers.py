"""The seam for other kinds of files: a reader is a function from bytes to `Content`, registered by media type.

It comes in by the entry points of the group "binatgraph.readers", whose names are media types; the built-in readers come
in by the same door. A reader raises `ReadingError`, without naming the file, for whatever it cannot read.

What holds several documents, as an archive does, comes in by the group "binatgraph.containers" in the same way: a function
from bytes to `Member`s, with the columns that a table of articles needs, and the budget that it must not overspend.

The readers of text run here: they take time and memory in proportion to what they read, and are tested for it. Large texts,
and all other readers, also those of other packages, run in a process of their own, which is stopped when it takes too long or too much memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from binatgraph.errors import ReadingError
from binatgraph.reading import helper
from binatgraph.reading.columns import Columns
from binatgraph.reading.content import Content
from binatgraph.reading.member import Member
from binatgraph.reading.zipped import Budget

Reader = Callable[[bytes], Content]


class Container(Protocol):
    """What opens a kind of container; it raises `ReadingError`, without naming the file, for what it cannot open."""

    def __call__(self, data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:
        """The members in the order of their names or places."""


_AT_HOME = frozenset({"text/plain", "text/markdown", "text/html"})
_SMALL = 2_000_000
"""Bytes; a page of that size takes some seconds, one of fifty megabytes may take minutes."""


def media_types() -> tuple[str, ...]:
    """The media types that can be read, sorted."""
    return tuple(sorted(_installed()))


def container_types() -> tuple[str, ...]:
    """The media types that hold documents of their own, sorted."""
    return tuple(sorted(_installed("binatgraph.containers")))


def container_of(media_type: str) -> Container:
    """What opens a kind of container that is among `container_types`."""
    return cast("Container", _installed("binatgraph.containers")[media_type].load())


def reader_of(media_type: str) -> Reader:
    """The reader of a media type, loaded when it is first asked for.

    Raises
    ------
    ReadingError
        If nothing that is installed reads it; the message names what can be read.
    """
    found = _installed().get(media_type)
    if found is None:
        raise ReadingError(f"nothing here reads {media_type}; what can be read is {', '.join(media_types())}")
    return cast("Reader", found.load())


def read_content(data: bytes, *, media_type: str) -> Content:
    """What is in these bytes, by the reader of their media type; within `helper.SECONDS` and `helper.MEMORY`.

    Raises
    ------
    ReadingError
        If nothing reads them, the reader refuses them, or needs more than is allowed.
    """
    point = _installed().get(media_type)
    alone = not sys.executable  # a Python inside another program cannot start itself
    if point is None or alone or (media_type in _AT_HOME and len(data) <= _SMALL):
        return reader_of(media_type)(data)
    return helper.ask(point.value, data)


@cache
def _installed(group: str = "binatgraph.readers") -> dict[str, EntryPoint]:
    """Entry points by media type; one that another package brings stands before the built-in one."""
    found = sorted(entry_points(group=group), key=lambda point: point.value, reverse=True)
    built_in_first = sorted(found, key=lambda point: not point.value.startswith("binatgraph."))
    return {point.name: point for point in built_in_first}
