"""The files of a register as rows that know where they stand, so that an error can say which row is wrong."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from binatgraph.errors import RegisterError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAMES = ("name_en", "name_es", "aliases_en", "aliases_es", "aliases")
_SOURCED = ("source", "confirmed")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "places.csv": ("id", "kind", *_NAMES, "part_of", "countries", "twin", "population", "identifiers", *_SOURCED),
    "organizations.csv": (
        *("id", "kind", *_NAMES, "part_of", "seat", "counterpart", "countries", "founded", "dissolved", "website"),
        *("identifiers", *_SOURCED),
    ),
    "initiatives.csv": ("id", "kind", *_NAMES, "parties", "countries", "start", "end", *_SOURCED, "dates_confirmed"),
    "people.csv": ("id", "kind", "name", "aliases", "countries", "identifiers", *_SOURCED),
    "names.csv": ("name", "means", "reason"),
    "tenures.csv": ("person", "office_en", "office_es", "at", "start", "end", *_SOURCED, "dates_confirmed"),
}
"""The files of a register and the columns each has; the order of the columns in a file is free."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Row(NamedTuple):
    """One row of a file; the header is row 1. `cells` has no empty ones."""

    file: str
    number: int
    cells: Mapping[str, str]

    def error(self, message: str) -> RegisterError:
        """Make an error that says where it is."""
        return RegisterError(f"{self.file}, row {self.number}: {message}")

    def text(self, column: str) -> str:
        """Give a cell; nothing where it is empty, or the file has no such column."""
        return self.cells.get(column, "")

    def parts(self, column: str) -> list[str]:
        """Give what a cell lists, parted by "|"."""
        cell = self.cells.get(column)
        return cell.split("|") if cell else []

    def flag(self, column: str) -> bool:
        """Read a cell that must say yes or no."""
        cell = self.text(column)
        if cell not in {"yes", "no"}:
            raise self.error(f"{column} is {cell!r}; it must be yes or no")
        return cell == "yes"

    def date(self, column: str) -> str | None:
        """Read a date of any precision; none where nothing is known, or where the row says that it was not seen."""
        cell = self.cells.get(column)
        if cell is None:
            return None
        if not _DATE.fullmatch(cell):
            raise self.error(f"{column} is {cell!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return cell if self.text("dates_confirmed") != "no" else None

    def sourced(self) -> tuple[str, bool]:
        """Read where the row was seen, and whether it was; what was seen has a source."""
        source, confirmed = self.text("source"), self.flag("confirmed")
        if confirmed and not source:
            raise self.error("it is confirmed and has no source; add where it was seen, or set confirmed to no")
        return source, confirmed


def read_rows(folder: Path, name: str) -> list[Row]:
    """Read one of the files of a register.

    Raises
    ------
    RegisterError
        If the file is absent, is no UTF-8 CSV, or its columns are not those of `COLUMNS`.
    """
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            lines = [line for line in csv.reader(stream, strict=True) if line]
    except OSError as error:
        raise RegisterError(f"{path}: {error.strerror}; a register has {', '.join(COLUMNS)}") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise RegisterError(f"{path}: not a CSV file in UTF-8: {error}") from None
    header = lines[0] if lines else []
    if sorted(header) != sorted(COLUMNS[name]):
        raise RegisterError(
            f"{name}, row 1: the columns are {', '.join(header)}; they must be {', '.join(COLUMNS[name])}"
        )
    return [_row(name, number, header, line) for number, line in enumerate(lines[1:], start=2)]


def _row(name: str, number: int, header: list[str], line: list[str]) -> Row:
    """Make a row; it must have as many cells as the header."""
    if len(line) != len(header):
        raise RegisterError(f"{name}, row {number}: it has {len(line)} cells; the header has {len(header)}")
    return Row(name, number, {column: cell for column, cell in zip(header, line, strict=True) if cell})
