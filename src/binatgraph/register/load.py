"""From the CSV files of a register to its entries, with every reference checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from binatgraph.model import Actor, Kind, Name, RegisteredTenure, RegisterEntry
from binatgraph.names import fold
from binatgraph.register.index import Register
from binatgraph.register.roles import LabelledRoles, role_in, role_labels
from binatgraph.register.rows import Row, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from binatgraph.model import Concept

_KINDS = {kind.value: kind for kind in Kind}
_ID = re.compile(r"(person|organization|place|initiative|event)/[a-z0-9]+(-[a-z0-9]+)*")
_REFERRING = {"part_of": "partOf", "seat": "seat", "twin": "twin", "counterpart": "counterpart"}
_DATED = ("founded", "dissolved", "start", "end")
_PREFERRED = {"name": "und", "name_en": "en", "name_es": "es"}
_OTHER = {"aliases_en": "en", "aliases_es": "es", "aliases": "und"}
_LANGUAGES = {**_PREFERRED, **_OTHER}

_Office: TypeAlias = tuple[tuple[Name, ...], str | None]
_Labels: TypeAlias = "Mapping[str, LabelledRoles]"


def load_register(folder: Path, *, roles: Iterable[Concept] = ()) -> Register:
    """Load a register from its CSV files; `graph/register/README.md` says what stands in them.

    A date that the row says was not seen at the source is left out: it is no fact. The role of a tenure is the one of
    `roles` whose label the office begins with, else the one with the longest label in its words.

    Raises
    ------
    RegisterError
        If a file is absent or no CSV, or a row is wrong: unknown kind, id that is taken or malformed, reference to what
        is in no file, malformed date, confirmed without a source.

    Examples
    --------
    >>> from binatgraph.config import data_path
    >>> register = load_register(data_path("register"))
    >>> register.entries["place/us-az"].actor.label()
    'Arizona'
    """
    people = read_rows(folder, "people.csv")
    others = [row for name in ("places.csv", "organizations.csv", "initiatives.csv") for row in read_rows(folder, name)]
    rows = _by_id([*others, *people])
    tenures = _tenures(read_rows(folder, "tenures.csv"), rows, role_labels(roles))
    for row in others:
        _check_references(row, rows)
    entries = {key: _entry(key, row, tuple(tenures.get(key, ()))) for key, row in rows.items()}
    meanings = dict(_meanings(read_rows(folder, "names.csv"), rows))
    return Register(entries=entries, populations=dict(_populations(rows)), meanings=meanings)


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    """Index rows by id, each of which stands once and fits the kind."""
    found: dict[str, Row] = {}
    for row in rows:
        key, kind = row.text("id"), _kind(row)
        if not _ID.fullmatch(key) or key.partition("/")[0] != kind.top.lower():
            shape = f"{kind.top.lower()}/words-of-the-name, in a-z, 0-9 and hyphens"
            raise row.error(f"the id is {key!r}; it must be {shape}")
        if key in found:
            raise row.error(f"{key} stands in {found[key].file}, row {found[key].number} too; an id stands once")
        found[key] = row
    return found


def _kind(row: Row) -> Kind:
    """Read the kind of a row."""
    kind = _KINDS.get(row.text("kind"))
    if kind is None:
        raise row.error(f"no such kind: {row.text('kind')!r}; there are {', '.join(_KINDS)}")
    return kind


def _entry(key: str, row: Row, tenures: tuple[RegisteredTenure, ...]) -> RegisterEntry:
    """Make an entry of a row."""
    source, confirmed = row.sourced()
    actor = Actor(
        id=key,
        kind=_kind(row),
        names=tuple(_names(row)),
        countries=tuple(row.parts("countries")),
        identifiers=tuple(_identifiers(row)),
    )
    if not actor.names:
        raise row.error("it has no name")
    return RegisterEntry(actor=actor, source=source, confirmed=confirmed, facts=tuple(_facts(row)), tenures=tenures)


def _names(row: Row) -> Iterator[Name]:
    """Give the names of a row, preferred ones first."""
    for column, language in _LANGUAGES.items():
        if column in row.cells:
            preferred = column in _PREFERRED
            for text in row.parts(column):
                yield Name(text=text, language=language, preferred=preferred)


def _identifiers(row: Row) -> Iterator[tuple[str, str]]:
    """Give the outside identifiers of a row."""
    for pair in row.parts("identifiers"):
        scheme, colon, value = pair.partition(":")
        if not (scheme and colon and value):
            raise row.error(f"the identifier {pair!r} is not scheme:value")
        yield scheme, value


def _facts(row: Row) -> Iterator[tuple[str, str]]:
    """Give what else a row says."""
    for column, name in _REFERRING.items():
        if column in row.cells:
            for value in row.parts(column):
                yield name, value
    if "website" in row.cells:
        yield "website", row.text("website")
    for column in _DATED:
        if column in row.cells and (date := row.date(column)):
            yield column, date


def _check_references(row: Row, rows: Mapping[str, Row]) -> None:
    """Refuse a row that refers to what is in no file."""
    for column in (*_REFERRING, "parties"):
        for value in row.parts(column) if column in row.cells else ():
            if value not in rows:
                raise row.error(f"{column} is {value!r}, which is in no file; use an id of the register")


def _tenures(found: Iterable[Row], rows: Mapping[str, Row], labels: _Labels) -> dict[str, list[RegisteredTenure]]:
    """Make the tenures of each person, in the order of the file."""
    tenures: dict[str, list[RegisteredTenure]] = {}
    offices: dict[tuple[str, str, bool], _Office] = {}
    for row in found:
        for column in ("person", "at"):
            if row.text(column) not in rows:
                raise row.error(f"{column} is {row.text(column)!r}, which is in no file; use an id of the register")
        key = (row.text("office_en"), row.text("office_es"), row.text("at").startswith("place/"))
        if key not in offices:
            offices[key] = _office(key[:2], labels, at_place=key[2])
        tenures.setdefault(row.text("person"), []).append(_tenure(row, offices[key]))
    return tenures


def _office(words: tuple[str, str], labels: _Labels, *, at_place: bool) -> _Office:
    """Name an office in both languages, and find its role."""
    pairs = zip(words, ("en", "es"), strict=True)
    names = tuple(Name(text=text, language=language, preferred=True) for text, language in pairs if text)
    return names, role_in(words, labels, at_place=at_place)


def _tenure(row: Row, office: _Office) -> RegisteredTenure:
    """Make a tenure of a row."""
    source, confirmed = row.sourced()
    return RegisteredTenure(
        at=row.text("at"),
        office=office[0],
        role_concept=office[1],
        start=row.date("start"),
        end=row.date("end"),
        source=source,
        confirmed=confirmed,
    )


def _populations(rows: Mapping[str, Row]) -> Iterator[tuple[str, int]]:
    """Give the population of the places that have one."""
    for key, row in rows.items():
        if count := row.text("population"):
            if not count.isascii() or not count.isdigit():
                raise row.error(f"population is {count!r}; it must be a whole number")
            yield key, int(count)


def _meanings(found: Iterable[Row], rows: Mapping[str, Row]) -> Iterator[tuple[str, tuple[str | None, str]]]:
    """Give what names mean by themselves, by folded name."""
    for row in found:
        name, means, reason = row.text("name"), row.text("means"), row.text("reason")
        if not name or not reason:
            raise row.error("it needs a name and a reason")
        if means and means not in rows:
            raise row.error(f"means is {means!r}, which is in no file; use an id of the register, or leave it empty")
        yield fold(name), (means or None, reason)
