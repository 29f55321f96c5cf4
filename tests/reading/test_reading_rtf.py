from __future__ import annotations

import pytest

from binatgraph.errors import ReadingError
from binatgraph.reading import rtf


def text(body: str) -> str:
    return rtf.read((r"{\rtf1\ansi\ansicpg1252 " + body + "}").encode("cp1252")).text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Se\'f1or N\'fa\'f1ez\par Dos", "Señor Núñez\n\nDos"),
        (r"\u8220?Quoted\u8221? and \uc2\u8211--\uc1  dashed", "“Quoted” and – dashed"),
        (r"{\uc0\u241}and\u225 a", "ñandá"),
        (r"{\fonttbl{\f0 Times;}}{\*\generator Word;}{\header Head\par}{\pict 0123}Text", "Text"),
        (r"\ldblquote Yes\rdblquote\emdash no\~more\_or less\tab tab", "“Yes”—no more-or less tab"),
        (r"A {\b bold} word and { {nested} } one", "A bold word and nested one"),
        (r"Kept {\deleted gone }{\v hidden }here", "Kept here"),
        (r"First line\line Second line\line goes on", "First line\nSecond line goes on"),
        (r"Text{\footnote A note.} goes on.\par", "Text goes on.\n\nA note."),
        (r"{\listtext\'b7\tab}One\par{\listtext\'b7\tab}Two\par", "- One\n- Two"),
        (r"\trowd\intbl A\cell B\cell\row\trowd\intbl C\cell D\cell\row\pard After", "| A | B |\n| C | D |\n\nAfter"),
        (r"\{braces\} and \\ stay", r"{braces} and \ stay"),
        (r"\bin5 }}}}}Text", "Text"),
        (r"\u-10179?\u-8704? gone", "gone"),
        (r"Link {\field{\*\fldinst HYPERLINK x}{\fldrslt here}}.", "Link here."),
    ],
)
def test_words_signs_and_groups_are_understood(body: str, expected: str) -> None:
    assert text(body) == expected


def test_other_code_pages_are_read() -> None:
    assert rtf.read(b"{\\rtf1\\mac Se\x96or\\'96}").text == "Señorñ"
    assert rtf.read(b"{\\rtf1\\ansi\\ansicpg99999 Se\\'f1or}").text == "Señor"


def test_title_and_day_are_those_of_its_properties() -> None:
    content = rtf.read(
        rb"{\rtf1{\info{\title Acta\'f3}{\author Ana}{\creatim\yr2024\mo5\dy6\hr3}{\revtim\yr2025\mo1\dy1}}Text}"
    )
    assert (content.title, content.created, content.text) == ("Actaó", "2024-05-06", "Text")


@pytest.mark.parametrize("data", [b"", b"Text", b"{\\rt", b"PK\x03\x04"])
def test_what_is_no_rtf_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="it is no RTF"):
        rtf.read(data)


def test_groups_that_never_end_are_refused() -> None:
    with pytest.raises(ReadingError, match="nested more than 1,000 deep"):
        rtf.read(b"{\\rtf1" + b"{" * 2000)


def test_what_is_cut_off_gives_what_there_was() -> None:
    assert rtf.read(rb"{\rtf1 One\par Tw").text == "One\n\nTw"
