from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.errors import ReadingError
from binatgraph.model import content_hash
from binatgraph.reading import files, fingerprint, read, read_bytes
from binatgraph.reading.discover import discover
from binatgraph.reading.readers import media_types, reader_of

KINDS = ("text/plain", "text/markdown", "text/html")
SAMPLES = Path(__file__).resolve().parents[2] / "graph" / "documents"
SPANISH = "La Comisión se reunió con la gobernadora en Nogales."


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes(SPANISH.encode("cp1252"))
    document = read(path, source="a/news.txt", media_type="text/plain")
    assert document.text == SPANISH
    assert (document.source, document.language, document.media_type) == ("a/news.txt", "es", "text/plain")
    assert (document.title, document.published) == (None, None)
    assert document.id == content_hash(SPANISH)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == fingerprint(path)


def test_the_same_text_from_two_kinds_of_file_is_one_document() -> None:
    plain = read_bytes(SPANISH.encode(), source="a.txt", media_type="text/plain")
    page = read_bytes(f"<p>{SPANISH}</p>".encode(), source="a.html", media_type="text/html")
    assert plain.id == page.id
    assert plain.sha256 != page.sha256


def test_a_sidecar_says_what_the_file_cannot_and_changes_the_print(tmp_path: Path) -> None:
    path = tmp_path / "news.v2.txt"
    path.write_text("Hermosillo, Sonora", "utf-8")
    before = fingerprint(path)
    (tmp_path / "news.v2.meta.yaml").write_text("title: 'Acta  «uno»'\ndate: 2024-06-03\nlanguage: es\n", "utf-8")
    document = read(path, source="news.txt", media_type="text/plain")
    assert (document.title, document.published, document.language) == ("Acta «uno»", "2024-06-03", "es")
    assert document.text == "Hermosillo, Sonora"
    assert before != fingerprint(path) == document.sha256


def test_a_sidecar_stands_above_the_file_and_leaves_what_it_does_not_say() -> None:
    page = b"<html lang=en><title>Old</title><meta name=date content=2020-01-01><p>Nogales</p>"
    document = read_bytes(page, source="a", media_type="text/html", metadata=b"title: New")
    assert (document.title, document.published, document.language) == ("New", "2020-01-01", "en")


@pytest.mark.parametrize("media_type", KINDS)
@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u200b\u00a0\n".encode()])
def test_an_empty_file_is_a_document_with_an_empty_text(data: bytes, media_type: str) -> None:
    document = read_bytes(data, source="a", media_type=media_type)
    assert (document.text, document.language) == ("", "und")


def test_white_space_at_the_beginning_stays() -> None:
    assert read_bytes(b"\n  Nogales\n", source="a", media_type="text/plain").text == "\n  Nogales\n"


def test_addresses_and_telephone_numbers_are_in_no_document() -> None:
    data = b"<title>Call (520) 555-0142</title><p>Write to ana@example.org<br>Tel. 555-0142"
    document = read_bytes(data, source="a", media_type="text/html")
    assert document.text == "Write to •••••••••••••••\nTel. ••••••••"
    assert document.title == "Call ••••••••••••••"


@pytest.mark.parametrize(
    ("data", "metadata", "message"),
    [
        (b"%PDF-1.4", None, "a/b.txt: it seems to be a PDF, not text"),
        (b"a\x00b", None, "a/b.txt: it holds NUL bytes"),
        (b"\x81\x81", None, "a/b.txt: it is neither UTF-8 nor Windows-1252"),
        (b"text", b"date: soon", "a/b.txt: its sidecar: its date is 'soon'; write a date as 2024-06-03"),
        (b"text", b"%PDF-1.4", "a/b.txt: its sidecar: it seems to be a PDF"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_that_names_it(data: bytes, metadata: bytes | None, message: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, source="a/b.txt", media_type="text/plain", metadata=metadata)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(files.MAX_BYTES + 1_000_000)
    with pytest.raises(ReadingError, match=r"^large\.txt: it has 51 MB and at most 50 are read; split it$"):
        read(path, source="large.txt", media_type="text/plain")
    with pytest.raises(ReadingError, match="at most 50 are read"):
        read_bytes(b"x" * (files.MAX_BYTES + 1), source="-", media_type="text/plain")


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"^a\.txt: it cannot be opened \(no such file or directory\)$"):
        read(tmp_path / "a.txt", source="a.txt", media_type="text/plain")
    with pytest.raises(ReadingError, match=r"^a\.txt: it cannot be opened"):
        fingerprint(tmp_path / "a.txt")
    with pytest.raises(ReadingError, match="it is a folder; give the files in it"):
        read(tmp_path, source="a", media_type="text/plain")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadingError, match="no regular file"):
        read(tmp_path / "a.txt", source="a.txt", media_type="text/plain")


def test_a_kind_without_a_reader_is_refused_with_what_can_be_read() -> None:
    with pytest.raises(
        ReadingError, match=r"^a\.pdf: nothing here reads image/png; what can be read is .*text/html, text/mark"
    ):
        read_bytes(b"x", source="a.pdf", media_type="image/png")


def test_the_built_in_readers_come_in_by_the_entry_points() -> None:
    assert set(KINDS) <= set(media_types())
    assert reader_of("text/plain").__module__ == "binatgraph.reading.plain"


@pytest.mark.parametrize("media_type", KINDS)
@settings(deadline=None)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused_and_always_the_same_way(media_type: str, data: bytes) -> None:
    def outcome() -> object:
        try:
            return read_bytes(data, source="a", media_type=media_type, metadata=None)
        except ReadingError as error:
            return str(error)

    assert outcome() == outcome()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_that_was_read_is_read_as_it_is(text: str) -> None:
    try:
        first = read_bytes(text.encode("utf-8"), source="a", media_type="text/plain")
        again = read_bytes(first.text.encode("utf-8"), source="a", media_type="text/plain")
    except ReadingError:
        return
    assert (again.text, again.id) == (first.text, first.id)


def test_every_sample_document_is_read_in_its_language() -> None:
    found = [file for file in discover([SAMPLES]) if file.media_type]
    documents = [read(file.path, source=file.source, media_type=str(file.media_type)) for file in found]
    assert len(documents) >= 10
    assert [d.source for d in documents if d.language != d.source[:2] or not d.title or len(d.text) < 500] == []


@pytest.mark.parametrize(
    ("media_type", "unneeded"),
    [
        ("text/plain", ["trafilatura", "lxml", "ftfy", "markdown_it", "yaml"]),
        ("text/markdown", ["trafilatura", "ftfy"]),
        ("text/html", ["trafilatura", "ftfy", "markdown_it"]),
    ],
)
def test_a_clean_text_loads_no_more_than_its_kind_needs(media_type: str, unneeded: list[str]) -> None:
    code = (
        "import sys; from binatgraph.reading import read_bytes;"
        f"read_bytes('“Mañana”, dijo'.encode(), source='a', media_type={media_type!r});"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()).isdisjoint(unneeded)
