from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from binatgraph.config import data_path
from binatgraph.model import Predicate
from binatgraph.vocabulary import BG, PREFIXES, RELATIONS

if TYPE_CHECKING:
    from rdflib.term import Node

SHAPES = Graph().parse(data_path("ontology") / "shapes.ttl")
SHAPE = "https://w3id.org/binatgraph/shapes#"
HEADER = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
GOOD = """
@base <https://example.org/id/> .
<person/ana> a bg:Official, bg:Person ; skos:prefLabel "Ana Ruiz"@en, "Ana Ruiz"@es ; bg:holdsRole <place/norte> .
<place/norte> a bg:State, bg:Place ; skos:prefLabel "Norte"@es ; bg:partnersWith <organization/puente> .
<organization/puente> a bg:Organization ; skos:prefLabel "Puente"@es ; bg:focusesOn sector:water .
<statement/1> a bg:Statement, rdf:Statement ; rdf:subject <person/ana> ; rdf:predicate bg:holdsRole ;
    rdf:object <place/norte> ; bg:modality bg:Asserted ; bg:confidence 0.9 ; bg:tense "present" ;
    bg:tenure <tenure/1> ; prov:wasDerivedFrom <claim/1> .
<tenure/1> a bg:Tenure ; org:member <person/ana> ; bg:heldAt <place/norte> ; org:role role:governor ;
    bg:startEarliest "2021-01-01"^^xsd:date ; bg:startLatest "2021-12-31"^^xsd:date ;
    bg:endEarliest "2027-01-01"^^xsd:date ; bg:endLatest "2027-12-31"^^xsd:date .
<tenure/2> a bg:RegisteredTenure, bg:Tenure ; org:member <person/ana> ; bg:heldAt <place/norte> ;
    dcterms:source "a list of governors" .
<statement/2> a bg:Statement, rdf:Statement ; rdf:subject <organization/puente> ; rdf:predicate bg:focusesOn ;
    rdf:object sector:water ; bg:modality bg:Planned ; bg:confidence 0.5 ; prov:wasDerivedFrom <claim/1> .
<claim/1> a bg:Claim, oa:Annotation ; oa:hasBody <statement/1> ; oa:hasTarget <claim/1/target> ; bg:rule "en.title" ;
    bg:modality bg:Asserted ; bg:confidence 0.9 ; bg:roleLabel "Governor"@en ; prov:wasAttributedTo <software/x> .
<claim/1/target> a oa:SpecificResource ; oa:hasSource <document/1> ;
    oa:hasSelector <claim/1/position>, <claim/1/quote> .
<claim/1/position> a oa:TextPositionSelector ; oa:start 0 ; oa:end 9 .
<claim/1/quote> a oa:TextQuoteSelector ; oa:exact "Gov. Ruiz"@en .
<observation/1> a bg:Observation ; bg:about <organization/puente> ; bg:measure "jobs"@en ; bg:value 3600 ;
    bg:unit "jobs" ; prov:wasDerivedFrom <claim/1> .
<document/1> a bg:Document ; dcterms:title "Ruiz"@en ; dcterms:language "en" ; dcterms:format "text/plain" ;
    dcterms:issued "2021-05-01"^^xsd:date .
<source/1> a bg:Source ; dcterms:identifier "news/1.txt" ; bg:currentDocument <document/1> .
<judgement/1> a bg:Judgement ; bg:left "1/person/ana" ; bg:right "2/person/ana" ; bg:verdict bg:Same ;
    bg:reason "same full name"@en ; bg:score 0.8 ; prov:wasAttributedTo <agent/x> .
""".replace("3600", '"3600"^^xsd:decimal')
BAD = [
    ("<person/ana> a bg:Official, bg:Person", "<person/ana> a bg:Official", "finer kind is said together with its top kind"),
    ("a bg:State, bg:Place", "a bg:State, bg:Place, bg:Organization", "exactly one top kind"),
    ('"Ana Ruiz"@en,', '"Ana"@en, "Ana Ruiz"@en,', "preferred name"),
    (' ; skos:prefLabel "Norte"@es', "", "preferred name"),
    ("bg:holdsRole <place/norte> .", "bg:holdsRole <person/ana> .", "bg:holdsRole goes to an organization or a place"),
    ("bg:partnersWith <organization/puente>", "bg:metWith <organization/puente>", "bg:metWith goes from"),
    ("bg:focusesOn sector:water .", "bg:focusesOn role:governor .", "bg:focusesOn goes to a concept"),
    ("rdf:predicate bg:focusesOn", "rdf:predicate bg:seat", "exactly one predicate"),
    ("rdf:predicate bg:focusesOn", "rdf:predicate bg:launched", "bg:launched goes to"),
    ("<place/norte> ; bg:modality bg:Asserted", "<person/ana> ; bg:modality bg:Asserted", "bg:holdsRole goes to"),
    ("rdf:object sector:water ;", "", "exactly one object"),
    ("rdf:subject <organization/puente> ;", "rdf:subject <place/norte>, <person/ana> ;", "exactly one subject"),
    ("bg:Planned", "bg:Same", "exactly one modality"),
    ("bg:modality bg:Asserted ; bg:confidence 0.9 ; bg:tense", "bg:confidence 0.9 ; bg:tense", "exactly one modality"),
    ("bg:confidence 0.5", "bg:confidence 1.5", "exactly one confidence"),
    ("bg:confidence 0.5", "bg:confidence 5e-1", "exactly one confidence"),
    ('bg:tense "present"', 'bg:tense "now"', "at most one tense"),
    ("bg:confidence 0.5 ; prov:wasDerivedFrom <claim/1>", "bg:confidence 0.5", "at least one claim"),
    ("bg:modality bg:Asserted ; bg:confidence 0.9 ; bg:tense", "bg:modality bg:Denied ; bg:confidence 0.9 ; bg:tense", "only what is asserted or reported has a tenure"),
    ("bg:modality bg:Planned ;", "bg:modality bg:Asserted ; bg:tenure <tenure/1> ;", "only a statement of bg:holdsRole has a tenure"),
    ("oa:hasBody <statement/1> ;", "", "exactly one body"),
    ("oa:hasTarget <claim/1/target> ;", "", "exactly one target"),
    ('bg:rule "en.title" ;', "", "exactly one rule"),
    ('"Governor"@en', '"Governor"', "at most one role as written"),
    (" ; prov:wasAttributedTo <software/x>", "", "which software or person made it"),
    ("oa:hasSource <document/1> ;", "", "exactly one document"),
    ("<claim/1/position>, <claim/1/quote> .", "<claim/1/position> .", "exactly one quote"),
    ("<claim/1/position>, <claim/1/quote> .", "<claim/1/quote> .", "exactly one position"),
    ('oa:exact "Gov. Ruiz"@en', 'oa:exact " "@en', "not empty"),
    ('; oa:exact "Gov. Ruiz"@en', "", "exactly one exact quote"),
    ("oa:start 0", "oa:start 9", "ends after it starts"),
    ("oa:start 0", "oa:start -1", "a whole number from 0"),
    ("oa:end 9", 'oa:end "9"', "exactly one end"),
    ("org:member <person/ana> ; bg:heldAt <place/norte> ; org:role", "bg:heldAt <place/norte> ; org:role", "exactly one person"),
    ("bg:heldAt <place/norte> ; org:role", "org:role", "at which the office was held"),
    ("org:role role:governor", "org:role <governor>", "a concept of the scheme of roles"),
    ("2021-12-31", "2020-12-31", "earliest start is not after the latest start"),
    ("2027-12-31", "2026-12-31", "earliest end is not after the latest end"),
    ('bg:endEarliest "2027-01-01"^^xsd:date ; bg:endLatest "2027', 'bg:endLatest "2020', "does not end before it starts"),
    ('"2027-12-31"^^xsd:date', '"2027-12-31"', "at most one latest end, a date"),
    (' ;\n    dcterms:source "a list of governors"', "", "says its source"),
    ("bg:RegisteredTenure, bg:Tenure", "bg:RegisteredTenure", "is a bg:Tenure too"),
    ("bg:about <organization/puente> ;", "", "exactly one actor"),
    ('"jobs"@en', '"jobs"', "exactly one measure"),
    ('"3600"^^xsd:decimal', "3.6e3", "exactly one value"),
    ('bg:unit "jobs"', 'bg:unit ""', "exactly one unit"),
    ('bg:unit "jobs" ; prov:wasDerivedFrom <claim/1>', 'bg:unit "jobs"', "at least one claim"),
    ('dcterms:language "en"', 'dcterms:language "fr"', "exactly one language"),
    ('"2021-05-01"^^xsd:date', '"May 2021"', "date of publication"),
    ('"news/1.txt"', '"/home/me/1.txt"', "relative to where the documents lie"),
    ("2/person/ana", "1/person/ana", "about two actors"),
    ("bg:verdict bg:Same", "bg:verdict bg:Asserted", "exactly one verdict"),
    ('bg:reason "same full name"@en ;', "", "gives its reason"),
    ("<tenure/1> a bg:Tenure", "_:t a bg:Tenure", "a tenure has an IRI"),
    ("<observation/1> a", "_:o a", "an observation has an IRI"),
]  # fmt: skip


