"""The conductor: the only module that knows the order of the stages.

    paths ─ reading ─ language ─ register ─ resolution ─ rdf ─ store ─ network ─ page

The graph is a pure function of the documents, the register, the judgements and the settings. What is kept between builds
(analyses, by document and version) saves time and changes nothing.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from binatgraph.config import SOFTWARE, Settings, data_path
from binatgraph.errors import LanguageError, ReadingError, UsageError
from binatgraph.language import LANGUAGES
from binatgraph.model import Analysis, Claim, Document, Judgement, Modality, Resolution, content_hash
from binatgraph.network import network, placed
from binatgraph.page import page
from binatgraph.rdf.faults import faults
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.json import extraction_json
from binatgraph.rdf.mapping import Contents, graph_quads
from binatgraph.rdf.trig import read_trig, write_trig
from binatgraph.rdf.validation import Violation, validate_store
from binatgraph.reading import fingerprint, read, read_bytes
from binatgraph.reading.discover import Found, discover, media_type_of
from binatgraph.register.link import link
from binatgraph.register.load import load_register
from binatgraph.register.names import recognisable_names
from binatgraph.resolution import canonical_actors, read_judgements, resolve
from binatgraph.store import KeptAnalyses, SourceRow, locked, open_cache, open_store, publish, read_actors, read_links
from binatgraph.store.files import log, read_lines, replaced
from binatgraph.vocabulary import PREFIXES, load_concepts

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from binatgraph.register.index import Register
    from binatgraph.store import AnalysisCache, LocalStore, Lock
    from binatgraph.store.base import Store

_COUNT = "SELECT (COUNT(?s) AS ?n) WHERE { ?s a bg:Statement }"
Progress = Callable[[int, int, str], None]
"""Called with the number of documents done, the number of all, and the source of the one at hand."""


@dataclass(frozen=True, kw_only=True)
class Tools:
    """What is loaded once and used for every document; loaded when first asked for, because spaCy takes a second."""

    settings: Settings = Settings()

    @cached_property
    def register(self) -> Register:
        """The register, with the roles of its tenures."""
        return load_register(data_path("register"), roles=load_concepts("roles"))

    @cached_property
    def extractor(self) -> Callable[[Document], Analysis]:
        """The extractor that the settings name, with the names of the register and the roles."""
        found = entry_points(group="binatgraph.extractors", name=self.settings.extractor)
        if not found:
            there = ", ".join(sorted(entry_points(group="binatgraph.extractors").names))
            raise LanguageError(f"no extractor is called {self.settings.extractor!r}; there are {there}")
        make = next(iter(found)).load()
        extractor: Callable[[Document], Analysis] = make(
            names=tuple(recognisable_names(self.register)), roles=load_concepts("roles")
        )
        return extractor

    @cached_property
    def version(self) -> str:
        """A hash of all that an analysis depends on besides its document: software, extractor, register, roles, pipelines."""
        files = [*sorted(data_path("register").glob("*.csv")), data_path("ontology") / "roles.ttl"]
        prints = [[file.name, sha256(file.read_bytes()).hexdigest()] for file in files]
        return content_hash([SOFTWARE, self.settings.extractor, dict(self.settings.pipelines), prints])


def extract(document: Document, *, tools: Tools | None = None) -> Analysis:
    """What one document says: mentions and claims, with known actors linked to the register.

    >>> from binatgraph.reading import read_bytes
    >>> text = b"Arizona Governor Katie Hobbs met with Sonora Governor Alfonso Durazo."
    >>> analysis = extract(read_bytes(text, source="note.txt", media_type="text/plain"))
    >>> sorted((c.predicate.value, analysis.actor_at(c.object)) for c in analysis.claims if c.role)
    [('holdsRole', 'place/mx-son'), ('holdsRole', 'place/us-az')]
    """
    tools = tools or Tools()
    return link(tools.extractor(document), tools.register)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did. `refused` are whole lines, source and reason; `other_files` counts files of kinds nobody reads by
    their ending; `repeated` are files whose text another file has; `gone` are documents that the last build had.
    """

    documents: int
    read: int
    unchanged: int
    repeated: int
    gone: int
    refused: tuple[str, ...]
    no_language: tuple[str, ...]
    other_files: Mapping[str, int]
    actors: int
    linked: int
    merged: int
    statements: int
    claims: int
    review: int
    changed: bool
    trig: str
    page: str
    store: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathered:
    """The documents of a build: a row a file, how many were read, and a line for each that was refused."""

    rows: tuple[SourceRow, ...]
    read: int
    gone: int
    refused: tuple[str, ...]

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


