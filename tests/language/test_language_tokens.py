"""Tokens and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.language.tokens import long_words, sentences

languages = st.sampled_from(["en", "es"])


def words(text: str, language: str = "en") -> list[list[str]]:
    return [[token.text for token in sentence] for sentence in sentences(text, offset=0, language=language)]


@given(st.text(), languages, st.integers(min_value=0, max_value=1000))
def test_a_token_is_the_text_at_its_place(text: str, language: str, offset: int) -> None:
    for sentence in sentences(text, offset=offset, language=language):
        for token in sentence:
            assert text[token.start - offset : token.end - offset] == token.text


@given(st.text(), languages)
def test_every_character_that_is_no_white_space_is_in_one_token(text: str, language: str) -> None:
    tokens = [token for sentence in sentences(text, offset=0, language=language) for token in sentence]
    assert "".join("".join(token.text.split()) for token in tokens) == "".join(text.split())
    assert all(before.end <= token.start for before, token in pairwise(tokens))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gov. Ruiz and Sen. Reed met Dr. Stone in St. Mary, Ariz."),
        ("en", "The U.S. side of Rio Inc. agreed."),
        ("es", "El Lic. Reyes y la Mtra. Ruiz vieron al C. Peña en Nogales, Son."),
        ("es", "La empresa Río Claro S.A. de C.V. de EE.UU. aceptó."),
    ],
)
def test_an_abbreviation_ends_no_sentence(language: str, text: str) -> None:
    assert len(words(text, language)) == 1


@pytest.mark.parametrize("mark", ["(", "”", "Ana-", "$"])
def test_very_many_marks_without_a_space_take_no_time(mark: str) -> None:
    text = f"{mark * 20_000}Ana{mark * 20_000}"
    tokens = [token for sentence in sentences(text, offset=0, language="en") for token in sentence]
    assert "".join(token.text for token in tokens) == text


def test_an_article_behind_an_abbreviation_begins_a_sentence() -> None:
    assert [sentence[0] for sentence in words("They met in Washington, D.C. The water rose.")] == ["They", "The"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-Mexico", ["U.S.", "-", "Mexico"]),
        ("Sonora–Arizona", ["Sonora", "–", "Arizona"]),
        ("high-level", ["high", "-", "level"]),
        ("Ruiz/Reed", ["Ruiz", "/", "Reed"]),
    ],
)
def test_a_hyphen_between_letters_parts_two_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == [expected]


def test_an_opening_quotation_mark_belongs_to_the_sentence_that_it_opens() -> None:
    assert [sentence[0] for sentence in words("They agreed. “We start today.” All left.")] == ["They", "“", "All"]


def test_offsets_count_from_the_beginning_of_the_document() -> None:
    (sentence,) = sentences("Ana Ruiz", offset=40, language="en")
    assert [(token.start, token.end) for token in sentence] == [(40, 43), (44, 48)]


def test_a_token_knows_what_two_spellings_have_in_common() -> None:
    (sentence,) = sentences("PEÑA Peña pena .", offset=0, language="es")
    assert [token.folded for token in sentence] == ["pena", "pena", "pena", ""]


def test_a_token_knows_how_it_is_written() -> None:
    (sentence,) = sentences("ACME Acme acme A 42", offset=0, language="en")
    assert [(token.capital, token.shouted) for token in sentence] == [
        (True, True),
        (True, False),
        (False, False),
        (True, False),
        (False, False),
    ]


def test_words_of_three_letters_and_numbers_are_not_long() -> None:
    (sentence,) = sentences("The Day of 1999 Rivers", offset=0, language="en")
    assert [token.text for token in long_words(sentence)] == ["Rivers"]
