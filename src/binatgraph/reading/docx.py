"""Word documents (.docx): paragraphs, headings, lists and tables in their order, and footnotes behind them.

Read from the XML itself: python-docx leaves out what stands in content controls and what was inserted with "track changes",
which minutes and press releases are full of. Deleted text, headers, footers and comments are no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from binatgraph.errors import ReadingError
from binatgraph.reading.content import Content
from binatgraph.reading.properties import core_properties
from binatgraph.reading.sheet import Sheet
from binatgraph.reading.xml import parse_xml
from binatgraph.reading.zipped import Zip, opened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = "word/document.xml"
_NO_TEXT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\xad"}
_HEADING = "heading"
_NOTE_KINDS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(data: bytes) -> Content:
    """The text of a Word document, in the convention of `blocks`, with title, language and day from its properties.

    Raises
    ------
    ReadingError
        If it is no Word document, is damaged or protected by a password, or unfolds to too much.
    """
    with opened(data) as archive:
        if _MAIN not in archive.names:
            raise ReadingError(
                "it holds no Word document (there is no word/document.xml); give it the ending of its kind"
            )
        body = _root(archive, _MAIN).find(f"{_W}body")
        styles = _styles(archive)
        sheet = Sheet()
        titles = list(_write(body, sheet, styles)) if body is not None else []
        for note in _notes(archive):
            sheet.paragraph(note)
        said = core_properties(archive)
    return Content(
        text=sheet.text(), title=said.title or next(iter(titles), None), language=said.language, created=said.created
    )


def _root(archive: Zip, name: str) -> Any:
    data = archive.read(name)
    if _STRICT in data:
        data = data.replace(_STRICT, _W[1:-1].encode())  # ISO "strict" files differ in the name alone
    return parse_xml(data)


def _styles(archive: Zip) -> Mapping[str, str]:
    """Names of styles by id: ids are in the language of the program, names are not."""
    if "word/styles.xml" not in archive.names:
        return {}
    styles = _root(archive, "word/styles.xml").iter(f"{_W}style")
    return {s.get(f"{_W}styleId") or "": _value(s.find(f"{_W}name")).casefold() for s in styles}


def _write(body: Any, sheet: Sheet, styles: Mapping[str, str]) -> Iterator[str]:
    """Write what is in the body, and yield what looks like its title."""
    for element in _blocks(body):
        if element.tag == f"{_W}tbl":
            sheet.table(_rows(element), header=_has_header(element))
            continue
        style = styles.get(_style(element), _style(element).casefold())
        if style == "title" or style.removeprefix(_HEADING).strip() == "1":
            yield " ".join(_text(element).split())
        if _is_item(element, style):
            sheet.item(_text(element))
        else:
            sheet.paragraph(_text(element))


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those in content controls and in what was inserted."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _NO_TEXT:
            waiting.append(iter(child))


def _text(element: Any) -> str:
    """The text of a paragraph; what a text box in it holds comes once, not again for programs that know none."""
    from lxml import etree  # noqa: PLC0415  (heavy; plain text does without)

    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start",))
    for _, each in walk:
        if each.tag in _NO_TEXT or each.tag == _FALLBACK:
            walk.skip_subtree()
        elif each.tag == f"{_W}t":
            parts.append(each.text or "")
        elif each.tag == f"{_W}p" and each is not element:
            parts.append("\n")
        else:
            parts.append(_BREAKS.get(each.tag, ""))
    return "".join(parts)


def _rows(table: Any) -> list[list[str]]:
    rows = (row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table)
    return [[_cell(cell) for cell in _within(row, f"{_W}tc")] for row in rows]


def _within(row: Any, tag: str) -> Iterator[Any]:
    """The cells of a row, also in content controls, but not those of a table in a cell; of merged ones the first."""
    for cell in row.iter(tag):
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        if next(cell.iterancestors(f"{_W}tr")) is row:
            if merged is not None and (merged.get(f"{_W}val") or "continue") == "continue":
                yield cell.makeelement(tag)
            else:
                yield cell


def _cell(cell: Any) -> str:
    return "\n".join(text for one in cell.iter(f"{_W}p") if (text := _text(one).strip()))


def _has_header(table: Any) -> bool:
    first = table.find(f"{_W}tr")
    return first is not None and first.find(f"{_W}trPr/{_W}tblHeader") is not None


def _style(paragraph: Any) -> str:
    return _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))


def _is_item(paragraph: Any, style: str) -> bool:
    """Whether it has a bullet or a number of its own, or the style of a list; a numbered heading is a heading."""
    if style.startswith(_HEADING):
        return False
    number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    numbered = number is not None and _value(number) != "0"
    return numbered or style.startswith(("list bullet", "list number"))


def _notes(archive: Zip) -> Iterator[str]:
    """Footnotes and endnotes: they stand behind the text, so that they part no sentence."""
    for name, tag in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        if name in archive.names:
            for note in _root(archive, name).iter(f"{_W}{tag}"):
                if note.get(f"{_W}type") not in _NOTE_KINDS:
                    yield from (_text(paragraph) for paragraph in note.iter(f"{_W}p"))


def _value(element: Any) -> str:
    return "" if element is None else element.get(f"{_W}val") or ""
