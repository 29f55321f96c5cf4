"""Telling text from what only bears its name: a PDF or a picture called `.txt`."""

from __future__ import annotations

import re

from binatgraph.errors import ReadingError

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF container (sound, film or picture)"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_ZIPPED = ((b"word/", "a Word document"), (b"xl/", "an Excel workbook"), (b"ppt/", "a PowerPoint file"))
_CONTROL = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f]")  # not the white ones, and not the escape of terminals
_SAMPLE = 100_000
_MAX_SHARE = 0.02


def refuse_binary(data: bytes) -> None:
    """Refuse bytes that cannot be text: known file formats, NUL bytes, or one control character in fifty.

    Raises
    ------
    ReadingError
        If they cannot; the message says what they seem to be.

    >>> refuse_binary("Sonora y Arizona".encode())
    """
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), None)
    if kind == "a zip archive":
        kind = next((name for part, name in _ZIPPED if part in data[:_SAMPLE]), kind)
    if kind:
        raise ReadingError(f"it seems to be {kind}, not text; give it the ending of its kind, or save it as text")
    sample = data[:_SAMPLE]
    if b"\x00" in data:
        raise ReadingError("it holds NUL bytes, so it is no text (or UTF-16 without its mark); save it as UTF-8")
    if len(_CONTROL.findall(sample)) > _MAX_SHARE * len(sample):
        raise ReadingError("it holds control characters as no text does; save it as text in UTF-8")
