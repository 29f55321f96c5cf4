"""PDF: the text of the pages, with the places where they begin; what is only a picture of text is refused.

The order of the text is that of the file, which programs write column by column. Lines become paragraphs in `pdf_lines`.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from binatgraph.errors import ReadingError
from binatgraph.reading.content import Content
from binatgraph.reading.dates import iso_date
from binatgraph.reading.pdf_lines import Piece, flow, headline
from binatgraph.reading.pdf_pages import Page, without_running_heads
from binatgraph.reading.properties import real_day, real_title

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 3_000
_TAIL = 8_192
_FEW = 20  # characters a page; a page number and a stamp are no text
_DAY = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
_BROKEN = (  # what pypdf raises on files that are cut off or were tampered with, beside its own errors
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError, RecursionError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def read(data: bytes) -> Content:
    """The text of a PDF, with its pages, and title, language and day from its properties.

    Raises
    ------
    ReadingError
        If it is no PDF, is damaged, cut off or protected by a password, holds only pictures, or has more than `MAX_PAGES`.
    """
    from pypdf.errors import PyPdfError  # noqa: PLC0415  (a tenth of a second that other kinds do without)

    if b"%PDF-" not in data[:1024]:
        raise ReadingError("it is no PDF (its first bytes are not %PDF-); give it the ending of its kind")
    if b"startxref" not in data[-_TAIL:]:
        raise ReadingError("it is cut off (its end is missing); fetch it again")
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = _opened(data)
        pages = without_running_heads(list(_pages(reader)))
        _refuse_pictures(reader, pages)
        flowed = flow(pages)
        return Content(
            text=flowed.text,
            pages=flowed.pages,
            title=real_title(_said(reader, "/Title")) or headline(pages),
            language=_language(reader),
            created=_created(reader),
        )
    except (PyPdfError, *_BROKEN) as error:
        reason = " ".join(str(error).split())[:80] or type(error).__name__
        raise ReadingError(f"it is damaged ({reason}); open it in a PDF program and save it again") from None


def _opened(data: bytes) -> PdfReader:
    """The file, opened with an empty password where it has one: many only forbid printing."""
    from pypdf import PdfReader  # noqa: PLC0415  (as above)
    from pypdf.errors import DependencyError  # noqa: PLC0415  (as above)

    reader = PdfReader(io.BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError("it is protected by a password; save it without one")
    except DependencyError:
        raise ReadingError('it is encrypted; `pip install "binatgraph[pdf]"` adds what opens it') from None
    if len(reader.pages) > MAX_PAGES:
        raise ReadingError(f"it has {len(reader.pages):,} pages and at most {MAX_PAGES:,} are read; split it")
    return reader


def _pages(reader: PdfReader) -> Iterator[Page]:
    for page in reader.pages:
        pieces: list[Piece] = []

        def take(text: str, cm: Any, tm: Any, _font: Any, size: Any, into: list[Piece] = pieces) -> None:
            if text.strip():
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
                into.append(Piece(text=text, x=float(x), y=float(y), size=abs(float(size or 1) * scale) or 1.0))

        page.extract_text(visitor_text=take)
        yield tuple(pieces)


def _refuse_pictures(reader: PdfReader, pages: list[Page]) -> None:
    written = sum(len(piece.text.strip()) for page in pages for piece in page)
    if written < _FEW * len(pages) and any(_has_picture(page) for page in reader.pages):
        raise ReadingError("its pages are pictures (a scan) and hold no text; run text recognition (OCR) over it first")


def _has_picture(page: Any) -> bool:
    """Whether a page names a picture among what it draws."""
    from pypdf.generic import DictionaryObject  # noqa: PLC0415  (as above)

    resources = page.get("/Resources", DictionaryObject()).get_object()
    objects = resources.get("/XObject", DictionaryObject()).get_object()
    return any(each.get_object().get("/Subtype") == "/Image" for each in objects.values())


def _said(reader: PdfReader, name: str) -> str | None:
    value = reader.metadata.get(name) if reader.metadata else None
    text = " ".join(str(value).split()) if value is not None else ""
    return text or None


def _language(reader: PdfReader) -> str | None:
    value = reader.root_object.get("/Lang")
    return str(value) if value is not None else None


def _created(reader: PdfReader) -> str | None:
    match = _DAY.match(_said(reader, "/CreationDate") or "")
    return real_day(iso_date("-".join(match.groups()))) if match else None
