"""The documents of a build: what is new is read and analysed, the rest is left alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass

from binatgraph.errors import LanguageError, ReadingError
from binatgraph.model import Document, content_hash
from binatgraph.pipeline.intake import ONLY_FILES, Intake, Sources, walk
from binatgraph.pipeline.tools import Tools, extract
from binatgraph.rdf.faults import faults
from binatgraph.reading import read_bytes
from binatgraph.reading.files import digest
from binatgraph.reading.member import Item
from binatgraph.store import AnalysisCache, SourceRow

_NOT_ANALYSED = frozenset({"text", "source", "sha256"})
"""What an analysis does not depend on, or, as the text, is told by the id."""

Progress = Callable[[int, int, str], None]
"""Called with the number of documents done, the number of all, and the source of the one at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The documents of a build: a row a source, how many were read, and a line for each that was refused.

    `unread` are sources of kinds that nobody reads.
    """

    rows: tuple[SourceRow, ...]
    read: int
    gone: int
    refused: tuple[str, ...]
    unread: tuple[str, ...] = ()

    @property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """The sources of each document, sorted; the first stands for it, and says what is known of it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in self.rows:
            found[row.document].append(row.source)
        return {document: tuple(sorted(found[document])) for document in sorted(found)}

    @property
    def keys(self) -> list[str]:
        """The key of each document's analysis, in the order of documents."""
        key = {row.source: row.key for row in self.rows}
        return [key[sources[0]] for sources in self.sources.values()]


def gather(
    sources: Sources, cache: AnalysisCache, tools: Tools, *, intake: Intake = ONLY_FILES, progress: Progress
) -> Gathered:
    """Read and analyse what is new; what has the bytes, metadata and version of the last build is left alone."""
    before = cache.sources()
    rows: dict[str, SourceRow] = {}
    refused: list[str] = []
    unread: list[str] = []
    read_now = 0
    for number, (source, items) in enumerate(walk(sources, intake)):
        progress(number, len(sources), source)
        for item in items:
            if item.media_type is None:
                (refused.append(item.refused) if item.refused else unread.append(item.source))
                continue
            try:
                row = _known(item, before.get(item.source), cache, tools)
                if row is None:
                    row = _kept(_document(item), cache, tools)
                    read_now += 1
                rows[row.source] = row
            except (ReadingError, LanguageError) as error:
                refused.append(str(error))
    progress(len(sources), len(sources), "")
    return Gathered(
        rows=tuple(rows[source] for source in sorted(rows)),
        read=read_now,
        gone=len({row.document for row in before.values()} - {row.document for row in rows.values()}),
        refused=tuple(refused),
        unread=tuple(unread),
    )


def _known(item: Item, row: SourceRow | None, cache: AnalysisCache, tools: Tools) -> SourceRow | None:
    """The row of the last build, if it would be the same now."""
    if row is None or row.version != tools.version or row.sha256 != digest(item.data, item.metadata):
        return None
    return row if cache.has(row.key) else None


def _document(item: Item) -> Document:
    document = read_bytes(
        item.data, source=item.source, media_type=item.media_type or "", metadata=item.metadata, told=item.told
    )
    if not document.text.strip():
        raise ReadingError(f"{item.source}: it is empty; there is nothing to read in it")
    return document


def _kept(document: Document, cache: AnalysisCache, tools: Tools) -> SourceRow:
    """The row of a document whose analysis is now in the cache; the key is all that an analysis depends on."""
    told = {key: value for key, value in asdict(document).items() if key not in _NOT_ANALYSED}
    key = content_hash([told, tools.version])
    if not cache.has(key):
        analysis = extract(document, tools=tools)
        if wrong := faults(analysis):
            raise LanguageError(f"{document.source}: the extractor gave what cannot be: {wrong[0]}")
        cache.put(key, analysis)
    return SourceRow(
        source=document.source, document=document.id, sha256=document.sha256, key=key, version=tools.version
    )
