from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from binatgraph.errors import StoreError
from binatgraph.model import Analysis, Kind
from binatgraph.store.analyses import KeptAnalyses, SourceRow, open_cache

NAME = "analyses.sqlite"


def analysis(name: str = "Elena Ruiz", *, source: str = "a.txt") -> Analysis:
    read = factory.document(f"{name} opened it.", source=source)
    return factory.analysis(read, [factory.mention(read, name, Kind.PERSON)])


def row(source: str, key: str) -> SourceRow:
    return SourceRow(source=source, document=f"d-{key}", sha256="0", key=key, version="1")


def kept(folder: Path, *keys: str, notes: dict[str, str] | None = None) -> None:
    """End a build that is made of analyses with these keys."""
    with open_cache(folder) as cache:
        for key in keys:
            cache.put(key, analysis(key))
        cache.commit([row(f"{key}.txt", key) for key in keys], notes=notes or {})


def test_what_was_committed_is_there_the_next_time(tmp_path: Path) -> None:
    kept(tmp_path, "b", "a", notes={"made of": "x"})
    with open_cache(tmp_path) as cache:
        assert cache.get("a") == analysis("a")
        assert list(cache.sources()) == ["a.txt", "b.txt"]
        assert cache.sources()["a.txt"] == row("a.txt", "a")
        assert cache.note("made of") == "x"


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        assert cache.get("a") is None
        assert not cache.has("a")
        assert cache.note("a") is None
        assert cache.sources() == {}


def interrupted(folder: Path) -> None:
    with open_cache(folder) as cache:
        cache.put("b", analysis("b"))
        raise RuntimeError("midway")


def test_a_build_that_does_not_end_leaves_what_was_there(tmp_path: Path) -> None:
    kept(tmp_path, "a")
    with open_cache(tmp_path) as cache:
        cache.put("a", analysis("other"))
        cache.put("b", analysis("b"))
        assert cache.has("b")
    with pytest.raises(RuntimeError, match="midway"):
        interrupted(tmp_path)
    with open_cache(tmp_path) as cache:
        assert cache.get("a") == analysis("a")
        assert not cache.has("b")


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from binatgraph.model import Analysis, Document
    from binatgraph.store.analyses import open_cache

    with open_cache(Path(sys.argv[1])) as cache:
        for number in range(2000):
            text = "x" * 2000 + str(number)
            read = Document(id=str(number), source="", text=text, language="en", media_type="", sha256="")
            cache.put(str(number), Analysis(document=read))
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of POSIX")
def test_a_build_that_is_killed_leaves_what_was_there_and_the_next_one_goes_on(tmp_path: Path) -> None:
    kept(tmp_path, "a")
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path)], check=False)
    assert ended.returncode < 0
    with open_cache(tmp_path) as cache:
        assert cache.get("a") == analysis("a")
        assert list(cache.sources()) == ["a.txt"]
        done = [str(number) for number in range(2000) if cache.has(str(number))]
        assert done[0] == "0"
        assert len(done) >= 1000
        assert all(cache.get(key) is not None for key in done)


def test_the_end_of_a_build_drops_what_none_of_its_files_needs(tmp_path: Path) -> None:
    kept(tmp_path, "a", "b")
    with open_cache(tmp_path) as cache:
        cache.commit([row("b.txt", "b")], notes={})
    with open_cache(tmp_path) as cache:
        assert [cache.has(key) for key in "ab"] == [False, True]
        assert list(cache.sources()) == ["b.txt"]


def spoil(folder: Path, content: object) -> None:
    connection = sqlite3.connect(folder / NAME)
    connection.execute("UPDATE analysis SET content = ? WHERE key = 'a'", (content,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("content", [b"", b"no zlib", "text", 5])
def test_a_damaged_row_is_none_and_can_be_put_again(tmp_path: Path, content: object) -> None:
    kept(tmp_path, "a")
    spoil(tmp_path, content)
    with open_cache(tmp_path) as cache:
        assert cache.get("a") is None
        assert not cache.has("a")
        with pytest.raises(StoreError, match="run `binatgraph build` again"):
            list(KeptAnalyses(cache, ["a"], sources={}))
        cache.put("a", analysis("a"))
        assert cache.get("a") == analysis("a")


@given(content=st.binary(max_size=200))
def test_a_file_that_is_no_database_is_made_anew(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("cache")
    (folder / NAME).write_bytes(content)
    with open_cache(folder) as cache:
        assert cache.sources() == {}
        cache.put("a", analysis())


def test_a_database_of_another_program_is_made_anew(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / NAME)
    connection.execute("CREATE TABLE source (address TEXT)")
    connection.close()
    kept(tmp_path, "a")
    with open_cache(tmp_path) as cache:
        assert cache.has("a")


def test_a_database_that_another_process_writes_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "a")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0.01))
    other = connect(tmp_path / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="another build is writing it"), open_cache(tmp_path):
        pass
    other.rollback()
    other.close()
    with open_cache(tmp_path) as cache:
        assert cache.has("a")


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"), open_cache(tmp_path / "missing"):
        pass


def test_kept_analyses_are_a_sequence_with_the_source_that_stands_for_each(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        for key in "abc":
            cache.put(key, analysis(key))
        moved = {analysis("b").document.id: "z/b.txt"}
        several = KeptAnalyses(cache, ["c", "a", "b"], sources=moved)
        assert len(several) == 3
        assert several[1] == analysis("a")
        assert [one.document.source for one in several] == ["a.txt", "a.txt", "z/b.txt"]
        assert list(several[1:]) == [analysis("a"), replace(analysis("b"), document=several[2].document)]
        with pytest.raises(IndexError):
            several[3]
