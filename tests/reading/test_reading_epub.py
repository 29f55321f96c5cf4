from __future__ import annotations

import io
import zipfile

import formats
import pytest

from binatgraph.errors import ReadingError
from binatgraph.reading import epub


def changed(**files: str | None) -> bytes:
    """Make a book in which some files are others, or missing."""
    with zipfile.ZipFile(io.BytesIO(formats.epub())) as archive:
        there: dict[str, bytes | str | None] = {name: archive.read(name) for name in archive.namelist()}
    there |= {
        {
            "lock": "META-INF/encryption.xml",
            "container": "META-INF/container.xml",
            "package": "book/content.opf",
            "two": "book/two.xhtml",
        }[name]: text
        for name, text in files.items()
    }
    return formats.zipped({name: text for name, text in there.items() if text is not None})


def test_the_table_of_contents_is_no_text() -> None:
    assert "One" not in epub.read(formats.epub()).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04", "damaged, cut off"),
        (formats.odt(), r"it has no META-INF/container\.xml"),
        (changed(container="<container/>"), "it has no ;"),
        (changed(package="<package>"), "its XML is damaged"),
        (changed(two=None), r"it has no book/two\.xhtml"),
        (changed(lock='<encryption><CipherReference URI="book/two.xhtml"/></encryption>'), r"it is locked \(DRM\)"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        epub.read(data)


def test_a_lock_on_fonts_alone_is_none() -> None:
    locked = changed(lock='<encryption><CipherReference URI="fonts/a.ttf"/></encryption>')
    assert epub.read(locked).text == epub.read(formats.epub()).text
