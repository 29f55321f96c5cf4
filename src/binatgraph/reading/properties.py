"""What office programs write about a document beside its text: title, language, the day on which it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from binatgraph.reading.dates import iso_date
from binatgraph.reading.xml import parse_xml, text_at
from binatgraph.reading.zipped import Zip

_CORE = "docProps/core.xml"
_NAMES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_TEMPLATE_DAYS = frozenset({"2013-12-23", "2006-09-16", "2006-01-01"})
"""Days on which the templates of python-docx and of libraries for Office files were made: no day of any document."""
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint) - .*|(?:untitled|document|documento|sin t[ií]tulo|word document|title|t[ií]tulo)[ _-]?\d*"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|pub|qxd|txt))",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Title, language tag and day of making (YYYY-MM-DD); `None` for what is not said."""

    title: str | None = None
    language: str | None = None
    created: str | None = None


def core_properties(archive: Zip) -> Properties:
    """The properties of an Office Open XML file; nothing where it has none.

    Raises
    ------
    ReadingError
        If they are damaged.
    """
    if _CORE not in archive.names:
        return Properties()
    root = parse_xml(archive.read(_CORE))
    return Properties(
        title=real_title(text_at(root, "dc:title", _NAMES)),
        language=text_at(root, "dc:language", _NAMES),
        created=real_day(text_at(root, "dcterms:created", _NAMES)),
    )


def real_title(text: str | None) -> str | None:
    """A title that somebody gave; programs fill in "Documento1", or the name of the file.

    >>> real_title("Microsoft Word - boletin.doc"), real_title("Acta de la reunión")
    (None, 'Acta de la reunión')
    """
    return text if text and not _NO_TITLE.fullmatch(text.strip()) else None


def real_day(text: str | None) -> str | None:
    """The day of a date, but for those of templates.

    >>> real_day("2013-12-23T23:15:00Z"), real_day("2024-06-03T10:00:00Z")
    (None, '2024-06-03')
    """
    day = iso_date(text or "")
    return None if day in _TEMPLATE_DAYS else day
