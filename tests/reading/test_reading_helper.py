"""A reader that hangs, dies or eats memory takes its own process down and nothing else."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from binatgraph.errors import ReadingError
from binatgraph.reading import helper

READERS = """
import os, time
from binatgraph.reading.content import Content
from binatgraph.errors import ReadingError
def good(data): print("noise"); return Content(text=data.decode(), pages=(0, 3))
def refuses(data): raise ReadingError("it is no text of mine")
def hangs(data): time.sleep(60)
def dies(data): os._exit(1)
def breaks(data): return data.nothing
def eats(data): return Content(text="x" * 4_000_000_000)
def digs(data): return digs(data)
"""


@pytest.fixture(autouse=True)
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd_readers.py").write_text(READERS, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    only = helper._Helper()  # noqa: SLF001  (one that knows the module)
    monkeypatch.setattr(helper, "_helper", lambda _: only)


def test_what_a_reader_gives_comes_through_and_what_it_prints_does_not() -> None:
    for _ in range(3):
        content = helper.ask("odd_readers:good", "Señor".encode())
        assert (content.text, content.pages) == ("Señor", (0, 3))


@pytest.mark.parametrize(
    ("reader", "message"),
    [
        ("refuses", "it is no text of mine"),
        ("hangs", "it takes longer than 1 seconds to read; save it in another format"),
        ("dies", "its reader broke down"),
        ("breaks", "its reader broke down"),
        ("digs", "it is nested too deeply"),
        pytest.param(
            "eats",
            "it takes more than 2 GB of memory",
            marks=pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no limit of memory on this system"),
        ),
    ],
)
def test_a_reader_that_fails_is_a_refusal_and_the_next_file_is_read(reader: str, message: str) -> None:
    start = time.monotonic()
    with pytest.raises(ReadingError, match=message):
        helper.ask(f"odd_readers:{reader}", b"x", seconds=1.0 if reader == "hangs" else 30.0)
    assert time.monotonic() - start < 20
    assert helper.ask("odd_readers:good", b"again").text == "again"


def test_an_interrupted_question_gets_no_answer_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_stream: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(helper, "_receive", interrupted)
        with pytest.raises(KeyboardInterrupt):
            helper.ask("odd_readers:good", b"first")
    assert helper.ask("odd_readers:good", b"second").text == "second"
