"""The blocks of a text, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.language.layout import BlockKind, blocks
from binatgraph.language.lexicon import load_lexicon


def laid_out(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(b.kind.value, text[b.start : b.end]) for b in blocks(text, lexicon=load_lexicon(language))]


def test_the_first_line_without_a_full_stop_is_the_headline() -> None:
    text = "Two rivers meet\n\nThe water rose.\n\nWhat comes next\n"
    assert laid_out(text) == [
        ("headline", "Two rivers meet"),
        ("paragraph", "The water rose."),
        ("heading", "What comes next"),
    ]


def test_a_first_line_in_capitals_is_a_headline_even_with_a_full_stop() -> None:
    assert laid_out("TWO RIVERS MEET.\nThe water rose.")[0] == ("headline", "TWO RIVERS MEET.")


def test_a_text_that_begins_with_a_sentence_has_no_headline() -> None:
    assert laid_out("The water rose.")[0][0] == "paragraph"


def test_a_long_line_without_a_full_stop_is_a_paragraph() -> None:
    line = "and so the water rose " * 10
    assert [kind for kind, _ in laid_out(f"The start.\n{line}")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("bullet", ["- ", "• ", "* ", "– ", "1. ", "12) ", "(3) ", "a) ", "▪  "])
def test_a_list_item_begins_behind_its_bullet(bullet: str) -> None:
    assert laid_out(f"Present:\n{bullet}Ana Ruiz, guide")[1] == ("item", "Ana Ruiz, guide")


@pytest.mark.parametrize("line", ["2024 was dry", "a dry year", "A) the first", "-5 degrees"])
def test_what_only_looks_like_a_bullet_is_none(line: str) -> None:
    assert laid_out(f"The start.\n\n{line}")[1] == ("heading", line)


def test_a_line_between_bars_is_a_row_and_the_line_under_the_headings_is_nothing() -> None:
    text = "| Name | Town |\n|------|------|\n| Ana Ruiz | Nogales |"
    assert laid_out(text) == [("row", "| Name | Town |"), ("row", "| Ana Ruiz | Nogales |")]


@pytest.mark.parametrize("line", ["-----", "=====", "* * *", "·····", "| |"])
def test_a_ruled_line_is_nothing(line: str) -> None:
    assert laid_out(f"The start.\n{line}\nThe end.") == [("paragraph", "The start."), ("paragraph", "The end.")]


def test_the_lines_of_a_hard_wrapped_paragraph_are_one() -> None:
    wrapped = "The water of the river rose for the third day and reached\nthe lower gate before noon, as everybody had feared."
    assert laid_out(wrapped) == [("paragraph", wrapped)]


def test_a_wrapped_paragraph_goes_on_behind_a_comma_and_before_a_number() -> None:
    first = "Those who came to the river that day were Ana Ruiz, a guide,"
    second = "Luis Reyes, a cook for the crew of the lower gate, and about"
    third = "40 neighbours."
    assert len(laid_out(f"{first}\n{second}\n{third}")) == 1


def test_a_new_sentence_on_a_new_line_is_a_new_paragraph() -> None:
    text = (
        "The water of the river rose for the third day without a stop.\nEverybody went to the lower gate to look at it."
    )
    assert [kind for kind, _ in laid_out(text)] == ["paragraph", "paragraph"]


def test_an_empty_line_ends_a_paragraph_whatever_follows() -> None:
    text = "The water of the river rose for the third day and reached\n\nthe lower gate before noon, as everybody had feared."
    assert len(laid_out(text)) == 2


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Photo credit: Ana Ruiz"),
        ("en", "By Ana Ruiz"),
        ("en", "Subscribe today to our newsletter"),
        ("en", "Follow us on every network"),
        ("en", "Click here for the map"),
        ("en", "Copyright 2020, The Lower Gate Gazette"),
        ("en", "4 min read"),
        ("es", "Foto: Ana Ruiz"),
        ("es", "Por Ana Ruiz"),
        ("es", "Suscríbete a nuestro boletín"),
        ("es", "Síguenos en todas las redes"),
        ("es", "Te puede interesar: otro río"),
        ("es", "Todos los derechos reservados"),
        ("es", "3 minutos de lectura"),
    ],
)
def test_lines_about_the_publication_are_furniture(language: str, line: str) -> None:
    assert laid_out(f"El agua.\n\n{line}", language)[1] == ("furniture", line)


@pytest.mark.parametrize(("language", "heading"), [("en", "Table of Contents"), ("es", "Índice")])
def test_a_list_of_contents_is_furniture_up_to_its_last_item(language: str, heading: str) -> None:
    kinds = [kind for kind, _ in laid_out(f"{heading}\n- 1. One\n- 2. Two\nThe water rose.\n- an item", language)]
    assert kinds == ["furniture", "furniture", "furniture", "paragraph", "item"]


@given(st.text(), st.sampled_from(["en", "es"]))
def test_blocks_are_in_order_have_no_white_space_at_their_edges_and_do_not_overlap(text: str, language: str) -> None:
    behind = 0
    for block in blocks(text, lexicon=load_lexicon(language)):
        words = text[block.start : block.end]
        assert behind <= block.start < block.end
        assert words == words.strip()
        behind = block.end


@given(st.lists(st.sampled_from(["The water rose.", "- an item", "| a | b |", "A heading", ""]), max_size=8))
def test_every_word_lies_in_a_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    shown = "".join(text[b.start : b.end] for b in blocks(text, lexicon=load_lexicon("en")))
    assert "".join(text.replace("- ", "").split()) == "".join(shown.split())


def test_a_line_of_very_many_spaces_takes_no_time() -> None:
    kinds = [b.kind for b in blocks(" " * 300_000 + "\nThe water rose.", lexicon=load_lexicon("en"))]
    assert kinds == [BlockKind.PARAGRAPH]
