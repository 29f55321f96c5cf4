"""What the trained pipelines see in a text, as plain values: words with their places and heads, and names. No `Doc` leaves here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from binatgraph.errors import LanguageError
from binatgraph.language.lexicon import LANGUAGES
from binatgraph.language.weights import describe, unpack
from binatgraph.model import Kind

WEIGHTS = "pipeline.bgw"
_BATCH = 64
_LINE_BREAK = re.compile(r"\s")
"""Pipelines never saw a line break; each is one space for them, so that places stay."""
_NO_WORD = re.compile(r"\S{500,}")
"""No word is as long; spaCy takes the brackets off one by one, and 40,000 of them take two minutes."""

_KINDS = {kind.value: kind for kind in Kind if kind.top is kind} | {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "LOC": Kind.PLACE,
    "GPE": Kind.PLACE,
    "FAC": Kind.PLACE,
    "EVENT": Kind.EVENT,
    "LAW": Kind.INITIATIVE,
}
"""Our labels are the top kinds; the others are those of spaCy's own pipelines. A label that is not here names nothing for us."""


class Word(NamedTuple):
    """A word at its place in its text; `head` is the number of its head in the text, its own for the root of a sentence.

    `dep` is a relation of Universal Dependencies; the Spanish pipeline knows no subtypes ("nsubj:pass"). `morph` is written
    like "Number=Sing|Person=3".
    """

    text: str
    start: int
    end: int
    pos: str
    lemma: str
    morph: str
    head: int
    dep: str


class Named(NamedTuple):
    """A name at its place in its text, without title or article, and its top kind."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A text as a pipeline sees it. `sentences` are ranges of words; white space is no word. Offsets are code points."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """A loaded pipeline; `version` changes with its weights, so that what was read with others is read again."""

    language: str
    version: str
    _nlp: Language = field(repr=False, compare=False)


def load_pipelines(named: Mapping[str, str]) -> dict[str, Pipeline]:
    """The pipelines of all languages that have one; `named` are those of the settings, used instead of our own.

    Raises
    ------
    LanguageError
        As `load_pipeline`, and if one is named for a language that there are no rules for.
    """
    if unknown := sorted(named.keys() - set(LANGUAGES)):
        raise LanguageError(f"a pipeline is named for {', '.join(unknown)}; there are {', '.join(LANGUAGES)}")
    found = {language: load_pipeline(language, named=named.get(language, "")) for language in LANGUAGES}
    return {language: pipeline for language, pipeline in found.items() if pipeline is not None}


@cache
def load_pipeline(language: str, *, named: str = "") -> Pipeline | None:
    """The pipeline of a language: our own, or the spaCy pipeline that is `named`, a package or a folder.

    None if no own weights are installed for the language: rules do without.

    Raises
    ------
    LanguageError
        If the named pipeline cannot be loaded or is of another language, or our weights do not fit the installed spaCy.
    """
    if named:
        return _foreign(language, named)
    place = files("binatgraph.language") / language / WEIGHTS
    if not place.is_file():
        return None
    with as_file(place) as path:
        return Pipeline(language=language, version=describe(path)["sha256"], _nlp=unpack(path))


def _foreign(language: str, named: str) -> Pipeline:
    try:
        nlp = spacy.load(named)
    except (OSError, ValueError, ImportError) as error:
        raise LanguageError(
            f"the spaCy pipeline {named!r} for {language!r} cannot be loaded ({' '.join(str(error).split())[:200]}); "
            "name an installed package or a folder"
        ) from None
    if nlp.lang != language:
        raise LanguageError(f"the spaCy pipeline {named!r} is for {nlp.lang!r}, not for {language!r}")
    said = nlp.meta
    return Pipeline(language=language, version=f"{said['name']} {said['version']}", _nlp=nlp)


def parse(pipeline: Pipeline, texts: Iterable[str]) -> list[Parse]:
    """What a pipeline sees in each text. A text is a paragraph, heading or item; its line breaks count as spaces.

    The same texts in the same order give the same parses: give the texts of one document in one call.
    """
    lines = (_LINE_BREAK.sub(" ", _NO_WORD.sub(_blank, text)) for text in texts)
    return [_parse(doc) for doc in pipeline._nlp.pipe(lines, batch_size=_BATCH)]  # noqa: SLF001  (nobody else may have it)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _parse(doc: Doc) -> Parse:
    kept = [token for token in doc if not token.is_space]
    number = {token.i: at for at, token in enumerate(kept)}
    words = tuple(
        Word(
            text=token.text,
            start=token.idx,
            end=token.idx + len(token),
            pos=token.pos_,
            lemma=token.lemma_,
            morph=str(token.morph),
            head=number.get(token.head.i, at),
            dep=token.dep_,
        )
        for at, token in enumerate(kept)
    )
    return Parse(words=words, sentences=tuple(_sentences(doc, kept)), names=tuple(_names(doc)))


def _sentences(doc: Doc, kept: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The ranges of words that are sentences; a pipeline that knows none sees one."""
    between = pairwise([-1, *(token.i for token in kept)])
    begins = [at for at, (a, b) in enumerate(between) if at and any(t.is_sent_start for t in doc[a + 1 : b + 1])]
    return pairwise([0, *begins, len(kept)] if kept else [])


def _names(doc: Doc) -> Iterator[Named]:
    for name in doc.ents:
        kind = _KINDS.get(name.label_)
        if kind is not None:
            yield Named(start=name.start_char, end=name.end_char, kind=kind)
