"""What office programs call paragraphs, lists and tables, written in the same convention of text as web pages (`blocks`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\n(?!\s*[a-zß-öø-ÿ])")
_LONG_CELL = 600  # characters; a longer one is no figure or name but the body of a page laid out with a table


@dataclass(slots=True)
class Sheet:
    r"""Blocks of text in order.

    >>> sheet = Sheet()
    >>> sheet.paragraph("Agenda")
    >>> sheet.item("Water")
    >>> sheet.item("Trade")
    >>> sheet.table([["Side", "City"], ["Sonora", "Nogales"]], header=True)
    >>> sheet.text()
    'Agenda\n\n- Water\n- Trade\n\n| Side | City |\n|---|---|\n| Sonora | Nogales |'
    """

    _blocks: list[list[str]] = field(default_factory=list)
    _in_list: bool = False

    def paragraph(self, text: str) -> None:
        """A paragraph or a heading; a line end in it stays, unless the sentence goes on behind it."""
        lines = [flat for line in _LINE_END.split(text) if (flat := _flat(line))]
        if lines:
            self._blocks.append(lines)
            self._in_list = False

    def item(self, text: str) -> None:
        """An item of a list; it stands together with the one before it."""
        if flat := _flat(text):
            if not self._in_list:
                self._blocks.append([])
            self._blocks[-1].append(f"- {flat}")
            self._in_list = True

    def table(self, rows: Iterable[Sequence[str]], *, header: bool = False) -> None:
        """A table of data; one that only places text on the page becomes paragraphs."""
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        if all(len(row) == 1 for row in filled) or any(len(cell) > _LONG_CELL for row in filled for cell in row):
            for paragraph in (part for row in filled for cell in row for part in cell.split("\n")):
                self.paragraph(paragraph)
            return
        lines = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in filled]
        if header:
            lines.insert(1, f"|{'---|' * len(filled[0])}")
        self._blocks.append(lines)
        self._in_list = False

    def text(self) -> str:
        """All of it."""
        return "\n\n".join("\n".join(lines) for lines in self._blocks)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _flat(text).replace("|", "\\|")
