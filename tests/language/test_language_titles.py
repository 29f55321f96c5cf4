"""Titles and offices in a sentence."""

from __future__ import annotations

import pytest
from small_language import find

from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.titles import titles
from binatgraph.language.tokens import sentences


def title(text: str, language: str = "en") -> str:
    (only,) = find(text, language).titles
    return only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Mayor Ana Ruiz.", "Mayor"),
        ("They met Deputy Mayor Ana Ruiz.", "Deputy Mayor"),
        ("They met the former deputy director general Ana Ruiz.", "former deputy director general"),
        ("They met Co-Chair Ana Ruiz.", "Co-Chair"),
        ("They met President-elect Ana Ruiz.", "President-elect"),
        ("They met Mexico's Finance Secretary Ana Ruiz.", "Finance Secretary"),
        ("Ana Ruiz is director of trade policy at the Bridge Commission.", "director of trade policy"),
        ("Ana Ruiz, Under Secretary for Farm Production, spoke.", "Under Secretary for Farm Production"),
        ("Ana Ruiz is director of the Bridge Commission.", "director"),
        ("Ana Ruiz is governor of Sonora.", "governor"),
        ("The Mexican president spoke.", "president"),
    ],
)
def test_a_title_in_english_has_what_stands_before_its_head_and_what_it_is_for(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Habló el alcalde Luis Peña.", "alcalde"),
        ("Habló el cónsul general adjunto Luis Peña.", "cónsul general adjunto"),
        (
            "Habló la directora de programas y operaciones de la Comisión del Puente.",
            "directora de programas y operaciones",
        ),
        ("Habló el director de Atención al Viajero.", "director de Atención al Viajero"),
        ("Habló el exalcalde Luis Peña.", "exalcalde"),
        ("Habló la secretaria de la Comisión del Puente.", "secretaria"),
        ("Habló el cónsul mexicano en Tucson.", "cónsul mexicano"),
        ("Habló el embajador mexicano Luis Peña.", "embajador"),
    ],
)
def test_a_title_in_spanish_has_what_stands_behind_its_head_and_what_it_is_for(text: str, expected: str) -> None:
    assert title(text, "es") == expected


def test_titles_that_touch_are_one() -> None:
    assert find("They met Deputy Under Secretary Ana Ruiz.").titles == ["Deputy Under Secretary"]


def test_a_word_that_is_part_of_a_longer_word_is_no_title() -> None:
    assert find("The mayoral race in Heads Bay was headlined.").titles == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("All praised the Border Mayors Conference.", "en"), ("Todos alaban la Cumbre de Alcaldes.", "es")],
)
def test_office_holders_in_the_plural_may_be_part_of_a_name(text: str, language: str) -> None:
    assert find(text, language).titles == []


def test_a_title_knows_its_singular_and_where_it_begins_without_what_it_is_about() -> None:
    (sentence,) = sentences("They met Homeland Security Secretaries today.", offset=0, language="en")
    (found,) = titles(sentence, lexicon=load_lexicon("en"), is_name=lambda _: False)
    assert (found.head, found.plural) == ("secretary", True)
    assert [sentence[found.start].text, sentence[found.core].text] == ["Homeland", "Secretaries"]


def test_a_title_does_not_go_on_over_a_name() -> None:
    found = find("Mayor of Nogales Ana Ruiz met Director Luis Peña.")
    assert found.titles == ["Mayor", "Director"]
    assert [text for text, _ in found.names] == ["Nogales", "Ana Ruiz", "Luis Peña"]
