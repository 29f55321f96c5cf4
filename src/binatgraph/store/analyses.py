"""What is kept between builds, in SQLite beside the graph: analyses by key, and which file gave which document.

One build is one transaction: a crash leaves what was there before.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import overload

from binatgraph.errors import StoreError
from binatgraph.model import Analysis
from binatgraph.store.codec import decode, encode

_NAME = "analyses.sqlite"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS analysis (key TEXT PRIMARY KEY, content BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS source (source TEXT PRIMARY KEY, document TEXT, sha256 TEXT, key TEXT, version TEXT)",
    "CREATE TABLE IF NOT EXISTS build (name TEXT PRIMARY KEY, value TEXT)",
)
_READ = (
    "SELECT key, content FROM analysis",
    "SELECT source, document, sha256, key, version FROM source",
    "SELECT name, value FROM build",
)
_AT_A_TIME = 64
"""Analyses that an interrupted build may lose: a second of work; a commit takes milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A file of the last build: the document it gave, the hash of its bytes, the key of the analysis, the version."""

    source: str
    document: str
    sha256: str
    key: str
    version: str


class AnalysisCache:
    """Kept analyses; made by `open_cache`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._new = 0

    def get(self, key: str) -> Analysis | None:
        """The analysis with a key; None where there is none, or one that cannot be read any more."""
        content = self._content(key)
        try:
            return None if content is None else decode(content.decode("utf-8"))
        except (StoreError, UnicodeDecodeError):
            return None

    def has(self, key: str) -> bool:
        """Whether there is something under a key, as it was written; a damaged row is none, and can be put again."""
        return self._content(key) is not None

    def _content(self, key: str) -> bytes | None:
        """What was kept under a key, if its checksum is right."""
        row = self._connection.execute("SELECT content FROM analysis WHERE key = ?", (key,)).fetchone()
        try:
            return None if row is None else zlib.decompress(row[0])
        except (zlib.error, TypeError):
            return None

    def put(self, key: str, analysis: Analysis) -> None:
        """Keep an analysis. Its key says all that it depends on, so it may stay even if the build that made it does not end."""
        content = zlib.compress(encode(analysis).encode("utf-8"), level=1)
        self._connection.execute("INSERT OR REPLACE INTO analysis VALUES (?, ?)", (key, content))
        self._new += 1
        if self._new % _AT_A_TIME == 0:
            self._connection.commit()

    def sources(self) -> dict[str, SourceRow]:
        """The files of the last build that ended, by source."""
        rows = self._connection.execute("SELECT source, document, sha256, key, version FROM source ORDER BY source")
        return {r[0]: SourceRow(source=r[0], document=r[1], sha256=r[2], key=r[3], version=r[4]) for r in rows}

    def note(self, name: str) -> str | None:
        """What the last build that ended noted under a name."""
        row = self._connection.execute("SELECT value FROM build WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def commit(self, rows: Iterable[SourceRow], *, notes: Mapping[str, str]) -> None:
        """End a build: these files are what it was made of, and analyses that none of them needs go."""
        kept = list(rows)
        self._connection.execute("DELETE FROM source")
        self._connection.executemany(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?)",
            [(r.source, r.document, r.sha256, r.key, r.version) for r in kept],
        )
        self._connection.execute("DELETE FROM analysis WHERE key NOT IN (SELECT key FROM source)")
        self._connection.executemany("INSERT OR REPLACE INTO build VALUES (?, ?)", sorted(notes.items()))
        self._connection.commit()


class KeptAnalyses(Sequence[Analysis]):
    """Analyses by their keys, read from the cache one at a time: a build holds one document's text in memory, not all.

    `sources` gives the source that stands for a document, by document id.
    """

    def __init__(self, cache: AnalysisCache, keys: Sequence[str], *, sources: Mapping[str, str]) -> None:
        self._cache = cache
        self._keys = keys
        self._sources = sources

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, position: int) -> Analysis: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Analysis]: ...
    def __getitem__(self, position: int | slice) -> Analysis | Sequence[Analysis]:
        if isinstance(position, slice):
            return KeptAnalyses(self._cache, self._keys[position], sources=self._sources)
        analysis = self._cache.get(self._keys[position])
        if analysis is None:
            raise StoreError(
                f"a kept analysis is damaged; delete {_NAME} in the store, and run `binatgraph build` again"
            )
        return _with_source(analysis, self._sources)

    def __iter__(self) -> Iterator[Analysis]:
        return (self[position] for position in range(len(self._keys)))


def _with_source(analysis: Analysis, sources: Mapping[str, str]) -> Analysis:
    source = sources.get(analysis.document.id, analysis.document.source)
    return replace(analysis, document=replace(analysis.document, source=source))


@contextmanager
def open_cache(folder: Path) -> Iterator[AnalysisCache]:
    """Open what is kept in the folder of a store; what was not committed when the block ends is forgotten.

    A file that is no database any more, or another program's, is made anew: it saves time, and nothing else.

    Raises
    ------
    StoreError
        If the folder cannot be written, or another process is writing, or the file turns out to be damaged later.
    """
    path = folder / _NAME
    connection = _open(path)
    try:
        yield AnalysisCache(connection)
        connection.rollback()
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {error}; delete it, and run `binatgraph build` again") from None
    finally:
        connection.close()


def _open(path: Path) -> sqlite3.Connection:
    try:
        return _connect(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise StoreError(f"{path}: another build is writing it; wait until it is done, or stop it") from None
    try:
        path.unlink(missing_ok=True)
        return _connect(path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise StoreError(f"{path} cannot be written: {error}") from None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        for statement in _TABLES:
            connection.execute(statement)
        connection.commit()
        for query in _READ:
            connection.execute(query).fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
