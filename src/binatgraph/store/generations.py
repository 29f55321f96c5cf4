"""Generations of a store in one folder: directories beside one another, and a small file that names the one in force.

A generation is never changed once it is named, so a reader beside a builder is safe; and the file that names it is
replaced in one step, so there is always a whole generation in force, whenever the machine stops.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Final

from binatgraph.errors import StoreError

_CURRENT: Final = "CURRENT"
_GENERATION: Final = re.compile(r"generation-(\d{6,})")


def current(folder: Path) -> Path:
    """Find the generation in force.

    Raises
    ------
    StoreError
        If the folder is missing or empty, or is no store of this software.
    """
    try:
        name = (folder / _CURRENT).read_text("ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"{folder}: there is no graph here yet; run `binatgraph build`") from None
    except OSError as error:
        raise StoreError(f"{folder} cannot be read: {error.strerror}; run `binatgraph build`") from None
    except UnicodeDecodeError:
        name = ""
    if not _GENERATION.fullmatch(name):
        raise StoreError(f"{folder} is no store of binatgraph; give the folder of a graph, or run `binatgraph build`")
    if not (folder / name).is_dir():
        raise StoreError(f"{folder} is damaged: {name} is missing; run `binatgraph build`")
    return folder / name


def upcoming(folder: Path) -> Path:
    """Choose the directory of the next generation, after every one that was begun."""
    numbers = [int(match[1]) for path in folder.iterdir() if (match := _GENERATION.fullmatch(path.name))]
    return folder / f"generation-{max(numbers, default=0) + 1:06}"


def enforce(generation: Path) -> None:
    """Put a generation in force, in one step that outlives a power cut.

    Raises
    ------
    OSError
        If the folder cannot be written; the generation before stays in force.
    """
    folder = generation.parent
    _sync(folder)
    new = folder / f"{_CURRENT}.new"
    with new.open("w", encoding="ascii") as file:
        file.write(f"{generation.name}\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / _CURRENT)
    _sync(folder)


def prune(folder: Path, *, keep: int = 2) -> None:
    """Delete generations but the newest finished ones, which a reader may still have open; what cannot be deleted stays.

    Those that were begun after the one in force were never finished.
    """
    newest = current(folder).name
    found = sorted(path.name for path in folder.iterdir() if _GENERATION.fullmatch(path.name))
    finished = [name for name in found if name <= newest]
    for name in set(found) - set(finished[-keep:]):
        shutil.rmtree(folder / name, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Write the entries of a directory to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
