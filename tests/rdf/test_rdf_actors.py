from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, Quad
from rdflib import ORG

from binatgraph.errors import RdfError
from binatgraph.model import Actor, Kind, Name, Period
from binatgraph.rdf import terms as t
from binatgraph.rdf.actors import actor_quads
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.literals import date
from binatgraph.rdf.tenures import Office, tenure_quads
from binatgraph.vocabulary import BG
from factory import actor

if TYPE_CHECKING:
    from collections.abc import Iterable

ID = "https://w3id.org/binatgraph/id/"


def told(quads: Iterable[Quad]) -> set[tuple[str, str]]:
    """Give what is said: the last part of the property, and the object without the namespaces of ours."""
    return {(re.split("[#/]", quad.predicate.value)[-1], shown(quad.object)) for quad in quads}


def shown(term: object) -> str:
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    return re.sub(f"{ID}|{BG}|{ORG}", "", str(term).strip("<>"))


def test_an_actor_has_one_preferred_name_a_language_and_every_other_name_once() -> None:
    names = (
        Name(text="Sonora", language="es", preferred=True),
        Name(text="Estado de Sonora", language="es", preferred=True),
        Name(text="Son.", language="und"),
        Name(text="Sonora", language="es"),
    )
    quads = list(actor_quads(Actor(id="place/mx-son", kind=Kind.STATE, names=names), iris=Iris()))
    assert {pair for pair in told(quads) if "Label" in pair[0]} == {
        ("prefLabel", "Sonora@es"),
        ("altLabel", "Estado de Sonora@es"),
        ("altLabel", "Son."),
    }


def test_an_actor_whose_names_are_all_alike_is_called_by_the_first() -> None:
    names = (Name(text="A", language="en"), Name(text="B", language="en"))
    quads = actor_quads(Actor(id="place/a", kind=Kind.PLACE, names=names), iris=Iris())
    assert {("prefLabel", "A@en"), ("altLabel", "B@en")} <= told(quads)


def test_an_actor_without_a_name_is_called_by_its_id() -> None:
    assert ("prefLabel", "place/a") in told(actor_quads(Actor(id="place/a", kind=Kind.PLACE), iris=Iris()))


def test_an_actor_has_its_kind_its_top_kind_and_a_standard_class() -> None:
    kinds = {
        pair[1]
        for pair in told(actor_quads(actor("person/a", "A", kind=Kind.OFFICIAL), iris=Iris()))
        if pair[0] == "type"
    }
    assert kinds == {"Official", "Person", "http://xmlns.com/foaf/0.1/Person"}


def test_identifiers_are_codes_and_pages() -> None:
    known = actor(
        "place/us-az", "Arizona", kind=Kind.STATE, countries=("US",), identifiers=(("fips", "04"), ("wikidata", "Q816"))
    )
    found = told(actor_quads(known, iris=Iris()))
    assert {("fips", "04"), ("country", "place/us")} <= found
    assert ("sameAs", "https://www.wikidata.org/wiki/Q816") in found


@pytest.mark.parametrize("identifier", [("passport", "1"), ("wikidata", "Q1> <urn:x")])
def test_an_unknown_identifier_is_refused(identifier: tuple[str, str]) -> None:
    with pytest.raises(RdfError, match="is no identifier"):
        list(actor_quads(actor("person/a", "A", identifiers=(identifier,)), iris=Iris()))


def test_an_office_at_an_organization_is_a_membership() -> None:
    at = [
        told(tenure_quads(Office(id="1", person="person/a", at=f"{top}/b"), iris=Iris()))
        for top in ("organization", "place")
    ]
    assert ("type", "Membership") in at[0]
    assert ("organization", "organization/b") in at[0]
    assert ("type", "Membership") not in at[1]


def test_an_office_has_an_interval_where_a_day_is_sure_and_bounds_everywhere() -> None:
    period = Period(start_earliest="2020-01-01", start_latest="2020-01-01", end_earliest="2024-01-01")
    quads = list(tenure_quads(Office(id="1", person="person/a", at="place/b", period=period), iris=Iris()))
    assert Quad(Iris().instant("1", "start"), t.ON_DATE, date("2020-01-01")) in quads
    assert Iris().instant("1", "end") not in {quad.subject for quad in quads}
    unsure = list(
        tenure_quads(
            Office(id="1", person="person/a", at="place/b", period=Period(end_latest="2024-12-31")), iris=Iris()
        )
    )
    assert t.MEMBER_DURING not in {quad.predicate for quad in unsure}
    assert t.BOUNDS["end_latest"] in {quad.predicate for quad in unsure}
