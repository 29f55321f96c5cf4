"""Markdown, by the CommonMark specification and with tables: made HTML first, so that one convention of text serves all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from binatgraph.errors import ReadingError
from binatgraph.reading.blocks import lines_of, render
from binatgraph.reading.content import Content
from binatgraph.reading.encoding import decode
from binatgraph.reading.html import parse
from binatgraph.reading.metadata import Metadata, is_mapping
from binatgraph.reading.metadata import parse as parse_metadata
from binatgraph.reading.page_metadata import title_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FRONT_MATTER = re.compile(r"\s*^---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FROM = "front matter"
_LINE_ENDS = re.compile(r"\r\n?")
_MAX_NESTING = 100  # of lists and quotes; the parser drops what is nested more deeply, and its own limit is 20


def read(data: bytes) -> Content:
    r"""The text of a Markdown file, in the convention of `blocks`; front matter gives title, date and language.

    Without a title in the front matter, the only heading of the first level is the title.

    Raises
    ------
    ReadingError
        If the bytes are no text, or the front matter is wrong.

    >>> read(b"# Minutes\n\n* Water\n* **Trade**").text
    'Minutes\n\n- Water\n- Trade'
    """
    text = _LINE_ENDS.sub("\n", decode(data))
    said, body = _split(text)
    tree = parse(_html(body))
    if tree is None:
        return Content(
            text="", title=said.title, language=said.language, published=said.published, published_from=_FROM
        )
    return Content(
        text=render(lines_of(tree)),
        title=said.title or title_of(tree),
        language=said.language,
        published=said.published,
        published_from=_FROM,
    )


def _split(text: str) -> tuple[Metadata, str]:
    """Front matter and what comes after it; text between two rules is no front matter."""
    match = _FRONT_MATTER.match(text)
    if match and is_mapping(match.group(1)):
        return parse_metadata(match.group(1)), text[match.end() :]
    return Metadata(), text


def _html(text: str) -> str:
    """Markdown as HTML; refused where the parser would drop what is nested too deeply."""
    parser = _parser()
    tokens = parser.parse(text)
    if max((token.level for token in tokens), default=0) >= _MAX_NESTING - 1:
        raise ReadingError(f"its lists or quotes are nested {_MAX_NESTING} deep; save it as plain text instead")
    return str(parser.renderer.render(tokens, parser.options, {}))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  (plain text does without)

    return MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table").enable("strikethrough")
