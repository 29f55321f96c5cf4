"""`binatgraph show`, `view` and `validate`: looking at the graph."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import pytest

from binatgraph.rdf.validation import Violation
from builds import TALKS, VISITA, run


@pytest.mark.parametrize(
    "name",
    [
        "Katie Hobbs",
        "katie hobbs",
        "HOBBS, KATIE",
        "person/katie-hobbs",
        "https://w3id.org/binatgraph/id/person/katie-hobbs",
    ],
)
def test_an_actor_is_found_by_any_spelling_id_or_iri(built: Path, name: str) -> None:
    done = run("show", name, "--graph", built)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Katie Hobbs  (Official)\n  https://w3id.org/binatgraph/id/person/katie-hobbs\n")


def test_what_is_said_comes_with_its_sentence_and_its_document(built: Path) -> None:
    said = " ".join(run("show", "Katie Hobbs", "--graph", built).stdout.split())
    assert f"“{TALKS[: TALKS.index(' Hobbs chairs')]}” (Talks, 2024-02-03)" in said
    assert f"“{VISITA[: VISITA.index(' El puerto')]}” (Visita, 2024-03-04)" in said
    assert "Governor, Arizona [from" in said
    assert "metWith → Marina del Pilar Ávila" in said or "Marina del Pilar Ávila Olmeda → metWith" in said


def test_json_has_the_same(built: Path) -> None:
    seen = json.loads(run("show", "Katie Hobbs", "--graph", built, "--json").stdout)
    assert list(seen) == ["iri", "label", "kind", "other_names", "offices", "relations"]
    told = [*seen["offices"], *seen["relations"]]
    assert {"what", "relation", "other", "when", "modality", "cited", "quotes"} == set(told[0])
    assert {"text", "title", "published", "document"} == set(told[0]["quotes"][0])
    assert all(one["quotes"] or one["cited"] for one in told)


def test_names_are_in_the_language_that_was_asked_for(built: Path) -> None:
    english, spanish = (
        run("show", "organization/amc", "--graph", built, "--language", one).stdout for one in ("en", "es")
    )
    assert english.startswith("Arizona-Mexico Commission  (Commission)")
    assert spanish.startswith("Comisión Arizona-México  (Commission)")
    assert "Comisión Arizona-México" in english.splitlines()[2]


def test_the_page_is_opened_in_the_browser(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browser(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", browser)
    done = run("view", "--graph", built)
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{built / 'network.html'}\n", "")
    assert opened == [(built / "network.html").as_uri()]


def test_without_a_browser_the_path_is_printed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    done = run("view", "--graph", built)
    assert (done.exit_code, done.stdout) == (0, f"{built / 'network.html'}\n")
    assert len(done.stderr.splitlines()) == 1


def test_a_graph_that_conforms_says_so(built: Path) -> None:
    done = run("validate", "--graph", built)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "The graph conforms.\n")


def test_a_graph_that_does_not_conform_is_a_no(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Violation(
        focus="id:x", path="bg:y", message_en="It lacks a claim.", message_es="Le falta una afirmación.", value="z"
    )
    monkeypatch.setattr("binatgraph.pipeline.check", lambda _: (wrong,))
    english = run("validate", "--graph", built)
    spanish = run("validate", "--graph", built, "--language", "es")
    assert (english.exit_code, spanish.exit_code) == (1, 1)
    assert "It lacks a claim." in english.stdout
    assert "Le falta una afirmación." in spanish.stdout
    rows = json.loads(run("validate", "--graph", built, "--json").stdout)
    assert rows[0]["message"] == {"en": "It lacks a claim.", "es": "Le falta una afirmación."}
