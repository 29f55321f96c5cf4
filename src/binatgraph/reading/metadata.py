"""What the author of a file says about it: a `.meta.yaml` sidecar, or front matter at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from binatgraph.errors import ReadingError
from binatgraph.reading.dates import iso_date

_MAX_CHARACTERS = 100_000
_NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, date (YYYY-MM-DD) and language tag; `None` for what is not said."""

    title: str | None = None
    published: str | None = None
    language: str | None = None


def parse(text: str) -> Metadata:
    r"""Metadata from YAML: `title`, `published` (or `date`), `language` (or `lang`); other keys are the author's own.

    Raises
    ------
    ReadingError
        If it is too long, is not YAML, is no mapping, or gives a date that is none.

    >>> parse("title: A meeting in Nogales\ndate: 2024-06-03\nlicence: CC0")
    Metadata(title='A meeting in Nogales', published='2024-06-03', language=None)
    """
    if len(text) > _MAX_CHARACTERS:
        raise ReadingError(f"its metadata are longer than {_MAX_CHARACTERS} characters")
    data = _mapping(text)
    if data is None:
        raise ReadingError("its metadata must be lines of the form key: value")
    return Metadata(
        title=_text(data, "title"), published=_published(data), language=_text(data, "language") or _text(data, "lang")
    )


def is_mapping(text: str) -> bool:
    """Whether a text is YAML of keys and values, as front matter is; a text between two rules is not.

    Raises
    ------
    ReadingError
        If it begins like front matter and is not YAML.
    """
    try:
        return len(text) <= _MAX_CHARACTERS and _mapping(text) is not None
    except ReadingError:
        if re.match(r"\s*(?:title|date|published|lang|language)\s*:", text):
            raise
        return False


def _mapping(text: str) -> Mapping[object, object] | None:
    """The YAML as plain strings, lists and mappings, or nothing where it is no mapping; nothing at all is an empty one."""
    try:
        # BaseLoader makes strings of everything: safer than the safe one, which dies of "!!timestamp x" or a date of 30
        # February with errors that are not YAML's, and takes "no", the language, for False.
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise ReadingError(f"its metadata are not YAML{where}; put values that hold a colon in quotes") from None
    except (RecursionError, ValueError):
        raise ReadingError("its metadata are nested too deeply or hold characters that YAML does not allow") from None
    if data is None or data == "":
        return {}
    return data if isinstance(data, Mapping) else None


def _text(data: Mapping[object, object], key: str) -> str | None:
    value = data.get(key)
    return value.strip() if isinstance(value, str) and value.strip().casefold() not in _NOTHING else None


def _published(data: Mapping[object, object]) -> str | None:
    """A date that an author writes is meant: a wrong one is refused, not passed over."""
    for key in ("published", "date"):
        value = _text(data, key)
        if value is None:
            continue
        day = iso_date(value)
        if day is None:
            raise ReadingError(f"its {key} is {value[:40]!r}; write a date as 2024-06-03")
        return day
    return None
