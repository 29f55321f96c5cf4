"""From pieces of text at places of a page to paragraphs: a PDF knows no words, lines or paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from binatgraph.reading.repair import repair

_SAME_LINE = 0.5  # of the size of the letters; signs and small figures stand a bit above or below their line
_WIDTH = 0.5  # of the size: how wide a letter is, in the middle
_GAP, _UNSURE = (
    2.0,
    0.12,
)  # a hole of that many letters parts two cells; the longer the text before, the less its end is known
_LONGEST_CELL = 45
_MOST_COLUMNS = 8
_ALIGNED = 1.5  # points
_USUAL_LEADING = 1.2
_WIDE_LEADING = 1.3  # times the usual distance of two lines
_OTHER_SIZE = 1.12
_SHORT = 0.75  # of the longest line near by
_NEAR = 4  # lines
_HEADLINE = 1.25  # times the usual size
_LONGEST_TITLE = 300
_BULLET = re.compile(r"[•●○▪■◦·*–-]\s+(?=\S)")
_ENDS = re.compile(r"[.!?:;][”»\"')\]]*$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-‐\xad]$")
_LOWER = re.compile(r"[^\W\d_]+")
_KEEPS_HYPHEN = frozenset({"self", "cross", "well", "high", "low", "long", "short", "half", "vice", "non"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text at a place of a page: `x` from the left, `y` from the foot, `size` of the letters, in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Pieces of one height, left to right; with more than one cell it is the row of a table. `page` counts from 0."""

    cells: tuple[str, ...]
    page: int
    x: float
    y: float
    size: float

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(self.cells)


@dataclass(frozen=True, slots=True)
class Flowed:
    """A text, and the places in it where its pages begin."""

    text: str
    pages: tuple[int, ...]


def flow(pages: Sequence[Iterable[Piece]]) -> Flowed:
    r"""The text of pages: lines that belong together are one, words that were parted at a line's end are whole.

    >>> page = [Piece(text=t, x=50, y=y, size=10) for t, y in (("The com-", 700), ("mission met.", 688), ("Then", 660))]
    >>> flow([page]).text
    'The commission met.\n\nThen'
    """
    lines = [line for number, page in enumerate(pages) for line in _lines(page, number)]
    known = frozenset(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text))
    starts: dict[int, int] = {}
    last = 0
    parts: list[str] = []
    for glue, line in _glued(lines):
        shown = _shown(line)
        joined = _joined(parts[-1], shown, known) if glue == " " else None
        if joined is not None:
            last += len(joined) - len(parts[-1])
            parts[-1] = joined
        parts += ["" if joined is not None else glue, shown]
        last += len(parts[-2])
        starts.setdefault(line.page, last)
        last += len(shown)
    text = "".join(parts)
    return Flowed(text, tuple(_every_page(starts, len(pages), len(text))))


def headline(pages: Sequence[Iterable[Piece]]) -> str | None:
    """The first lines of the first page that stand out by their size, if there are any."""
    lines = list(_lines(pages[0], 0)) if pages else []
    if not lines:
        return None
    usual = median(line.size for line in lines for _ in range(len(line.text)))
    large = max(line.size for line in lines)
    if large < _HEADLINE * usual:
        return None
    start = next(place for place, line in enumerate(lines) if line.size == large)
    title = [line.text for line in lines[start : start + _NEAR] if line.size == large]
    return repair(" ".join(title))[:_LONGEST_TITLE] or None


def _lines(pieces: Iterable[Piece], page: int) -> Iterator[Line]:
    """Neighbours of one height, as one line each."""
    rows = list(_rows(pieces))
    for place, row in enumerate(rows):
        near = [*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2]]
        cells = _cells(row, in_columns=any(_in_columns(row, other) for other in near))
        clean = tuple(flat for cell in cells if (flat := repair(" ".join(cell.split()))))
        if clean:
            size = max(piece.size for piece in row)
            yield Line(cells=clean, page=page, x=row[0].x, y=row[0].y, size=size)


