"""Where and when a text says that it was published: the place line of news, or a line that is nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from binatgraph.reading.dates import DATE, day_of

_LINES = 15  # from the head of a text, in which a place line or a date stands
_WIDTH = 160  # characters of a line in which it stands
_LEAD = 40  # characters that follow a place line without a date: it begins the first paragraph
_WORD = r"[A-ZÁÉÍÓÚÑÜ][\w'’.]*(?:-[A-ZÁÉÍÓÚÑÜ]\w*)?"
_NAME = rf"{_WORD}(?: (?:(?:de|del|la|las|los|el|y|of|and|the) ){{0,2}}{_WORD}){{0,5}}"
_PLACE = rf"(?P<place>{_NAME}(?:, ?{_NAME}){{0,3}}?)"
_DASH = r"(?:\.?\s?[-–—]{1,2}|\s\|)\s*(?!\d)"
_WITH_DATE = re.compile(
    rf"{_PLACE}(?:[,.;:]| ?[-–—(])?\s*(?:(?i:a|on|el)\s+)?(?i:{DATE})\)?\s*(?:{_DASH}|[.:]?\s*$|[.:]\s)"
)
_WITHOUT = re.compile(rf"{_PLACE}{_DASH}(?=\S.{{{_LEAD}}})")
_ONLY_DATE = re.compile(
    r"(?i:(?:(?:date|fecha|published|posted|released|updated|publicad[oa]|publicaci[oó]n|release date|for immediate release)"
    rf"(?: (?:on|el|de publicaci[oó]n))?\s*[:,–—-]?\s*)?{DATE})[\s.]*"
)
_NO_PLACE = frozenset(
    [
        "notice",
        "update",
        "breaking",
        "media",
        "press",
        "news",
        "comunicado",
        "boletín",
        "boletin",
        "nota",
        "aviso",
        "contact",
        "contacto",
        "note",
        "opinion",
        "video",
        "watch",
        "attention",
        "atención",
        "atencion",
        "agenda",
        "minutes",
        "acta",
        "resumen",
        "summary",
        "question",
        "answer",
        "pregunta",
        "respuesta",
    ]
)
_SHORTEST = 4
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A place in the words of the text, a day (YYYY-MM-DD), and whether the day stood in a place line ("dateline", "text")."""

    place: str | None = None
    published: str | None = None
    published_from: str | None = None


def dateline(text: str) -> Dateline:
    r"""What the head of a text says of place and day; dates in prose say when other things were.

    >>> dateline("Acuerdo\n\nHERMOSILLO, Sonora, 16 de junio de 2025.- La gobernadora dijo que sí.")
    Dateline(place='HERMOSILLO, Sonora', published='2025-06-16', published_from='dateline')
    >>> dateline("June 3, 2024\n\nThe port opens.").published_from
    'text'
    """
    place: str | None = None
    day: str | None = None
    for line in _head(text):
        if match := _ONLY_DATE.fullmatch(line):
            day = day or day_of(match)
            continue
        if (match := _WITH_DATE.match(line)) and (found := day_of(match)) and _is_place(match["place"]):
            return Dateline(place=match["place"], published=found, published_from="dateline")
        if place is None and (match := _WITHOUT.match(line)) and _is_capital(match["place"]):
            place = match["place"]
    return Dateline(place=place, published=day, published_from="text" if day else None)


def _head(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[: _LINES * 1000].split("\n"))
    for line, _ in zip((line for line in lines if line), range(_LINES), strict=False):
        yield line[:_WIDTH]


def _is_place(name: str) -> bool:
    return name.split(",", maxsplit=1)[0].split(maxsplit=1)[0].casefold().rstrip(".") not in _NO_PLACE


def _is_capital(name: str) -> bool:
    """Whether a name before a dash is that of a place: short, and in capitals, as in place lines, or with a part behind it."""
    first, *rest = (part.split() for part in name.split(","))
    short = all(len(words) <= _MOST_WORDS for words in (first, *rest))
    return short and _is_place(name) and (bool(rest) or (name.isupper() and len(name) >= _SHORTEST))
