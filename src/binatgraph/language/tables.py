"""Tables whose headings say what stands below them: "Name | Title | Organization", "Estado | Gobernador"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from binatgraph.language.heads import looks_personal
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.titles import titles
from binatgraph.language.tokens import Sentence, Token, sentences
from binatgraph.language.view import Candidate, Names
from binatgraph.model import Kind
from binatgraph.names import fold

_CELL_OR_BAR = re.compile(r"\||(?:[^|\\]|\\.|\\$)+", re.DOTALL)
_BAR = "|"
_FEWEST_HEADINGS = 2
"""One heading that is known may be a coincidence; what joins two actors needs two columns anyway."""
_WORDS_OF_A_PERSON = range(2, 7)


class Column(StrEnum):
    """What stands in a column, by the names that the data of the languages use; above a `HOLDER` stands the office."""

    PERSON = "person"
    ROLE = "role"
    BODY = "body"
    PLACE = "place"
    HOLDER = "holder"


_KINDS = {
    Column.PERSON: Kind.PERSON,
    Column.HOLDER: Kind.PERSON,
    Column.BODY: Kind.ORGANIZATION,
    Column.PLACE: Kind.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a column: its words, and what it says of the cells below, if that is known."""

    text: str
    column: Column | None


Headings = tuple[Heading, ...]


def row_sentence(text: str, *, offset: int, language: str) -> Sentence:
    """A row of a table as one sentence: bars, and the tokens of the cells.

    >>> [token.text for token in row_sentence("|Ana Ruiz|Mayor|", offset=0, language="en")]
    ['|', 'Ana', 'Ruiz', '|', 'Mayor', '|']
    """
    tokens: list[Token] = []
    for part in _CELL_OR_BAR.finditer(text):
        at = offset + part.start()
        if part.group() == _BAR:
            tokens.append(Token(_BAR, at, at + 1, "", capital=False, shouted=False))
        else:
            tokens.extend(t for cell in sentences(part.group(), offset=at, language=language) for t in cell)
    return tuple(tokens)


def cells(row: Sentence) -> list[range]:
    """The cells of a row, as tokens."""
    bars = [at for at, token in enumerate(row) if token.text == _BAR]
    return [range(left + 1, right) for left, right in pairwise(bars)]


def headings(row: Sentence, *, lexicon: Lexicon) -> Headings | None:
    """The headings of a table from its first row; none if that row says of fewer than two columns what they hold."""
    found = tuple(_heading(row[cell.start : cell.stop], lexicon) for cell in cells(row))
    return found if sum(heading.column is not None for heading in found) >= _FEWEST_HEADINGS else None


def _heading(cell: Sentence, lexicon: Lexicon) -> Heading:
    text = " ".join(t.text for t in cell)
    if fold(text) in lexicon.columns:
        return Heading(text=text, column=Column(lexicon.columns[fold(text)]))
    offices = titles(cell, lexicon=lexicon, is_name=lambda _: False)
    is_office = any((title.start, title.end, title.plural) == (0, len(cell), False) for title in offices)
    return Heading(text=text, column=Column.HOLDER if is_office else None)


def named_by_headings(row: Sentence, names: Names, table: Headings, *, lexicon: Lexicon) -> Names:
    """The names of a row with what the headings say of them.

    Under a heading for people, a cell of capitals is a person as a whole; a lone name without a kind is what its heading
    says.
    """
    found = list(names.names)
    for cell, heading in zip(cells(row), table, strict=False):
        inside = [name for name in names.names if name.start in cell]
        kind = _KINDS.get(heading.column) if heading.column else None
        start = _person_start(row, cell, names, lexicon) if kind is Kind.PERSON else cell.stop
        if _is_person(row[start : cell.stop], inside, lexicon):
            found = [name for name in found if name not in inside]
            found.append(Candidate(start, cell.stop, Kind.PERSON))
        elif len(inside) == 1 and inside[0].kind is None:
            found[found.index(inside[0])] = inside[0]._replace(kind=kind)
    return Names(tuple(sorted(found, key=lambda name: name.start)), names.titles)


def _person_start(row: Sentence, cell: range, names: Names, lexicon: Lexicon) -> int:
    """Where a cell goes on behind titles and honorifics: "Lic. Ana Ruiz", "Senator Ana Ruiz"."""
    titled = {at for title in names.titles for at in range(title.start, title.end)}
    return next((at for at in cell if at not in titled and row[at].folded not in lexicon.titles.honorifics), cell.stop)


def _is_person(words: Sentence, inside: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """Whether words look like a person, and no other name is in them that is more than a word of it."""
    capitals = sum(t.capital for t in words)
    if capitals not in _WORDS_OF_A_PERSON or not (words[0].capital and words[-1].capital):
        return False
    others = (name for name in inside if name.kind is not None and name.kind.top is not Kind.PERSON)
    return all(name.end - name.start == 1 for name in others) and all(
        looks_personal([t]) or t.folded in lexicon.words["particles"] for t in words
    )