def _messages(turtle: str) -> dict[str, list[str]]:
    """List what the shapes find wrong, by language."""
    _, report, _ = validate(Graph().parse(data=HEADER + turtle, format="turtle"), shacl_graph=SHAPES)
    found = [m for m in cast("Graph", report).objects(None, SH.resultMessage) if isinstance(m, Literal)]
    return {language: [str(m) for m in found if m.language == language] for language in ("en", "es")}


def _classes(shape: Node) -> set[str]:
    """List the classes that a shape asks for: one, or one of several."""
    several = SHAPES.value(shape, SH["or"])
    shapes = Collection(SHAPES, several) if several else [shape]
    return {str(SHAPES.value(node, SH["class"])).removeprefix(str(BG)) for node in shapes}


def _languages(graph: Graph, subject: Node, predicate: Node) -> list[str]:
    """List the languages in which something is said, as often as it is said."""
    return sorted(str(text.language) for text in graph.objects(subject, predicate) if isinstance(text, Literal))


def test_the_shapes_are_valid_shacl() -> None:
    assert validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)[0]


def test_the_shapes_use_the_core_of_shacl_only() -> None:
    used = {str(node) for triple in SHAPES for node in triple if str(node).startswith(str(SH))}
    assert not {iri for iri in used if "sparql" in iri.lower() or "/js" in iri.lower()}


