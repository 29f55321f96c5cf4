from __future__ import annotations

import pytest
import small_graph as graph
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import NotFoundError, QueryError
from binatgraph.model import Kind
from binatgraph.names import fold
from binatgraph.store.find import Rank, find_actor, find_actors

HOMONYMS = (
    graph.DOCUMENTS
    + graph.actor("place/mx-son", "State", '"Sonora"@en')
    + graph.actor("place/us-ca-sonora", "City", '"Sonora"@en')
    + graph.actor("organization/taller", "Company", '"Taller Sonora"@es', '"Sonora"@es')
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Elena Ruiz", graph.ELENA),
        ("gov ruiz", graph.ELENA),
        ("JOSE MARTINEZ PENA", graph.PENA),
        ("José Martínez-Peña", graph.PENA),
        ("comision arizona mexico", graph.COMMISSION),
        ("Arizona–Mexico Commission", graph.COMMISSION),
        ("Taller Sonora", graph.FACTORY),
        ("place/us-az", graph.AZ),
        ("place:us-az", graph.AZ),
        (graph.BASE + graph.AZ, graph.AZ),
        ("jose", graph.PENA),
        ("pena", graph.PENA),
        ("Border", graph.SUMMIT),
        ("2025", graph.SUMMIT),
    ],
)
def test_an_actor_is_found_by_any_name_in_any_spelling_by_id_and_by_iri(name: str, found: str) -> None:
    with graph.whole() as store:
        match = find_actor(store, name)
        assert (match.id, match.iri) == (found, graph.BASE + found)


def test_a_preferred_name_goes_before_another_name_and_that_before_a_part() -> None:
    with graph.store(graph.ACTORS, graph.DOCUMENTS, graph.actor("event/x", "Event", '"AMC Day"@en')) as store:
        assert [(one.id, one.rank) for one in find_actors(store, "AMC")] == [
            (graph.COMMISSION, Rank.OTHER_NAME),
            ("event/x", Rank.BEGINNING),
        ]
        assert find_actor(store, "AMC").kind is Kind.COMMISSION


def test_several_that_fit_equally_well_are_listed() -> None:
    with graph.store(HOMONYMS) as store, pytest.raises(QueryError) as refused:
        find_actor(store, "sonora")
    assert "place/mx-son (Sonora, State); place/us-ca-sonora (Sonora, City): write the id of one" in str(refused.value)


def test_a_better_fit_decides_between_several() -> None:
    with graph.store(HOMONYMS) as store:
        assert [one.rank for one in find_actors(store, "Sonora")] == [Rank.PREFERRED, Rank.PREFERRED, Rank.OTHER_NAME]
        assert find_actor(store, "taller").id == "organization/taller"


def test_a_name_that_nothing_has_is_not_found() -> None:
    with graph.whole() as store, pytest.raises(NotFoundError, match="nothing in the graph is called 'Atlantis'"):
        find_actor(store, "Atlantis")


@pytest.mark.parametrize("name", ["", " ", "—", "°"])
def test_what_holds_no_letter_is_no_name(name: str) -> None:
    with graph.whole() as store, pytest.raises(QueryError, match="is no name"):
        find_actor(store, name)


def test_what_is_no_actor_is_not_found_by_its_id() -> None:
    with graph.whole() as store:
        for name in ("document/d1", "statement/s1", f"{graph.BASE}document/d1", "tenure:s1"):
            assert find_actors(store, name) == []


@given(st.text(max_size=20))
def test_any_text_is_looked_up_as_data(text: str) -> None:
    with graph.store(graph.ACTORS) as store:
        if fold(text):
            find_actors(store, text)


@given(
    st.lists(
        st.sampled_from(["Ávila", "Muñoz", "Łódź", "Öz", "de la", "O’Hara", "X-ray", "ﬁn"]), min_size=1, max_size=3
    )
)
def test_a_name_is_found_by_its_folded_form(words: list[str]) -> None:
    name = " ".join(words)
    with graph.store(graph.actor("person/x", "Person", f'"{name}"@es')) as store:
        for written in (name, name.upper(), name.lower()):
            assert find_actor(store, written).rank is Rank.PREFERRED
