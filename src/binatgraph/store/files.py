"""Files beside the store, written so that a crash leaves the old one whole."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from binatgraph.errors import StoreError

LOG = "build.log.jsonl"


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand in `path` when the block ends well; otherwise `path` is what it was.

    Raises
    ------
    StoreError
        If the disk cannot be written.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)


def read_lines(path: Path) -> list[str]:
    """The lines of a file of ours; none where there is no file.

    Only a line feed ends a line: other characters that Unicode has for it may stand in JSON.

    Raises
    ------
    StoreError
        If it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text("utf-8-sig").removesuffix("\n").split("\n") if path.exists() else []
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise StoreError(f"{path} is not UTF-8 text") from None


def marks(paths: Iterable[Path]) -> str:
    """What tells that files are the ones that were written: their names, sizes and times; empty where one is missing.

    >>> marks([Path("nowhere")])
    ''
    """
    try:
        facts = sorted((path.name, *_mark(path.stat())) for path in paths)
    except OSError:
        return ""
    return json.dumps(facts)


def _mark(facts: os.stat_result) -> tuple[int, int]:
    return facts.st_size, facts.st_mtime_ns


def log(folder: Path, entry: Mapping[str, Any]) -> None:
    """Add a line to the log of builds in a folder; time stands here, and never in the graph.

    Raises
    ------
    StoreError
        If it cannot be written.
    """
    path = folder / LOG
    try:
        # A path that is no text ends up as \udcXX in the JSON, which is what JSON has for it.
        with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(json.dumps(entry, ensure_ascii=False) + "\n")
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}") from None
