"""Queries that must never be evaluated: those that contact another service, and those nested so deep that parsers crash.

The engine has no switch that keeps SERVICE off the network, and its parser is more lenient than the grammar: it takes
`SERVICE:x {…}`, `trueSERVICE<…>{…}` and a `<` whose meaning depends on the context. So nothing is decided by the next
token alone. First, a place is only looked at where the letters of SERVICE are followed by all that makes a clause of
them; then the text is cut into tokens, in every way in which a `<` or a long string could be read, and the place must
stand inside a string, a comment, an IRI or a variable in each of them. Whatever is in doubt is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from binatgraph.errors import QueryError

_DEEPEST: Final = 100
_GAP: Final = r"(?:[ \t\r\n]|#[^\r\n]*+)*+"
_NAMED: Final = r"(?:[?$][^\s{#]*+|<[^>]*+>|[^\s<>{}\"'#?$:]*+:(?:\\.|[^\s{#\\])*+)"
_CLAUSE: Final = re.compile(rf"service(?={_GAP}(?:silent{_GAP})?{_NAMED}{_GAP}\{{)", re.IGNORECASE)
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
      | (?P<long>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3})
      | (?P<text>\"(?:[^\"\\\r\n]|\\.)*\" | '(?:[^'\\\r\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<iri><[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20<>\"{}|^`\\]*>)
      | (?P<maybe><[^\x00-\x20<>\"{}|^`]*>)
      | (?P<escape>\\.)
      | (?P<other>[^\#\"'?$<\\]+ | .)
    """,
    re.VERBOSE | re.DOTALL,
)
_SAFE: Final = frozenset({"comment", "long", "text", "variable", "iri", "maybe"})
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})")
_PROLOGUE: Final = re.compile(rf"(?:{_GAP}(?:BASE{_GAP}<[^>]*>|PREFIX[^:]*:{_GAP}<[^>]*>))*{_GAP}(\w+)", re.IGNORECASE)
_UPDATES: Final = frozenset(("load", "insert", "delete", "clear", "drop", "create", "copy", "move", "add", "with"))


def check(sparql: str) -> None:
    """Refuse a query that must not be evaluated; what is no query at all is left to the engine.

    Raises
    ------
    QueryError
        If it has a SERVICE clause, would change the graph, or has more than a hundred brackets in one another.

    Examples
    --------
    >>> check('SELECT * { ?s ?p "SERVICE <http://example.org/> {}" }')
    >>> check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    binatgraph.errors.QueryError: SERVICE is refused: a query reads this graph and contacts no other; leave the clause out
    """
    if (first := _PROLOGUE.match(sparql)) and first[1].lower() in _UPDATES:
        raise QueryError(
            f"{first[1].upper()} is refused: a query changes nothing; allowed are SELECT, ASK, CONSTRUCT and DESCRIBE"
        )
    if _contacts(sparql) or ("\\" in sparql and _contacts(_ESCAPE.sub(_character, sparql))):
        raise QueryError("SERVICE is refused: a query reads this graph and contacts no other; leave the clause out")
    if _depth(sparql) > _DEEPEST:
        raise QueryError(f"the query has more than {_DEEPEST} brackets in one another; write it flatter")


def _contacts(sparql: str) -> bool:
    """Tell whether a SERVICE clause can be read out of the text."""
    places = {match.start() for match in _CLAUSE.finditer(sparql)}
    return bool(places) and any(not places.isdisjoint(read) for read in _readable(sparql))


def _readable(sparql: str) -> Iterator[range]:
    """Yield what is neither string, comment, IRI nor variable, in any way of reading the text."""
    waiting, seen = [0], set[int]()
    while waiting:
        at = waiting.pop()
        if at in seen or not (token := _TOKEN.match(sparql, at)):
            continue
        seen.add(at)
        waiting.append(token.end())
        if token.lastgroup not in _SAFE:
            yield range(at, token.end())
        elif token.lastgroup == "maybe":
            waiting.append(at + 1)
        elif token.lastgroup == "long" and "\\" in token[0]:
            waiting.append(at + 2)


def _character(escape: re.Match[str]) -> str:
    """Decode an escape, which a parser may do before it looks for keywords."""
    return chr(int(escape[1] or escape[2], 16))


def _depth(sparql: str) -> int:
    """Count how many brackets are open at most; those in strings count too, which is on the safe side."""
    depth = deepest = 0
    for bracket in re.finditer(r"[(\[{]|([)\]}])", sparql):
        depth = max(0, depth - 1) if bracket[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
