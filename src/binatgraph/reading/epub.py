"""EPUB: the parts of a book in the order of its spine, each read like a web page that is nothing but an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from binatgraph.errors import ReadingError
from binatgraph.reading.blocks import lines_of, render
from binatgraph.reading.content import Content
from binatgraph.reading.dates import iso_date
from binatgraph.reading.encoding import decode
from binatgraph.reading.html import parse
from binatgraph.reading.xml import parse_xml, text_at
from binatgraph.reading.zipped import Zip, opened

_NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_CONTAINER, _LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
_MAX_PARTS = 2_000
_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read(data: bytes) -> Content:
    """The text of an EPUB, in the convention of `blocks`, with title, language and day from its package.

    Raises
    ------
    ReadingError
        If it is no EPUB, is damaged or locked, unfolds to too much, or has more than `_MAX_PARTS` parts.
    """
    with opened(data) as archive:
        root = parse_xml(archive.read(_CONTAINER)).find("c:rootfiles/c:rootfile", namespaces=_NAMES)
        place = "" if root is None else root.get("full-path") or ""
        package = parse_xml(archive.read(place))
        parts = list(_parts(package, posixpath.dirname(place)))
        _refuse_locked(archive, parts)
        texts = [text for part in parts if (text := _text(archive.read(part)))]
    day = (text_at(package, "opf:metadata/dc:date", _NAMES) or "")[:10]
    return Content(
        text="\n\n".join(texts),
        title=text_at(package, "opf:metadata/dc:title", _NAMES),
        language=text_at(package, "opf:metadata/dc:language", _NAMES),
        published=iso_date(day),
    )


def _parts(package: Any, folder: str) -> Iterator[str]:
    """The names of the parts in the order of the spine, without the table of contents."""
    items = {item.get("id"): item for item in package.iterfind("opf:manifest/opf:item", namespaces=_NAMES)}
    spine = package.findall("opf:spine/opf:itemref", namespaces=_NAMES)
    if len(spine) > _MAX_PARTS:
        raise ReadingError(f"it has {len(spine):,} parts and at most {_MAX_PARTS:,} are read; split it")
    for reference in spine:
        item = items.get(reference.get("idref"))
        if (
            item is not None
            and item.get("media-type") in _PAGES
            and "nav" not in (item.get("properties") or "").split()
        ):
            path = unquote((item.get("href") or "").partition("#")[0])
            yield posixpath.normpath(posixpath.join(folder, path))


def _refuse_locked(archive: Zip, parts: list[str]) -> None:
    if _LOCKS in archive.names:
        locks = unquote(archive.read(_LOCKS).decode("utf-8", "replace"))
        if any(part in locks for part in parts):
            raise ReadingError("it is locked (DRM); get it without a lock")


def _text(data: bytes) -> str:
    tree = parse(decode(data))
    return "" if tree is None else render(lines_of(tree))
