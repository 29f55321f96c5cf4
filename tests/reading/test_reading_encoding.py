from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.errors import ReadingError
from binatgraph.reading.binary import refuse_binary
from binatgraph.reading.encoding import decode

SPANISH = "La Comisión acordó, según el señor Núñez, que mañana habrá más agua: ¿será así?"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_what_people_save_texts_in_is_read(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding)) == SPANISH


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf16_is_known_by_its_mark_in_either_order(encoding: str, mark: bytes) -> None:
    assert decode(mark + SPANISH.encode(encoding)) == SPANISH


def test_a_declared_charset_is_tried_before_the_last_resort() -> None:
    assert decode("Łódź, señor".encode("cp1250", "replace"), declared="windows-1250").startswith("Łódź")


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "zlib", "unicode_escape", "nonsense", "a\0b", "", "é"])
def test_a_declared_charset_that_is_no_plain_encoding_is_not_tried(declared: str) -> None:
    assert decode("a\\x41+AGE-ñ".encode("cp1252"), declared=declared) == "a\\x41+AGE-ñ"


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(SPANISH.encode("utf-8"), declared="iso-8859-1") == SPANISH


def test_one_bad_byte_in_a_text_in_utf8_costs_one_character() -> None:
    data = SPANISH.encode("utf-8").replace(b"agua", b"ag\xffua")
    assert decode(data) == SPANISH.replace("agua", "ag\ufffdua")


def test_latin1_is_read_as_windows_1252_as_browsers_do() -> None:
    assert decode(b"\x93Mega Regi\xf3n\x94", declared="iso-8859-1") == "“Mega Región”"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml", "a Word document"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    ],
)
def test_another_kind_of_file_under_the_name_of_a_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=f"it seems to be {kind}, not text"):
        decode(data)


@pytest.mark.parametrize("data", [b"text\x00text", b"\x01\x02\x03 text " * 10])
def test_what_is_not_text_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="save it as"):
        decode(data)


def test_a_page_break_or_a_stray_control_character_is_still_text() -> None:
    refuse_binary(b"Acta 1\x0cActa 2\x1b" + b" Nogales" * 20 + b"\x05")


def test_bytes_in_no_known_encoding_are_refused_with_the_place() -> None:
    with pytest.raises(ReadingError, match=r"neither UTF-8 nor Windows-1252 \(byte 0x81 at 7\)"):
        decode(b"Nogales\x81\xf1")


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"])))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    data = text.encode("utf-8")
    try:
        refuse_binary(data)
    except ReadingError:
        return
    assert decode(data) == text.removeprefix("\ufeff")


@settings(deadline=None)
@given(st.binary(), st.none() | st.text(max_size=20))
def test_bytes_become_text_or_are_refused(data: bytes, declared: str | None) -> None:
    with contextlib.suppress(ReadingError):
        assert isinstance(decode(data, declared=declared), str)
