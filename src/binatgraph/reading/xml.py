"""XML from others: no entities, no network, no declarations of types, and a bound on depth."""

from __future__ import annotations

from typing import Any

from binatgraph.errors import ReadingError

_HEAD = 1024


def parse_xml(data: bytes) -> Any:
    """The root element of an XML file.

    Raises
    ------
    ReadingError
        If it is not well formed, is nested more than 256 deep, or declares its own types and entities: nothing that is
        read here needs them, and they are how a file of one kilobyte becomes a gigabyte.
    """
    from lxml import etree  # noqa: PLC0415  (heavy; plain text does without)

    if b"<!DOCTYPE" in data[:_HEAD] or b"<!ENTITY" in data:
        raise ReadingError("its XML declares types or entities; save it again with an office program")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(f"its XML is damaged ({' '.join(str(error).split())[:80]})") from None


def text_at(root: Any, path: str, names: dict[str, str]) -> str | None:
    """The words of the first element at a path, if it has any."""
    text = " ".join((root.findtext(path, namespaces=names) or "").split())
    return text or None
