"""Which files there are to read, and what each is called in the graph: never by where it lies on this machine."""

from __future__ import annotations

import mimetypes
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from binatgraph.errors import UsageError
from binatgraph.reading.files import SIDECAR
from binatgraph.reading.readers import container_types, media_types

_ENDINGS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".epub": "application/epub+zip",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".zip": "application/zip",
    ".tar": "application/x-tar",
    ".tgz": "application/x-tar",
    ".gz": "application/gzip",
}
_FOLDER = "inode/directory"
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read.

    `source` is what the graph calls it: POSIX, relative to the path that was given. `media_type` is `None` for a kind that
    nobody reads. A folder that cannot be opened comes as `inode/directory`: reading it says why.
    """

    path: Path
    source: str
    media_type: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A file below a base folder; `name` is its path from there."""

    base: Path
    name: tuple[str, ...]
    media_type: str | None

    @property
    def path(self) -> Path:
        return self.base.joinpath(*self.name)

    def found(self, depth: int = 0) -> Found:
        """The file, called by its name behind the names of so many folders above its base."""
        above = Path(os.path.abspath(self.base)).parts[1:]  # noqa: PTH100  (resolve() would replace a link by its target)
        names = (*above[max(0, len(above) - depth) :], *self.name)
        source = "/".join(printable(name) for name in names)
        return Found(path=self.path, source=source or ".", media_type=self.media_type)


def discover(paths: Iterable[Path]) -> Iterator[Found]:
    """The files at these paths: a file is itself, a folder everything below it, sorted.

    Below a folder, hidden files and folders are skipped, links are followed once, sidecars (`X.meta.yaml`) belong to what
    lies beside them, and a README is about its folder: it has no media type, unless it is given by name. A file that two
    paths lead to comes once. The source of a file given by name is its name, of one in a folder its path below that
    folder; files that would have the same source get the name of the folder before it (and of the one above, until they
    differ).

    Raises
    ------
    UsageError
        At once, if a path does not exist.
    """
    given = list(paths)
    missing = [path for path in given if not os.path.lexists(path)]  # a link that leads nowhere: reading it says so
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(printable(str(path)) for path in missing)}")
    if len(given) == 1:
        return (place.found() for place in _walk(given[0]))
    return _apart(_once(place for path in given for place in _walk(path)))


def media_type_of(name: str) -> str | None:
    """The media type that the ending of a file says, if something that is installed reads or opens it.

    >>> media_type_of("Boletín.HTM"), media_type_of("photo.jpg")
    ('text/html', None)
    """
    ending = Path(name).suffix.casefold()
    guess = _ENDINGS.get(ending) or _other_endings().get(ending)
    return guess if guess in (*media_types(), *container_types()) and not name.endswith(SIDECAR) else None


@cache
def _other_endings() -> Mapping[str, str]:
    """What Python knows of endings, without what this machine's files add; for readers that others bring."""
    known = mimetypes.MimeTypes().types_map[True]
    return {ending: kind for ending, kind in known.items() if kind not in _ENDINGS.values()}


def _walk(given: Path) -> Iterator[_Place]:
    """The file itself, or the files below the folder: depth first, in the order of names."""
    if not _is_folder(given):
        yield _Place(given.parent, (given.name,), media_type_of(given.name))
        return
    waiting: list[tuple[str, ...]] = [()]
    seen: set[str] = set()  # real folders, so that links make no loop
    while waiting:
        names = waiting.pop()
        path = given.joinpath(*names)
        if not _is_folder(path):
            about_folder = names[-1].casefold().startswith("readme")
            yield _Place(given, names, None if about_folder else media_type_of(names[-1]))
        elif (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            try:
                waiting += [(*names, name) for name in reversed(_visible(path))]
            except OSError:
                yield _Place(given, names, _FOLDER)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  (Path.is_dir raises where a folder above may not be entered)


def _visible(folder: Path) -> list[str]:
    """What is in a folder, sorted, without what is hidden and without sidecars."""
    names = sorted(entry.name for entry in folder.iterdir())
    return [name for name in names if not name.startswith(".") and not name.endswith(SIDECAR)]


def _once(places: Iterable[_Place]) -> list[_Place]:
    """Each file once; of several paths to it the one from furthest above counts, whatever their order.

    A link beside its target is a file of its own.
    """
    kept: dict[Path, _Place] = {}
    for place in places:
        key = place.path.parent.resolve() / place.path.name
        kept[key] = max(kept.get(key, place), place, key=lambda one: (len(one.name), one.name))
    return list(kept.values())


def _apart(places: list[_Place]) -> Iterator[Found]:
    """Files with sources that differ: as many folder names before those that collide as it takes."""
    found = [place.found() for place in places]
    for depth in range(1, max((len(place.path.absolute().parts) for place in places), default=0)):
        times = Counter(file.source for file in found)
        if len(times) == len(found):
            break
        found = [
            place.found(depth) if times[file.source] > 1 else file for place, file in zip(places, found, strict=True)
        ]
    return iter(found)


def printable(name: str) -> str:
    """A name of a file in one line of UTF-8: what is not text in it becomes %XX."""
    return _UNPRINTABLE.sub(lambda match: quote(match.group().encode("utf-8", "surrogateescape")), name)
