"""What can be done with the recipe: train, pack, find names in a text, draw the learning curve."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy

from binatgraph.language.pipelines import load_pipeline
from training import assemble, card, scores
from training.card import Material
from training.corpus import Annotated, read
from training.curve import Point, draw
from training.names import own, spread
from training.recipe import Run, Which, train

WORK = Path(__file__).parent / "build"
EVALUATION = Path(__file__).parents[2] / "shared" / "eval"
CURVE = Path(__file__).parent / "curve"
STEPS = (0, 75, 150, 300)
"""Numbers of own documents, beside all, for the learning curve."""
_LANGUAGES = {"en": "English", "es": "Spanish"}
_DRAWN = {"training/corpus, held out": "own documents", "annotated documents, dev": "real documents"}
"""The corpora whose scores are drawn, and what they are called there."""
_SPREAD = "spread"


def documents(language: str) -> list[Annotated]:
    """Our own documents in a language."""
    return [one for one in read() if one.language == language]


def train_part(run: Run, *, data: Path, number: int | None = None) -> Path:
    """Train one part of a pipeline; names begin with the embedding of the first syntax. `number` is how many own documents teach."""
    begin = replace(run, part="syntax", seed=1, work=WORK).best if run.part == "ner" else None
    return train(run, data=data, documents=_some(documents(run.language), number), begin=begin)


def _some(found: Sequence[Annotated], number: int | None) -> list[Annotated]:
    """All that choose the epoch, and `number` of those that teach, spread over the genres."""
    taught = own(found, part="train")
    kept = taught if number is None else spread(taught, number)
    return [*own(found, part="dev"), *kept]


def pack(language: str, *, data: Path, seed: int = 1, names: int | None = None) -> None:
    """Write weights and card of a language from what was trained; every other training that lies there is in the spread.

    `seed` says which training of the syntax, `names` which one of the names, if that is another.
    """
    seeds: dict[Which, int] = {"syntax": seed, "ner": seed if names is None else names}
    syntax, ner = (Run(language=language, part=part, work=WORK, seed=one).best for part, one in seeds.items())
    weights = assemble.write(assemble.assemble(syntax, ner), seed=seeds["ner"])
    material = _material(language, data=data)
    whole = card.card(weights, seed=seeds["ner"], material=material)
    whole[_SPREAD] = {
        "syntax": [card.las(spacy.load(path), data=data) for path in _trained(language, "syntax")],
        "names": card.spread((spacy.load(path) for path in _trained(language, "ner")), material=material),
    }
    assemble.write_card(whole)


def _material(language: str, *, data: Path) -> Material:
    evaluation = EVALUATION if EVALUATION.is_dir() else None
    return Material(data=data, documents=documents(language), evaluation=evaluation)


def _trained(language: str, part: Which) -> list[Path]:
    return sorted(WORK.glob(f"{language}-{part}-*/model-best"))


def find_names(text: str, *, language: str) -> list[dict[str, Any]]:
    """The names in a text as the scorer of names wants them.

    Raises
    ------
    SystemExit
        If there are no weights for the language.
    """
    pipeline = load_pipeline(language)
    if pipeline is None:
        raise SystemExit(f"there are no weights for {language!r}: python -m training train {language} --data DIR")
    return [
        {"start": start, "end": end, "type": kind}
        for start, end, kind in sorted(scores.as_counted(scores.in_text(pipeline, text), text))
    ]


def learn_curve(languages: Sequence[str], *, data: Path) -> None:
    """Train names on a few numbers of own documents, and draw how they do on what was held out and what is annotated."""
    lines: dict[str, list[Point]] = {}
    drawn: dict[str, list[Point]] = {}
    for language in languages:
        material = _material(language, data=data)
        models = {number: WORK / f"curve-{number}" for number in STEPS}
        folders = {number: Run(language=language, part="ner", work=work) for number, work in models.items()}
        paths = {
            number: run.best if run.best.exists() else train_part(run, data=data, number=number)
            for number, run in folders.items()
        }
        paths[len(own(material.documents, part="train"))] = Run(language=language, part="ner", work=WORK).best
        found = card.spread((spacy.load(path) for path in paths.values()), material=material)
        for corpus in found[0]:
            line = [Point(n, one[corpus]) for n, one in zip(paths, found, strict=True)]
            lines[f"{language}: {corpus}"] = line
            if corpus in _DRAWN:
                drawn[f"{_LANGUAGES[language]}, {_DRAWN[corpus]}"] = line
    CURVE.with_suffix(".json").write_text(json.dumps(lines, indent=1) + "\n", "utf-8")
    CURVE.with_suffix(".svg").write_text(draw(drawn, title="Names against own documents"), "utf-8")
