"""The named queries: one question a file, asked with parameters that are bound as terms and never pasted into text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Final

from binatgraph.errors import QueryError
from binatgraph.store.answers import Answer, Term, iri, literal
from binatgraph.store.find import find_actor

if TYPE_CHECKING:
    from binatgraph.store.base import Store

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_HEADER: Final = re.compile(r"# @(en|es|param|example) (.+)")
_PARAMETER: Final = re.compile(r"(\w+) (actor|text|date|integer)(?:( optional)| = (\S+))? - (.+)")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class ParameterType(StrEnum):
    """What a parameter takes: an actor by name, id or IRI; a text; a day (YYYY-MM-DD); a whole number."""

    ACTOR = "actor"
    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a query is asked with. One that is neither given nor has a default leaves its variable free."""

    name: str
    type: ParameterType
    meaning: str
    default: str | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with a name: what it answers, in English and Spanish, its parameters, an example, and the SPARQL."""

    name: str
    english: str
    spanish: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str


def queries() -> list[NamedQuery]:
    """List the named queries, sorted by name.

    >>> "office-holders" in [query.name for query in queries()]
    True
    """
    return [parse(name, path.read_text("utf-8")) for name, path in sorted(_files().items())]


def load(name: str) -> NamedQuery:
    """Give the query of a name.

    Raises
    ------
    QueryError
        If there is none; the message names the nearest.

    Examples
    --------
    >>> load("oficce-holders")
    Traceback (most recent call last):
    binatgraph.errors.QueryError: no query is called 'oficce-holders'; did you mean office-holders? `binatgraph query --list` lists all
    """
    known = _files()
    if name in known:
        return parse(name, known[name].read_text("utf-8"))
    near = get_close_matches(name, known, n=1)
    hint = (
        f"did you mean {near[0]}? `binatgraph query --list` lists all"
        if near
        else f"there are {', '.join(sorted(known))}"
    )
    raise QueryError(f"no query is called {name!r}; {hint}")


def _files() -> dict[str, Traversable]:
    """Find the files of the queries, by name."""
    folder = files("binatgraph.store") / "queries"
    return {path.name.removesuffix(".rq"): path for path in folder.iterdir() if path.name.endswith(".rq")}


def parse(name: str, text: str) -> NamedQuery:
    """Read the header of a query: comments that begin with @en, @es, @param and @example.

    Raises
    ------
    QueryError
        If a part of the header is missing or cannot be read.
    """
    said: dict[str, list[str]] = {"en": [], "es": [], "param": [], "example": []}
    for key, value in _HEADER.findall(text):
        said[key].append(value.strip())
    if not (said["en"] and said["es"] and said["example"]):
        raise QueryError(f"{name}.rq: the header needs @en, @es and @example")
    parameters = tuple(_parameter(name, line) for line in said["param"])
    english, spanish, example = " ".join(said["en"]), " ".join(said["es"]), said["example"][0]
    return NamedQuery(name=name, english=english, spanish=spanish, parameters=parameters, example=example, text=text)


def _parameter(query: str, line: str) -> Parameter:
    """Read a parameter: "name type", then " optional" or " = default", then " - meaning"."""
    if not (found := _PARAMETER.fullmatch(line)):
        raise QueryError(f"{query}.rq: {line!r} is no parameter; write: name type [optional | = default] - meaning")
    name, kind, optional, default, meaning = found.groups()
    required = not optional and default is None
    return Parameter(name=name, type=ParameterType(kind), meaning=meaning, default=default, required=required)


def bind(query: NamedQuery, values: Mapping[str, str], *, store: Store) -> dict[str, Term]:
    """Make terms of what a query is asked with; `store` is where actors are looked up by name.

    Raises
    ------
    QueryError
        If a parameter is unknown or missing, or a value is not what it must be, or a name means several actors.
    NotFoundError
        If nothing in the graph has the name that was given for an actor.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    takes = ", ".join(known) or "none"
    if unknown := sorted(values.keys() - known.keys()):
        raise QueryError(f"{query.name} has no parameter {', '.join(unknown)}; it takes {takes}")
    if missing := [one.name for one in query.parameters if one.required and one.name not in values]:
        raise QueryError(f"{query.name} needs {', '.join(missing)}; for example: {query.example}")
    given = {name: values.get(name, parameter.default) for name, parameter in known.items()}
    return {name: _term(known[name], value, store) for name, value in given.items() if value is not None}


def _term(parameter: Parameter, value: str, store: Store) -> Term:
    """Make a term of one value."""
    match parameter.type:
        case ParameterType.ACTOR:
            return iri(find_actor(store, value).iri)
        case ParameterType.DATE:
            return literal(_day(parameter, value), datatype=f"{_XSD}date")
        case ParameterType.INTEGER:
            return literal(_integer(parameter, value), datatype=f"{_XSD}integer")
        case ParameterType.TEXT:
            return literal(value)


def _day(parameter: Parameter, value: str) -> str:
    try:
        return date.fromisoformat(value if _DATE.fullmatch(value) else "").isoformat()
    except ValueError:
        raise QueryError(f"{parameter.name} is {value!r}; it must be a day, as YYYY-MM-DD") from None


def _integer(parameter: Parameter, value: str) -> str:
    if not re.fullmatch(r"-?\d{1,18}", value, re.ASCII):
        raise QueryError(f"{parameter.name} is {value!r}; it must be a whole number")
    return str(int(value))


def ask(store: Store, name: str, values: Mapping[str, str]) -> Answer:
    """Answer the query of a name. The columns of what was given are left out, and those that only parameters fill.

    Raises
    ------
    QueryError, NotFoundError
        As `load` and `bind` do.
    StoreError
        If the graph cannot be read.
    """
    query = load(name)
    bindings = bind(query, values, store=store)
    never = {one.name for one in query.parameters if one.type is not ParameterType.ACTOR}
    return store.query(query.text, bindings=bindings).without(never | bindings.keys())
