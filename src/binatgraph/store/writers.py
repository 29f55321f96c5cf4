"""Answers written out: the SPARQL 1.1 results formats by their specifications, Turtle, and a table to be read."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Final, TextIO, cast

import pyoxigraph as ox

from binatgraph.errors import QueryError
from binatgraph.store.answers import Answer, Row, Shape, Term, TermKind
from binatgraph.store.table import write_table
from binatgraph.store.terms import from_term, notation

FORMATS: Final[Mapping[Shape, tuple[str, ...]]] = {
    Shape.BOOLEAN: ("table", "csv", "tsv", "json"),
    Shape.TABLE: ("table", "csv", "tsv", "json"),
    Shape.GRAPH: ("turtle", "table"),
}
"""The formats of each kind of answer; the first is the one to take where nobody chose."""

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_BARE: Final = {f"{_XSD}integer": r"[+-]?\d+", f"{_XSD}boolean": "true|false"}
_NATIVE: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
}


def write(answer: Answer, *, format: str, stream: TextIO, width: int | None = None) -> None:  # noqa: A002 - what users call it
    """Write an answer to a text stream, row by row where the format allows it.

    A stream to a file should be opened with `newline=""`: CSV has its own line ends. `width` is that of the terminal, in
    columns; only a table is cut to it.

    Raises
    ------
    QueryError
        If this kind of answer has no such format.
    StoreError
        If the store cannot be read to the end.

    Examples
    --------
    >>> import sys
    >>> write(Answer(shape=Shape.BOOLEAN, boolean=True), format="json", stream=sys.stdout)
    {"head":{},"boolean":true}
    """
    allowed = FORMATS[answer.shape]
    if format not in allowed:
        queries = {Shape.BOOLEAN: "ASK", Shape.TABLE: "SELECT", Shape.GRAPH: "CONSTRUCT and DESCRIBE"}
        raise QueryError(f"the answer to {queries[answer.shape]} cannot be {format}; allowed are {', '.join(allowed)}")
    if answer.shape is Shape.BOOLEAN:
        _write_boolean(answer.boolean, format, stream)
    elif format == "table":
        write_table(answer, stream=stream, width=width)
    elif format == "turtle":
        _write_turtle(answer, stream)
    elif isinstance(answer.native, ox.QuerySolutions):
        answer.native.serialize(_bytes(stream), format=_NATIVE[format])
        stream.write("\n" if format == "json" else "")
    else:
        _PLAIN[format](answer, stream)


def _write_boolean(value: bool, form: str, stream: TextIO) -> None:  # noqa: FBT001 - it is the value that is written
    """Write yes or no. CSV and TSV do not say how; the word is what other tools write."""
    word = "true" if value else "false"
    stream.write(f'{{"head":{{}},"boolean":{word}}}\n' if form == "json" else f"{word}\n")


def _write_csv(answer: Answer, stream: TextIO) -> None:
    """Write SPARQL 1.1 CSV: values only, after a row of names."""
    writer = csv.writer(stream)
    writer.writerow(answer.variables)
    for row in answer.rows:
        writer.writerow([_label(term) for term in row])


def _label(term: Term | None) -> str:
    """Give the value of a term; a blank node keeps its mark."""
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind is TermKind.BLANK else term.value


def _write_tsv(answer: Answer, stream: TextIO) -> None:
    """Write SPARQL 1.1 TSV: whole terms, as Turtle has them."""
    stream.write("\t".join(f"?{name}" for name in answer.variables) + "\n")
    lines = (["" if term is None else _turtle_term(term) for term in row] for row in answer.rows)
    stream.writelines("\t".join(line) + "\n" for line in lines)


def _turtle_term(term: Term) -> str:
    """Write a term as Turtle has it, on one line; numbers and booleans stand bare."""
    if term.datatype in _BARE and re.fullmatch(_BARE[term.datatype], term.value, re.ASCII):
        return term.value
    return notation(term).replace("\t", "\\t")


def _write_json(answer: Answer, stream: TextIO) -> None:
    """Write SPARQL 1.1 JSON."""
    stream.write(f'{{"head":{{"vars":{_json(answer.variables)}}},"results":{{"bindings":[')
    bindings = (_json(_binding(answer.variables, row)) for row in answer.rows)
    stream.writelines(f",{binding}" if number else binding for number, binding in enumerate(bindings))
    stream.write("]}}\n")


def _binding(variables: Iterable[str], row: Row) -> dict[str, dict[str, str]]:
    """Describe a row; what has no value in it is left out."""
    return {name: _described(term) for name, term in zip(variables, row, strict=True) if term is not None}


def _described(term: Term) -> dict[str, str]:
    """Describe a term in the words of the specification."""
    more = {"xml:lang": term.language, "datatype": term.datatype}
    given = {key: value for key, value in more.items() if value is not None}
    return {"type": term.kind.value, "value": term.value, **given}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_turtle(answer: Answer, stream: TextIO) -> None:
    """Write a graph as Turtle, sorted, each triple once; only the prefixes that are used are declared."""
    triples = {ox.Triple(*(from_term(term) for term in row if term)) for row in answer.rows}  # type: ignore[arg-type]  # a row of a graph is a triple
    ordered = sorted(triples, key=str)
    text = " ".join(str(triple) for triple in ordered)
    used = {prefix: namespace for prefix, namespace in answer.prefixes.items() if f"<{namespace}" in text}
    ox.serialize(ordered, _bytes(stream), format=ox.RdfFormat.TURTLE, prefixes=used)


def _bytes(stream: TextIO) -> IO[bytes]:
    """Give the engine what it needs of a stream of bytes."""
    return cast("IO[bytes]", _Utf8(stream))


class _Utf8:
    """A stream of bytes, for the engine, over a stream of text."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def write(self, data: bytes) -> int:
        """Write bytes; a character that they cut in two is written with the next ones."""
        self._stream.write(self._decoder.decode(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: the text stream is its owner's."""


_PLAIN: Final[Mapping[str, Callable[[Answer, TextIO], None]]] = {
    "csv": _write_csv,
    "tsv": _write_tsv,
    "json": _write_json,
}
