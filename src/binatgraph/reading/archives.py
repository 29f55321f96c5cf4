"""Zip, tar and gzip as containers: each file in them is a document of its own, called "archive.zip!/folder/file.txt".

Names never become paths: nothing is unpacked to the disk. Still a name that leads out of the archive is refused, because
the source is what the graph calls the document, and so are links, which say nothing of their own.
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, cast

from binatgraph.errors import ReadingError
from binatgraph.reading.columns import Columns
from binatgraph.reading.files import SIDECAR
from binatgraph.reading.member import Member
from binatgraph.reading.zipped import MAX_MEMBERS, Budget, TooMuchError, bounded, opened

_GZIP = b"\x1f\x8b"
_TAR = slice(257, 262)
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00]")
_HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/)")
_OF_A_MEMBER = 1_000
"""Bytes that a member costs beside its content, so that ten thousand empty ones are not for free."""

_BROKEN = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, OverflowError)


def open_zip(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:  # noqa: ARG001  (of all containers)
    """The files in a zip.

    Raises
    ------
    ReadingError
        If it is none, or is damaged, or unfolds to too much.
    """
    with opened(data, budget=budget) as archive:
        names = [name for name in archive.names if not name.endswith("/")]
        yield from _members(names, archive.read, is_link=archive.is_link, budget=budget)


def open_tar(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:  # noqa: ARG001  (as above)
    """The files in a tar, also in one that is packed by gzip.

    Raises
    ------
    ReadingError
        If it is none, or is damaged, or unfolds to too much.
    """
    plain = _unpacked(data, budget) if data.startswith(_GZIP) else data
    try:
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as archive:
            infos = {info.name: info for info in _listed(archive)}

            def read(name: str) -> bytes:
                stream = archive.extractfile(infos[name])
                return stream.read() if stream else b""

            names = [name for name, info in infos.items() if not info.isdir()]
            yield from _members(names, read, is_link=lambda name: not infos[name].isfile(), budget=budget)
    except _BROKEN as error:
        raise ReadingError(f"it is damaged or no tar ({' '.join(str(error).split())[:80]}); pack it again") from None


def open_gzip(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:
    """What is packed by gzip: the files of a tar, or the one file, which has its name without ".gz".

    Raises
    ------
    ReadingError
        If it is damaged, or unfolds to too much.
    """
    plain = _unpacked(data, budget)
    if plain[_TAR] == b"ustar":
        yield from open_tar(plain, columns=columns, budget=budget)
    else:
        yield Member(name="", data=plain)


def _members(
    names: list[str], read: Callable[[str], bytes], *, is_link: Callable[[str], bool], budget: Budget
) -> Iterator[Member]:
    """The files by their names, sorted; sidecars belong to what lies beside them, as on the disk."""
    there = set(names)
    for name in sorted(there):
        budget.spend(_OF_A_MEMBER)
        if wrong := _wrong(name, is_link(name)):
            yield Member(name=_harmless(name), refused=wrong)
            continue
        if _HIDDEN.search(name) or name.endswith(SIDECAR):
            continue
        folder, _, last = name.rpartition("/")
        beside = f"{folder}/" * bool(folder) + last.rpartition(".")[0] + SIDECAR
        try:
            yield Member(name=name, data=read(name), metadata=read(beside) if beside in there else None)
        except TooMuchError:
            raise
        except ReadingError as error:
            yield Member(name=name, refused=str(error))


def _wrong(name: str, linked: bool) -> str | None:  # noqa: FBT001  (of one caller)
    if _OUTSIDE.search(name):
        return "its name leads out of the archive; give the file by itself"
    return "it is a link or a device and no file; give what it stands for" if linked else None


def _harmless(name: str) -> str:
    return "/".join(part for part in re.split(r"[/\\]", name) if part not in ("", "..")) or "a member"


def _listed(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for number, info in enumerate(archive):
        if number >= MAX_MEMBERS:
            raise ReadingError(f"it has more than {MAX_MEMBERS:,} members; unpack it, and give the files in it")
        yield info


def _unpacked(data: bytes, budget: Budget) -> bytes:
    if not data.startswith(_GZIP):
        raise ReadingError("it is not packed by gzip; give it the ending of its kind")
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return bounded(cast("IO[bytes]", stream), budget)
    except _BROKEN as error:
        raise ReadingError(f"it is damaged or cut off ({' '.join(str(error).split())[:80]})") from None
