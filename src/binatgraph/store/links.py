"""What a network is made of: links with all their evidence, and the actors at their ends; two questions each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from binatgraph.model import Actor, Evidence, Kind, Link, Modality, Name, Predicate
from binatgraph.store.base import Store
from binatgraph.store.find import finest
from binatgraph.store.ids import local_id

# A role is asked for outside the block of its claim, and sectors are passed over here: the engine plans an OPTIONAL
# inside GRAPH badly, and a FILTER on the predicate costs it as much as all the rest.
_SAID: Final = """
SELECT ?statement ?subject ?predicate ?object ?modality ?how ?confidence ?role ?document ?quote WHERE {
  ?statement rdf:predicate ?predicate ; rdf:subject ?subject ; rdf:object ?object ; bg:modality ?modality ;
    prov:wasDerivedFrom ?claim .
  GRAPH ?g {
    ?claim bg:modality ?how ; bg:confidence ?confidence ; oa:hasTarget ?target .
    ?target oa:hasSource ?document ; oa:hasSelector ?selector .
    ?selector oa:exact ?quote .
  }
  OPTIONAL { GRAPH ?g { ?claim bg:roleLabel ?role } }
}"""
_DOCUMENTS: Final = """
SELECT ?document ?source ?title ?published WHERE {
  GRAPH ?catalogue { ?place bg:currentDocument ?document ; dcterms:identifier ?source }
  OPTIONAL { GRAPH ?catalogue { ?document dcterms:title ?title } }
  OPTIONAL { GRAPH ?catalogue { ?document dcterms:issued ?published } }
}"""
_KINDS: Final = """
SELECT ?actor ?kind WHERE { ?actor a ?kind FILTER(STRSTARTS(STR(?kind), STR(bg:))) }"""
_TOLD: Final = """
SELECT ?actor ?property ?value WHERE {
  VALUES ?property { skos:prefLabel skos:altLabel bg:country } ?actor ?property ?value
}"""
_RELATIONS: Final = frozenset(predicate.value for predicate in Predicate)


@dataclass(slots=True)
class _Statement:
    """A statement while its evidence is gathered."""

    source: str
    target: str
    relation: Predicate
    modality: Modality
    evidence: set[Evidence] = field(default_factory=set)


@dataclass(slots=True)
class _Told:
    """An actor while its names and countries are gathered."""

    kinds: set[Kind] = field(default_factory=set)
    names: set[Name] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


def read_links(store: Store) -> Iterator[Link]:
    """Yield every statement of the thirteen relations as a link, with its evidence, the surest first.

    They come sorted by statement. What is planned, hedged or denied is among them, and says so. The weight is the number
    of documents behind a link; of the files that hold a document the first stands for it.

    Raises
    ------
    StoreError
        If the graph cannot be read.
    """
    base = store.prefixes()["id"]
    documents = _documents(store)
    found: dict[str, _Statement] = {}
    for row in store.query(_SAID).records():
        if _name(row["predicate"]) not in _RELATIONS:
            continue
        if (statement := found.get(row["statement"])) is None:
            statement = found[row["statement"]] = _statement(row, base=base)
        statement.evidence.add(_evidence(row, documents.get(row["document"], {}), base=base))
    for key in sorted(found):
        yield _link(found[key])


def _documents(store: Store) -> dict[str, dict[str, str]]:
    """Read the catalogue: what is known of each document, with the first of its sources."""
    found: dict[str, dict[str, str]] = {}
    for row in store.query(_DOCUMENTS).records():
        known = found.get(row["document"])
        if known is None or row["source"] < known["source"]:
            found[row["document"]] = row
    return found


def _statement(row: Mapping[str, str], *, base: str) -> _Statement:
    """Begin a statement."""
    return _Statement(
        source=local_id(row["subject"], base=base),
        target=local_id(row["object"], base=base),
        relation=Predicate(_name(row["predicate"])),
        modality=Modality(_name(row["modality"])),
    )


def _evidence(row: Mapping[str, str], document: Mapping[str, str], *, base: str) -> Evidence:
    """Make the evidence of one claim."""
    return Evidence(
        quote=row["quote"],
        document=local_id(row["document"], base=base),
        source=document.get("source", ""),
        confidence=float(row["confidence"]),
        modality=Modality(_name(row["how"])),
        title=document.get("title"),
        published=document.get("published"),
        role=row.get("role"),
    )


def _link(statement: _Statement) -> Link:
    """End a statement: its evidence in order."""
    evidence = sorted(statement.evidence, key=lambda one: (-one.confidence, one.document, one.quote, one.role or ""))
    return Link(
        source=statement.source,
        target=statement.target,
        relation=statement.relation,
        weight=len({one.document for one in evidence}),
        modality=statement.modality,
        evidence=tuple(evidence),
    )


def read_actors(store: Store) -> Iterator[Actor]:
    """Yield the actors that the graph names, sorted by id: finest kind, names, countries (ISO 3166-1, upper case).

    Raises
    ------
    StoreError
        If the graph cannot be read.
    """
    base = store.prefixes()["id"]
    found = _told(store, base=base)
    for iri in sorted(iri for iri, told in found.items() if told.kinds):
        told = found[iri]
        yield Actor(
            id=local_id(iri, base=base),
            kind=finest(told.kinds),
            names=tuple(sorted(told.names, key=lambda name: (name.language, not name.preferred, name.text))),
            countries=tuple(sorted(told.countries)),
        )


def _told(store: Store, *, base: str) -> dict[str, _Told]:
    """Gather what the graph says of actors by themselves."""
    kinds = {kind.value: kind for kind in Kind}
    found: defaultdict[str, _Told] = defaultdict(_Told)
    for row in store.query(_KINDS).records():
        if (kind := kinds.get(_name(row["kind"]))) is not None:
            found[row["actor"]].kinds.add(kind)
    for actor, said, value in store.query(_TOLD).rows:
        if actor is None or said is None or value is None:
            continue
        if said.value.endswith("country"):
            found[actor.value].countries.add(local_id(value.value, base=base).removeprefix("place/").upper())
        else:
            preferred = said.value.endswith("prefLabel")
            found[actor.value].names.add(Name(text=value.value, language=value.language or "und", preferred=preferred))
    return found


def _name(iri: str) -> str:
    """Give the local name of a term of ours."""
    return iri.rpartition("#")[2]
