"""Tables and JSON Lines of articles: which column holds what is said by whoever reads them, and never guessed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from binatgraph.errors import ReadingError, UsageError
from binatgraph.reading.dates import parse_day
from binatgraph.reading.encoding import decode
from binatgraph.reading.member import Member
from binatgraph.reading.zipped import Budget

_MAX_FIELD = 10_000_000  # characters; Python's own limit of 131,072 is a long article
_OF_A_ROW = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of the columns that hold an article: its text (or a page, `html`), and what is known of it.

    In JSON Lines a name may lead into an object: "meta.date".
    """

    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None


def parse_columns(words: str) -> Columns:
    """Columns from words such as "text=body,title=headline,published=date".

    Raises
    ------
    UsageError
        If they are no pairs, name what is not known, or do not say where the text is.

    >>> parse_columns("text=body, title=headline").title
    'headline'
    """
    known = [field.name for field in fields(Columns)]
    pairs = [(key.strip(), value.strip()) for key, _, value in (word.partition("=") for word in words.split(","))]
    if any(key not in known or not value for key, value in pairs) or len(dict(pairs)) < len(pairs):
        raise UsageError(
            f"columns are {words!r}; write pairs of {', '.join(known)} and the name of a column: text=body,title=headline"
        )
    columns = Columns(**dict(pairs))
    if (columns.text is None) == (columns.html is None):
        raise UsageError(f"columns are {words!r}; say which column holds the text: text=… (or html=…, not both)")
    return columns


def open_csv(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:
    """The articles of a table whose first row names its columns; parted by commas, semicolons or tabs.

    Raises
    ------
    ReadingError
        If it is no text, or lacks a column, or a field never ends.
    """
    assert columns is not None
    text = decode(data)
    head = text.partition("\n")[0]
    csv.field_size_limit(_MAX_FIELD)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=False)
    try:
        _refuse_missing(columns, rows.fieldnames or ())
        for number, row in enumerate(rows, 1):
            budget.spend(_OF_A_ROW)
            yield _article(number, row, columns)
    except csv.Error as error:
        raise ReadingError(
            f'its rows cannot be told apart ({error}, line {rows.line_num}); quote fields by "'
        ) from None


def open_jsonl(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:
    """The articles of JSON Lines: an object a line.

    Raises
    ------
    ReadingError
        If it is no text.
    """
    assert columns is not None
    for number, line in enumerate(decode(data).split("\n"), 1):
        if line.strip():
            budget.spend(_OF_A_ROW)
            yield _article_of_line(number, line, columns)


def _article_of_line(number: int, line: str, columns: Columns) -> Member:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Member(name=_name(number), refused=f"it is no JSON ({' '.join(str(error).split())[:60]})")
    if not isinstance(found, dict):
        return Member(name=_name(number), refused="it is no JSON object; an article is one: {…}")
    names = {name for field in fields(Columns) if (name := getattr(columns, field.name))}
    row = {name: _at(found, name) for name in names}
    content = columns.text or columns.html or ""
    if row[content] is None:
        there = ", ".join(map(str, list(found)[:10]))
        return Member(name=_name(number), refused=f"it has no text in {content!r}; there are {there[:200]}")
    return _article(number, row, columns)


def _at(value: Any, path: str) -> str | None:
    """The text at a path of keys; lines of a list are paragraphs."""
    if isinstance(value, dict) and path in value:
        value = value[path]
    else:
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else None


def _article(number: int, row: Mapping[str, Any], columns: Columns) -> Member:
    """A row as a text with metadata. A day is meant: one that cannot be read refuses the row."""
    content = _field(row, columns.text or columns.html)
    written = _field(row, columns.published)
    day = parse_day(written) if written else None
    if written and day is None:
        wrong = f"its {columns.published} is {written[:40]!r}; write a date as 2024-06-03"
        return Member(name=_name(number), refused=wrong)
    said = {"title": _field(row, columns.title), "language": _field(row, columns.language), "published": day}
    told = {key: value for key, value in said.items() if value}
    return Member(
        name=_name(number),
        media_type="text/plain" if columns.text else "text/html",
        data=content.encode("utf-8", "replace"),
        metadata=json.dumps(told).encode() if told else None,
        told="column",
    )


def _field(row: Mapping[str, Any], name: str | None) -> str:
    value = row.get(name) if name else None
    return value.strip() if isinstance(value, str) else ""


def _name(number: int) -> str:
    return f"row-{number}"


def _refuse_missing(columns: Columns, there: Any) -> None:
    named = [name for field in fields(Columns) if (name := getattr(columns, field.name))]
    if missing := [name for name in named if name not in there]:
        raise ReadingError(f"it has no column {', '.join(missing)}; there are {', '.join(map(str, there))[:200]}")
