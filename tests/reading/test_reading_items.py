"""What files hold: archives, mailboxes and tables give documents of their own, and hostile ones give a line that says why."""

from __future__ import annotations

import gzip
import io
import tarfile
from email.message import EmailMessage
from pathlib import Path

import formats
import pytest

from binatgraph.errors import UsageError
from binatgraph.reading import zipped
from binatgraph.reading.columns import Columns, parse_columns
from binatgraph.reading.items import opened
from binatgraph.reading.member import Item

ZIP, TAR, GZ, MBOX = "application/zip", "application/x-tar", "application/gzip", "application/mbox"


def tarred(files: dict[str, bytes], *, links: dict[str, str] | None = None, mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]  # mode is one of two
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return stream.getvalue()


def found(data: bytes, media_type: str, *, source: str = "a.zip", columns: Columns | None = None) -> list[Item]:
    return list(opened(Item(source=source, media_type=media_type, data=data), columns=columns))


def told(items: list[Item]) -> list[tuple[str, str | None]]:
    return [(item.source, item.media_type) for item in items]


FILES = {
    "b/news.txt": b"Sonora",
    "a.html": b"<p>Arizona",
    "photo.jpg": b"x",
    "__MACOSX/a.txt": b"x",
    ".hidden.txt": b"x",
    "README.md": b"About",
}


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (formats.zipped(FILES), ZIP),
        (tarred(FILES), TAR),
        (tarred(FILES, mode="w:gz"), TAR),
        (gzip.compress(tarred(FILES)), GZ),
    ],
)
def test_the_files_of_an_archive_are_documents_of_their_own(data: bytes, media_type: str) -> None:
    items = found(data, media_type)
    assert told(items) == [
        ("a.zip!/README.md", None),
        ("a.zip!/a.html", "text/html"),
        ("a.zip!/b/news.txt", "text/plain"),
        ("a.zip!/photo.jpg", None),
    ]
    assert items[2].data == b"Sonora"


def test_one_file_that_is_packed_has_its_name() -> None:
    (item,) = found(gzip.compress(b"Sonora"), GZ, source="d/news.txt.gz")
    assert (item.source, item.media_type, item.data) == ("d/news.txt.gz!/news.txt", "text/plain", b"Sonora")


def test_a_sidecar_in_an_archive_belongs_to_what_lies_beside_it() -> None:
    data = formats.zipped({"d/news.txt": "Sonora", "d/news.meta.yaml": "title: A"})
    (item,) = found(data, ZIP)
    assert (item.source, item.metadata) == ("a.zip!/d/news.txt", b"title: A")


def test_archives_in_archives_are_opened_so_deep_and_no_deeper() -> None:
    data = formats.zipped({"news.txt": "Sonora"})
    for _ in range(2):
        data = formats.zipped({"in.zip": data})
    assert told(found(data, ZIP)) == [("a.zip!/in.zip!/in.zip!/news.txt", "text/plain")]
    (item,) = found(formats.zipped({"in.zip": data}), ZIP)
    assert "nested more than 3 deep" in str(item.refused)


