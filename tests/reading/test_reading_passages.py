"""Documents in two languages: which paragraph is in which, and that each is read by its own rules."""

from __future__ import annotations

import pytest

from binatgraph.model import Analysis, Document
from binatgraph.pipeline import Tools, extract
from binatgraph.pipeline.tools import extract_json
from binatgraph.reading import read_bytes

EN = (
    "Arizona Governor Katie Hobbs met with the members of the board in the old house, and said that the work had to go on "
    "for another year because the people of the valley had asked for it."
)
ES = (
    "La gobernadora de Arizona, Katie Hobbs, se reunió con el gobernador de Sonora, Alfonso Durazo, en la sede de la oficina, "
    "y dijo que el trabajo debía seguir un año más porque así lo pidió la gente del valle."
)
FR = (
    "La réunion des deux bureaux a eu lieu dans la vieille maison de la ville, et les membres du conseil ont dit que le travail "
    "devait continuer pendant une année parce que les habitants de la vallée le demandaient."
)
PRUEBA = f"{ES} Ana Ruiz Prueba, presidenta de la Cámara de Comercio de Prueba, habló de la obra."
NAMES = "Comisión Sonora-Arizona, Cámara de Comercio de Nogales, Universidad Estatal de Sonora"


def document(*paragraphs: str) -> Document:
    return read_bytes("\n\n".join(paragraphs).encode(), source="a", media_type="text/plain")


def spoken(found: Document) -> list[tuple[str, str]]:
    return [(one.language, found.text[one.start : one.end]) for one in found.passages]


@pytest.mark.parametrize("paragraphs", [(EN, EN), (ES, ES), (FR, FR), (EN,), (EN, NAMES, EN), (NAMES,), ("",)])
def test_a_document_in_one_language_has_no_passages(paragraphs: tuple[str, ...]) -> None:
    assert document(*paragraphs).passages == ()


def test_a_paragraph_in_the_other_language_is_a_passage() -> None:
    found = document(EN, EN, ES, EN)
    assert (found.language, spoken(found)) == ("en", [("es", ES)])
    assert found.language_at(found.text.index("La gobernadora")) == "es"


def test_halves_in_both_languages_are_told_apart_whatever_the_whole_is_taken_for() -> None:
    found = document(EN, ES)
    other = {"en": ES, "es": EN}[found.language]
    assert [text for _, text in spoken(found)] == [other]


def test_a_heading_is_in_the_language_of_what_it_is_above_and_a_name_in_that_of_what_is_above_it() -> None:
    found = document(EN, EN, "Nogales, Sonora", ES, NAMES + ".", EN)
    assert spoken(found) == [("es", f"Nogales, Sonora\n\n{ES}\n\n{NAMES}.")]


def test_lines_that_were_broken_by_hand_are_one_paragraph() -> None:
    words = ES.split()
    wrapped = "\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
    assert spoken(document(EN, EN, wrapped)) == [("es", wrapped)]


def test_a_paragraph_in_neither_language_is_told_and_a_document_in_neither_is_honest() -> None:
    assert spoken(document(EN, EN, FR)) == [("und", FR)]
    found = document(FR, FR, FR, EN)
    assert (found.language, spoken(found)) == ("und", [("en", EN)])


def offices(found: Analysis) -> set[tuple[str, str]]:
    """Give who holds what: the words of a role tell which language it was read in."""
    return {(found.quote(one.subject), one.role) for one in found.claims if one.role}


def test_each_paragraph_is_read_by_the_rules_of_its_language(tools: Tools) -> None:
    found = extract(document(EN, EN, ES), tools=tools)
    assert offices(found) == {
        ("Katie Hobbs", "Governor"),
        ("Katie Hobbs", "gobernadora"),
        ("Alfonso Durazo", "gobernador"),
    }
    assert all(found.quote(one.span).strip() == found.quote(one.span) != "" for one in found.mentions)


def test_an_actor_of_both_languages_is_one_and_keeps_its_names(tools: Tools) -> None:
    found = extract(
        document(f"{EN} Ana Ruiz Prueba, president of the Verde Valley Trade Council, spoke.", EN, PRUEBA), tools=tools
    )
    ids = [actor.id for actor in found.actors]
    assert len(ids) == len(set(ids))
    (prueba,) = (actor for actor in found.actors if actor.id.endswith("person/ana-ruiz-prueba"))
    assert {name.language for name in prueba.names} == {"en", "es"}


def test_what_is_said_in_two_languages_is_one_entity_in_json(tools: Tools) -> None:
    found = extract_json(document(EN, EN, ES), tools=tools)
    (hobbs,) = (one for one in found["entities"] if one["iri"] and one["iri"].endswith("person/katie-hobbs"))
    assert len(hobbs["mentions"]) >= 3


def test_a_paragraph_of_a_document_in_neither_language_is_read(tools: Tools) -> None:
    assert offices(extract(document(FR, FR, FR, EN), tools=tools)) == {("Katie Hobbs", "Governor")}
