"""One article in our own words, written in every format that is read: binary files are made here, none is committed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

TITLE = "Nueva mesa de trabajo para el cruce de Mariposa"
DAY = "2025-06-16"


@dataclass(frozen=True)
class Article:
    """Blocks in order: a kind ("h1", "h2", "p", "li", "row") and its text; of a row, its cells."""

    title: str
    published: str
    language: str
    blocks: tuple[tuple[str, str | tuple[str, ...]], ...]


ARTICLE = Article(
    title=TITLE,
    published=DAY,
    language="es",
    blocks=(
        ("h1", TITLE),
        (
            "p",
            (
                "HERMOSILLO, Sonora, 16 de junio de 2025.- La gobernadora Ejemplo Núñez anunció que una mesa de trabajo revisará "
                "cada mes los tiempos de espera en el cruce, con datos de los dos países y con la opinión de quienes lo usan a diario."
            ),
        ),
        (
            "p",
            (
                "“Queremos que el comercio fluya sin que nadie pierda la mañana en una fila”, dijo. Según la oficina, los camiones "
                "tardaron en mayo una media de cuarenta minutos, casi la mitad de lo que tardaban el año anterior."
            ),
        ),
        ("h2", "Quiénes participan"),
        ("li", "La Cámara de Transporte del Desierto"),
        ("li", "El Consejo Ejemplar de la Cuenca"),
        ("row", ("Nombre", "Cargo", "Lado")),
        ("row", ("Ana Prueba", "Presidenta", "Sonora")),
        ("row", ("Ben Sample", "Director", "Arizona")),
        (
            "p",
            "La próxima reunión será en otoño, y sus acuerdos se publicarán en español e inglés — también los que no gusten.",
        ),
    ),
)


def plain(article: Article = ARTICLE) -> str:
    """Give the text as it stands when nothing but layout is lost."""
    lines: list[str] = []
    before = ""
    for kind, text in article.blocks:
        lines += [""] * (bool(lines) and not (kind == before and kind in {"li", "row"}))
        lines.append({"li": f"- {text}", "row": f"| {' | '.join(text)} |"}.get(kind, str(text)))
        before = kind
    return "\n".join(lines) + "\n"


def html(article: Article = ARTICLE) -> str:
    body, before = [], ""
    for kind, text in (*article.blocks, ("", "")):
        opened = {"li": "<ul>", "row": "<table>"}.get(kind, "") if kind != before else ""
        closed = {"li": "</ul>", "row": "</table>"}.get(before, "") if kind != before else ""
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in text) if kind == "row" else escape(str(text))
        tag = {"row": "tr"}.get(kind, kind)
        body += [closed, opened, f"<{tag}>{cells}</{tag}>" if kind else ""]
        before = kind
    head = f'<title>{escape(article.title)}</title><meta name="date" content="{article.published}">'
    return f'<html lang="{article.language}"><head>{head}</head><body>{"".join(body)}</body></html>'


def markdown(article: Article = ARTICLE) -> str:
    marks = {"h1": "# ", "h2": "## "}
    lines = [f"---\ntitle: {article.title}\ndate: {article.published}\n---\n"]
    before = ""
    for kind, text in article.blocks:
        lines += [""] * (not (kind == before and kind in {"li", "row"}))
        lines.append({"li": f"* {text}", "row": f"| {' | '.join(text)} |"}.get(kind, f"{marks.get(kind, '')}{text}"))
        if kind == "row" and before != "row":
            lines.append("|---" * len(text) + "|")
        before = kind
    return "\n".join(lines)


def docx(article: Article = ARTICLE) -> bytes:
    from docx import Document  # noqa: PLC0415  (only the tests write Word documents)

    document = Document()
    document.core_properties.title = article.title
    document.core_properties.language = article.language
    document.sections[0].header.paragraphs[0].text = "A running head"
    styles = {"h1": "Heading 1", "h2": "Heading 2", "li": "List Bullet"}
    table = None
    for kind, text in article.blocks:
        if kind != "row":
            table = None
            document.add_paragraph(str(text), style=styles.get(kind))
            continue
        table = table or document.add_table(rows=0, cols=len(text))
        for cell, words in zip(table.add_row().cells, text, strict=True):
            cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


_ODF = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "meta")
)
_DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(article: Article = ARTICLE) -> bytes:
    body, before = [], ""
    for kind, text in (*article.blocks, ("", "")):
        if kind != before:
            body.append({"li": "</text:list>", "row": "</table:table>"}.get(before, ""))
            body.append({"li": "<text:list>", "row": '<table:table table:name="t">'}.get(kind, ""))
        body.append(_odt_block(kind, text))
        before = kind
    content = f"<office:document-content{_ODF}><office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    meta = (
        f"<office:document-meta{_ODF}{_DC}><office:meta><dc:title>{escape(article.title)}</dc:title>"
        f"<dc:language>{article.language}</dc:language><meta:creation-date>{article.published}T08:00:00</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "meta.xml": meta})


def _odt_block(kind: str, text: str | tuple[str, ...]) -> str:
    if kind == "row":
        cells = "".join(f"<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>" for c in text)
        return f"<table:table-row>{cells}</table:table-row>"
    words = escape(str(text))
    shapes = {
        "h1": f'<text:h text:outline-level="1">{words}</text:h>',
        "h2": f'<text:h text:outline-level="2">{words}</text:h>',
        "li": f"<text:list-item><text:p>{words}</text:p></text:list-item>",
        "": "",
    }
    return shapes.get(kind, f"<text:p>{words}</text:p>")


def epub(article: Article = ARTICLE) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book/content.opf"/></rootfiles></container>'
    )
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"{_DC}><metadata><dc:title>{escape(article.title)}</dc:title>'
        f"<dc:language>{article.language}</dc:language><dc:date>{article.published}</dc:date></metadata>"
        '<manifest><item id="a" href="text/one%20part.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    half = 4
    parts = [
        html(Article(article.title, "", article.language, some))
        for some in (article.blocks[:half], article.blocks[half:])
    ]
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book/content.opf": package,
            "book/text/one part.xhtml": f'<?xml version="1.0"?><!DOCTYPE html>{parts[0]}',
            "book/two.xhtml": parts[1],
            "book/nav.xhtml": "<html><body><nav><ol><li>One</li></ol></nav></body></html>",
        }
    )


def rtf(article: Article = ARTICLE) -> bytes:
    parts = [rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Times;}}}}{{\info{{\title {_rtf(article.title)}}}}}"]
    for kind, text in article.blocks:
        if kind == "row":
            parts.append(r"\trowd" + "".join(rf"\intbl {_rtf(cell)}\cell" for cell in text) + r"\row")
        elif kind == "li":
            parts.append(rf"\pard{{\pntext\'b7\tab}}{{\*\pn\pnlvlblt}}{_rtf(str(text))}\par")
        else:
            parts.append(rf"\pard\sa200 {{\b0 {_rtf(str(text))}}}\par")
    return ("\n".join(parts) + "}").encode("ascii")


def _rtf(text: str) -> str:
    """Escape: characters of the code page by their byte, others by number."""
    return "".join(
        c if c.isascii() else rf"\'{c.encode('cp1252')[0]:02x}" if c not in "“”" else rf"\u{ord(c)}?" for c in text
    )


def eml(article: Article = ARTICLE) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Oficina <oficina@example.org>", "prensa@example.org"
    message["Subject"] = article.title
    message["Date"] = "Mon, 16 Jun 2025 23:30:00 -0700"
    message["Content-Language"] = article.language
    message.set_content(plain(article))
    message.add_alternative(html(article), subtype="html")
    return message.as_bytes()


def pdf(article: Article = ARTICLE, *, heads: bool = True, width: int = 80, on_page: int = 12) -> bytes:
    """Write lines of print, parted at their ends, over some pages with heads and numbers."""
    lines: list[tuple[float, Sequence[str]]] = []
    for kind, text in article.blocks:
        size = {"h1": 18.0, "h2": 14.0}.get(kind, 11.0)
        rows = (
            [text]
            if kind == "row"
            else [(line,) for line in wrapped(f"• {text}" if kind == "li" else str(text), width)]
        )
        lines += [(size, row) for row in rows] + [(0.0, ())]
    pages = [lines[at : at + on_page] for at in range(0, len(lines), on_page)]
    return pdf_of(
        [list(_placed(page, number, heads=heads)) for number, page in enumerate(pages, 1)], title=article.title
    )


def wrapped(text: str, width: int) -> list[str]:
    """Part a text in lines, long words by a hyphen."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 <= width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif len(word) > 8 and word.isalpha() and width - len(lines[-1]) > 6:
            lines[-1] += f" {word[:5]}-"
            lines.append(word[5:])
        else:
            lines.append(word)
    return lines


