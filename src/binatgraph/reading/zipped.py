"""Zip files that others made: what is in them, without being filled up by what they unfold to.

A zip of 40 kB can hold 40 MB of zeros, and say that it holds nothing; so sizes are counted while reading, not believed.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from binatgraph.errors import ReadingError

MAX_UNPACKED = 200_000_000
"""Bytes that one archive may unfold to, all its members together."""

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


class Zip:
    """An opened zip; `unpacked` counts the bytes that were read from it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = {info.filename: info for info in archive.infolist()}
        self.unpacked = 0

    @property
    def names(self) -> list[str]:
        """The names of the members, in the order of the archive; folders end with "/"."""
        return list(self._infos)

    def mode(self, name: str) -> int:
        """The Unix mode of a member, 0 where the archive does not say it."""
        return self._infos[name].external_attr >> 16

    def read(self, name: str, *, most: int = MAX_UNPACKED) -> bytes:
        """The bytes of a member.

        Raises
        ------
        ReadingError
            If there is none, it is damaged or protected by a password, or it holds more than `most` bytes, or all that was
            read more than `MAX_UNPACKED`.
        """
        if name not in self._infos:
            raise ReadingError(f"it has no {name}; it is damaged, or another kind of file")
        if self._infos[name].flag_bits & _ENCRYPTED:
            raise ReadingError("it is protected by a password; save it without one")
        try:
            with self._archive.open(name) as stream:
                return self._bounded(stream, most)  # type: ignore[arg-type]  # a ZipExtFile reads like any stream
        except _BROKEN as error:
            raise ReadingError(f"it is damaged ({' '.join(str(error).split())[:80] or 'cut off'})") from None

    def _bounded(self, stream: io.BufferedIOBase, most: int) -> bytes:
        parts = bytearray()
        while chunk := stream.read(_CHUNK):
            parts += chunk
            self.unpacked += len(chunk)
            if len(parts) > most or self.unpacked > MAX_UNPACKED:
                limit = min(most, MAX_UNPACKED)
                raise ReadingError(f"it unfolds to more than {limit / 1e6:.0f} MB; unpack it, and give the files in it")
        return bytes(parts)


@contextmanager
def opened(data: bytes) -> Iterator[Zip]:
    """The zip in these bytes.

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
        yield Zip(archive)
