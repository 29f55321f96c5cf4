"""E-mail (.eml) and mailboxes (.mbox): the text of a message, its subject as title, and the day on which it was sent.

Who wrote to whom is not kept. What is attached is a document of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage

from binatgraph.errors import ReadingError
from binatgraph.reading.content import Content
from binatgraph.reading.dates import parse_day
from binatgraph.reading.encoding import decode
from binatgraph.reading.html import read_page

_BROKEN = (
    MessageError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_KNOWN = ("subject", "from", "date", "to", "message-id")
_HEAD = 200_000
_SIGNATURE = re.compile(r"^-- $.*", re.MULTILINE | re.DOTALL)
_SOFT_END = re.compile(r"(?<=\S) \n(?!>)")
_STUB = 0.2  # of the text of the page; a shorter plain part only says that there is a page
_BEGINS = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]*\r?\n")
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read(data: bytes) -> Content:
    """The text of a message: its plain part if it has one that says something, else its page.

    Raises
    ------
    ReadingError
        If it is no message, or its parts cannot be told apart.
    """
    message = _message(data)
    try:
        plain, page = (_part(message, kind) for kind in ("plain", "html"))
        subject = " ".join(str(message["subject"] or "").split())
        day = parse_day(str(message["date"] or ""))
        language = str(message["content-language"] or "").split(",")[0].strip()
    except _BROKEN as error:
        raise ReadingError(f"its parts cannot be told apart ({type(error).__name__}); save its text") from None
    text = page if len(plain) < _STUB * len(page) else plain
    return Content(text=text, title=subject or None, published=day, published_from="header", language=language or None)


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of what is attached to a message.

    Raises
    ------
    ReadingError
        If its parts cannot be told apart.
    """
    try:
        for part in message_from_bytes(data).walk():  # its heads unread: what is to be feared of an e-mail is in there
            name, content = part.get_filename(), part.get_payload(decode=True)
            if name and isinstance(content, bytes):
                yield str(make_header(decode_header(name))), content
    except _BROKEN as error:
        raise ReadingError(f"its attachments cannot be told apart ({type(error).__name__})") from None


def messages(data: bytes) -> Iterator[bytes]:
    r"""The messages of a mailbox, one after the other.

    >>> [part[:10] for part in messages(b"From a\nSubject: 1\n\nOne\n\nFrom b\nSubject: 2\n\n>From there\n")]
    [b'Subject: 1', b'Subject: 2']
    """
    begins = list(_BEGINS.finditer(data))
    ends = [match.start() for match in begins[1:]] + [len(data)]
    for match, end in zip(begins, ends, strict=False):
        yield _QUOTED_FROM.sub(b"", data[match.end() : end])


def _message(data: bytes) -> EmailMessage:
    try:
        message = message_from_bytes(data, policy=policy.default)
        known = any(message[name] for name in _KNOWN)
    except _BROKEN as error:
        raise ReadingError(f"its head is damaged ({type(error).__name__}); save its text") from None
    if not known or b"\x00" in data[:_HEAD]:
        raise ReadingError("it is no e-mail (it has neither subject, sender nor date); give it the ending of its kind")
    return message


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        return ""
    text = decode(content, declared=part.get_content_charset())
    if kind == "html":
        return read_page(text).text
    text = _SIGNATURE.sub("", text.replace("\r\n", "\n"))
    return _SOFT_END.sub(" ", text) if part.get_param("format") == "flowed" else text
