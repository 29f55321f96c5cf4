"""Names, belonging, and the entries that a graph needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_register import write_register

from binatgraph.config import data_path
from binatgraph.register.index import REFERENCES, Register, entries_for, name_key
from binatgraph.register.load import load_register

if TYPE_CHECKING:
    from pathlib import Path

REAL = load_register(data_path("register"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. Department of State", "United States Department of State"),
        ("US Embassy", "U.S.A. Embassy"),
        ("Comisión Internacional de Límites y Aguas", "COMISION INTERNACIONAL DE LIMITES Y AGUAS"),
        ("Embajada de los Estados Unidos", "Embajada de EE. UU."),
        ("El Colegio de la Frontera Norte", "Colegio de la Frontera Norte"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_an_article_that_is_half_of_the_name_stays() -> None:
    assert name_key("El Paso") != name_key("Paso")


@given(st.sampled_from(sorted(REAL.entries)))
def test_case_does_not_count_in_a_key(key: str) -> None:
    names = [name.text for name in REAL.entries[key].actor.names]
    assert [name_key(text.upper()) for text in names] == [name_key(text) for text in names]


def test_a_name_leads_to_all_who_have_it(register: Register) -> None:
    cities = {"place/us-az-nogales", "place/mx-son-nogales", "place/mx-son-nogales-municipio"}
    assert set(register.by_name["nogales"]) == cities
    assert register.by_name[name_key("BDAN")] == ("organization/nadb",)


def test_what_is_above_a_body_is_its_seat_and_all_that_both_are_part_of(register: Register) -> None:
    above = register.above["organization/index-nogales"]
    assert above == {"organization/index", "place/mx-son-nogales", "place/mx-son", "place/mx"}


def test_entries_come_with_what_they_are_part_of_and_without_what_was_not_confirmed(tmp_path: Path) -> None:
    register = load_register(write_register(tmp_path))
    found = entries_for(register, ["person/alfonso-durazo-montano", "place/ambos-nogales", "place/nowhere"])
    assert [entry.actor.id for entry in found] == [
        "organization/csa",
        "person/alfonso-durazo-montano",
        "place/mx",
        "place/mx-son",
        "place/mx-son-nogales",
    ]


def test_a_twin_that_is_not_asked_for_is_not_referred_to(register: Register) -> None:
    port, twin = "place/us-az-nogales-mariposa-port", "place/mx-son-nogales-iii-port"
    alone = next(entry for entry in entries_for(register, [port]) if entry.actor.id == port)
    assert ("twin", twin) in register.entries[port].facts
    assert ("twin", twin) not in alone.facts


@settings(deadline=None, max_examples=50)
@given(st.sets(st.sampled_from(sorted(REAL.entries)), max_size=8))
def test_no_entry_refers_to_one_that_is_left_out(asked: set[str]) -> None:
    found = entries_for(REAL, asked)
    ids = [entry.actor.id for entry in found]
    assert ids == sorted(set(ids))
    assert all(entry.confirmed for entry in found)
    assert {v for entry in found for name, v in entry.facts if name in REFERENCES} <= set(ids)
    assert {tenure.at for entry in found for tenure in entry.tenures} <= set(ids)
    assert entries_for(REAL, ids) == found
