"""A register of a few rows, written into a folder, to be spoilt one cell at a time."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from binatgraph.register.rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SEEN = {"source": "https://example.org/list", "confirmed": "yes"}
_ROWS: dict[str, list[dict[str, str]]] = {
    "places.csv": [
        {"id": "place/mx", "kind": "Country", "name_en": "Mexico", "name_es": "México", "countries": "MX", **SEEN},
        {"id": "place/mx-son", "kind": "State", "name_en": "Sonora", "name_es": "Sonora", "aliases": "Son.|SON"}
        | {"part_of": "place/mx", "countries": "MX", "identifiers": "iso-3166-2:MX-SON|inegi:26", **SEEN},
        {"id": "place/mx-son-nogales", "kind": "City", "name_en": "Nogales", "name_es": "Nogales"}
        | {"part_of": "place/mx-son", "countries": "MX", "population": "264782", **SEEN},
        {"id": "place/ambos-nogales", "kind": "Region", "name_en": "Ambos Nogales", "confirmed": "no"},
    ],
    "organizations.csv": [
        {"id": "organization/csa", "kind": "Commission", "name_en": "Sonora-Arizona Commission"}
        | {"name_es": "Comisión Sonora-Arizona", "aliases_es": "CSA", "seat": "place/mx-son-nogales"}
        | {"founded": "1959", "countries": "MX", **SEEN},
    ],
    "initiatives.csv": [
        {
            "id": "event/plenary",
            "kind": "Event",
            "name_en": "Plenary",
            "parties": "organization/csa",
            "start": "2025-06-26",
        }
        | {"dates_confirmed": "yes", **SEEN},
    ],
    "names.csv": [{"name": "Nogales", "means": "place/mx-son-nogales", "reason": "there is no other here"}],
    "people.csv": [
        {"id": "person/alfonso-durazo-montano", "kind": "Official", "name": "Alfonso Durazo Montaño"}
        | {"aliases": "Alfonso Durazo", "countries": "MX", **SEEN},
    ],
    "tenures.csv": [
        {
            "person": "person/alfonso-durazo-montano",
            "office_en": "Governor of Sonora",
            "office_es": "Gobernador de Sonora",
        }
        | {"at": "place/mx-son", "start": "2021-09-13", "dates_confirmed": "yes", **SEEN},
        {
            "person": "person/alfonso-durazo-montano",
            "office_en": "Co-chair",
            "at": "organization/csa",
            "start": "2021-09",
        }
        | {"dates_confirmed": "no", **SEEN},
    ],
}


def write_register(folder: Path, *, spoil: tuple[str, int, Mapping[str, str]] | None = None) -> Path:
    """Write the files; `spoil` is a file, a row (the header is row 1) and the cells to change there."""
    for name, rows in _ROWS.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, COLUMNS[name], lineterminator="\n")
            writer.writeheader()
            for number, row in enumerate(rows, start=2):
                changed = spoil[2] if spoil and spoil[:2] == (name, number) else {}
                writer.writerow({**row, **changed})
    return folder
