"""Sectors: what actors work on, by their names and by what clauses say."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import NAMES

from binatgraph.language.analysis import Rules, analyse, load_rules
from binatgraph.language.sector_labels import sector_labels, topics
from binatgraph.language.sector_rules import load_sector_rules
from binatgraph.language.tokens import sentences
from binatgraph.model import Analysis, Kind, RegisterName
from binatgraph.rdf.faults import faults
from binatgraph.vocabulary import load_concepts
from factory import document

EXAMPLES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "sectors_examples.toml").read_text("utf-8"))[
    "example"
]
SECTORS = load_concepts("sectors")


@cache
def rules() -> dict[str, Rules]:
    town = RegisterName(text="Agua Prieta", kind=Kind.CITY)
    return load_rules(names=[*NAMES, town], sectors=SECTORS)


def read(text: str, language: str = "en") -> Analysis:
    return analyse(document(text, language=language), rules=rules())


def sectors(text: str, language: str = "en") -> list[str]:
    found = read(text, language)
    return sorted({f"{found.quote(one.actor)} | {one.sector}" for one in found.focuses if one.confidence >= 0.5})


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_examples(example: dict[str, Any]) -> None:
    assert sectors(example["text"], example["language"]) == example["sectors"]


def test_a_place_in_a_name_says_no_sector() -> None:
    assert sectors("La Universidad de Agua Prieta sesionó con Ana Ruiz.", "es") == []


def test_what_a_name_says_is_told_once_with_the_first_sentence_that_has_it() -> None:
    found = read("The Sonora Water Committee sat. Then the Sonora Water Committee rose.")
    assert [found.quote(one.evidence) for one in found.focuses] == ["The Sonora Water Committee sat."]


def test_a_noun_that_stands_for_an_actor_works_in_its_sector() -> None:
    found = read("Acme Corporation opened a plant in Tucson. The company makes semiconductors.")
    assert [(found.quote(one.actor), one.sector) for one in found.focuses] == [("Acme Corporation", "semiconductors")]


def test_without_sectors_nothing_works_in_any() -> None:
    text = document("Ana Ruiz joined the Sonora Water Committee.")
    assert analyse(text, rules=load_rules(names=NAMES)).focuses == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_label_of_a_sector_is_recognised(language: str) -> None:
    index = sector_labels(SECTORS)
    for sector in SECTORS:
        for name in sector.names:
            (tokens,) = sentences(name.text, offset=0, language=language)
            assert [one.sectors for one in topics(tokens, labels=index)] == [(sector.id,)], name.text


def test_both_languages_have_the_same_wordings() -> None:
    names = {lang: {w.rule.removeprefix(lang) for w in load_sector_rules(lang).wordings} for lang in ("en", "es")}
    assert names["en"] == names["es"]


@given(
    st.lists(st.sampled_from([example["text"] for example in EXAMPLES]), max_size=6).map("\n".join),
    st.sampled_from(["en", "es"]),
)
def test_only_mentioned_organizations_initiatives_and_events_work_in_sectors(text: str, language: str) -> None:
    found = read(text, language)
    assert faults(found) == []
    kinds = {mention.span: mention.kind.top for mention in found.mentions}
    for one in found.focuses:
        assert kinds[one.actor] in {Kind.ORGANIZATION, Kind.INITIATIVE, Kind.EVENT}
        assert one.sector in {sector.id for sector in SECTORS}
