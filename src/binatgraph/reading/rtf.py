"""Rich Text Format: groups in braces, words behind backslashes, and bytes of a code page. Written down in one pass.

What is put into a group of its own (fonts, pictures, headers, what other programs added) is no text; footnotes stand behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from binatgraph.errors import ReadingError
from binatgraph.reading.content import Content
from binatgraph.reading.properties import real_title
from binatgraph.reading.sheet import Sheet

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_NO_TEXT = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "fldinst",
        "listtext",
        "pntext",
        "pntxta",
        "pntxtb",
        "themedata",
        "datastore",
        "bkmkstart",
        "bkmkend",
        "annotation",
        "atnid",
        "atnauthor",
        "tc",
        "xe",
        "rxe",
        "template",
    ]
)
_BULLETS = frozenset({"listtext", "pntext"})
_SIGNS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\xa0", "_": "-", "-": "\xad", "\\": "\\", "{": "{", "}": "}",
    "\n": "\n", "\r": "\n",
}  # fmt: skip
_ENDS = frozenset({"par", "sect", "page"})
_MAX_DEPTH = 1_000
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and gives back at its end."""

    written: bool = True
    into: str = "text"
    fallback: int = 1
    hidden: bool = False


@dataclass(slots=True)
class _Pen:
    """The document as it is written: the paragraph, the row and the table at hand."""

    page: str = "cp1252"
    sheet: Sheet = field(default_factory=Sheet)
    pieces: dict[str, list[str]] = field(default_factory=lambda: {"text": [], "title": [], "note": []})
    raw: bytearray = field(default_factory=bytearray)
    cells: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    day: dict[str, int] = field(default_factory=dict)
    item: bool = False
    in_table: bool = False

    def write(self, text: str, state: _State) -> None:
        if state.written and not state.hidden:
            self.pieces[state.into].append(text)

    def flush(self, state: _State) -> None:
        """Bytes become characters when a whole run of them is there: a code page may need two for one."""
        if self.raw:
            self.write(self.raw.decode(self.page, "replace"), state)
            self.raw.clear()

    def take(self) -> str:
        text = "".join(self.pieces["text"])
        self.pieces["text"].clear()
        return text

    def end_paragraph(self) -> None:
        if self.in_table:
            self.pieces["text"].append("\n")
            return
        self.end_table()
        text = self.take()
        (self.sheet.item if self.item else self.sheet.paragraph)(text)
        self.item = False

    def end_row(self) -> None:
        self.rows.append([*self.cells, *([rest] if (rest := self.take()).strip() else [])])
        self.cells = []
        self.in_table = False

    def end_table(self) -> None:
        if self.rows:
            self.sheet.table(self.rows)
            self.rows = []


