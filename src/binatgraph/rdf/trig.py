"""TriG that reads well in `git diff`: sorted, a predicate a line, the same bytes for the same quads."""

from __future__ import annotations

import io
import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO, cast

from pyoxigraph import DefaultGraph, RdfFormat, parse, serialize

from binatgraph.errors import RdfError
from binatgraph.rdf import terms as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Quad

_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?", re.ASCII)
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_SHORT: Final = {
    f"<{_XSD}integer>": re.compile(r"0|-?[1-9]\d*", re.ASCII),
    f"<{_XSD}decimal>": re.compile(r"-?(?:0|[1-9]\d*)\.\d*[1-9]", re.ASCII),
    f"<{_XSD}boolean>": re.compile(r"true|false", re.ASCII),
}
_A: Final = str(t.A)
_WIDTH: Final = 120
_INDENT: Final = "    "


def write_trig(quads: Iterable[Quad], stream: TextIO | BinaryIO, *, prefixes: Mapping[str, str]) -> None:
    r"""Write quads as TriG, in UTF-8 where the stream is binary.

    The quads are to come graph by graph: the default graph, then the named ones in the order of their IRIs. Inside a
    graph any order does, and doubles are written once. One graph is held in memory at a time.

    Prefixes are sorted, then subjects by IRI, predicates by name (`a` first), objects by what is written. A name is
    shortened where its namespace ends with "/" or "#" and nothing needs an escape.

    Raises
    ------
    RdfError
        If a graph comes late or twice, or something is neither an IRI nor a literal of RDF 1.1.

    Examples
    --------
    >>> import io
    >>> from pyoxigraph import Literal, NamedNode, Quad
    >>> out = io.StringIO()
    >>> quads = [Quad(NamedNode("http://example.org/a"), NamedNode("http://example.org/says"), Literal("Año", language="es"))]
    >>> write_trig(quads, out, prefixes={"": "http://example.org/"})
    >>> out.getvalue()
    '@prefix : <http://example.org/> .\n\n:a\n    :says "Año"@es .\n'
    """
    text = hasattr(stream, "encoding")
    for part in _parts(quads, _Names(prefixes)):
        if text:
            cast("TextIO", stream).write(part)
        else:
            cast("BinaryIO", stream).write(part.encode())


def read_trig(path: Path) -> Iterator[Quad]:
    """Read quads from a TriG file, one at a time.

    Raises
    ------
    RdfError
        If it is no TriG.
    """
    try:
        yield from parse(path=path, format=RdfFormat.TRIG)
    except (SyntaxError, OSError) as error:
        raise RdfError(f"{path.name} is not TriG: {error}") from None


class _Names:
    """Terms as they are written, from terms as N-Triples has them; the names of IRIs are remembered for one graph."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.header = "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(prefixes))
        self._prefix = {f"<{prefixes[prefix]}": prefix for prefix in sorted(prefixes, reverse=True)}
        self._known: dict[str, str] = {}

    def forget(self) -> None:
        """Let go of the names of a graph that is done."""
        self._known.clear()

    def __call__(self, iri: str) -> str:
        """Give the short name of an IRI in angle brackets, if it is legal without an escape."""
        known = self._known.get(iri)
        if known is None:
            known = self._known[iri] = self._name(iri)
        return known

    def _name(self, iri: str) -> str:
        """Find the short name of an IRI."""
        if not iri.startswith("<") or iri.startswith("<<"):
            raise RdfError(f"{iri} cannot be written: only IRIs and literals of RDF 1.1 are")
        at = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix.get(iri[:at])
        return iri if prefix is None or not _LOCAL.fullmatch(iri, at, len(iri) - 1) else f"{prefix}:{iri[at:-1]}"

    def object(self, term: str) -> str:
        """Write an object: short where it is canonical, and means the same then."""
        if not term.startswith('"'):
            return self(term)
        if not term.endswith(">"):
            if "--" in term[term.rfind('"') :]:
                raise RdfError(f"{term} cannot be written: RDF 1.1 has no direction of text")
            return term
        value, _, datatype = term.rpartition("^^")
        short = _SHORT.get(datatype)
        return value[1:-1] if short and short.fullmatch(value, 1, len(value) - 1) else f"{value}^^{self(datatype)}"


def _parts(quads: Iterable[Quad], names: _Names) -> Iterator[str]:
    """Yield the pieces of the file, each of which is a subject at most."""
    yield names.header
    last: str | None = None
    for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
        name = "" if isinstance(graph, DefaultGraph) else str(graph)
        if last is not None and name[:-1] <= last[:-1]:
            raise RdfError(f"the graph {name or 'without a name'} comes too late; sort the quads by graph first")
        last = name
        yield f"\nGRAPH {names(name)} {{\n" if name else "\n"
        yield from _blocks(_rows(group, name), names, indent=_INDENT if name else "")
        yield "}\n" if name else ""
        names.forget()


def _rows(quads: Iterable[Quad], graph: str) -> list[str]:
    """Write the quads of one graph as lines of N-Triples, sorted by subject and predicate; doubles are left out.

    Asking each term for its text takes three times as long.
    """
    out = io.BytesIO()
    serialize(quads, out, RdfFormat.N_QUADS)
    lines = set(out.getvalue().decode().split("\n")) - {""}
    cut = -len(f" {graph} .") if graph else -len(" .")
    return [line[:cut] for line in sorted(lines, key=lambda line: line.replace("> ", " ", 1))]


def _blocks(rows: list[str], names: _Names, *, indent: str) -> Iterator[str]:
    """Write one subject after another."""
    inner = f"\n{indent}{_INDENT}"
    before = ""
    for subject, group in groupby((row.split(" ", 2) for row in rows), key=itemgetter(0)):
        said: dict[str, list[str]] = {}
        for _, verb, term in group:
            said.setdefault("a" if verb == _A else names(verb), []).append(names.object(term))
        verbs = sorted(said, key=lambda verb: "" if verb == "a" else verb)
        lines = [_line(verb, said[verb], inner=inner) for verb in verbs]
        yield f"{before}{indent}{names(subject)}{inner}" + f" ;{inner}".join(lines) + " .\n"
        before = "\n"


def _line(verb: str, objects: list[str], *, inner: str) -> str:
    """Write a predicate with its objects: in one line, or where they are too long in a line each."""
    if len(objects) == 1:
        return f"{verb} {objects[0]}"
    objects.sort()
    line = f"{verb} {', '.join(objects)}"
    if len(line) + len(inner) < _WIDTH:
        return line
    return f"{verb}{inner}{_INDENT}" + f",{inner}{_INDENT}".join(objects)
