"""What is wrong with a graph, in plain words of either language: the shapes of the ontology, and checks over a store."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, QuerySolutions
from rdflib import RDF, SH, Graph, URIRef
from rdflib import Literal as RdfLiteral

from binatgraph.config import data_path
from binatgraph.errors import RdfError
from binatgraph.rdf.parts import parts
from binatgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

    from pyoxigraph import Quad, Store
    from rdflib.term import Node

    from binatgraph.rdf.iris import Iris

_LONG: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """Something that is wrong: where (an IRI, and the property if it is one), with which value, and what the rule is."""

    focus: str
    path: str
    message_en: str
    message_es: str
    value: str = ""

    def text(self, language: str = "en") -> str:
        """Say it in one line, in "en" or "es".

        >>> told = Violation(focus="urn:a", path="", message_en="no name", message_es="sin nombre", value="x")
        >>> told.text("es")
        'urn:a: sin nombre (hay: x)'
        """
        message, found = (self.message_es, "hay") if language == "es" else (self.message_en, "found")
        where = " ".join(_short(part) for part in (self.focus, self.path) if part)
        return f"{where}: {message}" + (f" ({found}: {_one_line(self.value)})" if self.value else "")

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a graph, sorted; nothing, if all is well."""

    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.violations


def load_shapes() -> Graph:
    """Load the shapes of the ontology.

    Raises
    ------
    SettingsError
        If this installation has no ontology.
    """
    return Graph().parse(data_path("ontology") / "shapes.ttl", format="turtle")


def validate(quads: Iterable[Quad], *, shapes: Graph) -> Report:
    """Check quads against shapes, whatever graphs they are in; all of them are held in memory, at 1.5 kB each.

    A relation is checked with the kinds of both its actors, so these are to be among the quads: `parts` cuts a store so.
    """
    from pyshacl import validate as shacl  # noqa: PLC0415 - loads 300 modules, which only who validates should wait for

    graph = Graph()
    for subject, predicate, obj, _ in quads:
        graph.add((_node(subject), _node(predicate), _node(obj)))
    _, results, _ = shacl(graph, shacl_graph=shapes, inference="none", inplace=True)
    found = {_violation(results, result) for result in results.subjects(RDF.type, SH.ValidationResult)}
    return Report(tuple(sorted(found)))


def validate_store(store: Store, *, iris: Iris, size: int = 50) -> Report:
    """Check a whole store: the shapes on `size` documents at a time, and every check of `rdf/checks`.

    The shapes take 3 to 6 milliseconds a claim, and 50 for each part; memory is that of the largest part.
    """
    shapes = load_shapes()
    found = {one for part in parts(store, iris=iris, size=size) for one in validate(part, shapes=shapes).violations}
    return Report(tuple(sorted(found | set(check(store)))))


def check(store: Store) -> Iterator[Violation]:
    """Ask a store what may not be there, one query after another: what SHACL core cannot say, or says slowly."""
    folder = files("binatgraph.rdf") / "checks"
    for file in sorted((one for one in folder.iterdir() if one.name.endswith(".rq")), key=lambda one: one.name):
        yield from _answers(store, file)


def _answers(store: Store, file: Traversable) -> Iterator[Violation]:
    """Ask one query; its first lines say in both languages what an answer means."""
    query = file.read_text("utf-8")
    messages = dict(line[2:].split(": ", 1) for line in query.splitlines() if line.startswith(("# en: ", "# es: ")))
    answers = store.query(query)
    if not isinstance(answers, QuerySolutions) or messages.keys() != {"en", "es"}:
        raise RdfError(f"{file.name} is no check: it must SELECT ?focus ?value, and say '# en: ' and '# es: '")
    for answer in answers:
        value = answer["value"]
        yield Violation(
            focus=getattr(answer["focus"], "value", str(answer["focus"])),
            path="",
            message_en=messages["en"],
            message_es=messages["es"],
            value="" if value is None else getattr(value, "value", str(value)),
        )


def _violation(results: Graph, result: Node) -> Violation:
    """Read one result of a SHACL report."""
    messages = {
        one.language: str(one) for one in results.objects(result, SH.resultMessage) if isinstance(one, RdfLiteral)
    }
    path = results.value(result, SH.resultPath)
    english = messages.get("en") or next(iter(messages.values()), "")
    return Violation(
        focus=str(results.value(result, SH.focusNode)),
        path=str(path) if isinstance(path, URIRef) else "",
        message_en=english,
        message_es=messages.get("es", english),
        value=str(results.value(result, SH.value) or ""),
    )


def _node(term: object) -> URIRef | RdfLiteral:
    """Turn a term of Oxigraph into one of rdflib, with its text as it stands."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if not isinstance(term, Literal):
        raise RdfError(f"{term} cannot be checked: only IRIs and literals of RDF 1.1 are")
    if term.language is not None:
        return RdfLiteral(term.value, lang=term.language)
    datatype = term.datatype.value
    plain = datatype == "http://www.w3.org/2001/XMLSchema#string"
    return RdfLiteral(term.value, datatype=None if plain else URIRef(datatype), normalize=False)


def _short(iri: str) -> str:
    """Shorten an IRI to a name, for people."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _one_line(text: str) -> str:
    """Make text of documents fit for a terminal: no controls, and not too long."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return shown if len(shown) <= _LONG else f"{shown[: _LONG - 1]}…"
