"""The data of the languages: the same files and keys in each, no word twice, no actor in a frame."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from binatgraph.config import data_path
from binatgraph.errors import LanguageError
from binatgraph.language.lexicon import LANGUAGES, load_lexicon
from binatgraph.model import Kind, Predicate
from binatgraph.names import fold
from binatgraph.register.load import load_register
from binatgraph.register.names import recognisable_names

FOLDERS = {language: files("binatgraph.language") / language for language in LANGUAGES}
TOML = [
    "cues.toml",
    "dates.toml",
    "figures.toml",
    "frames.toml",
    "furniture.toml",
    "modality.toml",
    "sectors.toml",
    "titles.toml",
    "triggers.toml",
    "words.toml",
]
TRAINED = {"pipeline.bgw", "card.json"}
"""May be missing: rules do without."""
OPEN_TABLES = {
    "demonyms",
    "nominals",
    "plurals",
    "stands_for",
    "macros",
    "multipliers",
    "tied",
    "before",
    "after",
    "millions",
    *("months", "weekdays", "days", "numbers", "units", "near"),
}
"""Their keys are words of the language."""


def load(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDERS[language] / name).read_text("utf-8"))


def keys(table: dict[str, Any], prefix: str = "") -> set[str]:
    """Give the dotted names of a table, but not those that are words."""
    found = set()
    for key, value in table.items():
        found.add(f"{prefix}{key}")
        if isinstance(value, dict) and key not in OPEN_TABLES:
            found |= keys(value, f"{prefix}{key}.")
    return found


def lists(table: dict[str, Any], prefix: str = "") -> dict[str, list[str]]:
    """Give all lists of words in a table."""
    found: dict[str, list[str]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= lists(value, f"{prefix}{key}.")
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            found[f"{prefix}{key}"] = value
    return found


LISTS = [
    pytest.param(words, id=f"{language}/{name}:{key}")
    for language in LANGUAGES
    for name in TOML
    for key, words in lists(load(language, name)).items()
    if key != "order"
]


def test_each_language_has_the_same_files() -> None:
    names = [{file.name for file in folder.iterdir() if file.is_file()} for folder in FOLDERS.values()]
    assert all(found - TRAINED == {*TOML, "given_names.txt"} for found in names)


@pytest.mark.parametrize("name", TOML)
def test_each_language_has_the_same_keys(name: str) -> None:
    first, *others = (keys(load(language, name)) for language in LANGUAGES)
    assert all(found == first for found in others)


@pytest.mark.parametrize("words", LISTS)
def test_no_word_stands_twice_in_a_list(words: list[str]) -> None:
    assert {word: count for word, count in Counter(words).items() if count > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_given_name_stands_twice(language: str) -> None:
    counts = Counter((FOLDERS[language] / "given_names.txt").read_text("utf-8").split())
    assert {name: count for name, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_says_two_kinds(language: str) -> None:
    heads = load(language, "cues.toml")["heads"]
    counts = Counter(fold(head) for of_kind in heads.values() for head in {fold(head) for head in of_kind})
    assert {head: count for head, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_titles_is_said_of_titles_that_are_there(language: str) -> None:
    lexicon = load_lexicon(language)
    assert lexicon.titles.public <= set(lexicon.titles.heads)
    assert set(load(language, "titles.toml")["plurals"]) <= set(load(language, "titles.toml")["heads"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_knows_all_kinds_that_a_name_can_say(language: str) -> None:
    said = set(load_lexicon(language).cues.kinds.values())
    assert said >= set(Kind) - {Kind.PERSON, Kind.OFFICIAL, Kind.PLACE, Kind.COUNTRY, Kind.STATE, Kind.CITY}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_the_code_asks_for_are_not_missing(language: str) -> None:
    columns = set(load_lexicon(language).columns.values())
    assert columns == {"person", "role", "body", "place"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_relation_has_words_that_speak_of_it(language: str) -> None:
    assert set(load(language, "triggers.toml")["relations"]) == {predicate.value for predicate in Predicate}


def test_both_languages_have_the_same_classes_of_small_words() -> None:
    first, *others = (set(load(language, "triggers.toml")["small"]) for language in LANGUAGES)
    assert all(found == first for found in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_word_is_of_one_class(language: str) -> None:
    classes = load(language, "triggers.toml")["small"].values()
    counts = Counter(word for words in classes for word in {fold(word) or word for word in words})
    assert {word: count for word, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trigger_can_be_met_because_it_is_folded_and_one_word(language: str) -> None:
    data = load(language, "triggers.toml")
    stems = {stem for stems in data["relations"].values() for stem in stems}
    assert {stem for stem in stems if fold(stem) != stem or not stem.isalpha()} == set()
    assert {word for words in data["small"].values() for word in words if " " in word} == set()


@cache
def names_of_the_register() -> frozenset[str]:
    register = load_register(data_path("register"), roles=())
    return frozenset(fold(name.text) for name in recognisable_names(register) if not name.after_comma)


def test_the_register_has_names_to_look_for() -> None:
    assert len(names_of_the_register()) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_frame_names_an_actor(language: str) -> None:
    data = load(language, "frames.toml")
    patterns = [row["pattern"] for row in data["frame"]] + list(data["macros"].values())
    words = re.findall(r"\w+", " ".join(re.sub(r"\{[^}]*\}|\\.", " | ", pattern) for pattern in patterns))
    runs = {" ".join(words[at : at + size]) for size in range(1, 5) for at in range(len(words))}
    named = {run for run in runs if fold(run) in names_of_the_register() and (run.isupper() or len(run) > len("sat"))}
    assert named <= {"US"}, "US is the currency before a dollar sign"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trigger_names_an_actor(language: str) -> None:
    data = load(language, "triggers.toml")
    words = {word for table in data.values() for those in table.values() for word in those}
    assert {word for word in words if word != word.lower()} == set()
    assert {word for word in words if fold(word) in names_of_the_register()} <= {"sat"}, "the verb is a tax office too"


def test_a_language_without_data_is_refused_with_those_that_have_some() -> None:
    with pytest.raises(LanguageError, match=re.escape("no data for the language 'fr'; there are en, es")):
        load_lexicon("fr")
