"""What a network is made of: links with all their evidence, and the actors at their ends; three questions to the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from binatgraph.model import Actor, Evidence, Kind, Link, Modality, Name, Predicate
from binatgraph.store.answers import TermKind
from binatgraph.store.base import Store
from binatgraph.store.find import finest
from binatgraph.store.ids import local_id

_LINKS = """
SELECT ?statement ?subject ?predicate ?object ?modality ?quote ?confidence ?how ?role ?document ?title ?published ?source
WHERE {
  ?statement a bg:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; bg:modality ?modality ;
    prov:wasDerivedFrom ?claim .
  FILTER(?predicate != bg:focusesOn)
  GRAPH ?g {
    ?claim bg:modality ?how ; bg:confidence ?confidence ; oa:hasTarget ?target .
    ?target oa:hasSource ?document ; oa:hasSelector ?selector .
    ?selector oa:exact ?quote .
    OPTIONAL { ?claim bg:roleLabel ?role }
  }
  GRAPH ?catalogue {
    ?document a bg:Document .
    ?place bg:currentDocument ?document ; dcterms:identifier ?source .
    OPTIONAL { ?document dcterms:title ?title }
    OPTIONAL { ?document dcterms:issued ?published }
  }
}
ORDER BY ?statement DESC(?confidence) ?document ?quote ?source
"""
_NAMES = "SELECT ?actor ?name ?preferred WHERE { ?actor a ?kind ; ?label ?name . VALUES (?label ?preferred) { (skos:prefLabel true) (skos:altLabel false) } FILTER(STRSTARTS(STR(?kind), STR(bg:))) }"
_KINDS = "SELECT DISTINCT ?actor ?kind WHERE { ?actor a ?kind ; skos:prefLabel ?name FILTER(STRSTARTS(STR(?kind), STR(bg:))) }"
_COUNTRIES = "SELECT DISTINCT ?actor ?country WHERE { ?actor bg:country ?country }"


def read_links(store: Store) -> Iterator[Link]:
    """Every statement of the thirteen relations as a link, with its evidence, the surest first; sorted by statement.

    The weight is the number of documents behind it.
    """
    base = store.prefixes()["id"]
    for _, group in groupby(store.query(_LINKS).records(), key=lambda row: row["statement"]):
        rows = list(group)
        first = rows[0]
        evidence = _evidence(rows, base=base)
        yield Link(
            source=local_id(first["subject"], base=base),
            target=local_id(first["object"], base=base),
            relation=Predicate(_name(first["predicate"])),
            weight=len({one.document for one in evidence}),
            modality=Modality(_name(first["modality"])),
            evidence=evidence,
        )


def _evidence(rows: list[dict[str, str]], *, base: str) -> tuple[Evidence, ...]:
    """One evidence a sentence of a document; of the places of a document the first stands for it."""
    found: dict[tuple[str, str, str], Evidence] = {}
    for row in rows:
        key = (row["document"], row["quote"], row.get("role", ""))
        if key not in found:
            found[key] = Evidence(
                quote=row["quote"],
                document=local_id(row["document"], base=base),
                source=row["source"],
                confidence=float(row["confidence"]),
                modality=Modality(_name(row["how"])),
                title=row.get("title"),
                published=row.get("published"),
                role=row.get("role"),
            )
    return tuple(found.values())


def read_actors(store: Store) -> Iterator[Actor]:
    """The actors that the graph names: finest kind, names, countries; sorted by id."""
    base = store.prefixes()["id"]
    kinds: defaultdict[str, set[Kind]] = defaultdict(set)
    for row in store.query(_KINDS).records():
        if (kind := _name(row["kind"])) in set(Kind):
            kinds[row["actor"]].add(Kind(kind))
    names: defaultdict[str, set[Name]] = defaultdict(set)
    for actor, name, preferred in store.query(_NAMES).rows:
        if actor is not None and name is not None and preferred is not None and name.kind is TermKind.LITERAL:
            names[actor.value].add(Name(text=name.value, language=name.language or "und", preferred=preferred.value == "true"))
    countries = _countries(store, base=base)
    for iri in sorted(kinds):
        yield Actor(
            id=local_id(iri, base=base),
            kind=finest(kinds[iri]),
            names=tuple(sorted(names[iri], key=lambda n: (n.language, not n.preferred, n.text))),
            countries=countries.get(iri, ()),
        )


def _countries(store: Store, *, base: str) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.query(_COUNTRIES).records():
        found[row["actor"]].add(local_id(row["country"], base=base).rpartition("/")[2].upper())
    return {actor: tuple(sorted(codes)) for actor, codes in found.items()}


def _name(iri: str) -> str:
    return iri.rpartition("#")[2]
