"""A build: documents in, graph out."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from binatgraph.config import SOFTWARE, Settings, data_path
from binatgraph.errors import ReadingError, StoreError
from binatgraph.language import LANGUAGES
from binatgraph.model import Analysis, Claim, Document, Judgement, Modality, Resolution, content_hash
from binatgraph.pipeline.gathering import Gathered, Progress, gather
from binatgraph.pipeline.intake import ONLY_FILES, Intake, sources_of
from binatgraph.pipeline.opening import to_network, to_page
from binatgraph.pipeline.tools import Tools
from binatgraph.rdf.iris import Iris
from binatgraph.rdf.mapping import Contents, graph_quads
from binatgraph.rdf.trig import read_trig, write_trig
from binatgraph.reading.discover import media_type_of
from binatgraph.reading.likeness import Sketch, alike, sketch
from binatgraph.resolution import canonical_actors, read_judgements, resolve
from binatgraph.store import AnalysisCache, KeptAnalyses, Lock, locked, open_cache, open_store, publish
from binatgraph.store.files import LOG, log, marks, read_lines, replaced
from binatgraph.store.generations import current
from binatgraph.vocabulary import PREFIXES

_OWN = frozenset({"binatgraph.trig", "network.html", "judgements.jsonl", LOG})
_COUNTED = {"claims", "review", "no_language", "alike", "merged", "linked", "actors", "statements"}
_COUNT = "SELECT (COUNT(?s) AS ?n) WHERE { ?s a bg:Statement }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did.

    `refused` are whole lines, source and reason; `other_files` counts files of kinds nobody reads by their ending;
    `repeated` are files whose text another file has; `gone` are documents that the last build had. `alike` are groups of
    documents that are nearly the same, by their sources; all of them are kept. `untrained` are languages that were read by
    rules alone, for want of a trained pipeline.
    """

    documents: int
    read: int
    unchanged: int
    repeated: int
    gone: int
    refused: tuple[str, ...]
    no_language: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    other_files: Mapping[str, int]
    untrained: tuple[str, ...]
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

    def marks(self) -> str:
        """What tells the files of the graph from all that they could be replaced by; empty where one is missing."""
        try:
            generation = current(self.store)
        except StoreError:
            return ""
        parts = [generation / "CURRENT", *generation.glob("*.sst"), *generation.glob("MANIFEST-*")]
        return marks([self.trig, self.page, self.store / "CURRENT", *parts])


def build(
    paths: Iterable[Path | str],
    folder: Path | str,
    *,
    settings: Settings | None = None,
    tools: Tools | None = None,
    progress: Progress | None = None,
    intake: Intake = ONLY_FILES,
) -> Summary:
    """Make in `folder` the graph of the documents in `paths` (without any: of the sample documents).

    Archives, mailboxes, and with an `intake` also tables of articles and web addresses, are opened; what they hold are
    documents of their own.

    It writes `binatgraph.trig`, the store, `network.html`, and a line in `build.log.jsonl`. A document that cannot be read
    is refused, reported and left out. Unchanged documents are neither read nor analysed again; when nothing at all has
    changed, nothing is written. `tools` bring their own settings; who builds often loads them once.

    Raises
    ------
    UsageError
        If a path is not there.
    ReadingError
        If nothing could be read; what was built before stays.
    ResolutionError
        If a judgement cannot be read.
    StoreError
        If another build is at work, or the disk cannot be written.
    """
    tools = tools or Tools(settings=settings or Settings())
    folder = Path(folder)
    nothing_said = not (paths := list(paths)) and not intake.given
    sources = sources_of([data_path("documents")] if nothing_said else paths, intake)
    sources = replace(sources, found=tuple(one for one in sources.found if not _own(one.path, folder)))
    if not any(one.media_type for one in sources.found) and len(sources) == len(sources.found):
        raise ReadingError(_nothing(Counter(_ending(one.source) for one in sources.found)))
    store = folder / "store"
    with locked(store) as lock, open_cache(store) as cache:
        gathered = gather(sources, cache, tools, intake=intake, progress=progress or _silent)
        others = Counter(_ending(source) for source in gathered.unread)
        if not gathered.rows:
            raise ReadingError(_none_read(gathered.refused, others))
        return _written(gathered, _Place(folder, lock, cache), tools, others=others)


def _silent(done: int, total: int, source: str) -> None:
    """Progress for nobody."""


def _own(path: Path, folder: Path) -> bool:
    """Whether a build writes this file: a graph may lie among the documents it is made of, and is none of them."""
    if path.name in _OWN:
        return path.parent.resolve() == folder.resolve()
    return "store" in path.parts and path.resolve().is_relative_to((folder / "store").resolve())