def build(
    paths: Iterable[Path], folder: Path, *, settings: Settings | None = None, progress: Progress | None = None
) -> Summary:
    """Make in `folder` the graph of the documents in `paths` (without any: of the sample documents): `binatgraph.trig`, the
    store, `network.html`, and a line in `build.log.jsonl`.

    A document that cannot be read is refused, reported and left out. Unchanged documents are neither read nor analysed
    again; when nothing at all has changed, nothing is written.

    Raises
    ------
    UsageError
        If a path is not there.
    ReadingError
        If nothing could be read; what was built before stays.
    StoreError
        If another build is at work, or the disk cannot be written.
    """
    tools = Tools(settings=settings or Settings())
    found = list(discover(tuple(paths) or (data_path("documents"),)))
    others = Counter(one.path.suffix.casefold() or one.path.name for one in found if one.media_type is None)
    readable = [one for one in found if one.media_type is not None]
    if not readable:
        raise ReadingError(_nothing(others))
    place = folder / "store"
    with locked(place) as lock, open_cache(place) as cache:
        gathered = _gather(readable, cache, tools, progress or _silent)
        if not gathered.rows:
            raise ReadingError(f"none of {len(readable)} documents could be read; the first: {gathered.refused[0]}")
        return _written(gathered, _Place(folder, lock, cache), tools, others=others)


def _silent(done: int, total: int, source: str) -> None:
    """Progress for nobody."""


def _nothing(others: Mapping[str, int]) -> str:
    there = f"there are only {', '.join(f'{n} {e}' for e, n in sorted(others.items()))}" if others else "it holds no files"
    return f"nothing to read: {there}; give files or folders of .txt, .md or .html"


def _gather(found: Sequence[Found], cache: AnalysisCache, tools: Tools, progress: Progress) -> _Gathered:
    """Read and analyse what is new; a file whose bytes, sidecar and version are those of the last build is left alone."""
    before = cache.sources()
    rows: list[SourceRow] = []
    refused: list[str] = []
    read_now = 0
    for number, one in enumerate(found):
        progress(number, len(found), one.source)
        known = before.get(one.source)
        try:
            sha256_now = fingerprint(one.path)
            if known and (known.sha256, known.version) == (sha256_now, tools.version) and cache.has(known.key):
                rows.append(known)
                continue
            rows.append(_kept(_document(one), cache, tools))
            read_now += 1
        except (ReadingError, LanguageError) as error:
            refused.append(str(error))
    progress(len(found), len(found), "")
    gone = {row.document for row in before.values()} - {row.document for row in rows}
    return _Gathered(rows=tuple(rows), read=read_now, gone=len(gone), refused=tuple(refused))


def _document(found: Found) -> Document:
    document = read(found.path, source=found.source, media_type=found.media_type or "")
    if not document.text.strip():
        raise ReadingError(f"{found.source}: it is empty; there is nothing to read in it")
    return document


