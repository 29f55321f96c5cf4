"""`binatgraph query`: questions from the command line, a file, stdin or the library, and answers in every format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from binatgraph.store import queries
from builds import run, write

OFFICES = "SELECT ?who ?at WHERE { ?who bg:holdsRole ?at } ORDER BY ?who"


def ask(built: Path, *words: str | Path, stdin: str | None = None) -> str:
    done = run("query", "--graph", built, *words, stdin=stdin)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def test_a_table_is_for_reading(built: Path) -> None:
    lines = ask(built, OFFICES).splitlines()
    assert lines[0].split() == ["who", "at"]
    assert set(lines[1]) == {"-", " "}
    assert "person:katie-hobbs" in "".join(lines)


def test_csv_has_whole_iris(built: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(built, OFFICES, "--format", "csv"))))
    assert {
        "who": "https://w3id.org/binatgraph/id/person/katie-hobbs",
        "at": "https://w3id.org/binatgraph/id/place/us-az",
    } in rows


def test_tsv_has_terms(built: Path) -> None:
    lines = ask(built, OFFICES, "--format", "tsv").splitlines()
    assert lines[0] == "?who\t?at"
    assert all(cell.startswith("<https://") for line in lines[1:] for cell in line.split("\t"))


@pytest.mark.parametrize("option", [("--format", "json"), ("--json",)])
def test_json_is_that_of_sparql(built: Path, option: tuple[str, ...]) -> None:
    found = json.loads(ask(built, OFFICES, *option))
    assert found["head"]["vars"] == ["who", "at"]
    assert {"type": "uri", "value": "https://w3id.org/binatgraph/id/place/us-az"} in [
        row["at"] for row in found["results"]["bindings"]
    ]


def test_a_graph_can_be_turtle(built: Path) -> None:
    turtle = ask(built, "CONSTRUCT { ?s bg:leads ?o } WHERE { ?s bg:leads ?o }", "--format", "turtle")
    assert "bg:leads" in turtle
    assert "@prefix bg:" in turtle


def test_yes_is_0_and_no_is_1(built: Path) -> None:
    yes = run("query", "--graph", built, "ASK { ?s bg:leads ?o }")
    no = run("query", "--graph", built, "ASK { ?s bg:leads bg:Nothing }")
    assert (yes.stdout, yes.exit_code) == ("true\n", 0)
    assert (no.stdout, no.exit_code, no.stderr) == ("false\n", 1, "")


def test_no_row_is_an_answer(built: Path) -> None:
    assert ask(built, "SELECT ?s { ?s bg:leads bg:Nothing }", "--format", "tsv") == "?s\n"


def test_a_query_may_stand_in_a_file_or_come_from_stdin(built: Path, tmp_path: Path) -> None:
    write(tmp_path, {"offices.rq": OFFICES, "offices.sparql": "\ufeff" + OFFICES, "offices": OFFICES})
    expected = ask(built, OFFICES)
    for name in ("offices.rq", "offices.sparql", "offices"):
        assert ask(built, tmp_path / name) == expected
    assert ask(built, "-", stdin=OFFICES) == expected


def test_a_long_query_is_no_name_of_a_file(built: Path) -> None:
    assert ask(built, f"ASK {{ ?s ?p ?o FILTER(STRLEN('{'ñ' * 180}') > 1) }}") == "true\n"


def test_a_named_query_takes_parameters(built: Path) -> None:
    rows = ask(built, "--named", "office-holders", "at=Arizona", "--format", "csv")
    assert "Katie Hobbs" in rows


def test_the_library_is_listed_with_parameters_and_examples() -> None:
    done = run("query", "--list")
    assert done.exit_code == 0
    for query in queries():
        assert f"\n{query.name}\n" in f"\n{done.stdout}"
        assert f"binatgraph query --named {query.example}" in done.stdout
        for parameter in query.parameters:
            assert f"{parameter.name} ({parameter.type}" in done.stdout


def test_the_library_can_be_json() -> None:
    listed = json.loads(run("query", "--list", "--json").stdout)
    assert [one["name"] for one in listed] == [query.name for query in queries()]
    assert {"name", "english", "spanish", "parameters", "example"} == set(listed[0])


@pytest.mark.skipif(sys.platform == "win32", reason="the pipe of this shell command is one of POSIX")
def test_a_reader_that_has_enough_is_no_error(built: Path) -> None:
    command = (
        f"{sys.executable} -m binatgraph query --graph {built} 'SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} }}' | head -n 1"
    )
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602  (a pipe is the point)
    assert (done.stderr, len(done.stdout.splitlines())) == ("", 1)


def test_answers_are_utf_8_whatever_the_terminal_says(built: Path) -> None:
    command = [sys.executable, "-m", "binatgraph", "show", "--graph", str(built), "Marina del Pilar Ávila"]
    done = subprocess.run(
        command, capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert "Ávila" in done.stdout.decode("utf-8")