def _rows(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in pieces:
        if row and not (abs(piece.y - row[-1].y) <= _SAME_LINE * row[0].size and piece.x >= row[-1].x - row[0].size):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _in_columns(row: list[Piece], other: list[Piece]) -> bool:
    """Whether the pieces of two lines begin at the same places: few and all of them, because single words do by chance."""
    pairs = list(zip(row[1:], other[1:], strict=False))
    few = 1 < len(row) == len(other) <= _MOST_COLUMNS
    return few and all(abs(one.x - two.x) <= _ALIGNED for one, two in pairs)


def _cells(row: list[Piece], *, in_columns: bool) -> list[str]:
    cells = [row[0].text]
    for before, piece in pairwise(row):
        width = _WIDTH * before.size * len(before.text)
        hole = piece.x - before.x - width - _UNSURE * width
        is_hole = hole > _GAP * before.size and max(len(cells[-1]), len(piece.text)) <= _LONGEST_CELL
        if is_hole or in_columns:
            cells.append(piece.text)
        else:
            cells[-1] += piece.text
    return cells


def _glued(lines: list[Line]) -> Iterator[tuple[str, Line]]:
    """Each line with what parts it from the one before."""
    lines = _rows_apart(lines)
    leading = _leading(lines)
    for place, line in enumerate(lines):
        if place == 0:
            yield "", line
            continue
        before = lines[place - 1]
        longest = max(len(near.text) for near in lines[max(0, place - _NEAR) : place + _NEAR])
        yield _glue(before, line, leading=leading, longest=longest), line


def _glue(before: Line, line: Line, *, leading: float, longest: int) -> str:
    rows = len(before.cells) > 1, len(line.cells) > 1
    if all(rows) or (_is_item(line) and _is_item(before)):
        return "\n"
    if any(rows) or _is_item(line) or max(line.size, before.size) > _OTHER_SIZE * min(line.size, before.size):
        return "\n\n"
    ended = bool(_ENDS.search(before.text))
    if line.page != before.page or line.y > before.y:  # the next page or column
        return "\n\n" if ended and not line.text[0].islower() else " "
    if before.y - line.y > _WIDE_LEADING * leading * line.size:
        return "\n\n"
    indented = line.x > before.x + line.size and not _is_item(before)
    short = len(before.text) < _SHORT * longest
    return "\n\n" if (ended and (short or indented)) or (short and line.text[0].isupper() and not ended) else " "


def _leading(lines: list[Line]) -> float:
    """The usual distance of two lines, in sizes of their letters: that of the lower quarter, for paragraphs may be short."""
    steps = sorted((a.y - b.y) / b.size for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 3 * b.size)
    return steps[len(steps) // 4] if steps else _USUAL_LEADING


def _rows_apart(lines: list[Line]) -> list[Line]:
    """Rows without a neighbour of as many cells are lines with a wide space in them."""

    def has_neighbour(place: int) -> bool:
        near = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
        return any(len(other.cells) == len(lines[place].cells) for other in near)

    return [
        line if len(line.cells) == 1 or has_neighbour(place) else replace(line, cells=(line.text,))
        for place, line in enumerate(lines)
    ]


def _is_item(line: Line) -> bool:
    return len(line.cells) == 1 and _BULLET.match(line.text) is not None


def _shown(line: Line) -> str:
    if len(line.cells) > 1:
        return f"| {' | '.join(cell.replace('|', ' ') for cell in line.cells)} |"
    return _BULLET.sub("- ", line.text, count=1) if _is_item(line) else line.text


def _joined(before: str, line: str, known: frozenset[str]) -> str | None:
    """The end of a line without its hyphen, or with it where it belongs to the word; None where nothing was parted."""
    parted = _HYPHEN.search(before)
    if parted is None:
        return None
    behind = _LOWER.match(line)
    first, rest = parted[1], behind[0] if behind else ""
    if not rest or not rest[0].islower():
        return before
    hyphenated = first.casefold() in _KEEPS_HYPHEN or f"{first}-{rest}" in known
    return before if hyphenated and first + rest not in known else before[:-1]


def _every_page(starts: dict[int, int], pages: int, end: int) -> Iterator[int]:
    """Where each page begins; one without text begins where the next one does. The first begins the text."""
    begins = [end] * pages
    for number in reversed(range(pages)):
        following = begins[number + 1] if number + 1 < pages else end
        begins[number] = starts.get(number, following)
    yield from [0, *begins[1:]][:pages]
