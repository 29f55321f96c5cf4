"""A lock that goes with the process that holds it, also when it is killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from binatgraph.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME: Final = "lock"


class Lock:
    """What the holder of the lock on a folder shows, so that a step of its work does not wait for itself."""

    __slots__ = ("folder",)

    def __init__(self, folder: Path) -> None:
        self.folder = folder


@contextmanager
def locked(folder: Path) -> Iterator[Lock]:
    """Hold the only lock on a folder; the folder is made if it is missing.

    Raises
    ------
    StoreError
        If another process holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _NAME).open("ab")
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {error.strerror}; choose another folder") from None
    with file:
        if not _acquire(file):
            raise StoreError(f"{folder}: another build is writing here; wait until it is done, or stop it")
        yield Lock(folder)


def _acquire(file: BinaryIO) -> bool:
    """Take the lock of the operating system; closing the file, or the end of the process, gives it back."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
