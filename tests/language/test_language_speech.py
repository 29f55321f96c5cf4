"""Who says what is claimed."""

from __future__ import annotations

import pytest
from small_language import read

from binatgraph.model import Modality


def spoken(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Give how the meetings and signatures in a text are put, and who says so."""
    found = read(text, language)
    return [
        (claim.modality.value, found.quote(claim.speaker) if claim.speaker else None)
        for claim in found.claims
        if claim.role is None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said that Luis Peña met with Mark Stone.",
        "Ana Ruiz, mayor of Nogales, said that Luis Peña met with Mark Stone.",
        "Nogales Mayor Ana Ruiz said on Monday that Luis Peña met with Mark Stone.",
        "Ana Ruiz said in Tucson that Luis Peña met with Mark Stone.",
        "Ana Ruiz also told Rosa Ibarra that Luis Peña met with Mark Stone.",
        "According to Ana Ruiz, Luis Peña met with Mark Stone.",
        "Luis Peña met with Mark Stone, according to Ana Ruiz.",
        "Luis Peña met with Mark Stone, said Ana Ruiz, mayor of Nogales.",
        "“Luis Peña met with Mark Stone,” Ana Ruiz said.",
        "Ana Ruiz said: “Luis Peña met with Mark Stone.”",
    ],
)
def test_what_somebody_says_in_english_is_reported_by_that_speaker(text: str) -> None:
    assert ("Reported", "Ana Ruiz") in spoken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz dijo que Luis Peña se reunió con Mark Stone.",
        "La alcaldesa de Nogales, Ana Ruiz, señaló que Luis Peña se reunió con Mark Stone.",
        "Ana Ruiz también explicó que Luis Peña se reunió con Mark Stone.",
        "Según Ana Ruiz, Luis Peña se reunió con Mark Stone.",
        "De acuerdo con Ana Ruiz, Luis Peña se reunió con Mark Stone.",
        "Luis Peña se reunió con Mark Stone, informó Ana Ruiz.",
        "Ana Ruiz dijo: «Luis Peña se reunió con Mark Stone».",
    ],
)
def test_what_somebody_says_in_spanish_is_reported_by_that_speaker(text: str) -> None:
    assert ("Reported", "Ana Ruiz") in spoken(text, "es")


def test_what_the_speaker_is_said_to_do_is_not_reported_by_the_speaker() -> None:
    assert spoken("Ana Ruiz met with Mark Stone and said that all is well.") == [("Asserted", None)]


def test_what_is_reported_by_nobody_named_has_no_speaker() -> None:
    assert spoken("Officials said that Luis Peña met with Mark Stone.") == [("Reported", None)]


def test_the_town_of_a_speaker_says_nothing() -> None:
    assert spoken("The keeper of the Bridge Commission said that Luis Peña met with Mark Stone.") == [
        ("Reported", None)
    ]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Ana Ruiz said that Luis Peña will sign the Palo Verde Treaty.", Modality.PLANNED),
        ("Ana Ruiz said that Luis Peña did not sign the Palo Verde Treaty.", Modality.DENIED),
    ],
)
def test_a_plan_or_a_denial_stays_one_and_has_a_speaker(text: str, how: Modality) -> None:
    (claim,) = read(text).claims
    assert (claim.modality, claim.speaker is not None) == (how, True)


def test_an_office_told_by_the_way_is_the_writers_word() -> None:
    found = read("Ana Ruiz said that Sonora Governor Luis Peña met with Mark Stone.")
    (office,) = [claim for claim in found.claims if claim.role]
    assert (office.modality, office.speaker) == (Modality.ASSERTED, None)
