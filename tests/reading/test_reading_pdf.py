from __future__ import annotations

import zlib

import formats
import pytest
from formats import Placed, pdf_of

from binatgraph.errors import ReadingError
from binatgraph.model import Document
from binatgraph.reading import pdf, read_bytes
from binatgraph.reading.content import Content


def opened(data: bytes) -> Document:
    return read_bytes(data, source="a.pdf", media_type="application/pdf")


def column(lines: list[str], *, x: float = 60, y: float = 700, step: float = 13, size: float = 11) -> list[Placed]:
    return [(x, y - step * at, size, line) for at, line in enumerate(lines)]


def test_pages_are_known_by_where_they_begin() -> None:
    document = opened(formats.pdf())
    assert len(document.pages) == 3
    assert [document.page_at(place) for place in (0, document.pages[1] - 1, document.pages[1], len(document.text))] == [
        1,
        1,
        2,
        3,
    ]
    assert document.text[document.pages[1] :].startswith(
        ("Quiénes", "dijo", "Según", "“", "-", "|", "la", "tardaron", "media")
    )
    assert read_bytes(b"Sonora", source="a", media_type="text/plain").page_at(3) is None


def test_a_page_without_text_begins_where_the_next_one_does() -> None:
    pages = [column(["The first page says something."]), [], column(["The third page says more."])]
    document = opened(pdf_of(pages))
    assert document.pages == (0, 32, 32)


def test_running_heads_and_page_numbers_are_no_text() -> None:
    text = opened(formats.pdf()).text
    assert "Boletín de prueba" not in text
    assert "Página" not in text


def test_a_line_that_stands_on_every_page_but_not_at_its_edge_is_text() -> None:
    page = column(
        [f"Line {at} of a page is written here." if at != 4 else "The same again and again." for at in range(9)]
    )
    assert opened(pdf_of([page] * 3)).text.count("The same again and again.") == 3


def test_a_word_that_is_parted_at_the_end_of_a_line_is_whole() -> None:
    lines = [
        "The commis-",
        "sion met in the Mexico-",
        "Arizona room, and a cross-",
        "border study was shown.",
    ]
    text = "The commission met in the Mexico-Arizona room, and a cross-border study was shown."
    assert opened(pdf_of([column(lines)])).text == text


def test_a_hyphen_that_stands_elsewhere_in_the_text_too_is_kept() -> None:
    lines = ["A twin-plant model was looked at, and the twin-", "plant model was praised by some of those present."]
    assert "the twin-plant model" in opened(pdf_of([column(lines)])).text


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    pages = [column(["The members of the board met in the old customs house and"]), column(["talked about water."])]
    document = opened(pdf_of(pages))
    assert document.text == "The members of the board met in the old customs house and talked about water."
    assert document.text[document.pages[1] :] == "talked about water."


def test_columns_are_read_one_after_the_other() -> None:
    left = column(["The left column begins the text and", "goes on in a second line that says", "how it all began in"])
    right = column(["the old days, and the right column", "ends it."], x=320)
    assert opened(pdf_of([left + right])).text == (
        "The left column begins the text and goes on in a second line that says how it all began in the old days, "
        "and the right column ends it."
    )


def test_a_title_is_what_stands_out_where_the_file_has_none() -> None:
    page = column(["Minutes of the Border Group"], y=740, size=20) + column(["The group met on a Tuesday and said so."])
    assert opened(pdf_of([page], title="Microsoft Word - acta_final.doc")).title == "Minutes of the Border Group"


def test_the_stamps_of_a_browser_are_no_text() -> None:
    page = [
        (24, 770, 9, "11/28/25, 3:41 PM"),
        (300, 770, 9, " Acta"),
        (24, 17, 9, "https://example.org/acta"),
        (575, 17, 9, " 1/2"),
    ]
    assert opened(pdf_of([page + column(["The text of the page is here."])])).text == "The text of the page is here."


def test_a_declared_language_is_known() -> None:
    data = pdf_of([column(["Nogales, Sonora"])], extra="/Lang (es-MX)")
    assert opened(data).language == "es"


PICTURE = formats._file(  # noqa: SLF001  (a page that is one picture)
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n\x00\nendstream",
        b"<< /Length 5 >>\nstream\n/I Do\nendstream",
        b"<< >>",
    ]
)


def encrypted() -> bytes:
    import io  # noqa: PLC0415  (as here alone)

    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  (as here alone)

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(formats.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Sonora and Arizona", "it is no PDF"),
        (formats.pdf()[:2000], "it is cut off"),
        (PICTURE, "its pages are pictures"),
        (encrypted(), "it is protected by a password"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF", "it is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=rf"^a\.pdf: {message}") as caught:
        opened(data)
    assert "\n" not in str(caught.value)


def test_a_file_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(ReadingError, match="it has 3 pages and at most 2 are read"):
        pdf.read(formats.pdf())


def test_a_stream_that_unfolds_to_more_than_is_allowed_gives_nothing() -> None:
    packed = zlib.compress(b"q " * 100_000_000)
    bomb = formats._file(  # noqa: SLF001  (as above)
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
            b"<< >>",
        ]
    )
    assert opened(bomb).text == ""


def test_a_reader_gives_what_it_gives_in_its_own_process_too() -> None:
    here: Content = pdf.read(formats.pdf())
    assert (here.pages, here.text) == (opened(formats.pdf()).pages, opened(formats.pdf()).text)
