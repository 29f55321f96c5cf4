"""A small graph as TriG, as the build writes it: what each named query is asked on."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from binatgraph.store.local import LocalStore, memory_store
from binatgraph.vocabulary import PREFIXES

BASE = "https://example.org/id/"
TOPS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "initiative": "Initiative",
    "event": "Event",
}


def actor(key: str, kind: str, *names: str, more: str = "") -> str:
    """Write an actor; the first name is the preferred one of its language, and so are others of other languages."""
    seen: set[str] = set()
    labels = []
    for name in names:
        language = name.rpartition('"')[2]
        labels.append(("skos:altLabel" if language in seen else "skos:prefLabel") + " " + name)
        seen.add(language)
    return f"<{key}> a bg:{kind} , bg:{TOPS[key.partition('/')[0]]} ; {' ; '.join(labels)} {more} .\n"


def document(key: str, title: str, issued: str | None = None, *, source: str | None = None) -> str:
    """Write a document's card in the catalogue."""
    date = f' ; dcterms:issued "{issued}"^^xsd:date' if issued else ""
    return f"""GRAPH <graph/documents> {{
      <document/{key}> a bg:Document , foaf:Document ; dcterms:title "{title}"@en ; dcterms:language "en" {date} .
      <source/{key}> a bg:Source ; dcterms:identifier "{source or key + ".txt"}" ; bg:currentDocument <document/{key}> .
    }}\n"""


def claim(key: str, body: str, where: str, quote: str, *, confidence: str = "0.9", more: str = "") -> str:
    """Write a claim of a statement or a figure in its document's graph; `where` is a document and how it is put."""
    doc, _, put = where.partition(" ")
    return f"""<{body}> prov:wasDerivedFrom <claim/{key}> .
    GRAPH <graph/document/{doc}> {{
      <claim/{key}> a bg:Claim , oa:Annotation ; oa:hasBody <{body}> ; oa:hasTarget <claim/{key}/target> ;
        bg:modality bg:{put or "Asserted"} ; bg:confidence {confidence} ; bg:rule "test.rule" {more} .
      <claim/{key}/target> oa:hasSource <document/{doc}> ; oa:hasSelector <claim/{key}/position> , <claim/{key}/quote> .
      <claim/{key}/position> oa:start 0 ; oa:end {len(quote)} .
      <claim/{key}/quote> oa:exact "{quote}"@en .
    }}\n"""


def statement(key: str, subject: str, relation: str, obj: str, *, put: str = "Asserted", held: bool = True) -> str:
    """Write a statement, and its short cut where it is held."""
    both = relation in {"partnersWith", "metWith", "counterpartOf"}
    short = f"<{subject}> bg:{relation} <{obj}> . " + (f"<{obj}> bg:{relation} <{subject}> . " if both else "")
    return (
        f"<statement/{key}> a bg:Statement , rdf:Statement ; rdf:subject <{subject}> ; rdf:predicate bg:{relation} ; "
        f"rdf:object <{obj}> ; bg:modality bg:{put} ; bg:confidence 0.9 . " + (short if held else "") + "\n"
    )


def tenure(key: str, person: str, at: str, role: str | None = None, *, graph: str | None = None, **bounds: str) -> str:
    """Write a tenure of a statement, or of the register where its graph is named."""
    days = "".join(f' ; bg:{name} "{day}"^^xsd:date' for name, day in bounds.items())
    office = f" ; org:role role:{role}" if role else ""
    said = f"<tenure/{key}> a bg:Tenure ; org:member <{person}> ; bg:heldAt <{at}> {office} {days} .\n"
    if graph is None:
        return f"<statement/{key}> bg:tenure <tenure/{key}> . {said}"
    return f"""GRAPH <{graph}> {{ {said} <tenure/{key}> a bg:RegisteredTenure ;
      rdfs:label "Governor of Arizona"@en , "Gobernadora"@es ; dcterms:source "a list of governors" . }}\n"""


def parse(*parts: str) -> Iterable[ox.Quad]:
    """Parse parts of a graph."""
    prefixes = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items())
    return ox.parse(f"@base <{BASE}> .\n{prefixes}{''.join(parts)}", format=ox.RdfFormat.TRIG)


def store(*parts: str) -> LocalStore:
    """Make a store of parts of a graph."""
    return memory_store(parse(*parts))


ELENA, OMAR, PENA = "person/elena-ruiz", "person/omar-wells", "person/jose-martinez-pena"
AZ, SON, NOGALES = "place/us-az", "place/mx-son", "place/us-az-nogales"
COMMISSION, FACTORY, SUMMIT, PLAN = "organization/amc", "organization/taller", "event/summit", "initiative/water-plan"

