"""The annotated corpus can be read, is sound, and teaches all that is asked of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from training.check import copied, faults, frames
from training.corpus import RELATIONS, TOP, Annotated, CorpusError, parse, read

from binatgraph.model import Kind, Predicate

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"
HEAD = "=== en-note-01 | 2024-03-05 | invented\n"
DOCUMENTS = read()


def parsed(body: str) -> Annotated:
    return next(parse((HEAD + body).splitlines(), where="note.txt"))


def test_names_and_relations_stand_where_they_were_marked() -> None:
    found = parsed(
        '{r:Official|Ana Ruiz}, mayor of {n:City|Nogales}, spoke.\n> r holdsRole n "mayor"\nRain fell.\n\nEnd.'
    )
    assert found.text == "Ana Ruiz, mayor of Nogales, spoke. Rain fell.\n\nEnd."
    assert [found.text[name.start : name.end] for name in found.names] == ["Ana Ruiz", "Nogales"]
    relation = found.relations[0]
    assert found.text[relation.start : relation.end] == "Ana Ruiz, mayor of Nogales, spoke."
    assert (relation.role, relation.tense, found.language, found.genre) == ("mayor", "present", "en", "note")


def test_headings_items_and_rows_are_blocks_of_their_own() -> None:
    assert parsed("# A heading\nText.\n- one\n- two\nMore.").text == "# A heading\nText.\n- one\n- two\nMore."


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("{r|Ana}", "must say its kind"),
        ("{r:Human|Ana}", "no kind 'Human'"),
        ("{r:Person|Ana} {r:City|Ana}", "is Person and City"),
        ("{r:Person|Ana\n", "cannot be read"),
        ("{r:Person|Ana}\n> r knows r", "no relation 'knows'"),
        ("{r:Person|Ana}\n> r metWith s", "'s' is not marked"),
        ("{r:Person|Ana} {n:City|Naco}\n> r metWith n", "metWith cannot have 'n'"),
        ("{r:Person|Ana} {n:City|Naco}\n> r holdsRole n", "without a role"),
        ('{r:Person|Ana} {n:City|Naco}\n> r holdsRole n "mayor" once', "no tense 'once'"),
        ("=== nonsense", "a header is written"),
    ],
)
def test_a_fault_is_told_with_its_line(body: str, what: str) -> None:
    with pytest.raises(CorpusError, match=rf"note\.txt:\d+: .*{what}"):
        parsed(body)


def test_its_kinds_and_relations_are_those_of_the_ontology() -> None:
    assert set(TOP) == {kind.value for kind in Kind}
    assert set(RELATIONS) == {predicate.value for predicate in Predicate}


def test_the_corpus_is_sound() -> None:
    assert list(faults(DOCUMENTS)) == []


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the annotated documents do not lie beside the project")
def test_no_run_of_words_of_the_corpus_comes_from_the_annotated_documents() -> None:
    assert list(copied(DOCUMENTS, [path.read_text("utf-8") for path in EVALUATION.rglob("*.txt")])) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_language_has_enough_of_everything(language: str) -> None:
    documents = [one for one in DOCUMENTS if one.language == language]
    assert len(documents) >= 150
    assert len({one.genre for one in documents}) >= 12
    assert len(frames(documents)) >= 3 * len(documents)
    kinds = Counter(kind for one in documents for kind in one.kinds.values())
    assert {kind: kinds[kind] for kind in set(TOP) - {"Place"} if kinds[kind] < 10} == {}
    predicates = Counter(relation.predicate for one in documents for relation in one.relations)
    assert {predicate: predicates[predicate] for predicate in RELATIONS if predicates[predicate] < 40} == {}