def read(data: bytes) -> Content:
    r"""The text of an RTF file, in the convention of `blocks`, with title and day from its properties.

    Raises
    ------
    ReadingError
        If it is no RTF, or its groups are nested more than a thousand deep.

    >>> read(rb"{\rtf1\ansi La Comisi\'f3n\par}").text
    'La Comisión'
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadingError("it is no RTF (it does not begin with {\\rtf); give it the ending of its kind")
    pen = _Pen()
    for state, token, skipped in _steps(data, pen):
        _write(token, state, pen, skipped=skipped)
    pen.end_paragraph()
    pen.in_table = False
    pen.end_table()
    pen.sheet.paragraph("".join(pen.pieces["note"]))
    title = " ".join("".join(pen.pieces["title"]).split())
    return Content(text=pen.sheet.text(), title=real_title(title or None), created=_day(pen.day))


@dataclass(slots=True)
class _Groups:
    """The states of the open groups, and what is still to be passed over: what stands for a character by its number."""

    states: list[_State] = field(default_factory=lambda: [_State()])
    skip: int = 0
    star: bool = False

    @property
    def state(self) -> _State:
        return self.states[-1]

    def take(self, token: re.Match[bytes]) -> int | None:
        """How many letters of a token are passed over; None where nothing of it is to be written."""
        if token["open"] or token["close"]:
            self._open_or_close(opens=bool(token["open"]))
            return None
        if token["sign"] == b"*":
            self.star = True
            return None
        skip, size = self.skip, len(token["text"] or b"x")
        if token["word"]:
            return None if self._passes_word(token) else 0
        self.skip = max(0, skip - size) if token.group().strip() else skip
        return None if skip >= size else skip

    def _open_or_close(self, *, opens: bool) -> None:
        self.star, self.skip = False, 0
        if not opens:
            self.states[-1:] = [] if len(self.states) > 1 else [_State()]
        elif len(self.states) > _MAX_DEPTH:
            raise ReadingError(f"its groups are nested more than {_MAX_DEPTH:,} deep; save it in another format")
        else:
            self.states.append(self.state)

    def _passes_word(self, token: re.Match[bytes]) -> bool:
        """Change the state as a word says, or pass it over."""
        word = token["word"].decode("ascii")
        if self.skip and word != "u":
            self.skip -= 1
            return True
        self.states[-1] = _turned(self.state, word, _number(token), star=self.star)
        self.star, self.skip = False, self.state.fallback if word == "u" else 0
        return False


def _steps(data: bytes, pen: _Pen) -> Iterator[tuple[_State, re.Match[bytes], int]]:
    """Each token with the state of its group, and how many of its letters are passed over."""
    groups, position = _Groups(), 0
    while token := _TOKEN.match(data, position):
        position = token.end()
        if token["word"] == b"bin":
            position += max(0, _number(token) or 0)
        if token["hex"] is None and token["text"] is None:
            pen.flush(groups.state)
        skipped = groups.take(token)
        if skipped is not None:
            yield groups.state, token, skipped
    pen.flush(groups.state)


def _number(token: re.Match[bytes]) -> int | None:
    return int(token["number"]) if token["number"] else None


def _turned(state: _State, word: str, number: int | None, *, star: bool) -> _State:
    """The state behind a word."""
    if word == "title":
        return replace(state, written=True, into="title")
    if word == "footnote":
        return replace(state, into="note")
    if word == "uc":
        return replace(state, fallback=max(0, number or 0))
    if word in ("v", "deleted"):
        return replace(state, hidden=number != 0)
    if word == "plain":
        return replace(state, hidden=False)
    return replace(state, written=False) if star or word in _NO_TEXT else state


def _write(token: re.Match[bytes], state: _State, pen: _Pen, *, skipped: int) -> None:
    if token["word"]:
        _obey(token["word"].decode("ascii"), _number(token), state, pen)
    elif token["sign"]:
        pen.write(_SIGNS.get(token["sign"].decode("latin-1"), ""), state)
    elif state.written:
        pen.raw += bytes.fromhex(token["hex"].decode()) if token["hex"] else (token["text"] or b"")[skipped:]


def _obey(word: str, number: int | None, state: _State, pen: _Pen) -> None:
    """Do what a word says."""
    if word in _BULLETS:
        pen.item = True
    elif word in ("yr", "mo", "dy"):
        pen.day.setdefault(word, number or 0)
    elif word == "ansicpg":
        pen.page = _page(f"cp{number}")
    elif word == "mac":
        pen.page = "mac_roman"
    elif not state.written or state.hidden:
        return
    elif word in _SIGNS:
        pen.write(_SIGNS[word], state)
    elif word == "u" and number is not None:
        pen.write(_character(number), state)
    elif state.into == "text":
        _lay_out(word, pen)
    elif word in _ENDS:
        pen.write("\n", state)


def _lay_out(word: str, pen: _Pen) -> None:
    if word in _ENDS:
        pen.end_paragraph()
    elif word == "cell":
        pen.cells.append(pen.take().strip())
    elif word == "row":
        pen.end_row()
    elif word == "intbl":
        pen.in_table = True
    elif word == "pard":
        pen.in_table = False


def _page(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _character(number: int) -> str:
    code = number % 0x10000  # numbers of 16 bits with a sign; pairs of surrogates come one after the other
    return "" if code in _SURROGATES or not code else chr(code)


def _day(said: dict[str, int]) -> str | None:
    import datetime as dt  # noqa: PLC0415  (short)

    try:
        return dt.date(said["yr"], said["mo"], said["dy"]).isoformat()
    except (KeyError, ValueError, OverflowError):
        return None
