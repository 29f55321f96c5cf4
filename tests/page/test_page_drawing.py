from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from networks import crowd, link, person, sample

from binatgraph.errors import PageError
from binatgraph.model import Evidence, Modality
from binatgraph.network import network, placed
from binatgraph.page import drawing as module
from binatgraph.page.drawing import MOST_SENTENCES, Drawing, drawing

if TYPE_CHECKING:
    from binatgraph.model import Link

HOBBS = person("hobbs")
RUIZ = person("ruiz")
PENA = person("pena")


def said(quote: str, *, document: str = "d", confidence: float = 0.9) -> Evidence:
    return Evidence(quote=quote, document=document, source="a.txt", confidence=confidence, modality=Modality.ASSERTED)


def drawn(*links: Link) -> Drawing:
    return drawing(placed(network([HOBBS, RUIZ, PENA], links)))


def only(items: list[dict[str, Any]]) -> dict[str, Any]:
    (item,) = items
    return item


def test_all_that_joins_two_actors_is_one_line() -> None:
    picture = drawn(
        link(HOBBS.id, "appointed", RUIZ.id, evidence=(said("one"),)),
        link(HOBBS.id, "metWith", RUIZ.id, evidence=(said("two", document="e"),)),
    )
    edge = only(picture.edges)
    assert [picture.facts[number]["relation"] for number in edge["facts"]] == ["appointed", "metWith"]
    assert edge["arrows"] == "to"


def test_a_line_of_a_symmetric_relation_points_nowhere() -> None:
    assert "arrows" not in only(drawn(link(HOBBS.id, "metWith", RUIZ.id)).edges)


def test_a_line_with_relations_both_ways_points_nowhere() -> None:
    there_and_back = (link(HOBBS.id, "appointed", RUIZ.id), link(RUIZ.id, "leads", HOBBS.id))
    assert "arrows" not in only(drawn(*there_and_back).edges)


def test_a_line_points_from_the_subject_to_the_object() -> None:
    picture = drawn(link(RUIZ.id, "appointed", HOBBS.id))
    edge = only(picture.edges)
    assert picture.actors[edge["from"]]["id"] == RUIZ.id


@pytest.mark.parametrize("modality", ["Planned", "Hedged", "Denied"])
def test_what_is_not_held_is_dashed(modality: str) -> None:
    assert "dashes" in only(drawn(link(HOBBS.id, "appointed", RUIZ.id, modality=modality)).edges)


@pytest.mark.parametrize("modality", ["Asserted", "Reported"])
def test_a_line_with_anything_that_is_held_is_solid(modality: str) -> None:
    links = (
        link(HOBBS.id, "appointed", RUIZ.id, modality=modality),
        link(HOBBS.id, "leads", RUIZ.id, modality="Planned"),
    )
    assert "dashes" not in only(drawn(*links).edges)


def test_more_documents_make_a_line_thicker_up_to_a_bound() -> None:
    widths = [
        only(
            drawn(
                link(HOBBS.id, "metWith", RUIZ.id, evidence=tuple(said("x", document=str(i)) for i in range(n)))
            ).edges
        )
        for n in (1, 3, 12)
    ]
    thin, thicker, thickest = (edge["width"] for edge in widths)
    assert thin < thicker < thickest < 6


def test_the_better_connected_are_larger() -> None:
    picture = drawn(link(HOBBS.id, "metWith", RUIZ.id), link(HOBBS.id, "metWith", PENA.id))
    sizes = {picture.actors[node["id"]]["id"]: node["size"] for node in picture.nodes}
    assert sizes[HOBBS.id] > sizes[RUIZ.id]


def test_actors_without_relations_are_there_and_hidden() -> None:
    picture = drawn(link(HOBBS.id, "metWith", RUIZ.id))
    hidden = [picture.actors[node["id"]]["id"] for node in picture.nodes if node.get("hidden")]
    assert hidden == [PENA.id]


def test_a_relation_of_an_actor_with_itself_is_kept_and_not_drawn() -> None:
    picture = drawn(link(HOBBS.id, "metWith", HOBBS.id))
    assert (picture.edges, len(picture.facts)) == ([], 1)


def test_one_document_is_told_once() -> None:
    picture = drawn(
        link(HOBBS.id, "metWith", RUIZ.id, evidence=(said("one"), said("two"))),
        link(HOBBS.id, "metWith", PENA.id, evidence=(said("three"),)),
    )
    assert [document["id"] for document in picture.documents] == ["d"]


def test_of_very_many_sentences_the_most_certain_are_kept_and_all_are_counted() -> None:
    sentences = tuple(said(f"sentence {i}", confidence=i / 100) for i in range(MOST_SENTENCES + 5))
    fact = only(drawn(link(HOBBS.id, "metWith", RUIZ.id, evidence=sentences)).facts)
    assert (len(fact["evidence"]), fact["said"]) == (MOST_SENTENCES, MOST_SENTENCES + 5)
    assert fact["evidence"][0]["quote"] == f"sentence {MOST_SENTENCES + 4}"


def test_names_are_told_in_both_languages() -> None:
    labels = {actor["id"]: actor["label"] for actor in drawing(sample()).actors}
    assert labels["organization/csa"] == {"en": "Sonora-Arizona Commission", "es": "Comisión Sonora-Arizona"}
    assert labels["place/us-az"] == {"en": "Arizona", "es": "Arizona"}


def test_of_too_many_actors_the_best_connected_are_drawn_and_all_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_DRAWN", 10)
    graph = crowd(60)
    picture = drawing(graph)
    strengths = sorted((data["neighbours"] for _, data in graph.nodes(data=True)), reverse=True)
    there = {node["id"] for node in picture.nodes}
    assert len(there) == 10
    assert sorted((picture.actors[i]["strength"] for i in there), reverse=True) == strengths[:10]
    assert len(picture.actors) == 60
    assert all({edge["from"], edge["to"]} <= there for edge in picture.edges)


def test_a_graph_without_places_is_refused() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("person/a")
    with pytest.raises(PageError, match=r"'person/a' has no place in the drawing; give what .*placed returns"):
        drawing(graph)
