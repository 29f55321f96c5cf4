from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from binatgraph.errors import StoreError
from binatgraph.store.local import memory_store, open_store, publish
from binatgraph.store.locking import locked


def quads(count: int, value: str = "x") -> Iterator[ox.Quad]:
    for number in range(count):
        yield ox.Quad(ox.NamedNode(f"urn:{number}"), ox.NamedNode("urn:says"), ox.Literal(value))


def said(folder: Path) -> set[str]:
    with open_store(folder) as store:
        return {row["o"] for row in store.query("SELECT ?o { ?s ?p ?o }").records()}


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def test_what_is_published_can_be_opened(tmp_path: Path) -> None:
    publish(tmp_path / "store", quads(3))
    with open_store(tmp_path / "store") as store:
        assert store.size() == 3


def test_the_next_graph_takes_the_place_of_the_last(tmp_path: Path) -> None:
    publish(tmp_path, quads(3, "old"))
    publish(tmp_path, quads(2, "new"))
    assert said(tmp_path) == {"new"}


def test_an_open_store_keeps_what_it_opened_and_knows_that_there_is_another(tmp_path: Path) -> None:
    publish(tmp_path, quads(500, "old"))
    with open_store(tmp_path) as store:
        rows = store.query("SELECT ?o { ?s ?p ?o }").records()
        first = next(rows)
        assert store.in_force()
        publish(tmp_path, quads(1, "new"))
        assert not store.in_force()
        assert {first["o"], *(row["o"] for row in rows)} == {"old"}
        assert store.query("ASK { ?s ?p 'old' }").boolean


def test_one_older_graph_is_kept_and_the_rest_deleted(tmp_path: Path) -> None:
    for number in range(4):
        publish(tmp_path, quads(1, str(number)))
    assert generations(tmp_path) == ["generation-000003", "generation-000004"]


def test_an_empty_graph_is_a_graph(tmp_path: Path) -> None:
    publish(tmp_path, [])
    with open_store(tmp_path) as store:
        assert store.size() == 0


def test_an_error_midway_leaves_the_old_graph_in_force(tmp_path: Path) -> None:
    def broken() -> Iterator[ox.Quad]:
        yield from quads(1000, "new")
        raise RuntimeError("midway")

    publish(tmp_path, quads(1, "old"))
    with pytest.raises(RuntimeError, match="midway"):
        publish(tmp_path, broken())
    assert said(tmp_path) == {"old"}
    assert generations(tmp_path) == ["generation-000001"]


def test_an_error_in_the_first_build_leaves_no_graph(tmp_path: Path) -> None:
    def broken() -> Iterator[ox.Quad]:
        yield from quads(1)
        raise ValueError("midway")

    with pytest.raises(ValueError, match="midway"):
        publish(tmp_path, broken())
    with pytest.raises(StoreError, match="run `binatgraph build`"):
        open_store(tmp_path)


BUILDER = """
    import sys, time
    from pathlib import Path
    import pyoxigraph as ox
    from binatgraph.store.local import publish

    def slow():
        for number in range(10**9):
            if number == 200_000:
                print("midway", flush=True)
                time.sleep(60)
            yield ox.Quad(ox.NamedNode(f"urn:{number}"), ox.NamedNode("urn:says"), ox.Literal("new"))

    publish(Path(sys.argv[1]), slow())
"""


def start_builder(folder: Path) -> subprocess.Popen[str]:
    """Start another process that builds, and wait until it is midway."""
    command = [sys.executable, "-c", textwrap.dedent(BUILDER), str(folder)]
    builder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert builder.stdout is not None
    assert builder.stdout.readline() == "midway\n"
    return builder


def kill(builder: subprocess.Popen[str]) -> None:
    builder.kill()
    builder.communicate()


def test_a_builder_that_is_killed_leaves_the_old_graph_in_force_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    publish(tmp_path, quads(1, "old"))
    kill(start_builder(tmp_path))
    assert said(tmp_path) == {"old"}
    assert generations(tmp_path) == ["generation-000001", "generation-000002"]
    publish(tmp_path, quads(1, "next"))
    assert said(tmp_path) == {"next"}
    publish(tmp_path, quads(1, "last"))
    assert len(generations(tmp_path)) == 2