def test_every_shape_has_a_message_in_both_languages() -> None:
    shapes = {*SHAPES.subjects(RDF.type, SH.NodeShape), *SHAPES.objects(None, SH.property)}
    with_properties_only = {URIRef(f"{SHAPE}{name}Statements") for name in (*Predicate, "focusesOn")}
    for shape in shapes - with_properties_only:
        assert _languages(SHAPES, shape, SH.message) == ["en", "es"], shape


@pytest.mark.parametrize("predicate", Predicate)
@pytest.mark.parametrize("suffix", ["", "Statements"])
def test_the_shapes_of_a_relation_ask_for_the_kinds_that_the_vocabulary_says(predicate: Predicate, suffix: str) -> None:
    relation, shape = RELATIONS[predicate], URIRef(SHAPE + predicate + suffix)
    sides = [_classes(node) for node in SHAPES.objects(shape, SH.property)]
    asked = sides if suffix else [_classes(shape), *sides]
    assert sorted(map(sorted, asked)) == sorted(map(sorted, (relation.subject, relation.object)))


def test_a_small_graph_of_everything_conforms() -> None:
    assert _messages(GOOD) == {"en": [], "es": []}


@pytest.mark.parametrize(("good", "bad", "message"), BAD, ids=[f"{n}-{row[2]}" for n, row in enumerate(BAD)])
def test_what_is_wrong_is_refused_in_both_languages(good: str, bad: str, message: str) -> None:
    assert GOOD.count(good) == 1
    found = _messages(GOOD.replace(good, bad))
    assert any(message in text for text in found["en"]), found
    assert len(found["en"]) == len(found["es"])
