"""Loading a register: what becomes of a row, and what is said of a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_register import write_register

from binatgraph.errors import RegisterError
from binatgraph.model import Concept, Kind, Name
from binatgraph.register.load import load_register

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def test_a_row_becomes_an_entry_with_names_in_both_languages_and_facts(tmp_path: Path) -> None:
    entry = load_register(write_register(tmp_path)).entries["organization/csa"]
    assert entry.actor.kind is Kind.COMMISSION
    assert [(name.text, name.language, name.preferred) for name in entry.actor.names] == [
        ("Sonora-Arizona Commission", "en", True),
        ("Comisión Sonora-Arizona", "es", True),
        ("CSA", "es", False),
    ]
    assert entry.facts == (("seat", "place/mx-son-nogales"), ("founded", "1959"))
    assert (entry.source, entry.confirmed) == ("https://example.org/list", True)


def test_identifiers_are_pairs_and_the_population_stands_beside_the_entries(tmp_path: Path) -> None:
    register = load_register(write_register(tmp_path))
    assert register.entries["place/mx-son"].actor.identifiers == (("iso-3166-2", "MX-SON"), ("inegi", "26"))
    assert register.populations == {"place/mx-son-nogales": 264_782}


def test_a_date_that_was_not_seen_at_the_source_is_left_out(tmp_path: Path) -> None:
    governor, chair = load_register(write_register(tmp_path)).entries["person/alfonso-durazo-montano"].tenures
    assert (governor.at, governor.start) == ("place/mx-son", "2021-09-13")
    assert (chair.at, chair.start) == ("organization/csa", None)


def test_the_role_of_a_tenure_is_found_in_the_words_of_the_office(tmp_path: Path) -> None:
    roles = [
        Concept(id="governor", public=True, names=(Name(text="Governor", language="en", preferred=True),)),
        Concept(id="chair", names=(Name(text="Chair", language="en", preferred=True),)),
        Concept(id="co-chair", names=(Name(text="Co-Chair", language="en", preferred=True),)),
    ]
    register = load_register(write_register(tmp_path), roles=roles)
    tenures = register.entries["person/alfonso-durazo-montano"].tenures
    assert [tenure.role_concept for tenure in tenures] == ["governor", "co-chair"]


@pytest.mark.parametrize(
    ("file", "row", "cells", "message"),
    [
        ("places.csv", 3, {"kind": "Province"}, "no such kind: 'Province'; there are Person, "),
        ("places.csv", 3, {"id": "organization/sonora"}, "the id is 'organization/sonora'; it must be place/"),
        ("places.csv", 3, {"id": "place/Sonora"}, "the id is 'place/Sonora'; it must be place/"),
        ("places.csv", 3, {"id": "place/mx"}, "place/mx stands in places.csv, row 2 too; an id stands once"),
        ("places.csv", 3, {"part_of": "place/us"}, "part_of is 'place/us', which is in no file; use an id"),
        ("places.csv", 3, {"source": ""}, "it is confirmed and has no source; add where it was seen"),
        ("places.csv", 3, {"confirmed": "maybe"}, "confirmed is 'maybe'; it must be yes or no"),
        ("places.csv", 3, {"confirmed": ""}, "confirmed is ''; it must be yes or no"),
        ("places.csv", 3, {"identifiers": "MX-SON"}, "the identifier 'MX-SON' is not scheme:value"),
        ("places.csv", 3, {"name_en": "", "name_es": "", "aliases": ""}, "it has no name"),
        ("places.csv", 4, {"population": "many"}, "population is 'many'; it must be a whole number"),
        ("organizations.csv", 2, {"founded": "c. 1959"}, "founded is 'c. 1959'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("initiatives.csv", 2, {"parties": "organization/amc"}, "parties is 'organization/amc', which is in no file"),
        ("names.csv", 2, {"means": "place/nogales"}, "means is 'place/nogales', which is in no file"),
        ("names.csv", 2, {"reason": ""}, "it needs a name and a reason"),
        ("tenures.csv", 2, {"at": "place/sonora"}, "at is 'place/sonora', which is in no file"),
        ("tenures.csv", 3, {"person": "person/durazo"}, "person is 'person/durazo', which is in no file"),
    ],
)
def test_an_error_names_the_file_the_row_and_what_is_wrong(
    tmp_path: Path, file: str, row: int, cells: Mapping[str, str], message: str
) -> None:
    with pytest.raises(RegisterError) as caught:
        load_register(write_register(tmp_path, spoil=(file, row, cells)))
    assert str(caught.value).startswith(f"{file}, row {row}: {message}")
    assert "\n" not in str(caught.value)


def test_an_absent_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    (write_register(tmp_path) / "people.csv").unlink()
    with pytest.raises(RegisterError, match=r"people\.csv: No such file or directory; a register has places\.csv"):
        load_register(tmp_path)


def test_a_misspelt_column_is_an_error_and_not_an_empty_column(tmp_path: Path) -> None:
    path = write_register(tmp_path) / "places.csv"
    path.write_text(path.read_text("utf-8").replace("part_of", "partof", 1), "utf-8")
    with pytest.raises(RegisterError, match=r"places\.csv, row 1: the columns are id, kind, .*partof"):
        load_register(tmp_path)


def test_a_row_that_is_too_short_is_an_error(tmp_path: Path) -> None:
    path = write_register(tmp_path) / "tenures.csv"
    path.write_text(path.read_text("utf-8") + "person/x,Mayor\n", "utf-8")
    with pytest.raises(RegisterError, match=r"tenures\.csv, row 4: it has 2 cells; the header has 9"):
        load_register(tmp_path)


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = write_register(tmp_path) / "people.csv"
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))
    with pytest.raises(RegisterError, match=r"people\.csv: not a CSV file in UTF-8"):
        load_register(tmp_path)
