"""The register that comes with the package keeps its own rules."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from binatgraph.config import data_path
from binatgraph.names import fold
from binatgraph.register.index import REFERENCES
from binatgraph.register.rows import COLUMNS, read_rows

if TYPE_CHECKING:
    from binatgraph.register.index import Register

FOLDER = data_path("register")
SCHEMES = {
    *("iso-3166-2", "fips", "inegi", "geonames", "cbp-port", "ror"),
    *("wikidata", "bioguide", "ocd-person", "pocom"),
}


def test_it_loads_with_all_that_the_readme_counts(register: Register) -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    for name, columns in COLUMNS.items():
        rows = read_rows(FOLDER, name)
        confirmed = f"{sum(row.flag('confirmed') for row in rows):,}" if "confirmed" in columns else ""
        assert f"| `{name}` | {len(rows):,} | {confirmed} |".replace("|  |", "| |") in readme
    assert len(register.entries) > 4_500


def test_every_confirmed_row_says_where_it_was_seen(register: Register) -> None:
    assert all(entry.source for entry in register.entries.values() if entry.confirmed)
    assert all(t.source for entry in register.entries.values() for t in entry.tenures if t.confirmed)


def test_every_reference_resolves(register: Register) -> None:
    facts = [fact for entry in register.entries.values() for fact in entry.facts]
    assert {value for name, value in facts if name in REFERENCES} <= register.entries.keys()
    assert {tenure.at for entry in register.entries.values() for tenure in entry.tenures} <= register.entries.keys()


def test_twins_are_each_others(register: Register) -> None:
    twins = {(key, value) for key, e in register.entries.items() for name, value in e.facts if name == "twin"}
    assert twins
    assert twins == {(right, left) for left, right in twins}


def test_nothing_is_part_of_itself(register: Register) -> None:
    assert not [key for key in register.entries if key in register.above[key]]


def test_every_person_held_an_office(register: Register) -> None:
    assert not [key for key, entry in register.people if not entry.tenures]


def test_terms_end_after_they_begin(register: Register) -> None:
    terms = [(t.start, t.end) for entry in register.entries.values() for t in entry.tenures]
    assert all(start[: len(end)] <= end[: len(start)] for start, end in terms if start and end)


def test_identifiers_are_of_the_schemes_that_the_readme_lists(register: Register) -> None:
    found = {scheme for entry in register.entries.values() for scheme, _ in entry.actor.identifiers}
    assert found == SCHEMES


def test_addresses_of_bodies_are_addresses(register: Register) -> None:
    sites = [value for entry in register.entries.values() for name, value in entry.facts if name == "website"]
    assert [site for site in sites if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", site)] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_files_are_sorted_by_their_first_column_and_end_lines_as_unix_does(name: str) -> None:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    first = [line[0] for line in csv.reader(text.splitlines())][1:]
    assert first == sorted(first)
    assert "\r" not in text


def test_the_offices_of_heads_of_state_and_of_chambers_are_told_apart(register: Register) -> None:
    roles = {t.role_concept for t in register.entries["person/claudia-sheinbaum-pardo"].tenures if t.at == "place/mx"}
    assert roles == {"president-of-country"}
    heads = {
        t.role_concept for e in register.entries.values() for t in e.tenures if t.at == "organization/index-sonora"
    }
    assert heads == {"president-of-organization"}


def test_namesakes_of_different_states_are_two_people(register: Register) -> None:
    arizona, texas = (register.entries[f"person/david-cook-us-{state}"] for state in ("az", "tx"))
    assert {t.at for t in arizona.tenures} == {"organization/leg-az"}
    assert {t.at for t in texas.tenures} == {"organization/leg-tx"}


def test_each_name_that_is_said_to_mean_something_is_a_name_of_the_register(register: Register) -> None:
    names = {fold(name.text) for entry in register.entries.values() for name in entry.actor.names}
    assert register.meanings.keys() <= names
