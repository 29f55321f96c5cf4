"""What goes wrong is one line on stderr with an exit code of its own, and what was built before still answers."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from binatgraph.store import locked
from builds import COUNCIL, NAMESAKE, TALKS, outputs, run, write

pytestmark = pytest.mark.usefixtures("one_set_of_tools")


def refused(done: Result, code: int, message: str) -> None:
    """Check that a command ended with a code and one line, which says this."""
    assert done.exit_code == code, (done.stdout, done.stderr)
    assert done.stdout == ""
    assert message in done.stderr
    assert done.stderr.startswith("Error: ")
    assert len(done.stderr.splitlines()) == 1, done.stderr


# Documents that cannot be read

UNREADABLE: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": ("", "it is empty"),
    "white.txt": (" \n\t\n  ", "it is empty"),
    "empty.md": ("", "it is empty"),
    "empty.html": ("<html><body></body></html>", "it is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "it seems to be a PNG picture"),
    "binary.txt": (bytes(range(256)) * 4, "NUL bytes"),
    "report.txt": (b"%PDF-1.7\n%\xe2\xe3", "it seems to be a PDF"),
    "letter.txt": (b"PK\x03\x04 word/document.xml", "it seems to be a Word document"),
    "wide.txt": (TALKS.encode("utf-16-le"), "UTF-16 without its mark"),
    "undefined.txt": (b"Sonora \x81 y Arizona", "neither UTF-8 nor Windows-1252"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_document_that_cannot_be_read_is_named_and_the_old_graph_stays(
    tmp_path: Path, built: Path, name: str
) -> None:
    content, message = UNREADABLE[name]
    graph = shutil.copytree(built, tmp_path / "graph")
    before = outputs(graph)
    path = write(tmp_path, {name: content}) / name
    refused(run("build", path, "--graph", graph), 3, f"{name}: ")
    refused(run("build", path, "--graph", graph), 3, message)
    assert outputs(graph) == before
    assert run("query", "--graph", graph, "ASK { ?s bg:leads ?o }").stdout == "true\n"


@pytest.mark.parametrize("name", [name for name, (content, _) in UNREADABLE.items() if isinstance(content, bytes)])
def test_extracting_from_what_is_no_text_is_refused(tmp_path: Path, name: str) -> None:
    content, message = UNREADABLE[name]
    refused(run("extract", write(tmp_path, {name: content}) / name), 3, message)
    refused(run("extract", "-", stdin=content), 3, message)


def test_a_file_that_may_not_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    memory = Path("/proc/self/mem")
    if memory.exists():
        path.symlink_to(memory)  # root may open all that has a mode, and cannot read this
    elif sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("there is nothing here that this user cannot read")
    else:
        path.write_text(TALKS)
        path.chmod(0)
    refused(run("build", path, "--graph", tmp_path / "graph"), 3, "secret.txt: it cannot be opened")
    refused(run("extract", path), 3, "secret.txt: it cannot be opened")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    refused(run("build", tmp_path / "link.txt", "--graph", tmp_path / "graph"), 3, "link.txt: it cannot be opened")
    refused(run("extract", tmp_path / "link.txt"), 3, "link.txt: it cannot be opened")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    refused(run("build", tmp_path, "--graph", tmp_path / "graph"), 3, "pipe.txt: it is no regular file")


# Paths that cannot be meant


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "there are no files"),
        ({"photo.jpg": "x", "table.xlsx": "x"}, "1 .jpg, 1 .xlsx"),
        ({".hidden.txt": TALKS}, "there are no files"),
        ({"README.md": "About this folder."}, "1 README.md"),
    ],
)
def test_a_folder_without_documents_says_what_is_in_it(tmp_path: Path, files: dict[str, str], message: str) -> None:
    (tmp_path / "d").mkdir()
    refused(run("build", write(tmp_path / "d", files), "--graph", tmp_path / "graph"), 3, message)
    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize("command", ["build", "extract"])
@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere", "x" * 300 + ".txt", "new\nline.txt"])
def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path, command: str, name: str) -> None:
    refused(run(command, tmp_path / name), 2, "no such file or folder")
    assert not (tmp_path / "graph").exists()


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    refused(run("extract", tmp_path), 2, "it is a folder; give one file, or `binatgraph build")


def test_a_kind_that_nobody_reads_is_wrong_usage_for_one_document(tmp_path: Path) -> None:
    refused(run("extract", write(tmp_path, {"a.doc": b"\xd0\xcf"}) / "a.doc"), 2, "a kind nobody reads")


def test_an_archive_is_no_single_document(tmp_path: Path) -> None:
    refused(
        run("extract", write(tmp_path, {"a.zip": b"PK"}) / "a.zip"),
        2,
        "it may hold several documents; `binatgraph build",
    )


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"d/a.txt": COUNCIL, "file": "not a folder"})
    refused(run("build", tmp_path / "d", "--graph", tmp_path / "file" / "graph"), 3, "cannot be written")
    refused(run("build", tmp_path / "d", "--graph", tmp_path / "file"), 2, "is a file")


def test_a_second_build_at_the_same_time_is_told_so(tmp_path: Path) -> None:
    folder = write(tmp_path / "d", {"a.txt": COUNCIL})
    with locked(tmp_path / "graph" / "store"):
        refused(
            run("build", folder, "--graph", tmp_path / "graph"),
            3,
            "another build is writing here; wait until it is done",
        )


# Settings


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("treshold = 0.5", "no such setting: treshold; there are base,"),
        ("threshold = ", "not TOML"),
        ('base = "here"', "base is 'here'; it must be an http"),
        ("threshold = 7", "it must be a number between 0 and 1"),
        ('extractor = "magic"', "no extractor is called 'magic'; there are rules, trained"),
        (None, "No such file"),
    ],
)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_settings_that_cannot_be_are_named(tmp_path: Path, command: str, content: str | None, message: str) -> None:
    write(tmp_path, {"a.txt": COUNCIL} | ({} if content is None else {"mine.toml": content}))
    where = ["--graph", str(tmp_path / "graph")] if command == "build" else []
    code = 3 if content and "magic" in content else 2
    refused(run(command, tmp_path / "a.txt", "--settings", tmp_path / "mine.toml", *where), code, message)


# Questions


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["SELECT ?s WHERE { ?s a }"], "the query is malformed at or before line 1"),
        (["SELECT ?s WHERE {\n ?s nope:x ?o }"], "the prefix 'nope' is not declared"),
        (["nowhere.rq"], "nowhere.rq: No such file"),
        (["Katie Hobbs"], "malformed"),
        ([""], "malformed"),
        ([], "give one query"),
        (["ASK {}", "ASK {}"], "give one query"),
        (["SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"], "SERVICE is refused"),
        (["INSERT DATA { <urn:a> <urn:b> <urn:c> }"], "INSERT is refused"),
        (["DROP ALL"], "DROP is refused"),
        (["--named", "oficce-holders"], "did you mean office-holders?"),
        (["--named", "xyzzy"], "no query is called 'xyzzy'; there are "),
        (["--named", "office-holders"], "office-holders needs at"),
        (["--named", "office-holders", "at=Arizona", "colour=red"], "no parameter colour; it takes at"),
        (["--named", "office-holders", "Arizona"], "'Arizona' is no parameter; parameters are KEY=VALUE"),
        (["--named", "held-on", "day=yesterday", "at=Arizona"], "it must be a day, as YYYY-MM-DD"),
        (["ASK {}", "--format", "turtle"], "cannot be turtle; allowed are"),
        (["ASK {}", "--format", "yaml"], "`binatgraph query --help` says what is allowed"),
        (["ASK {}", "--colour"], "No such option"),
    ],
)
def test_a_question_that_cannot_be_understood_is_wrong_usage(built: Path, words: list[str], message: str) -> None:
    refused(run("query", "--graph", built, *words), 2, message)
    assert run("query", "--graph", built, "ASK { ?s bg:leads ?o }").stdout == "true\n"


def test_a_query_that_is_no_text_is_wrong_usage(built: Path, tmp_path: Path) -> None:
    path = write(tmp_path, {"q.rq": b"\xff\xfe"}) / "q.rq"
    refused(run("query", "--graph", built, path), 2, "q.rq: not UTF-8 text")
    refused(run("query", "--graph", built, "-", stdin=b"\xff\xfe"), 2, "stdin: not UTF-8 text")


@pytest.mark.parametrize(
    "words", [["show", "Nobody Knows"], ["query", "--named", "office-holders", "at=Nowhere at all"]]
)
def test_a_name_that_nobody_has_is_a_no(built: Path, words: list[str]) -> None:
    refused(run(*words, "--graph", built), 1, "nothing in the graph is called 'No")


@pytest.mark.parametrize("name", ["", "!!!", "  "])
def test_what_is_no_name_is_wrong_usage(built: Path, name: str) -> None:
    refused(run("show", name, "--graph", built), 2, "is no name")


def test_a_name_that_several_have_is_asked_back(tmp_path: Path) -> None:
    folder = write(tmp_path / "d", {"a.txt": COUNCIL, "b.txt": NAMESAKE})
    run("build", folder, "--graph", tmp_path / "g")
    done = run("show", "Ana Prueba", "--graph", tmp_path / "g")
    refused(done, 2, "'Ana Prueba' may mean person/ana-m-prueba (Ana M. Prueba, ")
    assert "person/ana-maria-prueba (Ana María Prueba, " in done.stderr


def test_a_command_that_is_none_is_wrong_usage() -> None:
    refused(run("biuld"), 2, "No such command 'biuld'")
    refused(run("show"), 2, "Missing argument 'NAME'")


# Graphs that are not there, or broken


def _truncate(store: Path) -> None:
    for file in store.glob("generation-*/*.sst"):
        file.write_bytes(file.read_bytes()[:50])


def _delete_tables(store: Path) -> None:
    for file in store.glob("generation-*/*.sst"):
        file.unlink()


def _delete_manifest(store: Path) -> None:
    for file in store.glob("generation-*/MANIFEST-*"):
        file.unlink()


def _misname(store: Path) -> None:
    (store / "CURRENT").write_text("generation-999999\n")


def _scribble(store: Path) -> None:
    (store / "CURRENT").write_bytes(b"\xff\x00../../etc")


def _empty(store: Path) -> None:
    for path in store.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


DAMAGES = [_truncate, _delete_tables, _delete_manifest, _misname, _scribble, _empty, shutil.rmtree]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_broken_store_says_what_to_do(tmp_path: Path, built: Path, damage: Callable[[Path], None]) -> None:
    graph = shutil.copytree(built, tmp_path / "graph")
    damage(graph / "store")
    for words in (["query", "SELECT ?s ?o { ?s bg:leads ?o }"], ["show", "Katie Hobbs"], ["validate"]):
        refused(run(*words, "--graph", graph), 3, "run `binatgraph build`")


@pytest.mark.parametrize("words", [["query", "ASK {}"], ["show", "Katie Hobbs"], ["validate"]])
def test_without_a_graph_the_answer_says_how_to_make_one(tmp_path: Path, words: list[str]) -> None:
    refused(run(*words, "--graph", tmp_path / "none"), 3, "there is no graph here yet; run `binatgraph build`")


def test_without_a_page_there_is_nothing_to_view(tmp_path: Path) -> None:
    refused(run("view", "--graph", tmp_path), 1, "is not there; run `binatgraph build --graph")
