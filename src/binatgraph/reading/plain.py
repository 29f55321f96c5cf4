"""Plain text: what the file holds is the text, line ends included; it says nothing about itself."""

from __future__ import annotations

from binatgraph.reading.content import Content
from binatgraph.reading.encoding import decode


def read(data: bytes) -> Content:
    """The text of a plain text file, character by character.

    Raises
    ------
    ReadingError
        If it is binary, or in no encoding that is known.

    >>> read("La Comisión Sonora-Arizona".encode()).text
    'La Comisión Sonora-Arizona'
    """
    return Content(text=decode(data))