@pytest.mark.parametrize("name", ["/etc/a.txt", "../a.txt", "b/../../a.txt", "..\\a.txt", "C:\\a.txt", "C:a.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    for data, kind in ((formats.zipped({name: "x"}), ZIP), (tarred({name: b"x"}), TAR)):
        (item,) = found(data, kind)
        assert "its name leads out of the archive" in str(item.refused)
        assert ".." not in item.source


def test_links_are_refused() -> None:
    first, second = found(tarred({"a.txt": b"x"}, links={"b.txt": "/etc/hostname"}), TAR)
    assert first.data == b"x"
    assert "it is a link or a device" in str(second.refused)


def test_what_all_members_unfold_to_together_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_UNPACKED", 1_000_000)
    inner = formats.zipped({f"{at}.txt": b"0" * 300_000 for at in range(3)})
    items = found(formats.zipped({f"{at}.zip": inner for at in range(3)}), ZIP)
    assert len(items) < 6
    assert all("it unfolds to more than 1 MB" in str(item.refused) for item in items if item.media_type is None)
    assert items[-1].refused


def test_ten_thousand_empty_members_are_not_for_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_UNPACKED", 1_000_000)
    items = found(formats.zipped({f"{at}.txt": b"" for at in range(5_000)}), ZIP)
    assert len(items) == 1001


def test_a_gzip_bomb_is_refused() -> None:
    (item,) = found(gzip.compress(b"0" * 201_000_000), GZ)
    assert "it unfolds to more than 200 MB" in str(item.refused)


@pytest.mark.parametrize("kind", [ZIP, TAR, GZ, MBOX])
@pytest.mark.parametrize("data", [b"", b"Sonora", b"PK\x03\x04", b"\x1f\x8b\x08"])
def test_what_is_no_archive_is_a_line(kind: str, data: bytes) -> None:
    (item,) = found(data, kind)
    assert str(item.refused).startswith("a.zip: ")
    assert "\n" not in str(item.refused)


def test_a_damaged_member_leaves_the_others() -> None:
    data = bytearray(formats.zipped({"a.txt": b"Sonora " * 50, "b.txt": b"Arizona"}))
    data[40] ^= 0xFF
    first, second = found(bytes(data), ZIP)
    assert str(first.refused).startswith("a.zip!/a.txt: it is damaged")
    assert second.data == b"Arizona"


def test_the_messages_of_a_mailbox_and_what_is_attached_to_them_are_documents() -> None:
    letter = EmailMessage()
    letter["Subject"] = "Minutes"
    letter.set_content("Attached.")
    letter.add_attachment(b"Sonora", maintype="text", subtype="plain", filename="acta.txt")
    box = b"From a\n" + letter.as_bytes() + b"\n\nFrom b\nSubject: 2\n\nTwo\n"
    assert told(found(box, MBOX, source="m.mbox")) == [
        ("m.mbox!/message-1", "message/rfc822"),
        ("m.mbox!/message-1!/acta.txt", "text/plain"),
        ("m.mbox!/message-2", "message/rfc822"),
    ]


# Tables of articles

TABLE = 'id,headline,body,date\n1,Uno,"La comisión\nse reunió.",16 de junio de 2025\n2,,Nada,\n3,Tres,x,03/04/2025\n'
LINES = '{"body": "Uno", "meta": {"date": "2025-06-16"}}\n\n{"body": ["Dos", "tres"], "headline": "T"}\n[1]\n{"text": "x"}\nno\n{"body": 5}\n'
COLUMNS = parse_columns("text=body,title=headline,published=date")


def test_the_rows_of_a_table_are_articles_by_the_columns_that_are_given() -> None:
    one, two, three = found(TABLE.encode(), "text/csv", source="t.csv", columns=COLUMNS)
    assert (one.source, one.media_type, one.data.decode()) == ("t.csv!/row-1", "text/plain", "La comisión\nse reunió.")
    assert one.metadata == b'{"title": "Uno", "published": "2025-06-16"}'
    assert (two.data, two.metadata) == (b"Nada", None)
    assert three.refused == "t.csv!/row-3: its date is '03/04/2025'; write a date as 2024-06-03"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_table_may_be_parted_by_other_marks(mark: str) -> None:
    (item,) = found(
        f"body{mark}headline{mark}date\nx{mark}y{mark}2025-06-16\n".encode("utf-8-sig"), "text/csv", columns=COLUMNS
    )
    assert item.metadata == b'{"title": "y", "published": "2025-06-16"}'


def test_objects_in_lines_are_articles() -> None:
    columns = parse_columns("text=body,title=headline,published=meta.date")
    items = found(LINES.encode(), "application/jsonl", source="l.jsonl", columns=columns)
    assert [(item.source, item.data.decode()) for item in items if not item.refused] == [
        ("l.jsonl!/row-1", "Uno"),
        ("l.jsonl!/row-3", "Dos\n\ntres"),
    ]
    assert items[0].metadata == b'{"published": "2025-06-16"}'
    assert [str(item.refused).split(": ")[1][:20] for item in items if item.refused] == [
        "it is no JSON object",
        "it has no text in 'b",
        "it is no JSON (Expec",
        "it has no text in 'b",
    ]


def test_a_column_of_pages_is_read_as_pages() -> None:
    (item,) = found(b"page\n<p>Sonora\n", "text/csv", columns=parse_columns("html=page"))
    assert item.media_type == "text/html"


def test_without_columns_a_table_is_a_kind_that_nobody_reads() -> None:
    assert told(found(TABLE.encode(), "text/csv")) == [("a.zip", None)]
    assert told(found(formats.zipped({"t.csv": TABLE}), ZIP)) == [("a.zip!/t.csv", None)]


def test_a_table_without_the_columns_says_which_there_are() -> None:
    (item,) = found(b"a,b\n1,2\n", "text/csv", columns=COLUMNS)
    assert item.refused == "a.zip: it has no column body, headline, date; there are a, b"


@pytest.mark.parametrize("words", ["", "text", "text=", "body=text", "title=a", "text=a,html=b", "text=a,text=b"])
def test_columns_that_cannot_be_meant_are_wrong_usage(words: str) -> None:
    with pytest.raises(UsageError, match="columns are"):
        parse_columns(words)


def test_nothing_is_unpacked_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found(formats.zipped(FILES), ZIP)
    found(tarred({"a/b.txt": b"x"}), TAR)
    assert list(tmp_path.iterdir()) == []