def test_a_second_builder_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    builder = start_builder(tmp_path)
    try:
        with pytest.raises(StoreError, match="another build is writing here"):
            publish(tmp_path, quads(1))
    finally:
        kill(builder)
    publish(tmp_path, quads(1))
    assert said(tmp_path) == {"x"}


@pytest.mark.skipif(not hasattr(signal, "SIGTERM") or os.name != "posix", reason="needs the signals of POSIX")
def test_reading_goes_on_while_a_build_is_writing(tmp_path: Path) -> None:
    publish(tmp_path, quads(100, "old"))
    builder = start_builder(tmp_path)
    try:
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            assert said(tmp_path) == {"old"}
    finally:
        kill(builder)


def test_the_holder_of_the_lock_can_publish(tmp_path: Path) -> None:
    with locked(tmp_path) as lock:
        publish(tmp_path, quads(1), lock=lock)
        with pytest.raises(StoreError, match="another build"):
            publish(tmp_path, quads(1))
    publish(tmp_path, quads(1))


def test_the_lock_of_another_folder_is_refused(tmp_path: Path) -> None:
    with locked(tmp_path / "a") as lock, pytest.raises(StoreError, match="the lock is on"):
        publish(tmp_path / "b", quads(1), lock=lock)


def missing(folder: Path) -> None:
    folder.rmdir()


def empty(folder: Path) -> None:
    assert list(folder.iterdir()) == []


def a_file(folder: Path) -> None:
    folder.rmdir()
    folder.write_text("a file", "utf-8")


def foreign(folder: Path) -> None:
    """A store that another program made: it has a file of the same name."""
    ox.Store(str(folder / "there")).bulk_extend(quads(1))
    for path in (folder / "there").iterdir():
        shutil.move(path, folder)


def not_text(folder: Path) -> None:
    (folder / "CURRENT").write_bytes(b"\xff\x00")


def pointing_elsewhere(folder: Path) -> None:
    (folder / "CURRENT").write_text("../generation-000001\n", "ascii")


def pointing_nowhere(folder: Path) -> None:
    (folder / "CURRENT").write_text("generation-000009\n", "ascii")


def hollow(folder: Path) -> None:
    (folder / "generation-000001").mkdir()
    (folder / "CURRENT").write_text("generation-000001\n", "ascii")


def torn(folder: Path) -> None:
    publish(folder, quads(1))
    for path in (folder / "generation-000001").glob("MANIFEST-*"):
        path.write_bytes(b"torn")


@pytest.mark.parametrize(
    "spoil", [missing, empty, a_file, foreign, not_text, pointing_elsewhere, pointing_nowhere, hollow, torn]
)
def test_a_folder_that_cannot_be_opened_is_one_line_that_says_what_to_do(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    folder = tmp_path / "store"
    folder.mkdir()
    spoil(folder)
    with pytest.raises(StoreError) as refused:
        open_store(folder)
    assert "run `binatgraph build`" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.exit_code == 3


def test_a_build_mends_a_damaged_store(tmp_path: Path) -> None:
    torn(tmp_path)
    publish(tmp_path, quads(1, "new"))
    assert said(tmp_path) == {"new"}


def test_damage_that_shows_while_reading_is_our_error(tmp_path: Path) -> None:
    publish(tmp_path, quads(2000))
    for path in (tmp_path / "generation-000001").glob("*.sst"):
        path.write_bytes(b"garbage!" + path.read_bytes()[8:-60][::-1] + path.read_bytes()[-60:])
    with pytest.raises(StoreError, match="run `binatgraph build`"), open_store(tmp_path) as store:
        list(store.query("SELECT * { ?s ?p ?o }").rows)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        publish(tmp_path / "file" / "store", quads(1))


def test_a_store_in_memory_is_always_in_force() -> None:
    with memory_store(quads(2)) as store:
        assert store.in_force()
        assert store.size() == 2
