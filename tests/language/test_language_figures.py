"""Figures: what is counted, measured and priced, and whom it is about."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import EXAMPLES as FRAMES
from small_language import read

from binatgraph.language.figure_rules import load_figure_rules
from binatgraph.language.numbers import canonical, numbers
from binatgraph.language.quantities import quantities
from binatgraph.model import Analysis, Observation, Period
from binatgraph.rdf.faults import faults

EXAMPLES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "figures_examples.toml").read_text("utf-8"))[
    "example"
]
languages = st.sampled_from(["en", "es"])
SENTENCES = [*(example["text"] for example in EXAMPLES), *(example["text"] for example in FRAMES["example"])]
ROWS = [
    "| Sector | Sonora | Arizona |",
    "|---|---|---|",
    "| Jobs | 4,000 | 12 % |",
    "Trucks: 1.4 million",
    "# Sonora",
    "\n",
]


def figure(one: Observation, analysis: Analysis) -> str:
    doubt = "*" if one.confidence < 0.5 else ""
    return f"{doubt}{analysis.quote(one.about)} | {one.measure.lower()} | {one.value} | {one.unit}"


def figures(text: str, language: str = "en") -> list[str]:
    found = read(text, language)
    return [figure(one, found) for one in found.observations]


def values(text: str, language: str) -> list[str]:
    return [canonical(one.value) for one in numbers(text, numerals=load_figure_rules(language).numerals)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_examples(example: dict[str, Any]) -> None:
    assert figures(example["text"], example["language"]) == example["figures"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "3,600", "3600"),
        ("en", "1.2 million", "1200000"),
        ("en", "13.694 million", "13694000"),
        ("en", "5 billion", "5000000000"),
        ("en", "3.600.000", "3600000"),
        ("es", "3,600", "3600"),
        ("es", "12 mil 500", "12500"),
        ("es", "mil 200", "1200"),
        ("es", "1.2 millones", "1200000"),
        ("es", "un millón 200 mil", "1200000"),
        ("es", "3.4 mil millones", "3400000000"),
        ("es", "2 mil 100 millones", "2100000000"),
        ("es", "3.600.000", "3600000"),
        ("es", "28,5", "28.5"),
        ("es", "1.234,56", "1234.56"),
    ],
)
def test_a_number_as_each_language_writes_it(language: str, text: str, value: str) -> None:
    assert values(f"Hay {text} cosas", language) == [value]


@pytest.mark.parametrize("text", ["3.600", "3.600 millones"])
def test_what_a_spanish_text_may_mean_in_two_ways_is_no_number(text: str) -> None:
    assert values(text, "es") == []


@pytest.mark.parametrize(
    ("language", "text", "unit", "value"),
    [
        ("en", "$5M", "USD", "5000000"),
        ("en", "$3.2bn", "USD", "3200000000"),
        ("en", "US$700 million", "USD", "700000000"),
        ("en", "MX$20", "MXN", "20"),
        ("en", "$500 million pesos", "MXN", "500000000"),
        ("en", "28%", "percent", "28"),
        ("en", "3 percentage points", "percentage points", "3"),
        ("es", "3 mdd", "USD", "3000000"),
        ("es", "mil 200 mdp", "MXN", "1200000000"),
        ("es", "$200,000.00 M.N.", "MXN", "200000"),
        ("es", "US$700 millones", "USD", "700000000"),
        ("es", "28 por ciento", "percent", "28"),
    ],
)
def test_an_amount_has_its_currency_or_is_a_share(language: str, text: str, unit: str, value: str) -> None:
    (one,) = quantities(text, rules=load_figure_rules(language))
    assert (one.unit, one.value) == (unit, value)


def test_a_sign_of_two_currencies_is_less_sure() -> None:
    shared, own = quantities("$5 y $5 dólares", rules=load_figure_rules("es"))
    assert (shared.unit, own.unit) == ("MXN", "USD")
    assert shared.sure < own.sure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sonora met on April 8, 2026 at 9:15 a.m. in Room 12, 2nd floor, on 2026-05-01 and 05/04/2024."),
        ("en", "Call the Bridge Commission at (619) 555-1234, 619.555.1234 or +52 664 123 4567, ext. 12."),
        ("en", "Sonora lies on Interstate 19, Highway 2 and Route 66; see page 14, Article 5 and Minute 323."),
        ("en", "In Sonora, 15 years ago, a 12-year-old waited 40 minutes 7,000 miles away from the 21st street."),
        ("es", "Sonora sesionó el 8 de abril de 2026 a las 9:15 horas en la sala 12, 2o piso, y el 05/04/2024."),
        ("es", "Llame a la Comisión Norte al (664) 555-1234, 664 555 1234 o al +52 664 123 4567, ext. 12."),
        ("es", "Sonora está en la carretera 2 y el kilómetro 14; ver página 5, artículo 7, Acta 319 y Ley 12."),
        ("es", "Hace 20 años, en Sonora, una niña de 12 años esperó 40 minutos y 3 horas en la 21.ª calle."),
    ],
)  # fmt: skip
def test_dates_telephones_roads_and_ages_are_no_figures(language: str, text: str) -> None:
    assert figures(text, language) == []


def test_a_row_is_about_the_actor_above_its_column() -> None:
    text = "| Item | Sonora | Arizona |\n|---|---|---|\n| Jobs | 4,000 | 1.2 million |\n| Seat | Nogales | Tucson |"
    assert figures(text) == ["Sonora | jobs | 4000 | jobs", "Arizona | jobs | 1200000 | jobs"]


def test_a_row_is_about_the_heading_when_the_table_names_nobody() -> None:
    found = read("# Trade of Sonora\n\n| Sector | 2022 |\n|---|---|\n| Manufacturing | $5 billion |")
    (one,) = found.observations
    assert figure(one, found) == "Sonora | manufacturing | 5000000000 | USD"
    assert found.quote(one.evidence) == "| Manufacturing | $5 billion |"
    assert one.period == Period(start_earliest="2022-01-01", end_latest="2022-12-31")


def test_a_row_is_about_the_actor_in_its_first_cell() -> None:
    text = "| Estado | Empresas | Año |\n|---|---|---|\n| Sonora | 3,600 | 2024 |"
    assert figures(text, "es") == ["Sonora | empresas | 3600 | empresas"]


def test_a_labelled_line_is_about_the_actor_of_its_heading() -> None:
    assert figures("Notes\n\nPort of Sonora\n\nTrucks: 1.4 million") == ["Sonora | trucks | 1400000 | trucks"]


@pytest.mark.parametrize("year", ["2018", "1999"])
def test_the_year_of_a_sentence_is_the_period_of_its_figure(year: str) -> None:
    (one,) = read(f"In {year} Acme Corporation employed 400 people.").observations
    assert one.period == Period(start_earliest=f"{year}-01-01", end_latest=f"{year}-12-31")


@given(st.decimals(min_value=1, max_value=10**9, places=2), languages)
def test_a_value_that_is_written_is_the_value_that_is_read(value: Decimal, language: str) -> None:
    (one,) = quantities(f"US${value:,}", rules=load_figure_rules(language))
    assert Decimal(one.value) == value
    assert canonical(Decimal(one.value)) == one.value


@given(st.lists(st.sampled_from([*SENTENCES, *ROWS]), max_size=8).map("\n".join), languages)
def test_a_figure_stands_in_its_evidence_and_is_about_a_mention(text: str, language: str) -> None:
    found = read(text, language)
    assert faults(found) == []
    mentioned = {mention.span for mention in found.mentions}
    for one in found.observations:
        assert one.about in mentioned
        assert any(digit in found.quote(one.evidence) for digit in "0123456789")
        assert one.unit
        assert " ".join(one.measure.split()) in " ".join(found.quote(one.evidence).split()) or "|" in text


@given(st.text(alphabet="0123456789.,$% milonespdtruck|:\n"), languages)
def test_no_digits_raise(text: str, language: str) -> None:
    for one in read(f"Sonora {text}", language).observations:
        assert Decimal(one.value) >= 0
