"""Bytes from the disk: a file, the sidecar that says what the file cannot say of itself, and the print of both."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from binatgraph.errors import ReadingError

MAX_BYTES = 50_000_000
"""What is read at most; a text of this size is a book shelf."""

SIDECAR = ".meta.yaml"


def load(path: Path) -> bytes:
    """The bytes of a file.

    Raises
    ------
    ReadingError
        If it cannot be opened, is no regular file, or is too large. The message does not name the file.
    """
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            os.listdir(path)  # noqa: PTH208  (for the error of a folder that may not be opened)
            raise ReadingError("it is a folder; give the files in it")
        if not stat.S_ISREG(facts.st_mode):
            raise ReadingError("it is no regular file; send what it gives to standard input and read -")
        refuse_size(facts.st_size)
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(f"it cannot be opened ({(error.strerror or 'unknown reason').lower()})") from None


def sidecar(path: Path) -> bytes | None:
    """The bytes of `X.meta.yaml` beside `X.txt`, or nothing where there is none.

    Raises
    ------
    ReadingError
        If there is one and it cannot be opened.
    """
    beside = path.with_name(path.stem + SIDECAR)
    try:
        return load(beside) if beside.is_file() else None
    except (OSError, ReadingError) as error:
        raise ReadingError(f"its sidecar {beside.name}: {error}") from None


def refuse_size(size: int) -> None:
    """Refuse more bytes than `MAX_BYTES`.

    Raises
    ------
    ReadingError
        If there are more.
    """
    if size > MAX_BYTES:
        raise ReadingError(f"it has {size / 1e6:.0f} MB and at most {MAX_BYTES / 1e6:.0f} are read; split it")


def digest(data: bytes, metadata: bytes | None) -> str:
    """SHA-256 of a file and its sidecar, in hexadecimal; without a sidecar it is what `sha256sum` says.

    With one it is the hash of both hashes, so that no byte can move from one to the other unseen.

    >>> digest(b"", None)[:8]
    'e3b0c442'
    >>> digest(b"ab", b"c") == digest(b"a", b"bc")
    False
    """
    first = hashlib.sha256(data)
    if metadata is None:
        return first.hexdigest()
    return hashlib.sha256(first.digest() + hashlib.sha256(metadata).digest()).hexdigest()
