"""How fast a pipeline is beside spaCy's own of the same shape: the same components and layers, spaCy's tokenizer, in a folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from binatgraph.language.pipelines import Pipeline, parse
from binatgraph.language.weights import describe, unpack

ROUNDS = 5
_BATCH = 64


def speed(weights: Path, texts: Sequence[str]) -> dict[str, float]:
    """Words a second on one core and seconds to load, and how many times as long as spaCy each takes.

    Both are timed in turn, A B A B …, and the best round of each counts: the machine may be busy with something else. Ours ends in
    values of this package, spaCy's in its own Docs.
    """
    nlp, language = unpack(weights), str(describe(weights)["language"])
    ours = Pipeline(language=language, version="", _nlp=nlp)
    words = sum(len(one.words) for one in parse(ours, texts))
    with TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        spacys = spacy.load(folder)
        spacys.tokenizer = spacy.blank(language, vocab=spacys.vocab).tokenizer
        run, spacy_runs = in_turn(lambda: parse(ours, texts), lambda: list(spacys.pipe(texts, batch_size=_BATCH)))
        load, spacy_loads = in_turn(lambda: unpack(weights), lambda: spacy.load(folder))
    return {
        "words a second": round(words / run, -2),
        "time beside spaCy's": round(run / spacy_runs, 2),
        "seconds to load": round(load, 2),
        "time to load beside spaCy's": round(load / spacy_loads, 2),
    }


def in_turn(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The least seconds that two pieces of work take, done in turn."""
    pairs = [(_seconds(one), _seconds(other)) for _ in range(ROUNDS)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
