"""`binatgraph build`: what it says about what it did."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builds import COUNCIL, PAGE, TALKS, everything, outputs, run, write

pytestmark = pytest.mark.usefixtures("one_set_of_tools")


def test_the_summary_says_what_was_read_found_merged_left_out_and_where_the_page_is(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "empty.txt": "",
        "photo.jpg": b"\xff\xd8\xff",
        "nadie.txt": "Xyzzy plugh. Frobnitz!",
        "README.md": "About.",
    }
    folder = write(tmp_path / "documents", {**everything(), **more})
    done = run("build", folder, "--graph", tmp_path / "graph")
    assert (done.exit_code, done.stderr) == (0, "")
    said = {line.split("  ")[0].strip(): line for line in done.stdout.splitlines()}
    assert said["Documents"] == "Documents   5 in 6 files (6 read, 0 unchanged)"
    assert "1 file with the text of another" in said["Repeated"]
    assert "No language 1 document in neither English nor Spanish: nadie.txt" in said
    assert "empty.txt: it is empty" in said["Refused"]
    assert "1 .jpg, 1 README.md" in said["Left out"]
    assert "statements from" in said["Found"]
    assert "as read into others" in said["Merged"]
    assert said["Graph"].endswith(str(tmp_path / "graph" / "binatgraph.trig"))
    assert said["Page"].endswith(str(tmp_path / "graph" / "network.html"))


def test_a_second_build_says_what_has_gone_and_that_nothing_else_changed(tmp_path: Path) -> None:
    folder = write(tmp_path / "documents", {"a.txt": TALKS, "c.txt": COUNCIL})
    run("build", folder, "--graph", tmp_path / "graph")
    (folder / "c.txt").unlink()
    second = run("build", folder, "--graph", tmp_path / "graph").stdout
    assert "1 (0 read, 1 unchanged)" in second
    assert "1 document of the last build" in second
    assert "(nothing has changed)" not in second
    assert "(nothing has changed)" in run("build", folder, "--graph", tmp_path / "graph").stdout


def test_the_summary_can_be_json(tmp_path: Path) -> None:
    done = run("build", write(tmp_path / "d", {"a.txt": TALKS}), "--graph", tmp_path / "graph", "--json")
    summary = json.loads(done.stdout)
    assert (summary["documents"], summary["read"], summary["refused"], summary["changed"]) == (1, 1, [], True)
    assert set(summary) >= {"actors", "linked", "merged", "statements", "claims", "review", "page", "trig", "store"}


def test_one_document_that_was_read_is_enough_for_success(tmp_path: Path) -> None:
    folder = write(tmp_path / "d", {"a.txt": COUNCIL, "b.txt": b"%PDF-1.7 \x00"})
    done = run("build", folder, "--graph", tmp_path / "graph")
    assert done.exit_code == 0
    assert "Refused     b.txt: it seems to be a PDF" in done.stdout


def test_settings_of_a_file_are_used(tmp_path: Path) -> None:
    write(tmp_path, {"mine.toml": 'base = "https://example.org/mine/"\n', "d/a.txt": TALKS})
    done = run("build", tmp_path / "d", "--graph", tmp_path / "g", "--settings", tmp_path / "mine.toml")
    assert done.exit_code == 0
    assert "https://example.org/mine/" in outputs(tmp_path / "g")[0].decode()


def test_a_graph_among_its_documents_is_none_of_them(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.html": PAGE, "graph/notes/c.txt": COUNCIL})
    first = run("build", folder, "--graph", folder / "graph", "--json")
    before = outputs(folder / "graph")
    again = run("build", folder, "--graph", folder / "graph", "--json")
    assert json.loads(first.stdout)["documents"] == json.loads(again.stdout)["documents"] == 2
    assert json.loads(again.stdout)["other_files"] == {}
    assert json.loads(again.stdout)["changed"] is False
    assert outputs(folder / "graph") == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_progress_is_drawn_on_a_terminal_and_data_go_to_stdout(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415  (Windows has none)

    folder = write(tmp_path / "d", {"a.txt": TALKS})
    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "binatgraph", "build", str(folder), "--graph", str(tmp_path / "g"), "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=True)
    os.close(terminal)
    drawn = os.read(main, 65536).decode()
    os.close(main)
    assert json.loads(done.stdout)["documents"] == 1
    assert "Reading" in drawn
    assert "100%" in drawn
