"""Running heads, page numbers, and what browsers print at the edges: lines of a page that are no text of the document."""

from __future__ import annotations

import re
from collections import Counter

from binatgraph.reading.pdf_lines import Piece

Page = tuple[Piece, ...]

_EDGE = 3  # lines at the head and the foot of a page
_SHARE = 0.5  # of the pages; left and right pages often have heads of their own
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[-–—\s|]*(?:p[aá]g(?:ina|\.)?|page|p\.)?\s*#(?:\s*(?:/|of|de)\s*#)?[-–—\s|]*", re.IGNORECASE)
_PRINTED = re.compile(r"(?:#/#/#,?\s#:#(?:\s?[ap]\.?\s?m\.?)?\b.*|(?:https?|f[iﬁ]le|ﬁle)://?\S*\s*#/#)", re.IGNORECASE)


def without_running_heads(pages: list[Page]) -> list[Page]:
    """The pages without lines at their edges that come again and again, page numbers, and the stamps of browsers."""
    edges = [_edges(page) for page in pages]
    times = Counter(key for edge in edges for key in set(edge.values()))
    most = max(2, _SHARE * len(pages))

    def is_head(key: str | None) -> bool:
        if key is None:
            return False
        repeated = times[key] >= most and len(pages) > 1
        return repeated or bool(_NUMBER.fullmatch(key) or _PRINTED.fullmatch(key))

    return [
        tuple(piece for piece in page if not is_head(edge.get(round(piece.y))))
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: Page) -> dict[int, str]:
    """The lines at the head and the foot of a page by their height, with `#` for each number."""
    lines: dict[int, list[Piece]] = {}
    for piece in page:
        lines.setdefault(round(piece.y), []).append(piece)
    heights = sorted(lines)
    outer = {*heights[:_EDGE], *heights[-_EDGE:]} if len(heights) > 1 else set()
    return {y: _key(lines[y]) for y in outer}


def _key(line: list[Piece]) -> str:
    ordered = sorted(line, key=lambda piece: piece.x)
    return _DIGITS.sub("#", " ".join("".join(piece.text for piece in ordered).split()))
