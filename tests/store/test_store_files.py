"""Files beside the store are whole or as they were, and say when somebody else has written them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import StoreError
from binatgraph.store.files import LOG, log, marks, read_lines, replaced


def test_what_was_written_stands_there_when_the_block_ends(tmp_path: Path) -> None:
    with replaced(tmp_path / "a.trig") as stream:
        stream.write(b"new")
        assert not (tmp_path / "a.trig").exists()
    assert (tmp_path / "a.trig").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.trig"]


def write_half(path: Path, error: type[BaseException]) -> None:
    with replaced(path) as stream:
        stream.write(b"half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, StoreError])
def test_a_block_that_fails_leaves_the_file_as_it_was(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "a.trig").write_bytes(b"old")
    with pytest.raises(error):
        write_half(tmp_path / "a.trig", error)
    assert (tmp_path / "a.trig").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.trig"]


def test_a_disk_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "folder.trig").mkdir()
    for path in (tmp_path / "nowhere" / "a.trig", tmp_path / "folder.trig"):
        with pytest.raises(StoreError, match=r"cannot be written: .+") as refused, replaced(path) as stream:
            stream.write(b"new")
        assert "\n" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.trig"]


def test_a_file_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    assert read_lines(tmp_path / "nowhere") == []


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\r\n", codec="utf-8")), min_size=1))
def test_only_a_line_feed_ends_a_line(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.mktemp("lines") / "judgements.jsonl"
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    read = read_lines(path)
    assert [read[0].lstrip("\ufeff"), *read[1:]] == [lines[0].lstrip("\ufeff"), *lines[1:]]


def test_a_mark_of_encoding_and_line_ends_of_windows_are_no_part_of_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes("\ufeff{}\r\n[]\r\n".encode())
    assert read_lines(tmp_path / "a.jsonl") == ["{}", "[]"]


def test_lines_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xff")
    with pytest.raises(StoreError, match="is not UTF-8 text"):
        read_lines(tmp_path / "a.jsonl")
    with pytest.raises(StoreError, match="cannot be read"):
        read_lines(tmp_path)


def test_marks_stay_while_nobody_writes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("b", "a")]
    for file in files:
        file.write_text("text")
    first = marks(files)
    files[0].read_text()
    assert first == marks(reversed(files)) != ""


@pytest.mark.parametrize("change", ["size", "time", "name", "gone"])
def test_marks_change_with_a_file(tmp_path: Path, change: str) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    file.write_text("text")
    other.write_text("text")
    first = marks([file])
    if change == "size":
        file.write_text("more text")
    elif change == "time":
        os.utime(file, ns=(0, 1))
    elif change == "name":
        os.utime(other, ns=(file.stat().st_mtime_ns, file.stat().st_mtime_ns))
        file = other
    else:
        file.unlink()
    assert marks([file]) != first


def test_the_log_grows_by_a_line_of_json(tmp_path: Path) -> None:
    for number in (1, 2):
        log(tmp_path, {"build": number, "trig": "caf\udce9/año.trig"})
    lines = (tmp_path / LOG).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [{"build": n, "trig": "caf\udce9/año.trig"} for n in (1, 2)]


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        log(tmp_path / "nowhere", {})
