from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from binatgraph.model import Kind, Modality, Predicate
from binatgraph.page import LANGUAGES
from binatgraph.page.groups import GROUPS

PAGE = Path(str(files("binatgraph.page")))
WORDS: dict[str, Any] = tomllib.loads((PAGE / "words.toml").read_text("utf-8"))
SOURCES = "".join(
    path.read_text("utf-8") for path in [PAGE / "template.html.j2", *sorted((PAGE / "script").glob("*.js"))]
)


def keys(words: dict[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in words.items():
        found |= keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value}
    return found


def test_the_page_speaks_the_languages_that_it_says() -> None:
    assert tuple(WORDS) == LANGUAGES


def test_both_languages_have_the_same_words() -> None:
    assert keys(WORDS["en"]).keys() == keys(WORDS["es"]).keys()


def test_both_languages_have_the_same_places_to_fill_in() -> None:
    english, spanish = keys(WORDS["en"]), keys(WORDS["es"])
    places = {key: [set(re.findall(r"\{(\w+)\}", words[key])) for words in (english, spanish)] for key in english}
    assert [key for key, (one, other) in places.items() if one != other] == []


def test_no_word_is_empty() -> None:
    assert [key for words in WORDS.values() for key, value in keys(words).items() if not value.strip()] == []


def test_there_is_a_word_for_everything_that_a_graph_can_hold() -> None:
    for words in WORDS.values():
        assert set(words["kinds"]) == set(Kind)
        assert list(words["relations"]) == list(words["inverse"]) == list(Predicate)
        assert set(words["modality"]) == set(Modality)
        assert set(words["groups"]) == {group.id for group in GROUPS}


def test_symmetric_relations_and_only_these_say_the_same_in_both_directions() -> None:
    for words in WORDS.values():
        same = {name for name in words["relations"] if words["relations"][name] == words["inverse"][name]}
        assert same == {name for name in Predicate if name.symmetric}


def test_the_page_asks_for_no_word_that_is_not_there() -> None:
    asked = set(re.findall(r"say\(\"([\w]+)\"", SOURCES)) | set(re.findall(r"data-(?:say|label)=\"(\w+)\"", SOURCES))
    assert asked - WORDS["en"].keys() == set()


def test_no_word_is_left_over() -> None:
    quoted = set(re.findall(r"\"(\w+)\.?\"|words\.(\w+)|\.(\w+)\[", SOURCES))
    used = {word for found in quoted for word in found}
    assert {key for key, value in WORDS["en"].items() if isinstance(value, str)} - used == set()
