"""Names in a sentence: where they begin and end, and of which kind they are by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import find, rules

from binatgraph.language.candidates import candidates
from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.phrases import NOTHING_KNOWN
from binatgraph.language.tokens import sentences


def names(text: str, language: str = "en") -> list[str]:
    return [name for name, _ in find(text, language).names]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They joined the Tall Cactus Council.", "Tall Cactus Council", "Organization"),
        ("They joined the Council for Dry Rivers.", "Council for Dry Rivers", "Organization"),
        ("They joined the Department of Sand and Wind.", "Department of Sand and Wind", "GovernmentBody"),
        ("They joined the University of the Gila.", "University of the Gila", "EducationalInstitution"),
        ("They joined the Ambos Chamber of Commerce.", "Ambos Chamber of Commerce", "Organization"),
        ("They joined Sand & Sons.", "Sand & Sons", None),
        ("They joined Tall Cactus, Inc. today.", "Tall Cactus, Inc.", "Company"),
        ("They use the Dry Gulch Port of Entry.", "Dry Gulch Port of Entry", "PortOfEntry"),
        (
            "They signed the Sand-Wind Memorandum of Understanding.",
            "Sand-Wind Memorandum of Understanding",
            "Agreement",
        ),
        ("They signed Minute 399.", "Minute 399", "Agreement"),
        ("They read about the High-level Sand Dialogue.", "High-level Sand Dialogue", "Event"),
        ("They love the Sol-arena Mega-region.", "Sol-arena Mega-region", "Region"),
        ("They love Southern Arizona.", "Southern Arizona", "Region"),
        ("They love Sonora-arizona Week.", "Sonora-arizona Week", "Event"),
        ("They met Maria-Elena Ruiz Peña.", "Maria-Elena Ruiz Peña", "Person"),
        ("They met Carlos de la Garza.", "Carlos de la Garza", "Person"),
        ("They thank the Mexican government.", "Mexican government", "GovernmentBody"),
        ("They spoke in Fort Sand.", "Fort Sand", "City"),
        ("They heard the Comunidades Unidas para Servicio.", "Comunidades Unidas para Servicio", "Organization"),
    ],
)
def test_a_name_in_english_is_found_whole_with_its_kind(text: str, name: str, kind: str | None) -> None:
    assert find(text).names == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Llegó el Consejo de la Arena.", "Consejo de la Arena", "Organization"),
        ("Llegó la Secretaría de Arena y Viento.", "Secretaría de Arena y Viento", "GovernmentBody"),
        ("Llegó la Cámara de Comercio de Arenales.", "Cámara de Comercio de Arenales", "Organization"),
        ("Llegó el Grupo de Alto Nivel del Viento.", "Grupo de Alto Nivel del Viento", "Commission"),
        ("Leyó el Memorándum de Entendimiento Arena.", "Memorándum de Entendimiento Arena", "Agreement"),
        ("Leyó el Acta 399.", "Acta 399", "Agreement"),
        (
            "Abrió la Cumbre Anual de Alcaldes entre México y Estados Unidos.",
            "Cumbre Anual de Alcaldes entre México y Estados Unidos",
            "Event",
        ),
        ("Llegó al Consulado General de México en Tucson.", "Consulado General de México en Tucson", "GovernmentBody"),
        ("Cruzó por la Garita Arenales.", "Garita Arenales", "PortOfEntry"),
        ("Vio a María de los Ángeles Ruiz.", "María de los Ángeles Ruiz", "Person"),
        ("Vio a la Tall Cactus Retailers Association.", "Tall Cactus Retailers Association", "Organization"),
    ],
)
def test_a_name_in_spanish_is_found_whole_with_its_kind(text: str, name: str, kind: str | None) -> None:
    assert find(text, "es").names == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They saw the Sand Council and the Wind Council.", "en", ["Sand Council", "Wind Council"]),
        ("They saw Mexico and Sand Council of Tucson.", "en", ["Mexico", "Sand Council of Tucson"]),
        ("They saw Ana Ruiz and Luis Peña.", "en", ["Ana Ruiz", "Luis Peña"]),
        ("Vio a la Unidad de Enlace de la Secretaría de Arena.", "es", ["Unidad de Enlace", "Secretaría de Arena"]),
        ("Vio al Instituto de Arena y Ana Ruiz.", "es", ["Instituto de Arena", "Ana Ruiz"]),
        ("Vio a Ana Ruiz de la Comisión del Puente.", "es", ["Ana Ruiz", "Comisión del Puente"]),
    ],
)
def test_two_names_beside_each_other_stay_two(text: str, language: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw the Sonora-based Grupo Arena.", ["Sonora", "Grupo Arena"]),
        ("They saw Luis Sonora Peña.", ["Luis Sonora Peña"]),
        ("They saw Ana Ruiz Baja California.", ["Ana Ruiz", "Baja California"]),
        ("They saw the Desert Water Agency Rural Division.", ["Desert Water Agency Rural Division"]),
        ("They saw Sonora 2024.", ["Sonora"]),
    ],
)
def test_a_known_name_inside_an_unknown_one_is_kept_apart_unless_the_whole_says_what_it_is(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


def test_a_unit_of_a_body_in_capitals_has_its_name_in_front() -> None:
    own = rules()["en"].register.kinds
    assert ("desert", "water", "agency") in own
    assert find("They saw the Desert Water Agency Rural Division.").names[0][1] == "GovernmentBody"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They planned the “Sand and Wind” conference.", "en", [("Sand and Wind", "Event")]),
        ('Preparan el foro "Arena y Viento" en mayo.', "es", [("Arena y Viento", "Event")]),
        ("They call it “Sand and Wind” at home.", "en", []),
        ("They planned the “Sand” conference.", "en", []),
        ("They planned the “now we go on with it” conference.", "en", []),
    ],
)
def test_a_quotation_is_a_name_beside_the_noun_that_says_so(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    found = find(text, language).names
    assert [name for name in found if name[1] == "Event"] == expected


@pytest.mark.parametrize(
    "text", ["Yesterday it rained.", "On Monday it rained.", "“Sand blows here.", "Sand – Wind", "Members (R) left."]
)
def test_a_capital_that_any_word_would_have_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Habló Rosa Elena Zubiri.", ["Rosa Elena Zubiri"]),
        ("Rosa Elena Zubiri habló.", ["Rosa Elena Zubiri"]),
        ("Fundación Rosa Zubiri donó.", ["Fundación Rosa Zubiri"]),
        ("Sonora Rosa Zubiri donó.", ["Sonora", "Rosa Zubiri"]),
    ],
)
def test_the_first_word_of_a_sentence_is_no_part_of_the_person_behind_it(text: str, expected: list[str]) -> None:
    assert names(text, "es") == expected


def test_a_line_in_capitals_has_known_names_only() -> None:
    assert names("SONORA AND WONDERLAND ADMIRE BOTTLED RIVERS") == ["SONORA"]


def test_a_headline_in_title_case_has_known_names_only() -> None:
    text = "Sonora Admires Wonderland And Its Bottled Rivers"
    assert [name for name, _ in find(text, headline=True).names] == ["Sonora"]


def test_a_headline_in_sentence_case_is_read_like_a_sentence() -> None:
    text = "Sonora admires the Tall Cactus Council and its bottled rivers"
    assert [name for name, _ in find(text, headline=True).names] == ["Sonora", "Tall Cactus Council"]


@given(
    st.lists(
        st.sampled_from(
            [
                "Ana",
                "Ruiz",
                "Mayor",
                "of",
                "the",
                "Sonora",
                "-",
                "and",
                ",",
                "Council",
                "“",
                "”",
                "Minute",
                "323",
                "&",
                "la",
                "de",
                "State",
            ]
        ),
        max_size=12,
    )
)
def test_names_and_titles_do_not_overlap(words: list[str]) -> None:
    own = rules()["en"]
    for sentence in sentences(" ".join(words), offset=0, language="en"):
        found = candidates(sentence, lexicon=own.lexicon, register=own.register)
        behind = 0
        for part in sorted([(n.start, n.end) for n in found.names] + [(t.start, t.end) for t in found.titles]):
            assert behind <= part[0] < part[1] <= len(sentence)
            behind = part[1]


def test_without_any_known_name_names_are_still_found() -> None:
    (sentence,) = sentences("They joined the Tall Cactus Council.", offset=0, language="en")
    found = candidates(sentence, lexicon=load_lexicon("en"), register=NOTHING_KNOWN)
    assert [(name.start, name.end, name.known) for name in found.names] == [(3, 6, False)]
