from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from rdflib import DCTERMS, ORG, RDF, SKOS, Graph, Literal, Namespace, URIRef

from binatgraph.config import data_path
from binatgraph.names import fold
from binatgraph.vocabulary import BG, ROLE, SECTOR

if TYPE_CHECKING:
    from rdflib.term import Node

SCHEMES = {"roles": ROLE, "sectors": SECTOR}
GRAPHS = {name: Graph().parse(data_path("ontology") / f"{name}.ttl") for name in SCHEMES}
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def _concepts(scheme: str) -> list[URIRef]:
    return [URIRef(str(concept)) for concept in GRAPHS[scheme].subjects(RDF.type, SKOS.Concept)]


def _labels(scheme: str, concept: URIRef) -> list[Literal]:
    kinds = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    found = [label for kind in kinds for label in GRAPHS[scheme].objects(concept, kind)]
    return [label for label in found if isinstance(label, Literal)]


def _languages(graph: Graph, subject: Node, predicate: Node) -> list[str]:
    """List the languages in which something is said, as often as it is said."""
    return sorted(str(text.language) for text in graph.objects(subject, predicate) if isinstance(text, Literal))


def _carriers(scheme: str) -> dict[tuple[str | None, str], set[URIRef]]:
    """Find the concepts that carry a label, by language and folded text."""
    carriers = defaultdict(set)
    for concept in _concepts(scheme):
        for label in _labels(scheme, concept):
            carriers[label.language, fold(str(label))].add(concept)
    return carriers


@every_scheme
def test_every_concept_has_one_preferred_label_a_language_and_only_en_and_es(scheme: str) -> None:
    for concept in _concepts(scheme):
        assert _languages(GRAPHS[scheme], concept, SKOS.prefLabel) == ["en", "es"], concept
        assert {label.language for label in _labels(scheme, concept)} == {"en", "es"}, concept


@every_scheme
def test_no_concept_carries_a_label_twice_in_a_language(scheme: str) -> None:
    for concept in _concepts(scheme):
        labels = [(label.language, str(label).casefold()) for label in _labels(scheme, concept)]
        assert len(set(labels)) == len(labels), concept


@every_scheme
def test_no_preferred_label_stands_for_two_concepts(scheme: str) -> None:
    found = GRAPHS[scheme].objects(None, SKOS.prefLabel)
    labels = [(label.language, fold(str(label))) for label in found if isinstance(label, Literal)]
    assert len(set(labels)) == len(labels)


def test_no_label_stands_for_two_sectors() -> None:
    assert [label for label, concepts in _carriers("sectors").items() if len(concepts) > 1] == []


def test_a_label_stands_for_two_roles_only_where_one_is_public_and_a_note_tells_them_apart() -> None:
    graph = GRAPHS["roles"]
    shared = {label: concepts for label, concepts in _carriers("roles").items() if len(concepts) > 1}
    assert ("en", "president") in shared
    for label, concepts in shared.items():
        assert sorted(bool(graph.value(role, BG.publicOffice)) for role in concepts) == [False, True], label
        assert all(_languages(graph, role, SKOS.scopeNote) == ["en", "es"] for role in concepts), label


@every_scheme
def test_every_concept_is_in_its_scheme_under_a_concept_of_it_or_at_its_top(scheme: str) -> None:
    graph, base = GRAPHS[scheme], URIRef(str(SCHEMES[scheme]))
    for concept in _concepts(scheme):
        assert graph.value(concept, SKOS.inScheme) == base
        above = list(graph.objects(concept, SKOS.broader))
        assert len(above) == (0 if graph.value(concept, SKOS.topConceptOf) == base else 1), concept
        assert set(above) <= set(_concepts(scheme)), concept
        chain = list(graph.transitive_objects(concept, SKOS.broader))
        assert graph.value(chain[-1], SKOS.topConceptOf) == base, concept


@every_scheme
def test_local_ids_are_readable_and_need_no_escape(scheme: str) -> None:
    base: Namespace = SCHEMES[scheme]
    for concept in _concepts(scheme):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(concept).removeprefix(str(base))), concept


def test_a_role_has_a_rank_a_source_and_says_whether_it_is_public() -> None:
    graph = GRAPHS["roles"]
    for role in graph.subjects(RDF.type, ORG.Role):
        assert (graph.value(role, SKOS.broader), RDF.type, ORG.Role) not in graph, role
        assert graph.value(role, DCTERMS.source), role
        assert graph.value(role, BG.publicOffice) in {Literal(lexical_or_value=value) for value in (True, False)}, role


def test_former_offices_are_no_roles_because_that_is_tense() -> None:
    past = re.compile(r"(former|ex)\b|ex(gobernador|alcalde|presidente|embajador)")
    assert [label for language, label in _carriers("roles") if past.match(label)] == []


def test_every_sector_is_defined_in_both_languages() -> None:
    for sector in _concepts("sectors"):
        assert _languages(GRAPHS["sectors"], sector, SKOS.definition) == ["en", "es"], sector


def test_hidden_labels_come_in_both_languages() -> None:
    for sector in GRAPHS["sectors"].subjects(SKOS.hiddenLabel, None):
        assert set(_languages(GRAPHS["sectors"], sector, SKOS.hiddenLabel)) == {"en", "es"}, sector


def test_no_scheme_claims_an_exact_match_that_nobody_checked() -> None:
    assert not [triple for graph in GRAPHS.values() for triple in graph.triples((None, SKOS.exactMatch, None))]
