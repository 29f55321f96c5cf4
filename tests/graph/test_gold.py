"""The annotated sample documents: sound, whole, apart from the training corpus, and never changed in silence."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from training.corpus import read as read_corpus

from binatgraph.model import Document, Kind, Predicate
from binatgraph.pipeline import read_file
from binatgraph.vocabulary import RELATIONS

CHECKOUT = Path(__file__).resolve().parents[2]
GOLD = CHECKOUT / "graph" / "gold"
DOCUMENTS = CHECKOUT / "graph" / "documents"
FILES = sorted(GOLD.rglob("*.json"))
KEYS = {"doc", "lang", "date", "source", "entities", "relations"}
TENSES = {"past", "present", "future"}
every_annotation = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


def load(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def text_of(file: Path) -> Path:
    return (file.parent / str(load(file)["doc"])).resolve()


def document(file: Path) -> Document:
    return read_file(text_of(file))


def folded(text: str) -> str:
    """White space folded: a quotation may run over the end of a line."""
    return " ".join(text.split())


def sides(relation: dict[str, Any]) -> tuple[str, ...]:
    s, p, o = relation["s"], relation["p"], relation["o"]
    return (*sorted((s, o)), p) if Predicate(p).symmetric else (s, o, p)


def test_each_language_has_twenty_and_no_sample_document_is_left_out() -> None:
    assert Counter(file.parent.name for file in FILES) == {"en": 20, "es": 20}
    samples = {path for path in DOCUMENTS.glob("e[ns]-*") if not path.name.endswith(".meta.yaml")}
    assert {text_of(file) for file in FILES} == samples


@every_annotation
def test_an_annotation_is_of_the_document_of_its_name(file: Path) -> None:
    one, about = load(file), document(file)
    assert set(one) == KEYS
    assert text_of(file).stem == file.stem
    assert one["lang"] == file.parent.name == about.language
    assert one["date"] == about.published


@every_annotation
def test_the_kinds_are_those_of_the_ontology(file: Path) -> None:
    for entity in load(file)["entities"]:
        assert set(entity) == {"id", "type", "fine", "name", "mentions"}
        assert entity["fine"]
        assert {Kind(fine).top for fine in entity["fine"]} == {Kind(entity["type"])}


@every_annotation
def test_every_mention_stands_in_the_text(file: Path) -> None:
    text = document(file).text
    for entity in load(file)["entities"]:
        mentions = entity["mentions"]
        assert mentions
        assert len(set(mentions)) == len(mentions)
        assert mentions == sorted(mentions, key=len, reverse=True)
        missing = [one for one in mentions if not re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]
        assert missing == []
        assert any(entity["name"].casefold() in one.casefold() for one in mentions)


@every_annotation
def test_every_relation_has_its_words_from_the_text(file: Path) -> None:
    text = folded(document(file).text)
    assert [one for one in load(file)["relations"] if folded(one["evidence"]) not in text] == []


@every_annotation
def test_every_relation_is_of_the_thirteen_between_kinds_that_it_may_join(file: Path) -> None:
    one = load(file)
    tops = {entity["id"]: Kind(entity["type"]) for entity in one["entities"]}
    assert len(tops) == len(one["entities"])
    for relation in one["relations"]:
        assert relation["s"] != relation["o"]
        assert RELATIONS[Predicate(relation["p"])].allows(tops[relation["s"]], tops[relation["o"]])
    assert [key for key, count in Counter(map(sides, one["relations"])).items() if count > 1] == []


@every_annotation
def test_an_office_has_its_words_and_a_tense(file: Path) -> None:
    text = folded(document(file).text).casefold()
    for relation in load(file)["relations"]:
        held = relation["p"] == Predicate.HOLDS_ROLE
        assert set(relation) == {"s", "p", "o", "evidence"} | ({"role", "tense"} if held else set())
        assert not held or (relation["role"].casefold() in text and relation["tense"] in TENSES)


def test_all_thirteen_relations_occur_in_both_languages() -> None:
    for language in ("en", "es"):
        found = {one["p"] for file in FILES if file.parent.name == language for one in load(file)["relations"]}
        assert found == set(Predicate)


def test_texts_and_annotations_are_those_of_the_fingerprint() -> None:
    lines = (GOLD / "sha256.txt").read_text("utf-8").splitlines()
    kept = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert len(kept) == len(lines)
    paths = {f"{file.parent.name}/{file.name}": file for file in FILES}
    paths |= {load(file)["doc"].removeprefix("../"): text_of(file) for file in FILES}
    assert kept == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items()}


def plain(text: str) -> str:
    """Words without case, accents and punctuation, so that no spelling hides a run that two texts share."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare))


def test_no_run_of_eight_words_is_in_the_training_corpus_too() -> None:
    """A name of many words counts as one: real bodies are called the same in both."""
    names = {plain(mention) for file in FILES for entity in load(file)["entities"] for mention in entity["mentions"]}
    long = sorted((name for name in names if " " in name), key=len, reverse=True)
    name = re.compile(rf"\b(?:{'|'.join(long)})\b")

    def runs(text: str) -> set[tuple[str, ...]]:
        words = name.sub(lambda found: found[0].replace(" ", ""), plain(text)).split()
        return set(zip(*(words[start:] for start in range(8)), strict=False))

    taught = {run for one in read_corpus() for run in runs(one.text)}
    assert len(taught) > 10_000
    assert {file.stem: found for file in FILES if (found := runs(document(file).text) & taught)} == {}
