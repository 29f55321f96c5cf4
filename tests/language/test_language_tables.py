"""Tables whose headings say what stands below them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import actors, read, said

from binatgraph.language.tables import cells, row_sentence


def table(*rows: str) -> str:
    return "\n".join(["Who came", "", *rows[:1], "|---|---|---|", *rows[1:]])


@pytest.mark.parametrize(
    ("language", "headings", "row", "expected"),
    [
        ("en", "| Name | Title | Organization |", "| Kol Zubi | Analyst | Desert Trade Alliance |", "Kol Zubi holdsRole Desert Trade Alliance as Analyst"),
        ("en", "| Name | Office | State |", "| Kol Zubi | Senator | Sonora |", "Kol Zubi holdsRole Sonora as Senator"),
        ("en", "| Organization | Position | Name |", "| Nogales | Mayor | Dr. Kol Zubi |", "Kol Zubi holdsRole Nogales as Mayor"),
        ("en", "| Name | Role | Agency |", "| Kol Zubi | Gate keeper | Desert Water Agency |", "Kol Zubi holdsRole Desert Water Agency as Gate keeper"),
        ("es", "| Nombre | Cargo | Institución |", "| Lic. Kol Zubi | Director general | Fundación Dos Ríos |", "Kol Zubi holdsRole Fundación Dos Ríos as Director general"),
        ("es", "| Nombre | Cargo |", "| Kol Zubi | Director interino de la Fundación Dos Ríos |", "Kol Zubi holdsRole Fundación Dos Ríos as Director interino"),
        ("es", "| Estado | Gobernadora |", "| Sonora | Ana Ruiz |", "Ana Ruiz holdsRole Sonora as Gobernadora"),
    ],
)  # fmt: skip
def test_a_row_gives_the_office_of_its_person(language: str, headings: str, row: str, expected: str) -> None:
    found = read(table(headings, row), language)
    assert said(found) == [expected]
    assert [found.quote(claim.evidence) for claim in found.claims] == [row]


def test_two_offices_in_a_cell_are_two_claims() -> None:
    found = read(
        table("| Name | Title | Organization |", "| Kol Zubi | president and founder | Desert Trade Alliance |")
    )
    assert {claim.role for claim in found.claims} == {"president", "founder"}


def test_a_holder_of_a_public_office_in_a_table_is_an_official() -> None:
    found = read(table("| Name | Title | City |", "| Kol Zubi | Mayor | Nogales |"))
    assert actors(found)["Kol Zubi"] == "Official"


def test_a_table_of_bodies_says_where_they_are() -> None:
    found = read(table("| Organization | City |", "| Desert Trade Alliance | Tucson, Arizona |"))
    assert said(found) == ["Desert Trade Alliance locatedIn Tucson", "Tucson locatedIn Arizona"]


def test_where_a_person_comes_from_says_nothing_of_the_body() -> None:
    found = read(table("| Name | Organization | City |", "| Kol Zubi | Desert Trade Alliance | Tucson |"))
    assert said(found) == []


def test_a_whole_cell_of_capitals_is_a_person_but_a_place_stays_a_place() -> None:
    found = read(table("| Name | State |", "| Kol de la Zubi | Sonora |", "| Baja California | Sonora |"))
    assert actors(found) == {"Kol de la Zubi": "Person", "Sonora": "State", "Baja California": "State"}


def test_headings_are_no_names() -> None:
    found = read(table("| Governor | Bridge Commission | State |", "| Ana Ruiz | x | Sonora |"))
    assert "Bridge Commission" not in actors(found)


def test_a_table_without_known_headings_is_read_like_sentences() -> None:
    found = read(table("| Seat | What else |", "| Chair | Ana Ruiz, Governor of Sonora |"))
    assert said(found) == ["Ana Ruiz holdsRole Sonora as Governor"]


def test_a_second_table_has_its_own_headings() -> None:
    first = "| Name | Title | State |\n| Ana Ruiz | Governor | Sonora |"
    second = "| When | What |\n| 2020 | Luis Peña, Governor, Arizona |"
    assert said(read(f"{first}\n\n{second}")) == [
        "Ana Ruiz holdsRole Sonora as Governor",
        *said(read(second)),
    ]


def test_the_cells_of_a_row_need_no_spaces() -> None:
    row = row_sentence("|Ana Ruiz|Mayor||", offset=0, language="en")
    assert [[row[at].text for at in cell] for cell in cells(row)] == [["Ana", "Ruiz"], ["Mayor"], []]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="|\n\\")), max_size=5))
def test_the_tokens_of_a_row_are_the_text_at_their_places(parts: list[str]) -> None:
    text = "|" + "".join(f"{part}|" for part in parts)
    row = row_sentence(text, offset=7, language="en")
    assert all(text[token.start - 7 : token.end - 7] == token.text for token in row)
    assert len(cells(row)) == len(parts)
