"""Which lines of a web page are the article.

trafilatura finds where the article is, but leaves out short paragraphs, lists, tables and headings of it. So what it found
is compared with the page: the smallest element that holds nine tenths of it is the article, and all lines in there are kept
but for furniture (menus, share buttons, links to other pieces). A page without furniture, and with few links, is kept whole.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from binatgraph.reading.blocks import Line, lines_of

_ALWAYS = frozenset({"nav", "footer", "navigation", "contentinfo", "search", "menu", "menubar", "alertdialog"})
_UNLESS_MOST = frozenset({"aside", "complementary", "banner"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|masthead|share|sharing|shares|social|addthis"
    r"|sharedaddy|related|relacionad[ao]s|recommended|newsletter|subscribe|suscr[ií]bete|cookies?|consent|gdpr|advert\w*"
    r"|ads?|promo|banner|comments?|comentarios|respond|disqus|pagination|pager|skip|widgets?|toolbar"
    r"|byline|entry-meta|post-meta|article-meta|photo-credit|sr-only|screen-reader-text|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST = 0.5  # an element with more than this share of the text is no furniture, whatever it is called
_OF_FOUND = 0.9
_LINKED = 0.8  # a line of which this share leads elsewhere is a link to another piece
_MANY_LINKS = 0.2  # of the lines; menus of pages that have no word for them, laid out with tables
_TOO_LITTLE = 0.2  # of the text outside of menus: then trafilatura missed the article
_TOO_MUCH = 2.0  # times what trafilatura found: then the element holds other things too
_SHORT = 4  # words; a shorter line stands by accident within a longer one
_MAX_LINES = 5_000  # a page that long is a book or a register, and seconds of work: kept whole, but for its menus
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A line outside of menus: whether trafilatura found it, and whether it looks like text of an article."""

    line: Line
    found: bool
    welcome: bool


def article_lines(tree: Any) -> list[Line]:
    """The lines of the article of a page; all lines where nothing but an article is there."""
    lines = lines_of(tree)
    small = _smaller_than_most(lines)
    in_structure = _within(lambda element: _is_menu(element) or (_is_beside(element) and small(element)))
    in_furniture = _within(lambda element: _has_furniture_name(element) and small(element))
    inside = [line for line in lines if not in_structure(line.element)]
    if len(inside) == len(lines) and not any(in_furniture(line.element) for line in lines) and not _many_links(lines):
        return lines
    found = _found_by_trafilatura(tree) if len(lines) <= _MAX_LINES else _nothing
    judged = [_Judged(line, found(line.text), welcome=not in_furniture(line.element)) for line in inside]
    return _with_headline(_article(judged), lines) or inside


def _many_links(lines: list[Line]) -> bool:
    return sum(line.linked >= _LINKED for line in lines) > _MANY_LINKS * len(lines)


def _article(judged: list[_Judged]) -> list[Line]:
    """The lines of the element that is the article; all that look like text if little was found."""
    found = [each.line for each in judged if each.found]
    text = _text(judged)
    lines = [each.line for each in text]
    if _length(found) <= _TOO_LITTLE * _length(lines):
        return lines
    for container in _containers(found):
        inside = [line for line in lines if container in (line.element, *line.element.iterancestors())]
        if _length(inside) <= _TOO_MUCH * _length(found):
            return inside
    places = [place for place, each in enumerate(text) if each.found]
    return lines[places[0] : places[-1] + 1]


def _text(judged: list[_Judged]) -> list[_Judged]:
    """What was found, and what looks like text.

    Lines that are links do not, but items of a list amid the article do: they may be the members of something.
    """
    places = [place for place, each in enumerate(judged) if each.found]
    first, last = (places[0], places[-1]) if places else (0, 0)
    return [
        each
        for place, each in enumerate(judged)
        if each.found
        or (each.welcome and (each.line.linked < _LINKED or (first < place < last and each.line.element.tag == "li")))
    ]


