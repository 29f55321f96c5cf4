"""`binatgraph extract`: the JSON that accuracy is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builds import PAGE, TALKS, VISITA, run, write

pytestmark = pytest.mark.usefixtures("one_set_of_tools")

DOCUMENT = {
    "id",
    "source",
    "title",
    "language",
    "published",
    "published_from",
    "place",
    "author",
    "address",
    "media_type",
    "sha256",
}
RELATION = {"s", "p", "o", "role", "role_iri", "tense", "modality", "confidence", "evidence", "start", "end", "rule"}
THIRTEEN = {
    *("holdsRole", "leads", "participatesIn", "memberOf", "locatedIn", "partnersWith", "metWith", "signed", "launched"),
    *("funds", "appointed", "counterpartOf", "supplies"),
}


def extracted(*words: str | Path, stdin: str | bytes | None = None) -> dict[str, Any]:
    done = run("extract", *words, stdin=stdin)
    assert (done.exit_code, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def talks(tmp_path: Path) -> dict[str, Any]:
    return extracted(write(tmp_path, {"talks.txt": TALKS}) / "talks.txt")


def test_the_keys_are_those_that_were_promised(talks: dict[str, Any]) -> None:
    assert list(talks) == ["document", "entities", "relations", "observations", "sectors", "review"]
    assert set(talks["document"]) == DOCUMENT
    assert talks["entities"]
    assert talks["relations"]
    for entity in talks["entities"]:
        assert set(entity) == {"id", "type", "fine", "name", "mentions", "iri"}
        assert entity["type"] in {"Person", "Organization", "Place", "Initiative", "Event"}
        assert all(set(mention) == {"text", "start", "end"} for mention in entity["mentions"])
    for relation in talks["relations"]:
        assert set(relation) == RELATION
        assert relation["p"] in THIRTEEN
        assert {relation["s"], relation["o"]} <= {entity["id"] for entity in talks["entities"]}


def test_places_are_those_of_the_text_that_was_read(talks: dict[str, Any]) -> None:
    for entity in talks["entities"]:
        for mention in entity["mentions"]:
            assert TALKS[mention["start"] : mention["end"]] == mention["text"]
    for relation in talks["relations"]:
        assert TALKS[relation["start"] : relation["end"]] == relation["evidence"]


def test_an_office_comes_with_its_role_and_its_tense(talks: dict[str, Any]) -> None:
    names = {entity["id"]: entity["name"] for entity in talks["entities"]}
    offices = {names[r["s"]]: r for r in talks["relations"] if r["p"] == "holdsRole"}
    assert offices["Katie Hobbs"]["role"] == "Governor"
    assert offices["Katie Hobbs"]["role_iri"].endswith("/role/governor")
    assert offices["Katie Hobbs"]["tense"] == "present"
    assert {r["tense"] for r in talks["relations"] if r["p"] != "holdsRole"} == {None}


def test_what_is_not_sure_enough_is_in_review_with_a_reason(tmp_path: Path) -> None:
    write(tmp_path, {"strict.toml": "threshold = 1.0", "talks.txt": TALKS})
    found = extracted(tmp_path / "talks.txt", "--settings", tmp_path / "strict.toml")
    assert found["relations"] == []
    assert {"below the threshold of 1.0"} == {one["reason"] for one in found["review"]}


def test_stdin_is_plain_text() -> None:
    found = extracted("-", stdin=VISITA)
    assert (found["document"]["language"], found["document"]["source"]) == ("es", "-")
    assert found["document"]["media_type"] == "text/plain"
    assert found["relations"]


def test_stdin_may_be_something_else() -> None:
    found = extracted("-", "--media-type", "text/html", stdin=PAGE)
    assert (found["document"]["title"], found["document"]["published"]) == ("Trucks & trade", "2024-05-06")
    assert "Jorge Maldonado" in {entity["name"] for entity in found["entities"]}


def test_a_media_type_stands_above_the_name_of_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"page.dat": PAGE, "page.txt": PAGE})
    for name in ("page.dat", "page.txt"):
        assert extracted(tmp_path / name, "--media-type", "text/html")["document"]["title"] == "Trucks & trade"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_an_empty_text_has_empty_lists(text: str, tmp_path: Path) -> None:
    for found in (extracted("-", stdin=text), extracted(write(tmp_path, {"empty.txt": text}) / "empty.txt")):
        assert [found[name] for name in ("entities", "relations", "observations", "sectors", "review")] == [[]] * 5


def test_a_text_in_neither_language_has_empty_lists() -> None:
    found = extracted("-", stdin="Die Brücke wurde gestern von den Nachbarn feierlich eröffnet und gesegnet.")
    assert found["document"]["language"] == "und"
    assert found["entities"] == found["relations"] == []


def test_latin_1_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"visita.txt": VISITA.encode("latin-1"), "visita-8.txt": VISITA})
    one, other = (extracted(tmp_path / name) for name in ("visita.txt", "visita-8.txt"))
    assert one["document"]["id"] == other["document"]["id"]
    assert one["entities"] == other["entities"]


def test_hostile_text_is_only_text() -> None:
    text = 'Governor Katie Hobbs of Arizona said "<script>\\u0000</script>" \x1b[31m and \u2028 left.'
    found = extracted("-", stdin=text)
    assert all("\x1b" not in one["evidence"] for one in found["relations"])
