"""Figures that stand alone: in a cell of a table, or behind a label ("Trucks: 1.4 million"); headings say whom they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.abouts import About, actors_in
from binatgraph.language.figure_rules import FigureRules
from binatgraph.language.layout import BlockKind
from binatgraph.language.measures import Measure
from binatgraph.language.passages import Passage
from binatgraph.language.quantities import Quantity, Sort, quantities
from binatgraph.language.scene import Scene
from binatgraph.language.tables import cells
from binatgraph.names import fold

_ROW, _COLUMN, _HEADING, _ABOVE = 0.75, 0.75, 0.7, 0.45
"""By where the actor stands: in the row, above the column, in the nearest heading, or only in one above it (for review)."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ASIDE = re.compile(r"\s*\((?P<aside>[^()]*)\)\s*$")
_EDGES = " \t*_~≈+†‡"
_FEWEST_COLUMNS = 3
"""A table of two columns has a label and a value in its first row as often as headings."""
_LONGEST_LABEL = 80
_COUNTED = re.compile(r"(?:\s[^\W\d_]+){0,3}")
_FULL_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Alone(NamedTuple):
    """A figure that stands alone: quantity, what it measures, whom it is about, the year, if one stands by it."""

    quantity: Quantity
    measure: Measure
    about: About
    year: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What stands above a line: the headings with an actor in them, nearest first, and the table that goes on.

    `near` is whether the first of the headings is the nearest of all.
    """

    headings: tuple[Passage, ...] = ()
    near: bool = False
    columns: tuple[str, ...] = ()
    table: Passage | None = None


def is_title(scene: Scene) -> bool:
    """Whether a scene is a heading, or introduces what follows ("In 2024 Sonora exported:")."""
    return scene.block.kind in {BlockKind.HEADLINE, BlockKind.HEADING} or scene.sentence[-1].text == ":"


def cell_texts(one: Passage, text: str) -> tuple[str, ...]:
    """The words of the cells of a row, as the document has them."""
    return tuple(_text(one, cell, text) for cell in cells(one.sentence))


def _text(one: Passage, tokens: range, text: str) -> str:
    return text[one.sentence[tokens[0]].start : one.sentence[tokens[-1]].end] if tokens else ""


def is_header(one: Passage, text: str, *, rules: FigureRules) -> bool:
    """Whether the first row of a table has no figures, and so says what stands below it."""
    return not any(_lone(cell, rules) for cell in cell_texts(one, text)[1:])


def of_row(one: Passage, text: str, above: Above, *, rules: FigureRules) -> Iterator[Alone]:
    """The figures of a row: of the actor in its first cell, else of the one above the column, else of the heading."""
    row = cells(one.sentence)
    label = _text(one, row[0], text).strip(_EDGES) if row else ""
    if not any(c.isalpha() for c in label):
        return
    named = next(actors_in(one, row[0]), None)
    for number, cell in enumerate(row[1:], 1):
        found = _lone(_text(one, cell, text), rules)
        if found is None:
            continue
        column = above.columns[number] if number < len(above.columns) else ""
        words = _YEAR.sub("", column).strip(_EDGES + ",()")
        whole = named is not None and named.start == row[0].start and named.end == row[0].stop
        measure = words if whole else label
        if fold(measure) in rules.words["generic"] or (not whole and _is_named(one, row[0], found, rules)):
            continue
        about = None if named is None else About(named, _ROW, "row")
        about = about or _above_column(above, number) or _of_heading(above)
        if about is not None and measure:
            year = found.year or _year(column) or _year(label)
            yield Alone(found.quantity, _measure(measure, found.unit, rules), about, year)


def _above_column(above: Above, number: int) -> About | None:
    if above.table is None:
        return None
    row = cells(above.table.sentence)
    actor = next(actors_in(above.table, row[number]), None) if number < len(row) else None
    if actor is None or (actor.start, actor.end) != (row[number].start, row[number].stop):
        return None
    return About(actor, _COLUMN if len(row) >= _FEWEST_COLUMNS else _ABOVE, "column")


def _is_named(one: Passage, label: range, found: _Lone, rules: FigureRules) -> bool:
    """Whether the noun that a bare number would count is an actor: "Brownsville–Matamoros | 61" counts no Matamoros."""
    bare = not found.quantity.unit and not found.unit
    return bare and (label.start if rules.head_first else label.stop - 1) in one.at


def _of_heading(above: Above) -> About | None:
    for number, heading in enumerate(above.headings):
        actor = next(actors_in(heading, range(len(heading.sentence))), None)
        if actor is not None:
            return About(actor, _HEADING if above.near and number == 0 else _ABOVE, "heading")
    return None


def of_label(one: Passage, text: str, above: Above, *, rules: FigureRules) -> Alone | None:
    """The figure of a line that has a label, a colon and nothing else."""
    colon = next((at for at, token in enumerate(one.sentence) if token.text == ":"), None)
    if not colon or colon + 1 >= len(one.sentence):
        return None
    label = _text(one, range(colon), text).strip(_EDGES)
    found = _lone(_text(one, range(colon + 1, len(one.sentence)), text).rstrip("."), rules)
    if found is None or len(label) > _LONGEST_LABEL or not any(c.isalpha() for c in label):
        return None
    actor = next(actors_in(one, range(colon)), None)
    about = About(actor, _ROW, "label") if actor is not None else _of_heading(above)
    return None if about is None else Alone(found.quantity, _measure(label, found.unit, rules), about, found.year)


class _Lone(NamedTuple):
    quantity: Quantity
    unit: str
    year: str | None


def _lone(text: str, rules: FigureRules) -> _Lone | None:
    """The only quantity of a text in which nothing else stands but what is counted, how exact it is, and a year in brackets."""
    aside = _ASIDE.search(text)
    body = (text[: aside.start()] if aside else text).strip(_EDGES)
    found = list(quantities(body, rules=rules))
    if len(found) != 1 or _FULL_YEAR.fullmatch(body):
        return None
    quantity = found[0]
    before, behind = body[: quantity.start].casefold().split(), body[quantity.end :]
    approximate = not before or " ".join(before) in rules.approximations
    if any(fold(word) in rules.words["numbered"] for word in behind.split()):  # "20 de febrero"
        return None
    if not approximate or not _COUNTED.fullmatch(behind) or (behind and quantity.sort is not Sort.COUNT):
        return None
    return _Lone(quantity, behind.strip().lower(), _year(aside["aside"]) if aside else None)


def _year(text: str) -> str | None:
    found = set(_YEAR.findall(text))
    return found.pop() if len(found) == 1 else None


def _measure(text: str, unit: str, rules: FigureRules) -> Measure:
    """A measure; a bare number has the noun of its label for a unit ("Binational committees": 16 committees)."""
    words: Sequence[str] = re.findall(r"[^\W\d_]+", text)
    small = (n for n, word in enumerate(words) if n and fold(word) in rules.words["function"])
    head = words[0 if rules.head_first else next(small, len(words)) - 1]
    return Measure(0, 1, " ".join(text.split()), unit or head.lower())
