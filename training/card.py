"""The card of a pipeline: what it learned from and may be used for, how good, large and fast it is, and what made it."""

from __future__ import annotations

import platform
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from spacy.language import Language

from binatgraph.language.pipelines import Pipeline
from binatgraph.language.weights import unpack
from training import names, scores, treebanks
from training.corpus import Annotated
from training.lines import lines
from training.scores import Score
from training.speed import speed

LICENCE = "CC BY-SA 4.0"
_SOURCES = Path(__file__).parent / "sources.toml"


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
        "speed": speed(weights, [line.text for line in lines(material.documents)]),
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
