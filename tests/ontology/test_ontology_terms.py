from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection

from binatgraph.config import data_path
from binatgraph.model import Kind, Predicate
from binatgraph.vocabulary import BG, RELATIONS, STANDARD_CLASS

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.term import Node

FOLDER = data_path("ontology")
FILES = sorted(FOLDER.glob("*.ttl"))
ONTOLOGY = Graph().parse(FOLDER / "binatgraph.ttl")
TERMS = {term for term in ONTOLOGY.subjects() if str(term).startswith(str(BG))}
TOP = {str(kind) for kind in Kind if kind.top == kind}


def _kinds(side: Node | None) -> set[str]:
    """List what a domain or range allows: a class, or the members of a union; any actor is every top kind."""
    union = ONTOLOGY.value(side, OWL.unionOf)
    names = {str(iri).removeprefix(str(BG)) for iri in (Collection(ONTOLOGY, union) if union else [side])}
    return set(TOP) if names == {"Actor"} else names


def _languages(graph: Graph, subject: Node, predicate: Node) -> list[str]:
    """List the languages in which something is said, as often as it is said."""
    return sorted(str(text.language) for text in graph.objects(subject, predicate) if isinstance(text, Literal))


def test_the_vocabulary_and_the_ontology_hold_the_same_terms() -> None:
    assert {str(term) for term in dir(BG)} == {str(term) for term in TERMS}


@pytest.mark.parametrize("annotation", [RDFS.label, SKOS.definition])
def test_every_term_is_explained_once_in_each_language(annotation: URIRef) -> None:
    for term in TERMS:
        assert _languages(ONTOLOGY, term, annotation) == ["en", "es"], term
        assert all(str(text) == str(text).strip() != "" for text in ONTOLOGY.objects(term, annotation)), term


def test_no_two_terms_have_the_same_definition() -> None:
    texts = [str(text) for text in ONTOLOGY.objects(None, SKOS.definition)]
    assert len(set(texts)) == len(texts)


def test_every_property_has_a_range_and_says_whom_it_is_about() -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ONTOLOGY.subjects(RDF.type, kind):
            assert ONTOLOGY.value(term, RDFS.range), term
            assert ONTOLOGY.value(term, RDFS.domain), term


@pytest.mark.parametrize("predicate", Predicate)
def test_a_relation_has_the_domain_and_range_that_the_vocabulary_says(predicate: Predicate) -> None:
    relation, term = RELATIONS[predicate], BG[predicate]
    assert _kinds(ONTOLOGY.value(term, RDFS.domain)) == relation.subject
    assert _kinds(ONTOLOGY.value(term, RDFS.range)) == relation.object
    assert ((term, RDF.type, OWL.SymmetricProperty) in ONTOLOGY) == relation.symmetric


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_stands_under_its_top_kind_and_its_standard_class(kind: Kind) -> None:
    above = set(ONTOLOGY.transitive_objects(BG[kind], RDFS.subClassOf))
    assert {BG[kind.top], BG.Actor} <= above
    standard = STANDARD_CLASS[kind]
    if kind.top != Kind.INITIATIVE:  # an agreement is an initiative and no foaf:Project: only the data say that
        assert URIRef(str(standard)) in above


def test_every_term_of_ours_that_a_file_uses_is_in_the_ontology() -> None:
    for path in FILES:
        used = {str(node) for triple in Graph().parse(path) for node in triple if isinstance(node, URIRef)}
        assert {iri for iri in used if iri.startswith(str(BG))} <= {str(term) for term in TERMS}, path.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_prefix_that_a_file_declares_is_used(path: Path) -> None:
    text = re.sub(r'"[^"\n]*"|^\s*#.*$', "", path.read_text("utf-8"), flags=re.MULTILINE)
    declared = set(re.findall(r"^@prefix (\S*): ", text, flags=re.MULTILINE))
    body = re.sub(r"^@prefix .*$|<[^>]*>", "", text, flags=re.MULTILINE)
    assert declared == set(re.findall(r"(?<![\w-])([a-z]+):", body))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_says_that_two_things_are_one(path: Path) -> None:
    assert not list(Graph().parse(path).triples((None, OWL.sameAs, None)))


def test_the_readme_shows_each_relation_as_it_is() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| ([\w, ]+) \| ([\w, ]+) \|", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE
    )
    shown = {(name, kind, side) for name, *sides in rows for side, kinds in enumerate(sides) for kind in _named(kinds)}
    joined = {(p, side) for p, r in RELATIONS.items() for side in enumerate((r.subject, r.object))}
    assert shown == {(str(p), str(kind), side) for p, (side, kinds) in joined for kind in kinds}


def _named(kinds: str) -> set[str]:
    """List the kinds that a cell of the table names."""
    return TOP if kinds == "any" else set(kinds.split(", "))