ACTORS = (
    actor(ELENA, "Official", '"Elena Ruiz"@en', '"Gov. Ruiz"@en', more="; bg:country <place/us>")
    + actor(OMAR, "Official", '"Omar Wells"@en')
    + actor(PENA, "Person", '"José Martínez Peña"@es')
    + actor(AZ, "State", '"Arizona"@en', '"Arizona"@es', more='; bg:iso31662 "US-AZ" ; bg:country <place/us>')
    + actor(SON, "State", '"Sonora"@en', '"Sonora"@es', more="; bg:country <place/mx>")
    + actor(NOGALES, "City", '"Nogales"@en', '"Ambos Nogales"@es')
    + actor(COMMISSION, "Commission", '"Arizona-Mexico Commission"@en', '"Comisión Arizona-México"@es', '"AMC"@en')
    + actor(FACTORY, "Company", '"Taller Sonora"')
    + actor(SUMMIT, "Event", '"Border Summit 2025"@en')
    + actor(PLAN, "Initiative", '"Shared Water Plan"@en', '"Plan del Agua"@es')
)
DOCUMENTS = document("d1", "Summit opens", "2025-06-26", source="news/summit.txt") + document(
    "d2", "Water plan", "2025-07-01"
)
SAID = (
    statement("s1", ELENA, "holdsRole", AZ)
    + tenure("s1", ELENA, AZ, "governor", startLatest="2025-06-26", lastSeen="2025-07-01")
    + claim(
        "c1",
        "statement/s1",
        "d1",
        "Governor Elena Ruiz of Arizona opened it.",
        confidence="0.97",
        more='; bg:roleLabel "Governor"@en',
    )
    + claim(
        "c2", "statement/s1", "d2", "Arizona’s Gov. Ruiz agreed.", confidence="0.8", more='; bg:roleLabel "Gov."@en'
    )
    + statement("s2", COMMISSION, "partnersWith", SON)
    + claim("c3", "statement/s2", "d1", "The commission works with Sonora.")
    + statement("s3", ELENA, "metWith", PENA)
    + claim("c4", "statement/s3", "d1", "Ruiz met José Martínez Peña.")
    + statement("s4", PENA, "memberOf", COMMISSION)
    + claim("c5", "statement/s4", "d2", "Martínez Peña is a member of the commission.")
    + statement("s5", SUMMIT, "locatedIn", NOGALES)
    + claim("c6", "statement/s5", "d1", "The summit took place in Nogales.")
    + statement("s6", ELENA, "leads", SUMMIT)
    + claim("c7", "statement/s6", "d1", "Ruiz chaired the summit.")
    + statement("s7", PENA, "participatesIn", SUMMIT)
    + claim("c8", "statement/s7", "d1 Reported", "Martínez Peña spoke at the summit.")
    + statement("s8", SON, "launched", PLAN)
    + claim("c9", "statement/s8", "d2", "Sonora launched the Shared Water Plan.")
    + statement("s9", SON, "funds", PLAN, put="Planned", held=False)
    + claim("c10", "statement/s9", "d2 Planned", "Sonora will pay for the plan.")
    + "<statement/s10> a bg:Statement ; rdf:subject <initiative/water-plan> ; rdf:predicate bg:focusesOn ; "
    + "rdf:object sector:water ; bg:modality bg:Asserted . <initiative/water-plan> bg:focusesOn sector:water .\n"
    + claim("c11", "statement/s10", "d2", "The plan is about water.")
    + '<observation/o1> a bg:Observation ; bg:about <place/us-az-nogales> ; bg:measure "trucks a day"@en ; bg:value 1400.5 ; '
    + 'bg:unit "trucks" .\n'
    + claim("c12", "observation/o1", "d1", "Nogales sees 1,400.5 trucks a day.")
    + "GRAPH <graph/document/d1> { <document/d1> bg:mentions <place/us-az> , <person/elena-ruiz> }\n"
)
REGISTER = (
    tenure("r1", OMAR, AZ, "governor", graph="graph/register", startEarliest="2015-01-05", startLatest="2015-01-05",
           endEarliest="2023-01-01", endLatest="2023-12-31")
    + 'GRAPH <graph/register> { <place/us-az-nogales> schema:containedInPlace <place/us-az> ; dcterms:source "a list of cities" . '
    + "<organization/taller> org:subOrganizationOf <organization/amc> ; bg:seat <place/us-az-nogales> ; "
    + 'dcterms:source "a list of firms" }\n'
)  # fmt: skip


def whole() -> LocalStore:
    """Make a store of all of it."""
    return store(ACTORS, DOCUMENTS, SAID, REGISTER)