def _containers(found: list[Line]) -> list[Any]:
    """The smallest element that holds most of what was found, behind the `<article>` or `<main>` that it stands in."""
    weights = _weights(found)
    holders = [element for element, weight in weights.items() if weight >= _OF_FOUND * _length(found)]
    smallest = max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))  # they all lie on one path
    return [*smallest.iterancestors("article"), *smallest.iterancestors("main"), smallest]


def _with_headline(article: list[Line], lines: list[Line]) -> list[Line]:
    """The article with the `<h1>` before it, which often stands outside of its element; a linked one is the site's name."""
    if not article or any(line.element.tag == "h1" for line in article):
        return article
    start = next(place for place, line in enumerate(lines) if line is article[0])
    headline = [line for line in lines[:start] if line.element.tag == "h1" and line.linked < _LINKED][-1:]
    return headline + article


def _found_by_trafilatura(tree: Any) -> Callable[[str], bool]:
    """Whether a line stands in what trafilatura takes for the article; of short lines, whether it has just this line."""
    from lxml import etree  # noqa: PLC0415  (heavy; plain text does without)

    try:
        extracted = _trafilatura()(tree, include_comments=False)
    except (etree.LxmlError, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError):
        extracted = None  # a page it cannot cope with is kept whole, without its menus
    text = getattr(extracted, "text", None) or ""
    found = [_key(line) for line in text.split("\n")]
    short, whole = set(found), f" {' '.join(found)} "

    def is_found(line: str) -> bool:
        key = _key(line)
        return key in short or (key.count(" ") >= _SHORT - 1 and f" {key} " in whole)

    return is_found


@cache
def _trafilatura() -> Callable[..., Any]:
    """Its extraction, loaded for the first page with furniture: a fifth of a second. Its warnings are not for stderr."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (as said)

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return cast("Callable[..., Any]", bare_extraction)


def _nothing(_line: str) -> bool:
    return False


def _key(text: str) -> str:
    """The words of a line alone: bullets, rules of tables and white space differ."""
    return " ".join(_WORD.findall(text))


def _is_menu(element: Any) -> bool:
    """Whether an element is furniture by its tag or role, however much of a short page it is."""
    return element.tag in _ALWAYS or element.get("role") in _ALWAYS


def _is_beside(element: Any) -> bool:
    """Whether an element stands beside the article; a `<header>` does, if it is that of the page and not of the article."""
    if element.tag in _UNLESS_MOST or element.get("role") in _UNLESS_MOST:
        return True
    if element.tag != "header" or next(element.iterancestors("article", "main"), None) is not None:
        return False
    return element.getparent().tag == "body" or next(element.iterdescendants("nav", "form", "ul"), None) is not None


def _has_furniture_name(element: Any) -> bool:
    """Whether class or id say that it is furniture."""
    if element.tag in ("html", "body", "main", "article"):
        return False
    return bool(_NAMES.search(element.get("class") or "") or _NAMES.search(element.get("id") or ""))


def _smaller_than_most(lines: list[Line]) -> Callable[[Any], bool]:
    """Whether an element holds less than half of the text of the page."""
    weights, total = _weights(lines), _length(lines)
    return lambda element: weights.get(element, 0) <= _MOST * total


def _weights(lines: Iterable[Line]) -> dict[Any, int]:
    """How much text each element holds."""
    own: dict[Any, int] = {}
    for line in lines:
        own[line.element] = own.get(line.element, 0) + len(line.text)
    weights: dict[Any, int] = {}
    for element, length in own.items():
        for holder in (element, *element.iterancestors()):
            weights[holder] = weights.get(holder, 0) + length
    return weights


def _length(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _within(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether an element or one above it passes the test; each element is tested once."""
    known: dict[Any, bool] = {None: False}

    def is_within(element: Any) -> bool:
        path: list[Any] = []
        while element not in known and not test(element):
            path.append(element)
            element = element.getparent()
        answer = known.setdefault(element, True)
        known.update(dict.fromkeys(path, answer))
        return answer

    return is_within
