"""One query, evaluated by Oxigraph: refused if it is unsafe, and its errors said in one line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

import pyoxigraph as ox

from binatgraph.errors import QueryError, StoreError
from binatgraph.store import safety
from binatgraph.store.answers import Answer, Row, Shape, Term
from binatgraph.store.terms import EngineTerm, from_term, to_term

TRIPLE: Final = ("subject", "predicate", "object")
_PLACE: Final = re.compile(r"error at (\d+):(\d+)")
_STAR: Final = re.compile(r"\bselect\s*(?:distinct\b|reduced\b)?\s*\*", re.IGNORECASE)
_PREFIX: Final = re.compile(r"([\w.-]*):[\w.-]*$")
_REASON: Final = re.compile(r"[A-Z][A-Za-z]+(?: [\w*]+){2,}")
_NEAR: Final = 30


def evaluate(engine: ox.Store, sparql: str, *, bindings: Mapping[str, Term], prefixes: Mapping[str, str]) -> Answer:
    """Answer a query; the rows are found while one goes through them.

    Raises
    ------
    QueryError
        If the query is refused or malformed, or a binding is for a variable that SELECT does not name.
    StoreError
        If the store cannot be read, now or while the rows are gone through.
    """
    safety.check(sparql)
    try:
        given: dict[ox.Variable, EngineTerm] = {ox.Variable(name): from_term(term) for name, term in bindings.items()}
        result = engine.query(sparql, prefixes=dict(prefixes), substitutions=given)
    except SyntaxError as error:
        raise QueryError(_malformed(sparql, str(error), prefixes)) from None
    except (UnicodeEncodeError, ValueError) as error:
        raise QueryError(f"the query cannot be read: {_line(error)}") from None
    except (RuntimeError, OSError) as error:
        raise _failure(error, bindings) from None
    return _answer(result, sparql, prefixes)


def _answer(
    result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, sparql: str, prefixes: Mapping[str, str]
) -> Answer:
    """Make an answer of the engine's result."""
    if isinstance(result, ox.QueryBoolean):
        return Answer(shape=Shape.BOOLEAN, boolean=bool(result))
    if isinstance(result, ox.QueryTriples):
        return Answer(shape=Shape.GRAPH, variables=TRIPLE, rows=_rows(result), prefixes=prefixes)
    names = [variable.value for variable in result.variables]
    order = _as_written(names, sparql) if _STAR.search(sparql) else names
    if order == names:
        return Answer(shape=Shape.TABLE, variables=tuple(names), rows=_rows(result), prefixes=prefixes, native=result)
    places = [names.index(name) for name in order]
    rows = (tuple(row[place] for place in places) for row in _rows(result))
    return Answer(shape=Shape.TABLE, variables=tuple(order), rows=rows, prefixes=prefixes)


def _rows(found: Iterable[Iterable[EngineTerm | None]]) -> Iterator[Row]:
    """Yield rows of plain terms."""
    try:
        for terms in found:
            yield tuple(None if term is None else to_term(term) for term in terms)
    except (RuntimeError, OSError) as error:
        raise _failure(error) from None


def _as_written(names: list[str], sparql: str) -> list[str]:
    """Sort the columns of SELECT * as the query names them; the engine has them in no order."""
    return sorted(names, key=lambda name: re.search(rf"[?$]{re.escape(name)}(?!\w)", sparql).start())  # type: ignore[union-attr]  # a column of SELECT * is named in the query


def _failure(error: RuntimeError | OSError, bindings: Collection[str] = ()) -> QueryError | StoreError:
    """Say what went wrong in the evaluation: on the disk, or in what was asked."""
    message = _line(error)
    if isinstance(error, OSError) or message.startswith("Corruption"):
        return StoreError(f"the store cannot be read: {message}; run `binatgraph build`")
    for name in bindings:
        if f"?{name} " in message:
            return QueryError(f"{name} is given, and the query does not name ?{name} behind SELECT; add it there")
    return QueryError(f"the query cannot be evaluated: {message}")


def _malformed(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    """Say where a query is malformed. The engine's place may be the end of the longest word it looked for."""
    if not (place := _PLACE.search(message)):
        return f"the query is malformed: {' '.join(message.split())}"
    line, column = int(place[1]), int(place[2])
    text = next(islice(sparql.splitlines(), line - 1, None), "")
    where = f"line {line}, column {column}"
    if "Prefix not found" in message and (name := _PREFIX.search(text[: column - 1])):
        known = ", ".join(sorted(prefixes))
        return f"{where}: the prefix {name[1]!r} is not declared; add PREFIX {name[1]}: <…>, or use one of {known}"
    why = f" ({reason[0]})" if (reason := _REASON.search(message)) else ""
    near = " ".join(text[max(0, column - _NEAR) : column + _NEAR].split())
    return f"the query is malformed at or before {where}{why}" + (f', near "{near}"' if near else "")


def _line(error: Exception) -> str:
    """Put a message on one line."""
    return " ".join(str(error).split())
