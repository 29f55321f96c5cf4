"""One training: the Docs on disk, spaCy's configuration filled in, spaCy's own loop. Seeds are fixed, and one thread does it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from pathlib import Path
from typing import Any, Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_loop
from spacy.util import load_config
from thinc.config import Config

from binatgraph.language import tokenizer
from training import conllu, names, treebanks
from training.corpus import Annotated

Which = Literal["syntax", "ner"]
CONFIGS = Path(__file__).parent / "configs"
EPOCHS: dict[tuple[str, Which], int] = {
    ("en", "syntax"): 14,
    ("es", "syntax"): 16,
    ("en", "ner"): 8,
    ("es", "ner"): 8,
}
DROPOUT: dict[tuple[str, Which], float] = {
    ("en", "syntax"): 0.1,
    ("es", "syntax"): 0.2,
    ("en", "ner"): 0.2,
    ("es", "ner"): 0.2,
}
"""Spanish has less than half the trees: at 0.1 nothing more is learned after the seventh epoch."""
_NO_TAGS = "es"
"""The Spanish treebanks have no tags in common."""
_DEV_GROUPS = 600
"""So many groups of sentences choose the epoch: all of English would take a fifth of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A training: `seed` is all that tells two runs on the same data apart."""

    language: str
    part: Which
    work: Path
    seed: int = 1
    epochs: int = 0

    @property
    def folder(self) -> Path:
        """Where its data and its best model are written."""
        return self.work / f"{self.language}-{self.part}-{self.seed}"

    @property
    def best(self) -> Path:
        """The model with the best score on the part that chooses."""
        return self.folder / "model-best"


def prepare(run: Run, *, data: Path, documents: Sequence[Annotated]) -> int:
    """Write what the loop reads; gives the number of words of an epoch."""
    nlp = blank(run.language)
    if run.part == "syntax":
        found = {part: _trees(data, run.language, part, nlp=nlp) for part in ("train", "dev")}
        found["dev"] = found["dev"][:: -(-len(found["dev"]) // _DEV_GROUPS)]
    else:
        taught = names.taught(data, documents, language=run.language)
        chosen_by = names.chosen_by(data, documents, language=run.language)
        found = {"train": names.docs(taught, nlp=nlp), "dev": names.docs(chosen_by, nlp=nlp)}
    run.folder.mkdir(parents=True, exist_ok=True)
    for part, docs in found.items():
        DocBin(docs=docs).to_disk(run.folder / f"{part}.spacy")
    return sum(len(doc) for doc in found["train"])


def _trees(data: Path, language: str, part: treebanks.Part, *, nlp: Language) -> list[Doc]:
    groups = treebanks.taught(data, language=language, part=part)
    return [conllu.doc(group, vocab=nlp.vocab) for group in groups]


def blank(language: str) -> Language:
    """A pipeline that only cuts a text into tokens, as the trained ones do."""
    return spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.NAME}}})


def configuration(run: Run, *, words: int) -> Config:
    """The configuration of a run over so many words an epoch: the rate of learning falls to nothing, and it ends."""
    config = load_config(CONFIGS / f"{run.part}.cfg", interpolate=False)
    epochs = run.epochs or EPOCHS[run.language, run.part]
    steps = steps_of(words * epochs)
    config["system"]["seed"] = run.seed
    config["nlp"]["lang"] = run.language
    if run.language == _NO_TAGS and run.part == "syntax":
        config["nlp"]["pipeline"].remove("tagger")
        del config["components"]["tagger"]
    for part in ("train", "dev"):
        config["corpora"][part]["path"] = str(run.folder / f"{part}.spacy")
    config["training"]["max_epochs"] = epochs
    config["training"]["dropout"] = DROPOUT[run.language, run.part]
    config["training"]["max_steps"] = steps
    config["training"]["eval_frequency"] = max(1, steps // epochs)
    config["training"]["optimizer"]["learn_rate"]["total_steps"] = steps
    return config


def steps_of(words: int, *, start: float = 300, stop: float = 1200, compound: float = 1.001) -> int:
    """How many batches some words make; batches grow as the configuration says, and may be a tenth larger.

    >>> steps_of(3000)
    10
    """
    sizes = accumulate(repeat(compound), lambda size, by: min(size * by, stop), initial=start)
    return next(step for step, done in enumerate(accumulate(1.1 * size for size in sizes), 1) if done >= words)


def train(run: Run, *, data: Path, documents: Sequence[Annotated], begin: Path | None = None) -> Path:
    """Train, and give the folder of the best model; names begin with the embedding of the syntax in `begin`."""
    words = prepare(run, data=data, documents=documents)
    nlp = init_nlp(configuration(run, words=words))
    if begin is not None:
        learned = _model(spacy.load(begin), "tok2vec").to_bytes()
        _model(nlp, "ner").get_ref("tok2vec").layers[0].from_bytes(learned)
    run_loop(nlp, run.folder, stdout=sys.stdout, stderr=sys.stderr)
    return run.best


def _model(nlp: Language, component: str) -> Any:
    return nlp.get_pipe(component).model  # type: ignore[attr-defined]  # spaCy says no more of it than that it can be called
