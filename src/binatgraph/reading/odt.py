"""OpenDocument texts (.odt): paragraphs, headings, lists and tables in their order, and notes behind them.

Text that was deleted with "track changes", comments, headers and footers are no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from binatgraph.errors import ReadingError
from binatgraph.reading.content import Content
from binatgraph.reading.properties import Properties, real_day, real_title
from binatgraph.reading.sheet import Sheet
from binatgraph.reading.xml import parse_xml, text_at
from binatgraph.reading.zipped import Zip, opened

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_NAMES = {
    "office": _OFFICE,
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_BODY = "office:body/office:text"
_NO_TEXT = frozenset(
    {
        f"{_TEXT}{name}"
        for name in ("tracked-changes", "sequence-decls", "note-citation", "bookmark", "table-of-content")
    }
    | {f"{{{_OFFICE}}}{name}" for name in ("annotation", "annotation-end", "forms")}
)
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_NOTE = f"{_TEXT}note"
_MOST_SPACES = 100
_MOST_CELLS = 50
"""An empty rest of a row is written as one cell that is repeated a thousand times."""


def read(data: bytes) -> Content:
    """The text of an OpenDocument text, in the convention of `blocks`, with title, language and day from its properties.

    Raises
    ------
    ReadingError
        If it is no such text, is damaged or protected by a password, or unfolds to too much.
    """
    with opened(data) as archive:
        if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ReadingError("it is protected by a password; save it without one")
        body = parse_xml(archive.read("content.xml")).find(_BODY, namespaces=_NAMES)
        if body is None:
            raise ReadingError("it holds no text but another kind of OpenDocument; save what is to be read as text")
        sheet = Sheet()
        titles = list(_write(body, sheet))
        for note in body.iter(_NOTE):
            sheet.paragraph("\n".join(_text(p) for p in note.iter(f"{_TEXT}p")))
        said = _properties(archive)
    title = said.title or (titles[0] if len(titles) == 1 else None)
    return Content(text=sheet.text(), title=title, language=said.language, created=said.created)


def _properties(archive: Zip) -> Properties:
    if "meta.xml" not in archive.names:
        return Properties()
    meta = parse_xml(archive.read("meta.xml")).find("office:meta", namespaces=_NAMES)
    if meta is None:
        return Properties()
    return Properties(
        title=real_title(text_at(meta, "dc:title", _NAMES)),
        language=text_at(meta, "dc:language", _NAMES),
        created=real_day(text_at(meta, "meta:creation-date", _NAMES)),
    )


def _write(body: Any, sheet: Sheet) -> Iterator[str]:
    """Write what is in the body, and yield its headings of the first level."""
    for element in _blocks(body):
        if element.tag == f"{_TABLE}table":
            header = element.find(f"{_TABLE}table-header-rows") is not None
            sheet.table([_row(row) for row in element.iter(f"{_TABLE}table-row")], header=header)
        elif element.tag == f"{_TEXT}h":
            if element.get(f"{_TEXT}outline-level") == "1":
                yield " ".join(_text(element).split())
            sheet.paragraph(_text(element))
        elif next(element.iterancestors(f"{_TEXT}list-item"), None) is not None:
            sheet.item(_text(element))
        else:
            sheet.paragraph(_text(element))


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs, headings and tables in order, also those in sections, lists and frames."""
    from lxml import etree  # noqa: PLC0415  (heavy; plain text does without)

    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        if element.tag in _NO_TEXT:
            walk.skip_subtree()
        elif element.tag in _PARAGRAPHS or element.tag == f"{_TABLE}table":
            yield element
            walk.skip_subtree()


def _row(row: Any) -> list[str]:
    """The cells of a row; what is repeated without text is not repeated."""
    cells: list[str] = []
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        text = "\n".join(_text(p) for p in cell.iter(*_PARAGRAPHS))
        times = _number(cell.get(f"{_TABLE}number-columns-repeated"), most=_MOST_CELLS)
        cells += [text] * (times if text else min(times, 1))
    return cells


def _text(element: Any) -> str:
    """The text of a paragraph, without its notes."""
    from lxml import etree  # noqa: PLC0415  (as above)

    parts = [element.text or ""]
    walk = etree.iterwalk(element, events=("start", "end"))
    next(walk)
    for event, each in walk:
        if event == "start" and (each.tag in _NO_TEXT or each.tag == _NOTE):
            walk.skip_subtree()
        elif event == "start":
            parts += [_white(each), each.text or ""]
        elif each is not element:
            parts.append(each.tail or "")
    return "".join(parts)


def _white(element: Any) -> str:
    """Spaces, tabs and line ends, which are elements here; a text box begins a line."""
    if element.tag == f"{_TEXT}s":
        return " " * _number(element.get(f"{_TEXT}c"), most=_MOST_SPACES)
    if element.tag in (f"{_TEXT}line-break", *_PARAGRAPHS):
        return "\n"
    return " " if element.tag == f"{_TEXT}tab" else ""


def _number(text: str | None, *, most: int) -> int:
    return min(int(text), most) if text and text.isascii() and text.isdigit() and len(text) <= len("1000000") else 1
