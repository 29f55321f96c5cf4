"""How good a pipeline is on what was held out: parts of speech and trees by spaCy's scorer, names by exact span and kind."""

from __future__ import annotations

import json
import runpy
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example

from binatgraph.language.layout import blocks
from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.pipelines import Pipeline, parse
from training import conllu, names, treebanks
from training.corpus import Annotated
from training.lines import Line, Span, lines

CORE = frozenset({"Person", "Organization", "Place"})
"""The kinds that every corpus of names has."""
_SYNTAX = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found right (a name at its exact place with its kind, a relation), of what was found and of what is there."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """How many of those found are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How many of those that are there were found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Score(right=1, found=2, there=2).f1
        0.5
        """
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


def syntax(nlp: Language, *, data: Path) -> dict[str, dict[str, float]]:
    """Scores on the held-out part of each treebank, by its name; the pipeline cuts tokens and sentences itself."""
    found = {}
    for source in treebanks.TREEBANKS[nlp.meta["lang"]]:
        held = treebanks.sentences(data, source, language=nlp.meta["lang"], part="test")
        if held:
            docs = [conllu.doc(group, vocab=nlp.vocab) for group in treebanks.grouped(held)]
            figures = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
            found[source.name] = {name: round(figures[name], 4) for name in _SYNTAX if figures.get(name) is not None}
    return found


def by_kind(pairs: Iterable[tuple[Collection[Span], Collection[Span]]]) -> dict[str, Score]:
    """Scores by kind, and "core" for the three that every corpus has, from pairs of what was found and what is there."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for have, want in pairs:
        found.update(_counted(have))
        there.update(_counted(want))
        right.update(_counted(set(have) & set(want)))
    return {kind: Score(right=right[kind], found=found[kind], there=there[kind]) for kind in sorted(there)}


def _counted(spans: Iterable[Span]) -> Iterator[str]:
    for _, _, kind in spans:
        yield kind
        if kind in CORE:
            yield "core"


def on_lines(pipeline: Pipeline, taught: Iterable[Line]) -> dict[str, Score]:
    """Scores of names on lines."""
    every = list(taught)
    parses = parse(pipeline, [line.text for line in every])
    return by_kind((_spans(one), line.tops) for one, line in zip(parses, every, strict=True))


def _spans(found: Any, offset: int = 0) -> list[Span]:
    return [(name.start + offset, name.end + offset, name.kind.value) for name in found.names]


def in_text(pipeline: Pipeline, text: str) -> list[Span]:
    """The names in a document, block by block, before anything is looked up."""
    there = blocks(text, lexicon=load_lexicon(pipeline.language))
    parses = parse(pipeline, [text[block.start : block.end] for block in there])
    return [span for block, one in zip(there, parses, strict=True) for span in _spans(one, block.start)]


def general(pipeline: Pipeline, *, data: Path) -> dict[str, dict[str, Score]]:
    """Scores of names on the held-out part of each general corpus, by its name."""
    found = {}
    for source in names.GENERAL[pipeline.language]:
        held = names.general(data, source, language=pipeline.language, part="test")
        if held:
            found[source.name] = on_lines(pipeline, held)
    return found


def ours(pipeline: Pipeline, documents: Iterable[Annotated]) -> dict[str, Score]:
    """Scores of names on the documents of our corpus that were not learned from."""
    return on_lines(pipeline, lines(names.own(documents, part="dev")))


def as_counted(found: Iterable[Span], text: str) -> set[Span]:
    """The names as `names.py` has them: of a person who is also called by a shorter end of the name, only that end.

    It leaves out every form that ends in another form of the same person. That is meant for titles ("Governor Ana Ruiz"),
    and takes given names too where the surname stands alone elsewhere.

    >>> sorted(as_counted([(0, 8, "Person"), (20, 24, "Person")], "Ana Ruiz came. Then Ruiz spoke."))
    [(4, 8, 'Person'), (20, 24, 'Person')]
    """
    spans = set(found)
    people = {text[start:end] for start, end, kind in spans if kind == "Person"}
    ends = {name: min((o for o in people if name.endswith(f" {o}")), key=len, default=name) for name in people}
    return {
        (end - len(ends[text[start:end]]), end, kind) if kind == "Person" else (start, end, kind)
        for start, end, kind in spans
    }


def evaluated(pipeline: Pipeline, *, folder: Path) -> dict[str, Score]:
    """Scores of names on the annotated documents of the language in `folder/dev`, counted as `folder/names.py` counts."""
    gold_spans: Callable[[Any, str], set[Span]] = runpy.run_path(str(folder / "names.py"))["gold_spans"]
    pairs = []
    for file in sorted((folder / "dev" / pipeline.language).rglob("*.json")):
        text = file.with_suffix(".txt").read_text("utf-8")
        pairs.append((as_counted(in_text(pipeline, text), text), gold_spans(json.loads(file.read_text("utf-8")), text)))
    return by_kind(pairs)
