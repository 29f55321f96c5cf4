"""The blocks of a text: headline, headings, paragraphs, list items, table rows, and furniture that says nothing of actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from binatgraph.language.lexicon import Lexicon

_ITEM = re.compile(r"\s*(?:[-•*·–◦▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"[\s|:\-–—=_*·.]+$")
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»", ",")
_LONGEST_HEADING = 160
_NARROWEST_WRAP, _WIDEST_WRAP = 45, 110
"""Hard line breaks: e-mail and typewriter habits put 60 to 100 characters in a line; a paragraph on one line is longer."""


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
    """The blocks of a text in order. Every character that is no white space, bullet or ruled line lies in one.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> [b.kind.value for b in blocks("A title\\n\\nA sentence.\\n- an item", lexicon=load_lexicon("en"))]
    ['headline', 'paragraph', 'item']
    """
    found: list[Block] = []
    under_furniture = False
    for start, end in _lines(text):
        line = text[start:end]
        if lexicon.furniture["heading"].match(line):
            under_furniture, kind = True, BlockKind.FURNITURE
        elif under_furniture and _ITEM.match(line):
            kind = BlockKind.FURNITURE
        else:
            under_furniture = False
            kind = _kind(line, first=not found, lexicon=lexicon)
        if kind is BlockKind.ITEM and (bullet := _ITEM.match(line)):
            start += bullet.end()
        if start < end:
            found.append(Block(kind=kind, start=start, end=end))
    return tuple(found)


def _kind(line: str, *, first: bool, lexicon: Lexicon) -> BlockKind:
    if lexicon.furniture["line"].match(line):
        return BlockKind.FURNITURE
    if _ROW.match(line):
        return BlockKind.ROW
    if _ITEM.match(line):
        return BlockKind.ITEM
    if first and (line.isupper() or not line.endswith(_ENDS)):
        return BlockKind.HEADLINE
    if len(line) <= _LONGEST_HEADING and not line.endswith(_ENDS):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines without white space at their edges; the lines of a hard-wrapped paragraph are one."""
    group: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if _RULE.match(match.group()):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        line = (start, match.start() + len(match.group().rstrip()))
        if group and not _same_paragraph(text, group[-1], line):
            yield group[0][0], group[-1][1]
            group = []
        group.append(line)
    if group:
        yield group[0][0], group[-1][1]


def _same_paragraph(text: str, above: tuple[int, int], below: tuple[int, int]) -> bool:
    between, upper, lower = text[above[1] : below[0]], text[slice(*above)], text[slice(*below)]
    wrapped = _NARROWEST_WRAP <= len(upper) <= _WIDEST_WRAP and len(lower) <= _WIDEST_WRAP
    if between.count("\n") > 1 or not wrapped or _ROW.match(upper) or _ROW.match(lower) or _ITEM.match(lower):
        return False
    return lower[0].islower() or upper[-1] in ",-" or (upper[-1] not in ".!?:;" and lower[0].isdigit())
