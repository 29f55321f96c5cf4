"""From bytes to `Document`: the text of a file, cleaned once, and what is known of the file.

`discover` (in its module) finds the files; `read` and `read_bytes` make a document of each; `fingerprint` says whether a
file has changed without reading it again. A file that cannot be read raises `ReadingError`, in one line.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from binatgraph.errors import ReadingError
from binatgraph.model import Document, content_hash
from binatgraph.reading import files
from binatgraph.reading.content import Content
from binatgraph.reading.dateline import dateline
from binatgraph.reading.language import languages
from binatgraph.reading.privacy import mask
from binatgraph.reading.readers import read_content
from binatgraph.reading.repair import repair

__all__ = ["Content", "fingerprint", "read", "read_bytes"]


def read(path: Path, *, source: str, media_type: str) -> Document:
    """The document in a file; a sidecar beside it (`X.meta.yaml`) stands above what the file says of itself.

    An empty file is a document with an empty text.

    Raises
    ------
    ReadingError
        If the file cannot be opened, is too large, is not what its media type says, or has wrong metadata.
    """
    try:
        data, metadata = files.load(path), files.sidecar(path)
    except ReadingError as error:
        raise ReadingError(f"{source}: {error}") from None
    return read_bytes(data, source=source, media_type=media_type, metadata=metadata)


def read_bytes(
    data: bytes, *, source: str, media_type: str, metadata: bytes | None = None, told: str = "sidecar"
) -> Document:
    """The document in these bytes; `metadata` is what a sidecar would hold, `told` where it stands.

    Raises
    ------
    ReadingError
        If they are too many, are not what the media type says, or if the metadata are wrong.

    >>> document = read_bytes("La Comisión se reunió en Nogales.".encode(), source="-", media_type="text/plain")
    >>> document.language, document.text
    ('es', 'La Comisión se reunió en Nogales.')
    """
    try:
        files.refuse_size(len(data))
        content = _with_metadata(read_content(data, media_type=media_type), metadata, told)
    except ReadingError as error:
        raise ReadingError(f"{source}: {error}") from None
    text = _clean(content.text)
    language, passages = languages(content.language, text)
    published, published_from, place = _when_and_where(content, text)
    return Document(
        id=content_hash(text),
        source=source,
        text=text,
        language=language,
        media_type=media_type,
        sha256=files.digest(data, metadata),
        title=" ".join(_clean(content.title or "").split()) or None,
        published=published,
        published_from=published_from,
        place=place,
        author=" ".join(_clean(content.author or "").split()) or None,
        address=content.address,
        passages=passages,
        pages=content.pages if len(text) == len(content.text) else (),
    )


def fingerprint(path: Path) -> str:
    """SHA-256 of a file and its sidecar, as in `Document.sha256`: the same print, nothing has changed.

    Raises
    ------
    ReadingError
        If the file or its sidecar cannot be opened, or is too large.
    """
    try:
        return files.digest(files.load(path), files.sidecar(path))
    except ReadingError as error:
        raise ReadingError(f"{path.name}: {error}") from None


def _clean(text: str) -> str:
    """Repaired, without addresses and telephone numbers; nothing but white space is nothing."""
    clean = mask(repair(text))
    return clean if clean.strip() else ""


def _when_and_where(content: Content, text: str) -> tuple[str | None, str | None, str | None]:
    """Day of publication, where it was found, and the place of the place line.

    What is declared goes before what the text says of itself, and that before the day on which the file was made.
    """
    said = dateline(text)
    candidates = (
        (content.published, content.published_from),
        (said.published, said.published_from),
        (content.created, "file"),
    )
    day, where = next(((day, where) for day, where in candidates if day), (None, None))
    return day, where, said.place


def _with_metadata(content: Content, metadata: bytes | None, told: str) -> Content:
    """The content with what is told of it in the place of what the file says."""
    if metadata is None:
        return content
    from binatgraph.reading.encoding import decode  # noqa: PLC0415  (most files have no sidecar, and need no YAML)
    from binatgraph.reading.metadata import parse  # noqa: PLC0415

    try:
        said = parse(decode(metadata))
    except ReadingError as error:
        raise ReadingError(f"its {told}: {error}") from None
    return replace(
        content,
        title=said.title or content.title,
        language=said.language or content.language,
        published=said.published or content.published,
        published_from=told if said.published else content.published_from,
    )
