"""Days as people write them, and where a text says when and where it was published."""

from __future__ import annotations

import time

import pytest

from binatgraph.reading import read_bytes
from binatgraph.reading.dateline import Dateline, dateline
from binatgraph.reading.dates import parse_day

LEAD = "The two offices will look at the same figures from the first of the month on."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-06-03", "2024-06-03"),
        ("2024-06-03T23:30:00-07:00", "2024-06-03"),
        ("2024/6/3", "2024-06-03"),
        ("3 de junio de 2024", "2024-06-03"),
        ("1º de septiembre del 2024", "2024-09-01"),
        ("primero de setiembre de 2024", "2024-09-01"),
        ("Lunes, 3 de Junio de 2024", "2024-06-03"),
        ("June 3, 2024", "2024-06-03"),
        ("Sept. 3rd, 2024", "2024-09-03"),
        ("3 June 2024", "2024-06-03"),
        ("Monday, June 3, 2024 at 10:30 am", "2024-06-03"),
        ("Mon, 03 Jun 2024 23:30:00 -0700", "2024-06-03"),
        ("25/06/2024", "2024-06-25"),
        ("06/25/2024", "2024-06-25"),
        ("05/05/2024", "2024-05-05"),
        ("03/04/2024", None),
        ("31 de junio de 2024", None),
        ("June 2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_or_not_guessed(text: str, day: str | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("HERMOSILLO, Sonora, 16 de junio de 2025.- La oficina dijo.", "HERMOSILLO, Sonora", "2025-06-16"),
        ("Ciudad de México, a 3 de mayo de 2024.", "Ciudad de México", "2024-05-03"),
        ("NOGALES, Ariz. (June 16, 2025) – The office said.", "NOGALES, Ariz.", "2025-06-16"),
        ("Washington, D.C., Jan. 5, 2023 - The office said.", "Washington, D.C.", "2023-01-05"),
        (
            "San Luis Río Colorado, Son., martes 3 de junio de 2025 — La oficina",
            "San Luis Río Colorado, Son.",
            "2025-06-03",
        ),
        (f"PHOENIX – {LEAD}", "PHOENIX", None),
        (f"Tucson, Arizona — {LEAD}", "Tucson, Arizona", None),
        ("PHOENIX –", None, None),
        ("NOTICE – 16 de junio de 2025", None, None),
        (f"AVISO – {LEAD}", None, None),
        (f"AMC – {LEAD}", None, None),
        ("Governor Ejemplo, on June 3, 2024, met with the board.", None, None),
        ("The Agreement of June 3, 2024 was read aloud.", None, None),
        (f"WORKERS OF THE VALLEY ASK FOR WATER – {LEAD}", None, None),
    ],
)
def test_a_place_line_says_where_and_when(line: str, place: str | None, day: str | None) -> None:
    expected = Dateline(place=place, published=day, published_from="dateline" if day else None)
    assert dateline(f"A headline of some words\n\n{line}\n\nMore.") == expected


@pytest.mark.parametrize(
    "line",
    [
        "June 3, 2024",
        "Published: June 3, 2024",
        "Fecha de publicación: 3 de junio de 2024",
        "Publicado el 3 de junio de 2024.",
    ],
)
def test_a_line_that_is_nothing_but_a_date_dates_a_text(line: str) -> None:
    assert dateline(f"{line}\n\n{LEAD}") == Dateline(published="2024-06-03", published_from="text")


def test_only_the_head_of_a_text_is_looked_at() -> None:
    assert dateline("A line.\n" * 20 + "June 3, 2024\n") == Dateline()


@pytest.mark.parametrize("text", ["Aa de la " * 20_000, "A, " * 50_000, ("A" * 159 + "\n") * 15, "Ñ. Ñ de " * 20_000])
def test_a_head_that_is_made_to_be_slow_is_not(text: str) -> None:
    start = time.process_time()
    dateline(text)
    assert time.process_time() - start < 1


def test_what_is_declared_goes_before_what_the_text_says() -> None:
    text = "NOGALES, Sonora, 16 de junio de 2025.- La oficina dijo que sí."
    plain = read_bytes(text.encode(), source="a", media_type="text/plain")
    page = read_bytes(f"<meta name=date content=2025-06-17><p>{text}".encode(), source="a", media_type="text/html")
    told = read_bytes(text.encode(), source="a", media_type="text/plain", metadata=b"date: 2025-06-18")
    assert [(one.published, one.published_from) for one in (plain, page, told)] == [
        ("2025-06-16", "dateline"),
        ("2025-06-17", "metadata"),
        ("2025-06-18", "sidecar"),
    ]
    assert {one.place for one in (plain, page, told)} == {"NOGALES, Sonora"}
