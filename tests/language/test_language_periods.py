"""When an office is held: by example, in `periods_examples.toml`, and what must hold of whatever is read."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import read

from binatgraph.language.bounds import Place
from binatgraph.language.lexicon import LANGUAGES
from binatgraph.language.office_dates import Office, found
from binatgraph.language.periods import period, tense_by
from binatgraph.model import Period, Tense

EXAMPLES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "periods_examples.toml").read_text("utf-8"))
SHOWN = [pytest.param(example, id=example["text"]) for example in EXAMPLES["example"]]
PUBLISHED = "2025-06-26"
_PART = re.compile(r"\[([STO]) ([^\]]+)\]")


def office(marked: str) -> Office:
    """Make an office of a sentence in which its parts are marked."""
    text, places, done = "", dict[str, Place](), 0
    for part in _PART.finditer(marked):
        text += marked[done : part.start()]
        places[part.group(1)] = (len(text), len(text) + len(part.group(2)))
        text, done = text + part.group(2), part.end()
    return Office(text=text + marked[done:], title=places.get("T"), subject=places.get("S"), object=places.get("O"))


def held(marked: str, language: str, *, published: str | None = PUBLISHED) -> tuple[Tense, Period]:
    seen = dt.date.fromisoformat(published) if published else None
    told = found(office(marked), seen=seen, language=language)
    tense = tense_by(told, tense=Tense.PRESENT, seen=seen)
    return tense, period(told, tense=tense, published=published)


def written(tense: Tense, when: Period) -> str:
    pairs = ((when.start_earliest, when.start_latest), (when.end_earliest, when.end_latest))
    bounds = [low if low and low == high else f"{low or '..'}/{high or '..'}" for low, high in pairs]
    return " ".join([tense.value, *bounds, *(["seen"] if when.last_seen else [])])


@pytest.mark.parametrize("example", SHOWN)
def test_an_office_is_held_when_its_sentence_says(example: dict[str, str]) -> None:
    assert written(*held(example["text"], example["language"])) == example["says"]


@pytest.mark.parametrize("example", SHOWN)
def test_bounds_are_in_order_and_the_last_day_seen_is_that_of_the_document(example: dict[str, str]) -> None:
    _, when = held(example["text"], example["language"])
    assert when.possible
    assert when.last_seen in {None, PUBLISHED}


@pytest.mark.parametrize("example", SHOWN)
def test_without_the_day_of_the_document_nothing_is_known_of_it(example: dict[str, str]) -> None:
    _, when = held(example["text"], example["language"], published=None)
    assert when.possible
    assert PUBLISHED not in asdict(when).values()


def test_a_period_that_ends_before_it_starts_is_dropped_and_not_the_claim() -> None:
    tense, when = held("[S Ana Ruiz], [T mayor] of [O Nogales] from 2019 to 2015, spoke.", "en")
    assert (tense, when) == (Tense.PAST, Period(end_latest=PUBLISHED))


PIECES = [
    "2015", "March 2021", "last June", "to", "from", "until", "since", "between", "and", "(", ")", "–", ",", "was", "became", "took office", "will be",
    "resigned as", "for six years", "[S Ana Ruiz]", "[T mayor]", "of", "[O Nogales]", "2027", "desde", "hasta 2018", "asumió", "fue", "será", "de", "a", "|",
]  # fmt: skip


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=14),
    language=st.sampled_from(LANGUAGES),
    published=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)).map(dt.date.isoformat),
)
def test_whatever_is_written_the_bounds_are_in_order(pieces: list[str], language: str, published: str | None) -> None:
    marked, seen = [], set[str]()
    for piece in pieces:
        if piece not in seen or not piece.startswith("["):
            marked.append(piece)
        seen.add(piece)
    _, when = held(" ".join(marked), language, published=published)
    assert when.possible
    assert when.last_seen in {None, published}


@pytest.mark.parametrize(
    ("language", "text", "role", "tense"),
    [
        ("en", "Sonora acting Governor Ana Ruiz spoke.", "acting Governor", Tense.PRESENT),
        ("en", "Ana Ruiz, interim director of the Desert Water Agency, spoke.", "interim director", Tense.PRESENT),
        ("en", "Ana Ruiz, governor-elect of Sonora, spoke.", "governor-elect", Tense.FUTURE),
        ("en", "Ana Ruiz, then-governor of Sonora, spoke.", "governor", Tense.PAST),
        ("en", "Ana Ruiz, incoming director of the Desert Water Agency, spoke.", "director", Tense.FUTURE),
        ("en", "The former Nogales mayor, Ana Ruiz, spoke.", "mayor", Tense.PAST),
        ("es", "Ana Ruiz, encargada de despacho de la Secretaría del Desierto, habló.", "encargada de despacho", Tense.PRESENT),
        ("es", "La gobernadora interina de Sonora, Ana Ruiz, habló.", "gobernadora interina", Tense.PRESENT),
        ("es", "Ana Ruiz, gobernadora electa de Sonora, habló.", "gobernadora electa", Tense.FUTURE),
        ("es", "La antigua directora de la Agencia del Agua, Ana Ruiz, habló.", "directora", Tense.PAST),
        ("es", "El gobernador saliente de Sonora, Luis Peña, habló.", "gobernador saliente", Tense.PAST),
    ],
)  # fmt: skip
def test_a_title_says_when_and_an_acting_holder_keeps_the_word(
    language: str, text: str, role: str, tense: Tense
) -> None:
    (claim,) = read(text, language).claims
    assert (claim.role, claim.tense) == (role, tense)


@pytest.mark.parametrize(
    ("language", "text", "tenses"),
    [
        ("en", "Previous positions\n\n- Ana Ruiz, mayor of Nogales\n- Tom Reed, mayor of Tucson", [Tense.PAST] * 2),
        ("en", "Positions\n\n- Ana Ruiz, mayor of Nogales", [Tense.PRESENT]),
        ("en", "Previous positions\n\nThe mayor of Nogales, Ana Ruiz, spoke of her work here.", [Tense.PRESENT]),
        ("es", "Cargos anteriores:\n\n- Ana Ruiz, alcaldesa de Nogales", [Tense.PAST]),
    ],
)
def test_under_a_heading_of_past_offices_a_list_is_of_the_past(language: str, text: str, tenses: list[Tense]) -> None:
    assert [claim.tense for claim in read(text, language).claims] == tenses


def test_a_claim_that_is_read_has_the_period_of_its_own_office() -> None:
    text = "Ana Ruiz, mayor of Nogales since March 2021, met with Luis Peña, mayor of Tucson, on Tuesday."
    periods = {
        claim.role and text[claim.subject.start : claim.subject.end]: claim.period
        for claim in read(text, published=PUBLISHED).claims
    }
    assert periods["Ana Ruiz"] == Period(start_earliest="2021-03-01", start_latest="2021-03-31", last_seen=PUBLISHED)
    assert periods["Luis Peña"] == Period(start_latest=PUBLISHED, last_seen=PUBLISHED)
