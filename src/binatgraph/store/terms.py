"""Terms between the engine's values and ours."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from binatgraph.errors import QueryError
from binatgraph.store.answers import Term, TermKind

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
EngineTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def to_term(term: EngineTerm) -> Term:
    """Make a value of a term of the engine.

    Raises
    ------
    QueryError
        If it is a triple term, which RDF 1.1 does not have.
    """
    if isinstance(term, ox.NamedNode):
        return Term(TermKind.IRI, term.value)
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        plain = term.language is not None or datatype == _STRING
        return Term(TermKind.LITERAL, term.value, term.language, None if plain else datatype)
    if isinstance(term, ox.BlankNode):
        return Term(TermKind.BLANK, term.value)
    raise QueryError("the answer holds a triple term, which RDF 1.1 has not; ask for its SUBJECT, PREDICATE and OBJECT")


def from_term(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Make a term of the engine.

    Raises
    ------
    QueryError
        If it cannot be a term: an IRI with a space in it, for example.
    """
    try:
        if term.kind is TermKind.IRI:
            return ox.NamedNode(term.value)
        if term.kind is TermKind.BLANK:
            return ox.BlankNode(term.value)
        datatype = ox.NamedNode(term.datatype) if term.datatype else None
        return ox.Literal(term.value, language=term.language, datatype=datatype)
    except ValueError as error:
        raise QueryError(f"{term.value!r} cannot be a term of RDF: {error}") from None


def is_iri(text: str) -> bool:
    """Tell whether a text can be an IRI.

    >>> is_iri("https://example.org/a"), is_iri("https://example.org/a b")
    (True, False)
    """
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def notation(term: Term) -> str:
    r"""Write a term as N-Triples, and so as Turtle and SPARQL, have it; what it holds cannot break out of it.

    >>> from binatgraph.store.answers import literal
    >>> notation(literal('a "b"', language="es"))
    '"a \\"b\\""@es'
    """
    return str(from_term(term))
