"""The blocks of a text: headline, headings, paragraphs, list items, table rows, and furniture that says nothing of actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from binatgraph.language.lexicon import Lexicon

_ITEM = re.compile(r"(?:[-•*·–◦▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_RULED = re.compile(r"[\s|:\-–—=_*·.]+$")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»", ",")
_LONGEST_HEADING = 160
"""Characters: two lines of print. What is longer and has no full stop is a paragraph that lost it."""
_NARROWEST_WRAP, _WIDEST_WRAP = 45, 110
"""Hard line breaks: e-mail and typewriter habits put 60 to 100 characters in a line; a paragraph on one line is longer."""

Place = tuple[int, int]


class BlockKind(StrEnum):
    """What a block is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a text, in code points, half-open; a list item begins behind its bullet."""

    kind: BlockKind
    start: int
    end: int


def blocks(text: str, *, lexicon: Lexicon) -> tuple[Block, ...]:
    r"""The blocks of a text in order. Every character that is no white space, bullet or ruled line lies in one.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> [b.kind.value for b in blocks("A title\n\nA sentence.\n- an item", lexicon=load_lexicon("en"))]
    ['headline', 'paragraph', 'item']
    """
    found: list[Block] = []
    under_furniture = False
    for begin, end in _paragraphs(text):
        line = text[begin:end]
        bullet = _ITEM.match(line)
        opens_furniture = lexicon.furniture["heading"].match(line) is not None
        under_furniture = opens_furniture or (under_furniture and bullet is not None)
        kind = BlockKind.FURNITURE if under_furniture else _kind(line, first=not found, lexicon=lexicon)
        start = begin + bullet.end() if kind is BlockKind.ITEM and bullet else begin
        found.append(Block(kind=kind, start=start, end=end))
    return tuple(found)


def _kind(line: str, *, first: bool, lexicon: Lexicon) -> BlockKind:
    if lexicon.furniture["line"].match(line):
        return BlockKind.FURNITURE
    if _is_row(line):
        return BlockKind.ROW
    if _ITEM.match(line):
        return BlockKind.ITEM
    if first and (line.isupper() or not line.endswith(_ENDS)):
        return BlockKind.HEADLINE
    if len(line) <= _LONGEST_HEADING and not line.endswith(_ENDS):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_row(line: str) -> bool:
    return len(line) > 1 and line[0] == line[-1] == "|"


def _paragraphs(text: str) -> Iterator[Place]:
    """Lines without white space at their edges; the lines of a hard-wrapped paragraph are one."""
    open_: Place | None = None
    above: Place | None = None
    for line in _lines(text):
        if open_ and above and _same_paragraph(text, above, line):
            open_ = (open_[0], line[1])
        else:
            if open_:
                yield open_
            open_ = line
        above = line
    if open_:
        yield open_


def _lines(text: str) -> Iterator[Place]:
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        position += len(line) + 1
        if start < end and not _RULED.match(text, start, end):
            yield start, end


def _same_paragraph(text: str, above: Place, below: Place) -> bool:
    """Whether a line goes on with the one above: both are as long as typed lines, and the second begins in the middle."""
    upper, lower = text[slice(*above)], text[slice(*below)]
    wrapped = _NARROWEST_WRAP <= len(upper) <= _WIDEST_WRAP and len(lower) <= _WIDEST_WRAP
    if not wrapped or _is_row(upper) or _is_row(lower) or _ITEM.match(lower):
        return False
    if text.count("\n", above[1], below[0]) > 1:
        return False
    return lower[0].islower() or upper[-1] in ",-" or (upper[-1] not in ".!?:;" and lower[0].isdigit())