Placed = tuple[float, float, float, str]
"""x, y, size, text."""


def _placed(page: Iterable[tuple[float, Sequence[str]]], number: int, *, heads: bool) -> Iterable[Placed]:
    if heads:
        yield 60, 770, 9, f"Boletín de prueba, número {number}"
    y = 730.0
    for size, cells in page:
        y -= 12 if not size else size * 1.2
        yield from ((60 + 150 * at, y, size, cell) for at, cell in enumerate(cells))
    if heads:
        yield 300, 40, 9, f"Página {number}"


def pdf_of(pages: Sequence[Sequence[Placed]], *, title: str = "", extra: str = "") -> bytes:
    """Write a PDF with text at these places, in Helvetica and Windows-1252."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        drawn = b"\n".join(_drawn(*placed) for placed in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * at} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects.append(
        b"<< /Title (\xfe\xff%s) >>"
        % title.encode("utf-16-be").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return _file(objects)


def _drawn(x: float, y: float, size: float, text: str) -> bytes:
    words = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET" % (size, x, y, words)


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        data
        + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(objects), start)
    )


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN = "application/vnd.oasis.opendocument.text"

FORMATS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("text/plain", lambda: plain().encode()),
    "markdown": ("text/markdown", lambda: markdown().encode()),
    "html": ("text/html", lambda: html().encode()),
    "pdf": ("application/pdf", pdf),
    "docx": (WORD, docx),
    "odt": (OPEN, odt),
    "rtf": ("application/rtf", rtf),
    "epub": ("application/epub+zip", epub),
    "eml": ("message/rfc822", eml),
}
"""How the article is written in each format, with its media type."""
