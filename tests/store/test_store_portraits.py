from __future__ import annotations

import pytest
import small_graph as graph

import binatgraph.store
from binatgraph.errors import NotFoundError
from binatgraph.store import portrait


def test_a_portrait_has_names_offices_in_time_and_relations_with_their_sentences() -> None:
    with graph.whole() as store:
        seen = portrait(store, "gov ruiz")
    assert (seen.iri, seen.label, seen.kind, seen.other_names) == (
        graph.BASE + graph.ELENA,
        "Elena Ruiz",
        "Official",
        ("Gov. Ruiz",),
    )
    (office,) = seen.offices
    assert office.what.endswith("Arizona")
    assert "Governor Elena Ruiz of Arizona opened it." in {quote.text for quote in office.quotes}
    assert [told.relation for told in seen.relations] == ["leads", "metWith"]
    assert all(told.quotes for told in seen.relations)


def test_an_office_that_only_the_register_knows_cites_it() -> None:
    with graph.whole() as store:
        (office,) = portrait(store, "Omar Wells").offices
    assert (office.cited, office.quotes) == ("a list of governors", ())
    assert office.when == "from 2015-01-05, to 2023-01-01/2023-12-31"


@pytest.mark.parametrize(("language", "told"), [("en", "Governor of Arizona"), ("es", "Gobernadora, Arizona")])
def test_an_office_names_what_it_is_held_at_once(language: str, told: str) -> None:
    with graph.whole() as store:
        (office,) = portrait(store, "Omar Wells", language=language).offices
    assert office.what == told


def test_who_is_not_there_is_not_found() -> None:
    with graph.whole() as store, pytest.raises(NotFoundError):
        portrait(store, "Nobody")


def test_every_public_name_can_be_loaded() -> None:
    for name in binatgraph.store.__all__:
        assert getattr(binatgraph.store, name)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        binatgraph.store.nothing  # noqa: B018 - looking it up is the test
