"""All ratios in one command: `python benchmarks/run.py`. Machines are noisy; a ratio in one run is what can be compared.

A file of settings may follow, that names other pipelines than those that are installed. Each line is a median of several rounds of two things in turn, A B A B …, on generated documents of the genre.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from binatgraph.config import Settings, data_path, load_settings
from binatgraph.language.layout import BlockKind, blocks
from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.pipelines import load_pipelines, parse
from binatgraph.language.tokens import sentences
from binatgraph.model import Document
from binatgraph.pipeline import Tools, build, extract, open_graph
from binatgraph.reading import read
from binatgraph.reading.discover import discover

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The wall seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(name: str, ours: Callable[[], object], other: Callable[[], object]) -> None:
    """Print how long ours takes, beside the other, in turn."""
    pairs = [(seconds(ours), seconds(other)) for _ in range(ROUNDS)]
    a, b = (statistics.median(times) for times in zip(*pairs, strict=True))
    median = statistics.median(x / y for x, y in pairs)
    sys.stdout.write(f"{name:<58} {a * 1000:9.1f} ms {b * 1000:9.1f} ms   ratio {median:6.2f}\n")


def paragraphs(document: Document) -> list[str]:
    """The parts of a document that extraction gives to the pipelines."""
    found = blocks(document.text, lexicon=load_lexicon(document.language))
    return [document.text[one.start : one.end] for one in found if one.kind is not BlockKind.FURNITURE]


def main() -> None:
    """Run all of it."""
    tools = Tools(settings=load_settings(Path(sys.argv[1])) if sys.argv[1:] else Settings())
    found = [one for one in discover([data_path("documents")]) if one.media_type]
    documents = [read(one.path, source=one.source, media_type=str(one.media_type)) for one in found]
    words = sum(len(d.text.split()) for d in documents)
    extract(documents[0], tools=tools)
    sys.stdout.write(f"{len(documents)} documents, {words} words\n")
    ratio(
        "extraction / spaCy tokens and sentences alone",
        lambda: [extract(d, tools=tools) for d in documents],
        lambda: [sentences(d.text, offset=0, language=d.language) for d in documents],
    )
    if not tools.untrained:
        read_by = load_pipelines(tools.settings.pipelines)
        ratio(
            "extraction / the trained pipelines alone",
            lambda: [extract(d, tools=tools) for d in documents],
            lambda: [parse(read_by[d.language], paragraphs(d)) for d in documents],
        )
    with tempfile.TemporaryDirectory() as folder:
        fresh = iter(range(1000))
        build([], Path(folder) / "kept")
        ratio(
            "build again, nothing changed / build from nothing",
            lambda: build([], Path(folder) / "kept"),
            lambda: build([], Path(folder) / f"new-{next(fresh)}"),
        )
        with open_graph(Path(folder) / "kept") as graph:
            dataset = graph.dataset()
            memory = type(dataset)()
            memory.parse(Path(folder) / "kept" / "binatgraph.trig", format="trig")
            query = (
                "PREFIX bg: <https://w3id.org/binatgraph/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>"
                "SELECT ?s ?q WHERE { ?st a bg:Statement ; prov:wasDerivedFrom ?c ; bg:modality bg:Asserted . GRAPH ?g { ?c oa:hasTarget/oa:hasSelector/oa:exact ?q } }"
            )
            ratio(
                "every statement with its quote: the store / rdflib in memory",
                lambda: list(graph.query(query.replace("SELECT ?s", "SELECT ?st")).records()),
                lambda: list(memory.query(query.replace("SELECT ?s", "SELECT ?st"))),
            )


if __name__ == "__main__":
    main()
