"""Any bytes are read or refused: no error but ours, within ten seconds and two gigabytes, in the process that watches over it."""

from __future__ import annotations

import gzip
import io
import random
import tarfile
from collections.abc import Iterator

import formats
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binatgraph.errors import ReadingError
from binatgraph.reading import helper
from binatgraph.reading.columns import parse_columns
from binatgraph.reading.items import opened
from binatgraph.reading.member import Item
from binatgraph.reading.readers import container_types, media_types

MODULES = {
    "text": "plain",
    "markdown": "markdown",
    "html": "html",
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "epub": "epub",
    "eml": "mail",
}
SEEDS = {name: write() for name, (_, write) in formats.FORMATS.items()}
BOUNDED = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
OURS_ALONE = ("its reader broke down", "it takes longer", "of memory")


def outcome(name: str, data: bytes) -> str:
    """Read bytes in the other process; fail where it had to be stopped, or died of an error that is not ours."""
    try:
        helper.ask(f"binatgraph.reading.{MODULES[name]}:read", data, seconds=10.0)
    except ReadingError as error:
        message = str(error)
        assert not any(words in message for words in OURS_ALONE), message
        assert "\n" not in message
        return message
    return ""


@st.composite
def mutated(draw: st.DrawFn, seed: bytes) -> bytes:
    """Give a real file with some places of it changed, doubled, taken out or cut off."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(["change", "fill", "double", "take", "cut", "put"])):
            case "change":
                data[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "fill":
                data[at : at + length] = draw(st.sampled_from([b"\0", b"\xff", b"9", b"<", b"{", b"("])) * length
            case "double":
                data[at:at] = data[at : at + length * 10] * draw(st.integers(1, 20))
            case "take":
                del data[at : at + length]
            case "cut":
                del data[at + length :]
            case "put":
                data[at:at] = draw(st.binary(max_size=20))
    return bytes(data)


@pytest.mark.parametrize("name", MODULES)
@BOUNDED
@given(data=st.data())
def test_a_file_that_was_tampered_with_is_read_or_refused(name: str, data: st.DataObject) -> None:
    outcome(name, data.draw(mutated(SEEDS[name])))


@pytest.mark.parametrize("name", MODULES)
@settings(BOUNDED, max_examples=60)
@given(data=st.binary(max_size=2_000))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    outcome(name, data)
    outcome(name, SEEDS[name][:16] + data)


@pytest.mark.parametrize("name", MODULES)
def test_a_file_that_is_cut_off_anywhere_is_read_or_refused(name: str) -> None:
    seed = SEEDS[name]
    for end in sorted({len(seed) * part // 40 for part in range(40)}):
        outcome(name, seed[:end])


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
@settings(BOUNDED, max_examples=60)
@given(data=st.data())
def test_an_office_file_with_other_words_in_its_xml_is_read_or_refused(name: str, data: st.DataObject) -> None:
    import zipfile  # noqa: PLC0415  (as here alone)

    with zipfile.ZipFile(io.BytesIO(SEEDS[name])) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    which = data.draw(st.sampled_from(sorted(one for one in files if one.endswith(("xml", "opf", "html", "rels")))))
    outcome(name, formats.zipped(files | {which: data.draw(mutated(files[which]))}))


LONG = {
    "text": b"word " * 400_000,
    "markdown": b"> " * 20_000 + b"\n" + b"*a **b " * 20_000 + b"[" * 20_000,
    "html": b"<div><p>text " * 50_000,
    "pdf": formats.pdf_of([[(60, 700 - at, 8, "word " * 12) for at in range(600)]] * 20),
    "rtf": b"{\\rtf1 " + b"{\\b word}\\par " * 60_000,
    "eml": b"Subject: x\nTo: "
    + b"(" * 50_000
    + b"\nContent-Type: multipart/mixed; boundary=a\n\n"
    + b"--a\n\nx\n" * 20_000,
    "docx": formats.zipped(
        {
            "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            + b"<w:p><w:r><w:t>word</w:t></w:r></w:p>" * 60_000
            + b"</w:body></w:document>"
        }
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_a_large_file_that_is_made_to_be_slow_is_not(name: str) -> None:
    outcome(name, LONG[name])


def tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = 6
        archive.addfile(info, io.BytesIO(b"Sonora"))
    return stream.getvalue()


CONTAINERS = {
    "application/zip": formats.zipped({"a.txt": "Sonora", "b.zip": formats.zipped({"c.eml": SEEDS["eml"]})}),
    "application/x-tar": tar(),
    "application/gzip": gzip.compress(tar(), mtime=0),
    "application/mbox": b"From a\n" + SEEDS["eml"] + b"\nFrom b\n" + SEEDS["eml"],
    "message/rfc822": SEEDS["eml"],
    "text/csv": b'text,date\n"One\ntwo",2025-01-01\nThree,\n',
    "text/tab-separated-values": b"text\tdate\nOne\t2025-01-01\n",
    "application/jsonl": b'{"text": "One", "date": "2025-01-01"}\n{"text": ["a", "b"]}\n',
}


def test_every_kind_is_fuzzed() -> None:
    assert set(CONTAINERS) == set(container_types())
    assert {formats.FORMATS[name][0] for name in MODULES} == set(media_types())


@pytest.mark.parametrize("kind", CONTAINERS)
@BOUNDED
@given(data=st.data())
def test_a_container_that_was_tampered_with_gives_members_or_says_why(kind: str, data: st.DataObject) -> None:
    changed = data.draw(st.one_of(mutated(CONTAINERS[kind]), st.binary(max_size=500)))
    for item in _opened(kind, changed):
        assert ".." not in item.source.split("/")
        assert item.refused is None or "\n" not in item.refused


def _opened(kind: str, data: bytes) -> Iterator[Item]:
    return opened(Item(source="a", media_type=kind, data=data), columns=parse_columns("text=text,published=date"))


def test_a_table_that_is_made_to_be_slow_is_not() -> None:
    dice = random.Random(1)  # noqa: S311  (nothing secret)
    for kind in ("text/csv", "application/jsonl"):
        data = b"text,date\n" + b'"' * 200_000 + bytes(dice.choices(b'",\n{[x', k=200_000))
        assert len(list(_opened(kind, data))) >= 1
