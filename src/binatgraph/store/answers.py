"""What a query answers, as plain values: yes or no, a table, or a graph. Nothing of the engine shows through."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class TermKind(StrEnum):
    """What a term is, in the words of the SPARQL 1.1 results formats."""

    IRI = "uri"
    LITERAL = "literal"
    BLANK = "bnode"


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term: `datatype` is an IRI, and none for plain strings and for strings with a language.

    >>> iri("https://example.org/a").value
    'https://example.org/a'
    """

    kind: TermKind
    value: str
    language: str | None = None
    datatype: str | None = None


Row = tuple[Term | None, ...]


class Shape(StrEnum):
    """The three kinds of answers: to ASK, to SELECT, to CONSTRUCT or DESCRIBE."""

    BOOLEAN = "boolean"
    TABLE = "table"
    GRAPH = "graph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query answers. The rows can be gone through once: they are found while one goes.

    A graph has its triples as rows of `subject`, `predicate` and `object`. `prefixes` shorten its IRIs for readers.
    `native` is the engine's own answer with the same rows, where it writes them faster; one uses it or the rows.
    """

    shape: Shape
    boolean: bool = False
    variables: tuple[str, ...] = ()
    rows: Iterable[Row] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    native: object = field(default=None, repr=False, compare=False)

    def without(self, names: Collection[str]) -> Answer:
        """Leave columns out.

        >>> table = Answer(shape=Shape.TABLE, variables=("a", "b"), rows=[(iri("urn:x"), None)])
        >>> table.without({"b"}).variables
        ('a',)
        """
        kept = [at for at, name in enumerate(self.variables) if name not in names]
        if len(kept) == len(self.variables):
            return self
        rows = (tuple(row[at] for at in kept) for row in self.rows)
        return replace(self, variables=tuple(self.variables[at] for at in kept), rows=rows, native=None)

    def records(self) -> Iterator[dict[str, str]]:
        """Yield each row as a dictionary of texts, without the columns that are empty in it.

        >>> table = Answer(shape=Shape.TABLE, variables=("a", "b"), rows=[(literal("x"), None)])
        >>> list(table.records())
        [{'a': 'x'}]
        """
        for row in self.rows:
            yield {name: term.value for name, term in zip(self.variables, row, strict=True) if term is not None}


def iri(value: str) -> Term:
    """Make an IRI."""
    return Term(TermKind.IRI, value)


def literal(value: str, *, language: str | None = None, datatype: str | None = None) -> Term:
    """Make a literal.

    >>> literal("Sonora", language="es").language
    'es'
    """
    return Term(TermKind.LITERAL, value, language, datatype)
