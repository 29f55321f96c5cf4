"""A pipeline survives being packed, and a file that does not fit says so."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.util import fix_random_seed

from binatgraph.errors import LanguageError
from binatgraph.language import tokenizer, weights
from binatgraph.language.weights import describe, pack, unpack

TEXT = "Ana Ruiz of the U.S.-Mexico Water Board spoke in Nogales, Son., on Monday."


@pytest.fixture(scope="module")
def small() -> Language:
    """A pipeline that learned a name by heart."""
    fix_random_seed(1)
    nlp = spacy.blank("es", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.NAME}}})
    nlp.add_pipe("ner")
    at = TEXT.index("Nogales")
    examples = [Example.from_dict(nlp.make_doc(TEXT), {"entities": [(0, 8, "Person"), (at, at + 7, "Place")]})]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        random.seed(1)
        nlp.update(examples, sgd=optimizer)
    return nlp


@pytest.fixture
def packed(small: Language, tmp_path: Path) -> Path:
    path = tmp_path / "pipeline.bgw"
    path.write_bytes(pack(small, facts={"seed": 1}))
    return path


def names(nlp: Language) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in nlp(TEXT).ents]


def test_a_pipeline_comes_back_as_it_was(small: Language, packed: Path) -> None:
    again = unpack(packed)
    assert names(again) == names(small)
    assert names(small) == [("Ana Ruiz", "Person"), ("Nogales", "Place")]
    assert [token.text for token in again(TEXT)] == [token.text for token in small(TEXT)]


def test_the_same_pipeline_is_packed_the_same(small: Language, packed: Path) -> None:
    assert pack(small, facts={"seed": 1}) == packed.read_bytes()
    assert pack(unpack(packed), facts={"seed": 1}) == packed.read_bytes()


def test_a_file_says_what_it_is(packed: Path) -> None:
    said = describe(packed)
    assert (said["language"], said["seed"], said["spacy"]) == ("es", 1, spacy.__version__)  # type: ignore[attr-defined]  # not exported, but there
    assert said["sha256"] == sha256(packed.read_bytes().partition(b"\n")[2]).hexdigest()


def test_another_minor_version_of_spacy_is_refused_in_one_line(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "spacy_version", "3.9.0")
    with pytest.raises(
        LanguageError, match=r"was trained with spaCy 3\.8.*3\.9\.0 is installed; install spacy==3\.8"
    ) as refused:
        unpack(packed)
    assert "\n" not in str(refused.value)


def test_another_patch_of_spacy_is_taken(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "spacy_version", "3.8.99")
    assert names(unpack(packed))


def _cut(content: bytes) -> bytes:
    return content[:-10]


def _changed(content: bytes) -> bytes:
    return content[:-10] + bytes(10)


def _other(_content: bytes) -> bytes:
    return json.dumps({"format": "something"}).encode() + b"\n"


def _nothing(_content: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_cut, "damaged"),
        (_changed, "damaged"),
        (_other, "no weights file"),
        (_nothing, "no weights file"),
        (lzma.compress, "no weights file"),
    ],
)
def test_a_damaged_file_is_refused(packed: Path, damage: Callable[[bytes], bytes], message: str) -> None:
    packed.write_bytes(damage(packed.read_bytes()))
    with pytest.raises(LanguageError, match=message):
        unpack(packed)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"none\.bgw: No such file"):
        describe(tmp_path / "none.bgw")


def test_nothing_is_written_and_nothing_unpickled(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError

    for place in ("tempfile.mkdtemp", "tempfile.mkstemp", "pickle.loads", "pickle.load", "cloudpickle.loads"):
        module = place.rpartition(".")[0]
        if module != "cloudpickle":
            monkeypatch.setattr(place, refuse)
    assert names(unpack(packed))
