"""`binatgraph evaluate`: the figures as a table and as JSON, what was missed and wrong, and what is refused in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from binatgraph.config import Settings, data_path
from binatgraph.pipeline import Tools
from builds import TALKS, VISITA, like, run, write

HOBBS = {
    "id": "e1",
    "type": "Person",
    "fine": ["Official"],
    "name": "Katie Hobbs",
    "mentions": ["Katie Hobbs", "Hobbs"],
}
ARIZONA = {"id": "e2", "type": "Place", "fine": ["State"], "name": "Arizona", "mentions": ["Arizona"]}
RAIN = {"id": "e3", "type": "Event", "fine": ["Event"], "name": "Rain Fair", "mentions": ["Rain Fair"]}
GOVERNOR = {
    "s": "e1",
    "p": "holdsRole",
    "o": "e2",
    "role": "Governor",
    "tense": "present",
    "evidence": TALKS.split(". ")[0] + ".",
}
FIGURES = ("entity", "entity-untyped", "mention", "relation", "pair")


@pytest.fixture(autouse=True)
def shared_tools(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command take over what is loaded already."""

    def make(*, settings: Settings) -> Tools:
        return like(tools, settings=settings)

    monkeypatch.setattr("binatgraph.pipeline.Tools", make)


def annotation(**changed: Any) -> str:
    one = {
        "doc": "talks.txt",
        "lang": "en",
        "date": None,
        "source": "made up",
        "entities": [HOBBS, ARIZONA],
        "relations": [GOVERNOR],
    }
    return json.dumps(one | changed)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    visita = annotation(doc="../texts/visita.txt", lang="es", entities=[HOBBS, RAIN], relations=[])
    files = {
        "gold/talks.txt": TALKS,
        "gold/talks.json": annotation(),
        "texts/visita.txt": VISITA,
        "gold/visita.json": visita,
    }
    return write(tmp_path, files) / "gold"


def figures(*words: str | Path) -> dict[str, Any]:
    done = run("evaluate", *words, "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def refused(done: Result, message: str) -> None:
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: ")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_json_has_every_figure(gold: Path) -> None:
    found = figures(gold)
    assert set(found) == {"documents", *FIGURES, "fine", "role", "evidence", "by_type", "by_predicate"}
    assert found["documents"] == 2
    assert all(set(found[name]) == {"p", "r", "f1", "gold"} for name in FIGURES)
    assert found["entity"]["gold"] == 4
    assert found["entity"]["r"] == 0.75
    assert found["relation"]["r"] == 1.0
    assert found["role"] == {"accuracy": 1.0, "of": 1}
    assert found["by_type"]["Event"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1}
    assert found["by_predicate"]["holdsRole"]["gold"] == 1


def test_the_table_says_the_same_as_the_json(gold: Path) -> None:
    found, lines = figures(gold), run("evaluate", gold).stdout.splitlines()
    assert lines[0] == "2 documents"
    assert lines[1].split() == ["precision", "recall", "F1", "annotated"]
    rows = {cells[0]: cells[1:] for line in lines[2:] if len(cells := line.split()) > 1}
    for name in FIGURES:
        shares = [f"{found[name][key]:.2f}" for key in ("p", "r", "f1")]
        assert rows[name] == [*shares, str(found[name]["gold"])]
    assert rows["evidence"] == [f"{found['evidence']['accuracy']:.2f}", str(found["evidence"]["of"])]
    assert rows["Person"][3] == str(found["by_type"]["Person"]["gold"])
    assert rows["holdsRole"][1] == "1.00"


def test_errors_are_listed_document_by_document(gold: Path) -> None:
    found = figures(gold, "--errors")["errors"]
    assert {"document": "visita", "error": "missed", "what": "Event", "words": "Rain Fair"} in found
    assert ("talks", "wrong", "Alfonso Durazo") in {(one["document"], one["error"], one["words"]) for one in found}
    lines = run("evaluate", gold, "--errors").stdout.splitlines()
    assert "  missed  Event           Rain Fair" in lines[lines.index("visita") :]
    assert f"{len(found)} errors" in lines


def test_a_language_can_be_asked_for(gold: Path) -> None:
    assert figures(gold, "--lang", "es")["entity"]["gold"] == 2
    assert figures(gold, "--lang", "en")["documents"] == 1
    refused(run("evaluate", gold, "--lang", "fr"), "'fr'")


def test_the_default_is_the_annotated_sample_documents() -> None:
    count = sum(1 for _ in (data_path("gold") / "en").glob("*.json"))
    assert figures("--lang", "en") == figures(data_path("gold"), "--lang", "en")
    assert figures("--lang", "en")["documents"] == count


def test_a_folder_within_the_set_is_enough() -> None:
    assert figures(data_path("gold") / "es") == figures("--lang", "es")


def test_a_folder_that_is_not_there_or_is_a_file_is_refused(gold: Path) -> None:
    refused(run("evaluate", gold / "nowhere"), "nowhere: no such folder; give folders of annotated documents")
    refused(run("evaluate", gold / "talks.json"), "talks.json: no such folder")


def test_a_folder_without_annotations_is_refused(tmp_path: Path, gold: Path) -> None:
    refused(run("evaluate", tmp_path / "texts"), "no annotated document in ")
    (gold / "visita.json").unlink()
    refused(run("evaluate", gold, "--lang", "es"), "no annotated document in es in ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "bad.json: not JSON: "),
        ("[]", "no annotation of a document"),
        (json.dumps({"doc": "talks.txt", "entities": []}), "it needs entities, relations and doc"),
        (annotation(doc="elsewhere.txt"), "no annotation of a document that is here"),
        (annotation(doc=None), "no annotation of a document that is here"),
        (annotation(doc="../../../../secret.txt"), "not more than two folders up"),
        (annotation(doc=".."), "no annotation of a document that is here"),
    ],
)
def test_what_is_no_annotation_is_named(gold: Path, content: str, message: str) -> None:
    write(gold, {"bad.json": content})
    refused(run("evaluate", gold), message)


def test_a_text_that_lies_too_far_away_is_not_read(tmp_path: Path) -> None:
    files = {"far.txt": TALKS, "a/b/c/d/far.json": annotation(doc="../../../../far.txt")}
    refused(run("evaluate", write(tmp_path, files) / "a"), "not more than two folders up")


def test_without_doc_the_text_is_the_one_beside_it(tmp_path: Path) -> None:
    one = json.loads(annotation())
    del one["doc"]
    write(tmp_path, {"talks.txt": TALKS, "talks.json": json.dumps(one)})
    assert figures(tmp_path)["documents"] == 1
