"""Zip files that others made: what is in them, without being filled up by what they unfold to.

A zip of 40 kB can hold 40 MB of zeros, and say that it holds nothing; so sizes are counted while reading, not believed.
"""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from binatgraph.errors import ReadingError

MAX_UNPACKED = 200_000_000
"""Bytes that one file may unfold to, all its members and theirs together."""

MAX_MEMBERS = 10_000
_ENCRYPTED = 0x1
_CHUNK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a way of compression that Python does not know
    RuntimeError,
    ValueError,
    OSError,
    IndexError,
    struct.error,
)


class TooMuchError(ReadingError):
    """An archive, with all that is in it, unfolds to more than is read."""


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one file, however deep its archives are nested; a member costs something by itself."""

    left: int = -1

    def spend(self, size: int) -> None:
        """Take off so many bytes.

        Raises
        ------
        TooMuchError
            If there are not so many left.
        """
        self.left = (MAX_UNPACKED if self.left < 0 else self.left) - size
        if self.left < 0:
            raise TooMuchError(
                f"it unfolds to more than {MAX_UNPACKED / 1e6:.0f} MB; unpack it, and give the files in it"
            )


class Zip:
    """An opened zip."""

    def __init__(self, archive: zipfile.ZipFile, *, budget: Budget) -> None:
        self._archive = archive
        self._budget = budget
        self._infos = {info.filename: info for info in archive.infolist()}

    @property
    def names(self) -> list[str]:
        """The names of the members, in the order of the archive; folders end with "/"."""
        return list(self._infos)

    def is_link(self, name: str) -> bool:
        """Whether a member is a link to another file."""
        return stat.S_ISLNK(self._infos[name].external_attr >> 16)

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises
        ------
        ReadingError
            If there is none, it is damaged or protected by a password, or all that was read is more than `MAX_UNPACKED`.
        """
        if name not in self._infos:
            raise ReadingError(f"it has no {name[:80]}; it is damaged, or another kind of file")
        if self._infos[name].flag_bits & _ENCRYPTED:
            raise ReadingError("it is protected by a password; save it without one")
        try:
            with self._archive.open(name) as stream:
                return bounded(stream, self._budget)
        except _BROKEN as error:
            raise ReadingError(f"it is damaged ({' '.join(str(error).split())[:80] or 'cut off'})") from None


def bounded(stream: IO[bytes], budget: Budget) -> bytes:
    """All bytes of a stream, if the budget has so many.

    Raises
    ------
    TooMuchError
        If it has not.
    """
    parts = bytearray()
    while chunk := stream.read(_CHUNK):
        budget.spend(len(chunk))
        parts += chunk
    return bytes(parts)


@contextmanager
def opened(data: bytes, *, budget: Budget | None = None) -> Iterator[Zip]:
    """The zip in these bytes; without a budget it has one of its own.

    Raises
    ------
    ReadingError
        If there is none, or it has more than `MAX_MEMBERS` members.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadingError("it is protected by a password, or of an old format; save it without, in the new format")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise ReadingError(
            f"it is damaged, cut off, or another kind of file ({' '.join(str(error).split())[:80]})"
        ) from None
    with archive:
        if len(archive.infolist()) > MAX_MEMBERS:
            raise ReadingError(f"it has more than {MAX_MEMBERS:,} members; unpack it, and give the files in it")
        yield Zip(archive, budget=budget or Budget())
