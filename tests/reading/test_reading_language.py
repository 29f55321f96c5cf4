from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.reading.language import detect, settle

ENGLISH = [
    "The mayor of Nogales said that the bridge would open in spring.",
    "Trade between the two states has grown, and more of it crosses by rail than before.",
    "WASHINGTON – THE COMMISSION WILL MEET IN JUNE, ACCORDING TO THE OFFICE OF THE GOVERNOR OF SONORA.",
    "José Núñez, the president of the Cámara de Comercio de Nogales, spoke after María Ibáñez of the Universidad de Sonora.",
]
SPANISH = [
    "La alcaldesa de Nogales dijo que el puente abrirá en primavera.",
    "El comercio entre los dos estados ha crecido y cada vez más cruza por tren.",
    "LA COMISIÓN SE REUNIRÁ EN JUNIO, SEGÚN LA OFICINA DE LA GOBERNADORA DE ARIZONA.",
    "Katie Hobbs, del Arizona Commerce Authority, se reunió con el director de University Medical Center.",
    "¿Quién preside la comisión? Ana Ruiz.",
]
OTHERS = [
    "Le maire de Nogales a annoncé que le pont ouvrira au printemps et que les deux pays en partageront le coût.",
    "A prefeita de Nogales disse que a ponte abrirá na primavera e que os dois países não vão dividir o custo.",
    "O governo do estado assinou um acordo com as empresas da região para melhorar a fronteira.",
    "Die Bürgermeisterin von Nogales sagte, dass die Brücke im Frühling öffnen wird und beide Länder sich die Kosten teilen.",
    "Il sindaco di Nogales ha detto che il ponte aprirà in primavera e che i due paesi divideranno il costo della strada.",
]
NOTHING = [
    "",
    " \n",
    "12 34 – 56",
    "Alfonso Durazo Montaño",
    "Katie Hobbs, Alfonso Durazo, Carlos de la Garza",
    "Hermosillo, Sonora",
    "Universidad de Sonora",
    "University of Arizona",
    "NADB / BDAN",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_known_by_its_small_words_whatever_the_names(text: str) -> None:
    assert detect(text) == "en"


def test_the_letters_of_an_abbreviation_are_no_small_words() -> None:
    assert detect("WASHINGTON, D.C. - Senator Edward Meeks met Ana Luna in Tucson on Monday.") == "en"


@pytest.mark.parametrize("text", SPANISH)
def test_spanish_is_known_by_its_small_words_whatever_the_names(text: str) -> None:
    assert detect(text) == "es"


@pytest.mark.parametrize("text", OTHERS + NOTHING)
def test_another_language_bare_names_and_too_little_text_are_undetermined(text: str) -> None:
    assert detect(text) == "und"


@pytest.mark.parametrize("declared", ["es", "ES", "es-MX", "es_MX", " es "])
def test_a_declaration_is_believed_where_the_text_does_not_tell(declared: str) -> None:
    assert settle(declared, "Hermosillo, Sonora") == "es"


@pytest.mark.parametrize("declared", [None, "", "fr", "english", "x-default"])
def test_without_a_declaration_of_one_of_the_two_it_stays_undetermined(declared: str | None) -> None:
    assert settle(declared, "Hermosillo, Sonora") == "und"


def test_a_template_that_declares_the_wrong_language_is_not_believed() -> None:
    assert settle("en-US", SPANISH[0]) == "es"
    assert settle("es", ENGLISH[0]) == "en"
    assert settle("en", OTHERS[0]) == "und"


def test_a_text_in_both_languages_is_in_the_one_that_it_has_more_of() -> None:
    assert detect(" ".join(ENGLISH) + " " + SPANISH[0]) == "en"
    assert detect(" ".join(SPANISH) + " " + ENGLISH[0]) == "es"


@settings(deadline=None)
@given(st.text())
def test_whatever_the_text_the_answer_is_one_of_three(text: str) -> None:
    assert detect(text) in ("en", "es", "und")


def test_small_words_are_written_in_lower_case_and_once() -> None:
    data = tomllib.loads((files("binatgraph.reading") / "function_words.toml").read_text("utf-8"))
    assert set(data) == {"en", "es", "fr", "pt", "de", "it"}
    for words in data.values():
        assert words == words.lower()
        assert len(set(words.split())) >= 60
