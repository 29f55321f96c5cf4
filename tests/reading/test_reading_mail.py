from __future__ import annotations

from email.message import EmailMessage

import formats
import pytest

from binatgraph.errors import ReadingError
from binatgraph.model import Document
from binatgraph.reading import mail, read_bytes


def opened(data: bytes) -> Document:
    return read_bytes(data, source="a.eml", media_type="message/rfc822")


def message(text: str, *, page: str | None = None, **heads: str) -> bytes:
    mail = EmailMessage()
    for name, value in ({"Subject": "A note"} | heads).items():
        mail[name] = value
    mail.set_content(text)
    if page:
        mail.add_alternative(page, subtype="html")
    return mail.as_bytes()


def test_who_wrote_to_whom_is_not_kept() -> None:
    document = opened(formats.eml())
    everything = f"{document.text} {document.title} {document.source}"
    assert "example.org" not in everything
    assert "Oficina <" not in everything


def test_the_day_is_that_of_the_sender() -> None:
    document = opened(message("Text.", Date="Tue, 31 Dec 2024 23:30:00 -0700"))
    assert (document.published, document.published_from) == ("2024-12-31", "header")


def test_a_subject_in_another_encoding_is_read() -> None:
    raw = b"Subject: =?utf-8?q?Reuni=C3=B3n_en_Nogales?=\nContent-Type: text/plain; charset=iso-8859-1\n\nLa comisi\xf3n.\n"
    document = opened(raw)
    assert (document.title, document.text.strip()) == ("Reunión en Nogales", "La comisión.")


def test_a_page_is_read_where_there_is_no_text_or_a_stub_of_one() -> None:
    page = "<html><body><p>" + "The council met again. " * 20 + "</p></body></html>"
    assert opened(message("See the page.", page=page)).text.startswith("The council met again.")
    alone = b"Subject: x\nContent-Type: text/html; charset=utf-8\n\n<p>S\xc3\xad, se\xc3\xb1or.</p>"
    assert opened(alone).text == "Sí, señor."


def test_signatures_go_and_lines_that_were_broken_for_the_wire_are_whole() -> None:
    flowed = b"Subject: x\nContent-Type: text/plain; format=flowed\n\nThe council \nmet.\n\n-- \nAna, secretary\n"
    assert opened(flowed).text.strip() == "The council met."


def test_what_is_attached_is_named_and_given() -> None:
    letter = EmailMessage()
    letter["Subject"] = "Minutes"
    letter.set_content("Attached.")
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="acta de sesión.pdf")
    assert list(mail.attachments(letter.as_bytes())) == [("acta de sesión.pdf", b"%PDF-")]


@pytest.mark.parametrize(
    "data", [b"", b"Just a text\n\nwithout any head", b"\x00\x01Subject: x\n\ny", b"%PDF-1.4\nSubject: x\n\n"]
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"it is no e-mail|its head is damaged"):
        mail.read(data)


def test_windows_line_ends_part_the_messages_of_a_mailbox_too() -> None:
    box = b"From a\r\nSubject: 1\r\n\r\nOne\r\n\r\nFrom b\r\nSubject: 2\r\n\r\nTwo\r\n"
    assert [mail.read(one).title for one in mail.messages(box)] == ["1", "2"]
