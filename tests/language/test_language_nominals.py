"""Words that stand for actors named before."""

from __future__ import annotations

import pytest
from small_language import line, read


def meant(text: str, language: str = "en") -> list[str]:
    """Give the claims of the last sentence."""
    found = read(text, language)
    last = max((claim.evidence for claim in found.claims), default=None)
    return [line(claim, found) for claim in found.claims if claim.evidence == last]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Bridge Commission sat. The Desert Trade Alliance sat. The commission signed the Palo Verde Treaty.",
            "Bridge Commission signed Palo Verde Treaty",
        ),
        ("en", "Vantrix Motors grew. The company signed the Palo Verde Treaty.", "Vantrix Motors signed Palo Verde Treaty"),
        ("en", "Ana Ruiz spoke. She signed the Palo Verde Treaty.", "Ana Ruiz signed Palo Verde Treaty"),
        (
            "en",
            "Sonora Governor Ana Ruiz and Luis Peña sat. The governor signed the Palo Verde Treaty.",
            "Ana Ruiz signed Palo Verde Treaty",
        ),
        (
            "en",
            "Senator Tom Reed and Luis Peña sat. The lawmaker signed the Palo Verde Treaty.",
            "Tom Reed signed Palo Verde Treaty",
        ),
        ("es", "Sesionó la Comisión del Puente. Dicha comisión firmó el Tratado Palo Verde.", "Comisión del Puente signed Tratado Palo Verde"),
        ("es", "Creció Motores Vantrix. La empresa firmó el Tratado Palo Verde.", "Motores Vantrix signed Tratado Palo Verde"),
        ("es", "Habló Ana Ruiz. Ella firmó el Tratado Palo Verde.", "Ana Ruiz signed Tratado Palo Verde"),
        (
            "es",
            "Habló la gobernadora de Sonora, Ana Ruiz, y luego Luis Peña. La mandataria firmó el Tratado Palo Verde.",
            "Ana Ruiz signed Tratado Palo Verde",
        ),
    ],
)  # fmt: skip
def test_a_word_stands_for_the_actor_named_before(language: str, text: str, expected: str) -> None:
    assert meant(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ana Ruiz met with Rosa Ibarra. She signed the Palo Verde Treaty."),
        ("en", "Mayor Ana Ruiz met with Mayor Rosa Ibarra. The mayor signed the Palo Verde Treaty."),
        (
            "en",
            "The Desert Trade Alliance met with the Two Rivers Foundation. The association signed the Palo Verde Treaty.",
        ),
        ("es", "Ana Ruiz se reunió con Rosa Ibarra. Ella firmó el Tratado Palo Verde."),
    ],
)
def test_what_could_be_two_stays_open(language: str, text: str) -> None:
    assert [claim for claim in meant(text, language) if "signed" in claim] == []


def test_a_word_stands_for_nobody_who_is_named_later() -> None:
    assert read("She signed the Palo Verde Treaty. Ana Ruiz left.").claims == ()


def test_a_common_noun_without_an_article_stands_for_nobody() -> None:
    assert meant("The Bridge Commission sat. Another commission signed the Palo Verde Treaty.") == []


def test_a_spanish_article_is_no_pronoun() -> None:
    found = read("Ana Ruiz habló. Se inauguró el Foro del Río en Tucson.", "es")
    assert [found.quote(claim.subject) for claim in found.claims] == ["Foro del Río"]


def test_an_apposition_is_the_office_and_not_its_holder() -> None:
    found = read("Governor Ana Ruiz sat. Luis Peña, the governor of Sonora, signed the Palo Verde Treaty.")
    assert {found.quote(claim.subject) for claim in found.claims} == {"Luis Peña"}
