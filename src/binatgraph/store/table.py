"""A table to be read in a terminal: aligned, cut to the width, and safe to print whatever a document holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final, TextIO

from binatgraph.store.answers import Answer, Row, Term, TermKind

_GAP: Final = "  "
_MEASURED: Final = 1000
_NARROWEST: Final = 6
_JOINER: Final = "\u200d"


def write_table(answer: Answer, *, stream: TextIO, width: int | None = None) -> None:
    """Write rows under the names of their columns; IRIs are shortened with the answer's prefixes.

    The columns are as wide as the first thousand rows need, and cut with … where they do not fit into `width`. What
    would steer a terminal (escapes, line breaks, marks that turn the direction of writing) is not printed.

    Examples
    --------
    >>> import sys
    >>> from binatgraph.store.answers import Shape, literal
    >>> rows = [(literal("Ciudad Juárez"), literal("Chihuahua")), (literal("Nogales"), None)]
    >>> write_table(Answer(shape=Shape.TABLE, variables=("city", "state"), rows=rows), stream=sys.stdout)
    city           state
    -------------  ---------
    Ciudad Juárez  Chihuahua
    Nogales
    """
    cells = (_cells(row, answer.prefixes) for row in answer.rows)
    first = list(islice(cells, _MEASURED))
    widths = _widths([answer.variables, *first], width=width)
    ruler = ["-" * size for size in widths]
    lines = chain([list(answer.variables), ruler], first, cells)
    stream.writelines(f"{_line(line, widths)}\n" for line in lines)


def _cells(row: Row, prefixes: Mapping[str, str]) -> list[str]:
    return [_cell(term, prefixes) for term in row]


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """Give what a reader sees of a term."""
    if term is None:
        return ""
    if term.kind is TermKind.IRI:
        return printable(shortened(term.value, prefixes))
    return printable(f"_:{term.value}" if term.kind is TermKind.BLANK else term.value)


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """Shorten an IRI with the prefix of the longest namespace it begins with.

    >>> shortened("https://example.org/place/us-az", {"id": "https://example.org/", "place": "https://example.org/place/"})
    'place:us-az'
    """
    known = [(len(space), prefix) for prefix, space in prefixes.items() if iri.startswith(space) and iri != space]
    if not known:
        return iri
    length, prefix = max(known)
    return f"{prefix}:{iri[length:]}"


def printable(text: str) -> str:
    r"""Put a text on one line, without what steers a terminal.

    >>> printable("a\n b\x1b[31m")
    'a b[31m'
    """
    return " ".join("".join(c for c in text if c.isspace() or _printed(c)).split())


def _printed(character: str) -> bool:
    """Tell whether a character is shown, or joins others that are; controls, marks of direction and the unassigned are not."""
    return character == _JOINER or not unicodedata.category(character).startswith("C")


def _widths(rows: Sequence[Sequence[str]], *, width: int | None) -> list[int]:
    """Give each column what it needs, or less where the widest ones do not fit."""
    needed = [max((columns_of(cell) for cell in column), default=0) for column in zip(*rows, strict=True)]
    if width is None:
        return needed
    room = width - len(_GAP) * (len(needed) - 1)
    widest = max(needed, default=0)
    while widest > _NARROWEST and sum(min(size, widest) for size in needed) > room:
        widest -= 1
    return [min(size, widest) for size in needed]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Align cells; the last one needs no filling."""
    fitted = (_fitted(cell, size) for cell, size in zip(cells, widths, strict=True))
    return _GAP.join(fitted).rstrip()


def _fitted(cell: str, size: int) -> str:
    """Cut or fill a cell to a width."""
    taken = columns_of(cell)
    if taken <= size:
        return cell + " " * (size - taken)
    kept = "".join(_first(cell, size - 1))
    return f"{kept}…" + " " * (size - 1 - columns_of(kept))


def _first(cell: str, room: int) -> Iterator[str]:
    """Yield the characters that fit."""
    for character in cell:
        room -= columns_of(character)
        if room < 0:
            return
        yield character


def columns_of(text: str) -> int:
    """Count the columns that a text takes in a terminal, by the East Asian widths of Unicode.

    >>> columns_of("José"), columns_of("東京")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    shown = (c for c in text if c != _JOINER and not unicodedata.combining(c))
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown)
