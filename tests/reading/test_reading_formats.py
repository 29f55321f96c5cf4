"""The same article in every format and encoding: the same text, title, day and language, but for layout."""

from __future__ import annotations

import re
import unicodedata

import formats
import pytest

from binatgraph.reading import read_bytes

SAYS_ITSELF = {"text": {"title": None}}
"""What a format has no place for."""


def words(text: str) -> str:
    """Give a text without what is layout: white space, bullets, rules of tables."""
    return " ".join(re.sub(r"^- |\||---", " ", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize("name", formats.FORMATS)
def test_the_article_is_the_same_in_every_format(name: str) -> None:
    media_type, write = formats.FORMATS[name]
    document = read_bytes(write(), source="a", media_type=media_type)
    assert words(document.text) == words(formats.plain())
    assert (document.published, document.language, document.passages) == (formats.DAY, "es", ())
    assert document.place == "HERMOSILLO, Sonora"
    assert document.title == SAYS_ITSELF.get(name, {"title": formats.TITLE})["title"]


@pytest.mark.parametrize("name", formats.FORMATS)
def test_lists_tables_and_paragraphs_are_written_alike(name: str) -> None:
    media_type, write = formats.FORMATS[name]
    text = read_bytes(write(), source="a", media_type=media_type).text
    assert "- La Cámara de Transporte del Desierto\n- El Consejo" in text
    assert "\n| Ana Prueba | Presidenta | Sonora |\n| Ben Sample |" in text
    assert len(re.split(r"\n{2,}", text.strip())) == 7


ENCODED = {
    "utf-8": formats.plain().encode("utf-8"),
    "utf-8 with a mark": formats.plain().encode("utf-8-sig"),
    "utf-16": formats.plain().encode("utf-16"),
    "utf-16, big end first": b"\xfe\xff" + formats.plain().encode("utf-16-be"),
    "utf-32": formats.plain().encode("utf-32"),
    "windows-1252": formats.plain().encode("cp1252"),
    "windows line ends": formats.plain().replace("\n", "\r\n").encode("utf-8"),
    "decomposed": unicodedata.normalize("NFD", formats.plain()).encode("utf-8"),
    "read as windows-1252 and saved again": formats.plain().encode("utf-8").decode("cp1252", "replace").encode("utf-8"),
    "non-breaking spaces and soft hyphens": formats.plain()
    .replace(" de ", "\xa0de ")
    .replace("media", "me\xaddia")
    .encode(),
    "ligatures": formats.plain().replace("fluya", "ﬂuya").replace("oficina", "oﬁcina").encode("utf-8"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_the_article_is_the_same_in_every_encoding(name: str) -> None:
    document = read_bytes(ENCODED[name], source="a", media_type="text/plain")
    lost = "read as" in name  # two of five bytes of a closing quotation mark are undefined in Windows-1252
    text = document.text.replace("�", "") if lost else document.text
    assert words(text).replace("”", "") == words(formats.plain()).replace("”", "")
    assert lost or document.text == formats.plain()
    assert document.language == "es"


@pytest.mark.parametrize("charset", ["iso-8859-1", "macintosh"])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    """Latin-1 has no typographic quotes, so they are written as references."""
    page = formats.html().replace("<head>", f'<head><meta charset="{charset}">')
    document = read_bytes(page.encode(charset, "xmlcharrefreplace"), source="a", media_type="text/html")
    assert words(document.text) == words(formats.plain())


def test_latin_1_without_a_declaration_is_read_too() -> None:
    text = formats.plain().translate({ord("“"): '"', ord("”"): '"', ord("—"): "-"})
    assert read_bytes(text.encode("latin-1"), source="a", media_type="text/plain").text == text
