"""The scorer is trained, judged on the documents that were held out, and written beside its card."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from binatgraph.config import Settings
from binatgraph.language.pipelines import load_pipelines
from binatgraph.language.ruleset import Rules, load_rules
from binatgraph.language.scorer import WEIGHTS, Scorer, pack
from binatgraph.pipeline import Tools
from binatgraph.register.names import recognisable_names
from binatgraph.vocabulary import load_concepts
from training import card
from training.assemble import FOLDER
from training.calibration import calibrated
from training.corpus import Annotated
from training.names import own, spread
from training.pairs import Example, examples, gold_of
from training.scorer import PENALTY, Trained, train
from training.scorer_card import by_relation, figures, guesses, reliability

CARD = "scorer.json"
PARTS = (0.25, 0.5, 0.75)
"""Parts of the documents, beside all, for the learning curve."""


def rules_of(settings: Settings) -> dict[str, Rules]:
    """The rules as the usual extractor has them, with the pipelines that are installed or named, and without a scorer."""
    return load_rules(
        names=recognisable_names(Tools(settings=settings).register),
        roles=load_concepts("roles"),
        pipelines=load_pipelines(settings.pipelines),
    )


def train_scorer(
    documents: Sequence[Annotated], *, rules: Mapping[str, Rules], folder: Path = FOLDER
) -> dict[str, Any]:
    """Write the scorer and its card into a folder, and give the card."""
    taught, held = own(documents, part="train"), own(documents, part="dev")
    pairs = pairs_of([*taught, *held], rules=rules)
    trained = train(_of(taught, pairs))
    scorer = calibrated(trained.scorer(), held, rules=rules)
    packed = pack(scorer)
    made = {
        "version": scorer.version,
        "sha256": sha256(packed).hexdigest(),
        "bytes": len(packed),
        "versions": card.versions() | {"scipy": version("scipy")},
        "pipelines": versions_of(rules),
        "documents": {"taught": len(taught), "held out": len(held)},
        "pairs": {"taught": len(_of(taught, pairs)), "held out": len(_of(held, pairs))},
        "features": len(trained.features),
        "penalty": PENALTY,
        "calibration": list(scorer.calibration),
        **judged(trained.scorer(), held, pairs),
        "curve": [*_curve(taught, held, pairs), _point(trained, taught, held, pairs)],
    }
    (folder / WEIGHTS).write_bytes(packed)
    (folder / CARD).write_text(json.dumps(made, indent=2) + "\n", "utf-8")
    return made


def pairs_of(documents: Iterable[Annotated], *, rules: Mapping[str, Rules]) -> dict[str, tuple[Example, ...]]:
    """The examples of some documents, by their ids."""
    return {one.id: tuple(examples(one, rules=rules)) for one in documents}


def versions_of(rules: Mapping[str, Rules]) -> dict[str, str]:
    """The versions of the pipelines by language."""
    return {language: one.pipeline.version for language, one in rules.items() if one.pipeline}


def _of(documents: Iterable[Annotated], pairs: Mapping[str, Sequence[Example]]) -> list[Example]:
    return [example for one in documents for example in pairs[one.id]]


def judged(scorer: Scorer, held: Sequence[Annotated], pairs: Mapping[str, Sequence[Example]]) -> dict[str, Any]:
    """Scores and reliability of a scorer on documents, with their names as annotated."""
    found = list(guesses(_of(held, pairs), scorer))
    return {"scores": figures(by_relation(found, gold_of(held))), "reliability": reliability(found)}


def _curve(
    taught: Sequence[Annotated], held: Sequence[Annotated], pairs: Mapping[str, Sequence[Example]]
) -> Iterable[dict[str, float]]:
    """How good the scorer is that learns from a part of the documents, spread over the genres."""
    for part in PARTS:
        some = spread(taught, round(part * len(taught)))
        yield _point(train(_of(some, pairs)), some, held, pairs)


def _point(
    trained: Trained, taught: Sequence[Annotated], held: Sequence[Annotated], pairs: Mapping[str, Sequence[Example]]
) -> dict[str, float]:
    return {"documents": len(taught), "f1": judged(trained.scorer(), held, pairs)["scores"]["all"]["f1"]}
