"""What a web page declares about itself: title, author, address, language, day. A day is never guessed from prose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from binatgraph.reading.dates import iso_date

_DATE_NAMES = (  # in the order of trust
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "publication_date",
    "pubdate",
    "publish-date",
    "date",
)
_ARTICLE_TYPE = re.compile(r"Article|Posting|Report|PressRelease|GovernmentService|WebPage|CreativeWork")
_PUBLISHED_CLASS = re.compile(r"\b(?:publish|posted|entry-date|pubdate|fecha)", re.IGNORECASE)
_ADDRESS = re.compile(r"@|://")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,2000}")
_MAX_JSON = 1_000_000
_SLASHES = re.compile(r"(\d{4})/(\d{2})/(\d{2})")


def title_of(tree: Any) -> str | None:
    """The title: og:title, else the only `<h1>`, else `<title>`, which often bears the name of the site too."""
    headings = [text for heading in tree.iter("h1") if (text := _words(heading))]
    titles = (_words(title) for title in tree.iter("title"))
    only = headings[0] if len(headings) == 1 else None
    return _meta(tree).get("og:title") or only or next((text for text in titles if text), None)


def language_of(tree: Any) -> str | None:
    """The declared language tag: `<html lang>`, else `content-language`, else og:locale."""
    meta = _meta(tree)
    root = tree.getroottree().getroot()
    return root.get("lang") or root.get("xml:lang") or meta.get("content-language") or meta.get("og:locale")


def published_of(tree: Any) -> str | None:
    """The day of publication (YYYY-MM-DD) that the page declares: article:published_time, JSON-LD, other `<meta>`, `<time>`.

    A `<time>` counts if it is marked as the date of publication, or is the only one.
    """
    meta = _meta(tree)
    first = _DATE_NAMES[:2]
    candidates = (
        *(meta.get(name) for name in first),
        *_json_dates(tree),
        *(meta.get(name) for name in _DATE_NAMES[2:]),
        *_time_dates(tree),
    )
    return next((day for text in candidates if text and (day := _day(text))), None)


def author_of(tree: Any) -> str | None:
    """Who wrote the page, as it declares it: `<meta>` author, else that of its article in JSON-LD. An address is no author."""
    meta = _meta(tree)
    declared = (
        meta.get(name) for name in ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
    )
    candidates = (*declared, *_json_authors(tree))
    return next((text for text in candidates if text and not _ADDRESS.search(text)), None)


def address_of(tree: Any) -> str | None:
    """Where the page was published: `<link rel=canonical>`, else og:url; http and https only."""
    links = (
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").casefold().split()
    )
    candidates = (text.strip() for text in (*links, _meta(tree).get("og:url") or ""))
    return next((text for text in candidates if _WEB.fullmatch(text)), None)


def _json_authors(tree: Any) -> Iterator[str]:
    """The names of authors of articles in JSON-LD."""
    for thing in (thing for script in tree.iter("script") for thing in _json_things(script)):
        told = thing.get("author")
        for one in told if isinstance(told, list) else [told]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and _ARTICLE_TYPE.search(str(thing.get("@type"))[:200]):
                yield " ".join(name.split())


def _day(text: str) -> str | None:
    match = _SLASHES.match(text.strip())
    return iso_date("-".join(match.groups()) if match else text)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _meta(tree: Any) -> dict[str, str]:
    """`<meta>` elements by name, property, itemprop or http-equiv, in lower case; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().casefold()
            if name and content:
                found.setdefault(name, content)
    return found


def _json_dates(tree: Any) -> Iterator[str]:
    """`datePublished` of the articles and pages in JSON-LD, articles first; what a page links to lies deeper and is not looked at."""
    things = [thing for script in tree.iter("script") for thing in _json_things(script)]
    for thing in sorted(things, key=lambda thing: "WebPage" in str(thing.get("@type"))[:100]):
        date = thing.get("datePublished")
        if isinstance(date, str) and _ARTICLE_TYPE.search(str(thing.get("@type"))[:200]):
            yield date


def _json_things(script: Any) -> list[dict[str, Any]]:
    text = script.text or ""
    if "ld+json" not in (script.get("type") or "").casefold() or len(text) > _MAX_JSON:
        return []
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    tops = data if isinstance(data, list) else [data]
    graphs = [top.get("@graph") for top in tops if isinstance(top, dict)]
    things = tops + [thing for graph in graphs if isinstance(graph, list) for thing in graph]
    return [thing for thing in things if isinstance(thing, dict)]


def _time_dates(tree: Any) -> list[str]:
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [time for time in times if _says_published(time)]
    chosen = marked or (times if len(times) == 1 else [])
    return [time.get("datetime") for time in chosen]


def _says_published(time: Any) -> bool:
    return (
        time.get("pubdate") is not None
        or (time.get("itemprop") or "").casefold() == "datepublished"
        or bool(_PUBLISHED_CLASS.search(time.get("class") or ""))
    )
