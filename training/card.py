"""The card of a pipeline: what it learned from and may be used for, how good, large and fast it is, and what made it."""

from __future__ import annotations

import platform
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language

from binatgraph.language.pipelines import Pipeline, parse
from binatgraph.language.weights import unpack
from training import names, scores, treebanks
from training.corpus import Annotated
from training.lines import lines
from training.scores import Score

LICENCE = "CC BY-SA 4.0"
_SOURCES = Path(__file__).parent / "sources.toml"
_TIMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a pipeline is made from and scored on; `evaluation` is the folder of annotated documents, if it is there."""

    data: Path
    documents: Sequence[Annotated]
    evaluation: Path | None


def card(weights: Path, *, seed: int, material: Material) -> dict[str, Any]:
    """The card of the pipeline in a weights file, without its spread."""
    nlp = unpack(weights)
    pipeline = Pipeline(language=nlp.meta["lang"], version="", _nlp=nlp)
    return {
        "language": nlp.meta["lang"],
        "licence": LICENCE,
        "sha256": sha256(weights.read_bytes()).hexdigest(),
        "bytes": weights.stat().st_size,
        "seed": seed,
        "components": list(nlp.pipe_names),
        "versions": versions(),
        "data": [*used(material.data, language=nlp.meta["lang"]), _own(material.documents)],
        "scores": {"syntax": scores.syntax(nlp, data=material.data), "names": name_scores(pipeline, material=material)},
        "speed": speed(weights, pipeline, material.documents),
    }


def versions() -> dict[str, str]:
    """What the figures depend on."""
    return {"python": platform.python_version()} | {name: version(name) for name in ("spacy", "thinc", "numpy", "blis")}


def used(data: Path, *, language: str) -> list[dict[str, Any]]:
    """The files of the data folder that a language is trained and scored on, with origin and licence."""
    trees = [data / "treebank" / f"{source.name}.conllu.xz" for source in treebanks.TREEBANKS[language]]
    tagged = [data / "ner" / f"{source.name}.jsonl.xz" for source in names.GENERAL[language]]
    domain = [data / "domain" / f"{language}{kind}.txt" for kind in ("", "_synth")]
    return [
        {"file": f"{path.parent.name}/{path.name}", **origin(path), "sha256": _hash(path)}
        for path in (*trees, *tagged, *domain)
    ]


def origin(path: Path) -> Mapping[str, str]:
    """Title, project, licence and whom to cite, for a file of the data folder."""
    known: dict[str, dict[str, str]] = tomllib.loads(_SOURCES.read_text("utf-8"))
    key = "domain" if path.parent.name == "domain" else next(key for key in known if path.name.startswith(key))
    return known[key]


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _own(documents: Sequence[Annotated]) -> dict[str, Any]:
    taught, held = names.own(documents, part="train"), names.own(documents, part="dev")
    return {
        "file": "training/corpus",
        "title": "Our own annotated documents; nearly all facts in them are invented",
        "project": "binatgraph",
        "licence": "CC0 1.0",
        "documents": {"taught": len(taught), "held out": len(held)},
    }


def name_scores(pipeline: Pipeline, *, material: Material) -> dict[str, dict[str, float]]:
    """F1 of names by corpus and kind; "core" is person, organization and place together."""
    found = scores.general(pipeline, data=material.data)
    found["training/corpus, held out"] = scores.ours(pipeline, material.documents)
    if material.evaluation is not None:
        found["annotated documents, dev"] = scores.evaluated(pipeline, folder=material.evaluation)
    return {name: f1(by_kind) for name, by_kind in found.items()}


def f1(by_kind: Mapping[str, Score]) -> dict[str, float]:
    """F1 by kind, to four digits."""
    return {kind: round(score.f1, 4) for kind, score in by_kind.items()}


def speed(weights: Path, pipeline: Pipeline, documents: Iterable[Annotated]) -> dict[str, float]:
    """Words a second on one core, and seconds to load, beside what spaCy takes for the same pipeline in a folder.

    The best of three, on the machine that trained.
    """
    texts = [line.text for line in lines(documents)]
    words = sum(len(one.words) for one in parse(pipeline, texts))
    with TemporaryDirectory() as folder:
        unpack(weights).to_disk(folder)
        return {
            "words a second": round(words / _best(lambda: parse(pipeline, texts)), -2),
            "seconds to load": round(_best(lambda: unpack(weights)), 2),
            "seconds spaCy takes to load it from a folder": round(_best(lambda: spacy.load(folder)), 2),
        }


def _best(work: Callable[[], object]) -> float:
    took = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return min(took)


def las(nlp: Language, *, data: Path) -> dict[str, float]:
    """The labelled attachment scores of a training of syntax, by treebank."""
    return {name: figures["dep_las"] for name, figures in scores.syntax(nlp, data=data).items()}


def spread(models: Iterable[Language], *, material: Material) -> list[dict[str, float]]:
    """The scores that several trainings of names have, the core kinds only."""
    found = []
    for nlp in models:
        by_corpus = name_scores(Pipeline(language=nlp.meta["lang"], version="", _nlp=nlp), material=material)
        found.append({name: kinds["core"] for name, kinds in by_corpus.items()})
    return found
