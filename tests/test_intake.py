"""Builds of what people really have: archives, tables, mailboxes, several formats, stdin, the web; refusals are counted lines."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from binatgraph.errors import ReadingError, UsageError
from binatgraph.pipeline import Intake, Item, Tools, Web, build, open_graph, parse_columns
from builds import COUNCIL, OTHER_COUNCIL, PAGE, TALKS, VISITA, outputs, run, write

sys.path.insert(0, str(Path(__file__).parent / "reading"))  # the writers of formats are there
import formats

NEARLY = COUNCIL + " " + " ".join(f"The council of the valley met {number} times." for number in range(12))


def sources(graph: Path) -> set[str]:
    with open_graph(graph) as store:
        return {
            row["s"]
            for row in store.query(
                "SELECT ?s { GRAPH ?g { ?x dcterms:identifier ?s ; bg:currentDocument ?d } }"
            ).records()
        }


def archive() -> bytes:
    inner = formats.zipped({"visita.md": VISITA})
    return formats.zipped(
        {"news/talks.txt": TALKS, "in.zip": inner, "../out.txt": "x", "photo.jpg": "x", "empty.txt": " "}
    )


def test_what_an_archive_holds_is_in_the_graph_by_its_own_name(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", {"a.zip": archive(), "b.txt": COUNCIL})
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert sources(tmp_path / "graph") == {"a.zip!/news/talks.txt", "a.zip!/in.zip!/visita.md", "b.txt"}
    assert (summary.documents, summary.other_files) == (3, {".jpg": 1})
    assert sorted(summary.refused) == [
        "a.zip!/empty.txt: it is empty; there is nothing to read in it",
        "a.zip!/out.txt: its name leads out of the archive; give the file by itself",
    ]


def test_only_what_changed_in_an_archive_is_read_again(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", {"a.zip": formats.zipped({"1.txt": TALKS, "2.txt": COUNCIL})})
    build([folder], tmp_path / "graph", tools=tools)
    write(folder, {"a.zip": formats.zipped({"1.txt": TALKS, "2.txt": OTHER_COUNCIL})})
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert (summary.read, summary.unchanged, summary.gone) == (1, 1, 1)


def test_every_format_gives_the_same_statements(tmp_path: Path, tools: Tools) -> None:
    article = formats.Article(
        "Talks", "2024-02-03", "en", (("p", TALKS), ("p", "It was the third time this year that they met."))
    )
    files = {
        "a.pdf": formats.pdf(article),
        "a.docx": formats.docx(article),
        "a.odt": formats.odt(article),
        "a.rtf": formats.rtf(article),
        "a.epub": formats.zipped({"x": ""}),
        "a.eml": formats.eml(article),
    }
    summary = build([write(tmp_path / "documents", files)], tmp_path / "graph", tools=tools)
    assert len(summary.refused) == 1
    assert (summary.repeated + summary.documents, summary.statements) == (5, _statements(tmp_path, tools))


def _statements(folder: Path, tools: Tools) -> int:
    return build([write(folder / "plain", {"a.txt": TALKS})], folder / "plain-graph", tools=tools).statements


def test_a_table_is_read_by_its_columns_alone(tmp_path: Path, tools: Tools) -> None:
    folder = write(
        tmp_path / "documents", {"t.csv": f'body,day\n"{TALKS}",2024-02-03\n"{COUNCIL}",soon\n', "a.txt": VISITA}
    )
    assert build([folder], tmp_path / "graph", tools=tools).other_files == {".csv": 1}
    intake = Intake(columns=parse_columns("text=body,published=day"))
    summary = build([folder], tmp_path / "graph", tools=tools, intake=intake)
    assert sources(tmp_path / "graph") == {"a.txt", "t.csv!/row-1"}
    assert summary.refused == ("t.csv!/row-2: its day is 'soon'; write a date as 2024-06-03",)
    with open_graph(tmp_path / "graph") as store:
        assert [row["d"] for row in store.query("SELECT ?d { GRAPH ?g { ?x dcterms:issued ?d } }").records()] == [
            "2024-02-03"
        ]


def test_documents_that_are_nearly_the_same_are_kept_and_said(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", {"a.txt": NEARLY, "b.txt": f"Bulletin. {NEARLY}", "c.txt": TALKS})
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert (summary.documents, [sorted(group) for group in summary.alike]) == (3, [["a.txt", "b.txt"]])
    again = build([folder], tmp_path / "graph", tools=tools)
    assert (again.changed, again.alike) == (False, summary.alike)


def test_standard_input_is_a_document(tmp_path: Path, tools: Tools) -> None:
    given = (Item(source="-", media_type="text/plain", data=TALKS.encode()),)
    summary = build([], tmp_path / "graph", tools=tools, intake=Intake(given=given))
    assert (summary.documents, sources(tmp_path / "graph")) == (1, {"-"})


@pytest.mark.usefixtures("one_set_of_tools")
def test_the_command_reads_standard_input_and_tables(tmp_path: Path) -> None:
    write(tmp_path, {"t.jsonl": json.dumps({"text": COUNCIL}) + "\n"})
    done = run(
        "build",
        "-",
        tmp_path / "t.jsonl",
        "--columns",
        "text=text",
        "--media-type",
        "text/html",
        "--graph",
        tmp_path / "g",
        stdin=PAGE,
    )
    assert done.exit_code == 0, done.stderr
    assert sources(tmp_path / "g") == {"-", "t.jsonl!/row-1"}


def test_columns_that_cannot_be_meant_end_the_command(tmp_path: Path) -> None:
    done = run("build", tmp_path, "--columns", "body", "--graph", tmp_path / "g")
    assert (done.exit_code, "columns are 'body'" in done.stderr) == (2, True)


def test_an_archive_without_anything_to_read_says_what_is_in_it(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", {"a.zip": formats.zipped({"a.jpg": "x", "b.csv": "x"})})
    with pytest.raises(ReadingError, match=r"1 \.csv, 1 \.jpg"):
        build([folder], tmp_path / "graph", tools=tools)


# The web


class Site(BaseHTTPRequestHandler):
    """A site with a page and without rules."""

    page = PAGE

    def do_GET(self) -> None:
        found = self.path == "/news"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page.encode() if found else b"no")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name that it has)
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_address_is_fetched_when_that_is_asked_for_and_by_its_address(
    tmp_path: Path, tools: Tools, site: str
) -> None:
    intake = Intake(web=Web(private=True, sleep=lambda _: None))
    write(tmp_path / "d", {"list.urls": f"{site}/news\n{site}/gone\n", "a.txt": TALKS})
    summary = build([f"{site}/news", tmp_path / "d"], tmp_path / "graph", tools=tools, intake=intake)
    assert sources(tmp_path / "graph") == {"a.txt", f"{site}/news"}
    assert summary.refused == (f"{site}/gone: its site answers 404 (Not Found)",)
    before = outputs(tmp_path / "graph")
    intake = Intake(web=Web(private=True, sleep=lambda _: None))
    again = build([f"{site}/news", tmp_path / "d"], tmp_path / "graph", tools=tools, intake=intake)
    assert (again.read, again.unchanged, outputs(tmp_path / "graph")) == (0, 2, before)


def test_nothing_is_fetched_unless_that_is_asked_for(tmp_path: Path, tools: Tools, site: str) -> None:
    with pytest.raises(UsageError, match="nothing is fetched unless --fetch is given"):
        build([f"{site}/news"], tmp_path / "graph", tools=tools)
    folder = write(tmp_path / "d", {"list.urls": f"{site}/news\n", "a.txt": TALKS})
    assert build([folder], tmp_path / "graph", tools=tools).other_files == {".urls": 1}


def test_the_command_does_not_fetch_by_itself_and_never_from_the_own_machine(tmp_path: Path, site: str) -> None:
    done = run("build", f"{site}/news", "--graph", tmp_path / "g")
    assert (done.exit_code, "unless --fetch is given" in done.stderr) == (2, True)
    done = run("build", f"{site}/news", "--fetch", "--graph", tmp_path / "g")
    assert (done.exit_code, "it leads into the own machine or network" in done.stderr) == (3, True)
