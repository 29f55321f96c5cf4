"""A tree of HTML as text, in one convention for every kind of file.

Blocks are parted by an empty line; a heading is a block. The items of a list are lines that begin with "- ", the rows of
a table lines of the form "| a | b |", with "|---|---|" below a row of headings. White space runs together, except in
preformatted text. A `<br>` ends a line (not before a lower-case letter: there a sentence goes on), two end a block.
Scripts, the controls of forms, and what is hidden are no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# fmt: off
_NEVER_TEXT = frozenset({
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "applet", "svg", "math", "canvas",
    "audio", "video", "map", "select", "datalist", "button", "label", "textarea", "progress", "meter", "dialog",
})
_BLOCKS = frozenset({
    *HEADINGS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_BLOCK_END = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n(?!\s*[a-zß-öø-ÿ])")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\xad"
_LONG_CELL = 600  # characters; a longer one is no figure or name but the body of a page laid out with tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text and the element it comes from.

    Lines of one group stand together, groups are parted by an empty line. `linked` is the share of the line that leads
    elsewhere, 0 to 1.
    """

    text: str
    group: int
    element: Any
    linked: float = 0.0


def render(lines: list[Line]) -> str:
    r"""Lines as one text.

    >>> from lxml import html
    >>> tree = html.document_fromstring("<h1>Agenda</h1><ul><li>Water<li>Trade</ul><p>That is <b>all</b>.")
    >>> print(render(lines_of(tree)).replace("\n\n", "\n(empty line)\n"))
    Agenda
    (empty line)
    - Water
    - Trade
    (empty line)
    That is all.
    """
    parts: list[str] = []
    for position, line in enumerate(lines):
        if position:
            parts.append("\n" if line.group == lines[position - 1].group else "\n\n")
        parts.append(line.text)
    return "".join(parts)


def lines_of(tree: Any) -> list[Line]:
    """The lines of an lxml tree or element, in order. Walks without recursion: pages may be nested deeply."""
    from lxml import etree  # noqa: PLC0415  (heavy; plain text does without)

    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    pen, skipped = _Pen(), None
    for event, element in walk:
        if event == "start" and pen.skips(element):
            skipped = element
            walk.skip_subtree()
        elif event == "start":
            pen.open(element)
        else:
            if event == "end" and element is not skipped:
                pen.close(element)
            if element is not tree:
                pen.write(element.tail)
    pen.end_lines()
    return pen.lines


def is_hidden(element: Any) -> bool:
    """Whether an element and what is in it are never text. A button in a heading is the heading of what it unfolds."""
    if element.tag == "button":
        parent = element.getparent()
        return parent is None or parent.tag not in HEADINGS
    style = element.get("style")
    return (
        element.tag in _NEVER_TEXT
        or element.get("hidden") is not None
        or (style is not None and bool(_HIDDEN_STYLE.search(style)))
    )


@dataclass(slots=True)
class _Pen:
    """What is written: finished lines, the pieces of the next one, and how deep it stands in lists, links, `<pre>`."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    group: int = 0
    bullet: str = ""
    element: Any = None
    in_list: int = 0
    in_link: int = 0
    in_pre: int = 0

    def open(self, element: Any) -> None:
        """An element begins."""
        tag = element.tag
        if tag in _BLOCKS:
            self.end_lines()
            self.element = element
        self._enter(tag, 1)
        if tag == "li":
            self.bullet = "- "
        if tag == "br":
            self.pieces.append("\n")
        else:
            self.write(element.text)

    def close(self, element: Any) -> None:
        """An element ends."""
        if element.tag in _BLOCKS:
            self.end_lines()
            self.element = element.getparent()
        if element.tag == "li":
            self.bullet = ""
        self._enter(element.tag, -1)

    def _enter(self, tag: str, step: int) -> None:
        self.in_list += step * (tag in _LISTS)
        self.in_link += step * (tag == "a")
        self.in_pre += step * (tag == "pre")

    def write(self, text: str | None) -> None:
        """Text of the line that is being written."""
        if text:
            self.pieces.append(text.replace("\r", "\n") if self.in_pre else _WHITE.sub(" ", text))
            self.linked += len(text) if self.in_link else 0

    def end_lines(self) -> None:
        """What was written becomes lines; outside of lists it is a block of its own."""
        whole = "".join(self.pieces)
        share = min(1.0, self.linked / max(1, len(whole)))
        self.pieces, self.linked = [], 0
        for block in _BLOCK_END.split(whole):
            self.group += not self.in_list
            for line in block.split("\n") if self.in_pre else _LINE_END.split(block):
                self._line(line.rstrip() if self.in_pre else " ".join(line.split()), share)
        self.group += not self.in_list

    def _line(self, text: str, share: float) -> None:
        if text.strip().strip(_UNSEEN):
            self.lines.append(Line(text=self.bullet + text, group=self.group, element=self.element, linked=share))
            self.bullet = ""

    def skips(self, element: Any) -> bool:
        """Whether what is in an element is done with: it is hidden, or a table of data, whose rows are written at once."""
        hidden = is_hidden(element)
        rows = _rows(element) if element.tag == "table" and not hidden else []
        if rows or (hidden and element.tag in _BLOCKS):
            self.end_lines()
            self.lines += [Line(text=row, group=self.group, element=element) for row in rows]
            self.group += not self.in_list
        return hidden or bool(rows)


def _rows(table: Any) -> list[str]:
    """The rows of a table as lines, its caption first; none if it has one column, long cells, or tables and headings."""
    inner = next(table.iterdescendants("table", *HEADINGS), None)
    if inner is not None or table.get("role") in ("presentation", "none"):
        return []
    rows = [(row, cells) for row in table.iter("tr") if not is_hidden(row) and any(cells := _cells(row))]
    one_column = all(len(cells) == 1 for _, cells in rows)
    if one_column or any(len(cell) > _LONG_CELL for _, cells in rows for cell in cells):
        return []
    texts = [f"| {' | '.join(cells)} |" for _, cells in rows]
    if _is_header(rows[0][0]):
        texts.insert(1, f"|{'---|' * len(rows[0][1])}")
    return [text for caption in table.iterchildren("caption") if (text := _flat(caption))] + texts


def _is_header(row: Any) -> bool:
    cells = [cell.tag for cell in row if cell.tag in ("td", "th")]
    return row.getparent().tag == "thead" or set(cells) == {"th"}


def _cells(row: Any) -> list[str]:
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    return ["" if is_hidden(cell) else _flat(cell).replace("|", "\\|") for cell in cells]


def _flat(element: Any) -> str:
    """All text of an element in one line."""
    return " ".join(line.text.removeprefix("- ") for line in lines_of(element))