def _kept(document: Document, cache: AnalysisCache, tools: Tools) -> SourceRow:
    """The row of a document whose analysis is now in the cache; the key is all that an analysis depends on."""
    what = [document.id, document.language, document.title, document.published, document.media_type, tools.version]
    key = content_hash(what)
    if not cache.has(key):
        analysis = extract(document, tools=tools)
        if wrong := faults(analysis):
            raise LanguageError(f"{document.source}: the extractor gave what cannot be: {wrong[0]}")
        cache.put(key, analysis)
    return SourceRow(source=document.source, document=document.id, sha256=document.sha256, key=key, version=tools.version)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a build writes."""

    folder: Path
    lock: Lock
    cache: AnalysisCache

    @property
    def trig(self) -> Path:
        return self.folder / "binatgraph.trig"

    @property
    def page(self) -> Path:
        return self.folder / "network.html"

    @property
    def store(self) -> Path:
        return self.folder / "store"


def _written(gathered: _Gathered, place: _Place, tools: Tools, *, others: Mapping[str, int]) -> Summary:
    """Resolve, map, publish, draw; or nothing of it, when the last build was made of the same."""
    own = place.folder / "judgements.jsonl"
    judged = own if own.exists() else data_path("judgements.jsonl")
    lines, settings = read_lines(judged), tools.settings
    rows = [[row.source, row.key] for row in gathered.rows]
    made_of = content_hash([rows, lines, settings.base, settings.threshold, tools.version])
    kept = place.cache.note("counts")
    whole = place.trig.exists() and place.page.exists() and place.cache.note("made_of") == made_of
    if whole and kept is not None:
        counts, changed = json.loads(kept), False
    else:
        counts, changed = _publish(gathered, place, tools, list(read_judgements(lines, name=judged.name))), True
    place.cache.commit(gathered.rows, notes={"made_of": made_of, "counts": json.dumps(counts)})
    summary = Summary(
        documents=len(gathered.sources),
        read=gathered.read,
        unchanged=len(gathered.rows) - gathered.read,
        repeated=len(gathered.rows) - len(gathered.sources),
        gone=gathered.gone,
        refused=gathered.refused,
        other_files=dict(sorted(others.items())),
        changed=changed,
        trig=str(place.trig),
        page=str(place.page),
        store=str(place.store),
        **{**counts, "no_language": tuple(counts["no_language"])},
    )
    log(place.folder, {"at": datetime.now(UTC).isoformat(timespec="seconds"), "software": SOFTWARE, **asdict(summary)})
    return summary


def _publish(gathered: _Gathered, place: _Place, tools: Tools, judgements: Sequence[Judgement]) -> dict[str, Any]:
    """Write the TriG, the store from it, and the page from the store: all three say the same."""
    sources, entries = gathered.sources, tools.register.entries
    analyses = KeptAnalyses(place.cache, gathered.keys, sources={d: s[0] for d, s in sources.items()})
    resolution = resolve(analyses, judgements=judgements, registered=entries.keys())
    actors = list(canonical_actors(analyses, resolution=resolution, entries=entries))
    contents = Contents(analyses=analyses, actors=actors, resolution=resolution, entries=entries, sources=sources)
    with replaced(place.trig) as trig:
        prefixes = {**PREFIXES, **Iris(tools.settings.base).prefixes()}
        write_trig(graph_quads(contents, settings=tools.settings), trig, prefixes=prefixes)
        trig.flush()
        publish(place.store, read_trig(Path(trig.name)), lock=place.lock)
    with open_store(place.store) as store, replaced(place.page) as page:
        page.write(to_page(to_network(store)).encode("utf-8"))
        statements = int(next(store.query(_COUNT).records())["n"])
    return _counts(analyses, resolution, tools) | {"actors": len(actors), "statements": statements}


def _counts(analyses: Iterable[Analysis], resolution: Resolution, tools: Tools) -> dict[str, Any]:
    """What the summary says of the contents, as plain data."""
    claims, review, no_language = 0, 0, []
    canonical: defaultdict[str, set[str]] = defaultdict(set)
    for analysis in analyses:
        claims += len(analysis.claims)
        review += sum(not _holds(claim, tools.settings) for claim in analysis.claims)
        for actor in analysis.actors:
            canonical[resolution(actor.id)].add(f"{analysis.document.id}/{actor.id}")
        if analysis.document.language not in LANGUAGES:
            no_language.append(analysis.document.source)
    return {
        "claims": claims,
        "review": review,
        "no_language": sorted(no_language),
        "merged": sum(len(read) - 1 for read in canonical.values()),
        "linked": sum(actor in tools.register.entries for actor in canonical),
    }


def _holds(claim: Claim, settings: Settings) -> bool:
    return claim.confidence >= settings.threshold and claim.modality not in {Modality.HEDGED, Modality.DENIED}


def open_graph(folder: Path) -> LocalStore:
    """The graph that a build made in a folder, to ask it questions; close it, or use it in a `with` block.

    Raises
    ------
    StoreError
        If there is none, or it is damaged.
    """
    return open_store(folder / "store")


def to_network(store: Store) -> MultiDiGraph:
    """The network of a graph, in networkx: a node an actor, an edge a statement with all its evidence, placed to be drawn."""
    return placed(network(read_actors(store), read_links(store)))


def to_page(graph: MultiDiGraph, *, title: str = "Binational actors", language: str = "en") -> str:
    """A network as one HTML page that loads nothing, with every edge's sentences."""
    return page(graph, title=title, language=language)


def read_text(text: str, *, source: str = "text", media_type: str = "text/plain") -> Document:
    """A document of a text that is at hand.

    >>> read_text("La comisión se reunió en Nogales.").language
    'es'
    """
    return read_bytes(text.encode("utf-8"), source=source, media_type=media_type)


def read_one(path: Path, *, data: bytes | None = None, media_type: str | None = None) -> Document:
    """The document in a file, or in `data` when they are given; without a media type the name's ending says it.

    Raises
    ------
    UsageError
        If the file is not there, or nobody reads files of its kind.
    ReadingError
        If it cannot be read.
    """
    if data is not None:
        return read_bytes(data, source=str(path), media_type=media_type or "text/plain")
    kind = media_type or media_type_of(path.name)
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a file, or - for stdin")
    if kind is None:
        raise UsageError(f"{path}: a kind nobody reads; .txt, .md and .html are read, or say --media-type")
    return read(path, source=path.name, media_type=kind)


def extract_json(document: Document, *, settings: Settings | None = None, tools: Tools | None = None) -> dict[str, Any]:
    """What one document says, as the JSON of `binatgraph extract`."""
    tools = tools or Tools(settings=settings or Settings())
    return extraction_json(extract(document, tools=tools), settings=tools.settings)


def check(folder: Path) -> tuple[Violation, ...]:
    """What is wrong with the graph in a folder, by the shapes and the checks; nothing when it conforms."""
    with open_store(folder / "store") as store:
        return validate_store(store.engine, iris=Iris(store.prefixes()["id"])).violations
