"""Web pages: the article of a page that has menus and the like around it, the whole of one that is nothing but an article."""

from __future__ import annotations

import re
from typing import Any

from binatgraph.errors import ReadingError
from binatgraph.reading.article import article_lines
from binatgraph.reading.blocks import render
from binatgraph.reading.content import Content
from binatgraph.reading.encoding import decode
from binatgraph.reading.page_metadata import address_of, author_of, language_of, published_of, title_of

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,80}?encoding=["']([\w.-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096


def read(data: bytes) -> Content:
    """The text of a web page, in the convention of `blocks`, with title, language and date where the page declares them.

    Raises
    ------
    ReadingError
        If the bytes are no text, or its elements are nested more deeply than the parser can follow.

    >>> read(b"<html lang='en'><title>Minutes</title><p>Hobbs &amp; Durazo met.</p></html>").text
    'Hobbs & Durazo met.'
    """
    declared = _DECLARED.search(data[:_HEAD])
    charset = next((group.decode("ascii") for group in declared.groups() if group), None) if declared else None
    return read_page(decode(data, declared=charset))


def read_page(text: str) -> Content:
    """The same of a page whose characters are known, as those of an e-mail are.

    Raises
    ------
    ReadingError
        If its elements are nested more deeply than the parser can follow.
    """
    tree = parse(text)
    if tree is None:
        return Content(text="")
    return Content(
        text=render(article_lines(tree)),
        title=title_of(tree),
        language=language_of(tree),
        published=published_of(tree),
        author=author_of(tree),
        address=address_of(tree),
    )


def parse(text: str) -> Any:
    """The lxml tree of a page, or nothing where there is none.

    Raises
    ------
    ReadingError
        If its elements are nested more deeply than the parser can follow: it would drop the text without a word.
    """
    from lxml import etree, html  # noqa: PLC0415  (heavy; plain text does without)

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadingError("its elements are nested more than 2,000 deep; save the text of the page instead")
    return tree
