"""Word and OpenDocument: what stands in the text, and what does not."""

from __future__ import annotations

import io
import zipfile

import formats
import pytest

from binatgraph.errors import ReadingError
from binatgraph.model import Document
from binatgraph.reading import docx, odt, read_bytes, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: str) -> bytes:
    files = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    return formats.zipped(files | {name.replace("__", "/") + ".xml": text for name, text in parts.items()})


def open_text(body: str, head: str = "") -> bytes:
    names = formats._ODF + formats._DC  # noqa: SLF001  (names of XML)
    return formats.zipped(
        {
            "content.xml": f"{head}<office:document-content{names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        }
    )


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def opened(data: bytes, media_type: str = formats.WORD) -> Document:
    return read_bytes(data, source="a", media_type=media_type)


def test_headers_of_pages_are_no_text() -> None:
    assert "running head" not in opened(formats.docx()).text


def test_the_day_of_a_template_is_not_the_day_of_a_document() -> None:
    from docx import Document as Written  # noqa: PLC0415  (as here alone)

    stream = io.BytesIO()
    document = Written()
    document.add_paragraph("Nogales, Sonora")
    document.save(stream)
    found = opened(stream.getvalue())
    assert (found.title, found.published) == (None, None)


@pytest.mark.parametrize(("kind", "media_type"), [("odt", formats.OPEN)])
def test_the_day_of_making_is_believed_where_nothing_else_tells(kind: str, media_type: str) -> None:
    article = formats.Article("Acta", "2024-05-06", "es", (("p", "Nogales, Sonora"),))
    found = opened(getattr(formats, kind)(article), media_type)
    assert (found.published, found.published_from, found.language) == ("2024-05-06", "file", "es")


def test_what_was_inserted_and_what_stands_in_a_control_is_text_and_what_was_deleted_is_not() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>The council </w:t></w:r><w:ins><w:r><w:t>gladly</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> agreed.</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
    )
    assert opened(word(body)).text == "The council gladly agreed.\n\nIn a control."


def test_a_text_box_comes_once() -> None:
    box = f"<w:txbxContent>{p('Boxed.')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert opened(word(f"<w:p><w:r><w:t>Before.</w:t></w:r><w:r>{both}</w:r></w:p>")).text == "Before.\nBoxed."


def test_footnotes_stand_behind_the_text() -> None:
    notes = f"<w:footnotes {W}><w:footnote w:type='separator'>{p('----')}</w:footnote><w:footnote>{p('A note.')}</w:footnote></w:footnotes>"
    assert opened(word(p("A sentence."), word__footnotes=notes)).text == "A sentence.\n\nA note."


def test_a_heading_of_another_language_is_known_by_the_name_of_its_style() -> None:
    styles = f"<w:styles {W}><w:style w:styleId='Ttulo1'><w:name w:val='heading 1'/></w:style></w:styles>"
    body = f"<w:p><w:pPr><w:pStyle w:val='Ttulo1'/><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>Acta</w:t></w:r></w:p>{p('Uno.')}"
    found = opened(word(body, word__styles=styles))
    assert (found.title, found.text) == ("Acta", "Acta\n\nUno.")


def test_a_table_that_places_text_on_the_page_is_paragraphs() -> None:
    cell = f"<w:tc>{p('First. ' * 60)}{p('Second. ' * 60)}</w:tc>"
    text = opened(word(f"<w:tbl><w:tr>{cell}<w:tc>{p('Beside.')}</w:tc></w:tr></w:tbl>")).text
    assert [part.split(".")[0] for part in text.split("\n\n")] == ["First", "Second", "Beside"]


def test_merged_cells_come_once() -> None:
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = f"<w:tr><w:tc>{p('Sonora')}</w:tc><w:tc>{p('Ana')}</w:tc></w:tr><w:tr>{merged}<w:tc>{p('Ben')}</w:tc></w:tr>"
    assert opened(word(f"<w:tbl>{rows}</w:tbl>")).text == "| Sonora | Ana |\n|  | Ben |"


def test_spaces_line_ends_and_notes_of_open_document_are_text_and_comments_are_not() -> None:
    body = (
        "<text:p>Uno<text:s text:c='3'/>dos<text:tab/>tres<text:line-break/>Cuatro<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>La nota.</text:p></text:note-body></text:note> cinco<office:annotation><text:p>No.</text:p></office:annotation>.</text:p>"
        "<text:section><text:p>En sección.</text:p></text:section>"
        "<text:tracked-changes><text:deletion><text:p>Borrado</text:p></text:deletion></text:tracked-changes>"
    )
    assert opened(open_text(body), formats.OPEN).text == "Uno dos tres\nCuatro cinco.\n\nEn sección.\n\nLa nota."


def test_a_cell_that_is_repeated_a_million_times_without_text_comes_once() -> None:
    cells = "<table:table-cell><text:p>Ana</text:p></table:table-cell><table:table-cell table:number-columns-repeated='1000000'/>"
    found = opened(open_text(f"<table:table><table:table-row>{cells}</table:table-row></table:table>"), formats.OPEN)
    assert found.text == "| Ana |  |"


BILLION = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
DEEP = "<text:section>" * 300 + "</text:section>" * 300


@pytest.mark.parametrize(
    ("data", "media_type", "message"),
    [
        (b"PK\x03\x04", formats.WORD, "damaged, cut off"),
        (b"\xd0\xcf\x11\xe0", formats.WORD, "protected by a password, or of an old format"),
        (formats.docx()[:5000], formats.WORD, "damaged, cut off"),
        (formats.odt(), formats.WORD, "holds no Word document"),
        (formats.docx(), formats.OPEN, r"it has no content\.xml"),
        (word("<w:p>"), formats.WORD, "its XML is damaged"),
        (open_text("", BILLION), formats.OPEN, "declares types or entities"),
        (open_text(DEEP), formats.OPEN, "its XML is damaged"),
        (formats.zipped({"content.xml": "<a/>"}), formats.OPEN, "no text but another kind"),
        (
            formats.zipped({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": "<a/>"}),
            formats.OPEN,
            "protected by a password",
        ),
        (formats.zipped({f"{at}.txt": "" for at in range(10_001)}), formats.OPEN, "more than 10,000 members"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, media_type: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        opened(data, media_type)
    assert "\n" not in str(caught.value)


def test_a_file_that_unfolds_to_too_much_is_refused() -> None:
    bomb = formats.zipped({"word/document.xml": b" " * 201_000_000})
    assert len(bomb) < 300_000
    with pytest.raises(ReadingError, match="it unfolds to more than 200 MB"):
        opened(bomb)


def test_a_size_that_lies_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_UNPACKED", 1000)
    data = bytearray(formats.zipped({"content.xml": b"<a/>" * 1000}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    data[start + 24 : start + 28] = (1).to_bytes(4, "little")
    with pytest.raises(ReadingError):
        odt.read(bytes(data))


@pytest.mark.parametrize("reader", [docx.read, odt.read])
def test_an_encrypted_member_is_refused(reader: object) -> None:
    name = "word/document.xml" if reader is docx.read else "content.xml"
    data = bytearray(formats.zipped({name: "<a/>"}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    data[start + 8] |= 1
    with pytest.raises(ReadingError, match="protected by a password"):
        reader(bytes(data))  # type: ignore[operator]  # a reader