def _ending(source: str) -> str:
    """What a file that nobody reads is counted under: its ending, or its name if it has none or is a README."""
    name = Path(source).name
    readable = media_type_of(name) and name.casefold().startswith("readme")
    return name if readable else Path(name).suffix.casefold() or name


def _nothing(others: Mapping[str, int]) -> str:
    there = ", ".join(f"{number} {ending}" for ending, number in sorted(others.items()))
    only = f"there are only files of kinds nobody reads ({there})" if others else "there are no files"
    return f"nothing to read: {only}; give files or folders of .txt, .md, .html, .pdf, .docx and the like"


def _none_read(refused: Sequence[str], others: Mapping[str, int]) -> str:
    if not refused:
        return _nothing(others)
    return f"none of {len(refused)} documents could be read; the first: {refused[0]}"


def _written(gathered: Gathered, place: _Place, tools: Tools, *, others: Mapping[str, int]) -> Summary:
    """Resolve, map, publish, draw; or nothing of it, when the last build was made of the same and still stands."""
    own = place.folder / "judgements.jsonl"
    judged = own if own.exists() else data_path("judgements.jsonl")
    lines = read_lines(judged)
    made_of = _made_of(gathered, lines, tools)
    counts = _standing(place, made_of)
    changed = counts is None
    if counts is None:
        counts = _publish(gathered, place, tools, list(read_judgements(lines, name=judged.name)))
    notes = {"made_of": made_of, "counts": json.dumps(counts), "marks": place.marks()}
    place.cache.commit(gathered.rows, notes=notes)
    summary = Summary(
        documents=len(gathered.sources),
        read=gathered.read,
        unchanged=len(gathered.rows) - gathered.read,
        repeated=len(gathered.rows) - len(gathered.sources),
        gone=gathered.gone,
        refused=gathered.refused,
        other_files=dict(sorted(others.items())),
        untrained=tools.untrained,
        changed=changed,
        trig=str(place.trig),
        page=str(place.page),
        store=str(place.store),
        **{
            **counts,
            "no_language": tuple(counts["no_language"]),
            "alike": tuple(tuple(group) for group in counts["alike"]),
        },
    )
    log(place.folder, {"at": datetime.now(UTC).isoformat(timespec="seconds"), "software": SOFTWARE, **asdict(summary)})
    return summary


def _made_of(gathered: Gathered, judgements: Sequence[str], tools: Tools) -> str:
    """A hash of all that a graph depends on."""
    rows = [[row.source, row.key] for row in gathered.rows]
    return content_hash([rows, list(judgements), tools.settings.base, tools.settings.threshold, tools.version])


def _standing(place: _Place, made_of: str) -> dict[str, Any] | None:
    """What the last build counted, if it was made of this, and nobody has touched its files since."""
    counts, marks_then = place.cache.note("counts"), place.cache.note("marks")
    if counts is None or not marks_then or (place.cache.note("made_of"), place.marks()) != (made_of, marks_then):
        return None
    known: dict[str, Any] = json.loads(counts)
    return known if known.keys() == _COUNTED else None  # else an older version wrote it


def _publish(gathered: Gathered, place: _Place, tools: Tools, judgements: Sequence[Judgement]) -> dict[str, Any]:
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
    sketches: dict[str, Sketch] = {}
    canonical: defaultdict[str, set[str]] = defaultdict(set)
    for analysis in analyses:
        claims += len(analysis.claims)
        review += sum(not _holds(claim, tools.settings) for claim in analysis.claims)
        for actor in analysis.actors:
            canonical[resolution(actor.id)].add(f"{analysis.document.id}/{actor.id}")
        sketches[analysis.document.source] = sketch(analysis.document.text)
        if not _spoken(analysis.document) & {*LANGUAGES}:
            no_language.append(analysis.document.source)
    return {
        "claims": claims,
        "review": review,
        "no_language": sorted(no_language),
        "alike": alike(sketches.items()),
        "merged": sum(len(read) - 1 for read in canonical.values()),
        "linked": sum(actor in tools.register.entries for actor in canonical),
    }


def _spoken(document: Document) -> set[str]:
    """The languages of a document and of passages in it."""
    return {document.language, *(passage.language for passage in document.passages)}


def _holds(claim: Claim, settings: Settings) -> bool:
    return claim.confidence >= settings.threshold and claim.modality not in {Modality.HEDGED, Modality.DENIED}
