"""Bytes to characters: byte order mark, strict UTF-8, what the file declares, and Windows-1252 as the last resort.

The order is measured: detectors that guess from statistics take short Windows-1252 texts for a Central European code
page and turn ñ into ń.
"""

from __future__ import annotations

import codecs

from binatgraph.errors import ReadingError
from binatgraph.reading.binary import refuse_binary

_WIDE_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LAST = "cp1252"
_SAME_AS_LAST = frozenset({"iso8859-1", "ascii"})  # what pages call Latin-1 is Windows-1252 (WHATWG Encoding Standard)
_DECLARABLE = ("cp125", "iso8859", "koi8", "mac", "cp85", "cp437", "gb", "big5", "shift_jis", "euc", "cp932", "cp949")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The characters of a text file; `declared` is the charset that the file claims for itself, if it does.

    A text that is UTF-8 but for a few bytes is read as UTF-8, and each of these becomes U+FFFD.

    Raises
    ------
    ReadingError
        If the bytes are no text, or in no encoding that was tried.

    >>> decode("Cámara".encode("cp1252"))
    'Cámara'
    """
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            return _wide(data, name)
    refuse_binary(data)
    bare = data.removeprefix(codecs.BOM_UTF8)
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(bare, declared)


def _wide(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise ReadingError(f"its mark says {name.upper()} and its bytes do not; save it as UTF-8") from None


def _legacy(data: bytes, declared: str | None) -> str:
    lenient = data.decode("utf-8", "replace")
    if _damaged_utf8(lenient):
        return lenient
    for name in (_trusted(declared), _LAST):
        try:
            return data.decode(name)
        except UnicodeDecodeError as error:
            place = error.start
    byte = data[place]
    raise ReadingError(f"it is neither UTF-8 nor Windows-1252 (byte 0x{byte:02x} at {place}); save it as UTF-8")


def _damaged_utf8(lenient: str) -> bool:
    """Whether more characters were read than lost: Windows-1252 hardly ever holds a sequence that UTF-8 allows."""
    lost = lenient.count("\ufffd")
    return sum(1 for character in lenient if character > "\x7f") > 2 * lost


def _trusted(declared: str | None) -> str:
    """A declared charset, if it is one of the plain text encodings; anything else is not tried (UTF-7 hides markup)."""
    try:
        name = codecs.lookup(declared or _LAST).name
    except (LookupError, ValueError):
        return _LAST
    known = name.startswith(_DECLARABLE) and name not in _SAME_AS_LAST
    return name if known else _LAST
