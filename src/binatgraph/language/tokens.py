"""Tokens and sentences, by spaCy: the only module here that holds a `Doc`, and not for longer than a call."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from binatgraph.language.lexicon import load_lexicon
from binatgraph.names import fold

_LETTER = r"[^\W\d_]"
_HYPHEN = rf"(?<={_LETTER})[-–—/](?={_LETTER})"
"""A hyphen between letters parts two tokens in both languages: "U.S.-Mexico" is not one name."""
_BEHIND_ABBREVIATION = r"(?<=[a-zA-Z]\.)[-–—](?=[a-zA-Z])"


class Token(NamedTuple):
    """A word at its place in the document; `folded` is what two spellings of it have in common, "" for punctuation."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def capital(self) -> bool:
        """It begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """It has two letters at least and all of them are capitals."""
        return self.text.isupper() and sum(c.isalpha() for c in self.text) > 1


Sentence = tuple[Token, ...]


@cache
def _pipeline(language: str) -> Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    infixes = [*(nlp.Defaults.infixes or ()), _HYPHEN, _BEHIND_ABBREVIATION]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    for text in sorted(_abbreviations(language)):
        nlp.tokenizer.add_special_case(text, [{"ORTH": text}])  # type: ignore[union-attr]
    return nlp


def _abbreviations(language: str) -> frozenset[str]:
    return load_lexicon(language).abbreviations


def sentences(text: str, *, offset: int, language: str) -> list[Sentence]:
    """The sentences of a block; `offset` is where the block begins in its document, in code points.

    >>> [[t.text for t in s] for s in sentences("Gov. Hobbs spoke. All listened.", offset=0, language="en")]
    [['Gov.', 'Hobbs', 'spoke', '.'], ['All', 'listened', '.']]
    """
    found: list[Sentence] = []
    for sent in _pipeline(language)(text).sents:
        tokens = [
            Token(t.text, offset + t.idx, offset + t.idx + len(t.text), fold(t.text)) for t in sent if not t.is_space
        ]
        cuts = [0, *_ends_with_abbreviation(tokens, language=language), len(tokens)]
        found.extend(tuple(tokens[a:b]) for a, b in pairwise(cuts) if a < b)
    return found


def _ends_with_abbreviation(tokens: list[Token], *, language: str) -> list[int]:
    """Where a sentence begins behind an abbreviation: "… in Washington, D.C. The report …"."""
    articles = load_lexicon(language).words["articles"]
    return [
        i
        for i in range(1, len(tokens))
        if tokens[i].capital
        and tokens[i].folded in articles
        and tokens[i - 1].text.endswith(".")
        and len(tokens[i - 1].text) > 1
    ]


def words(text: str, *, language: str) -> tuple[str, ...]:
    """The folded tokens of a name, without punctuation: what phrases are matched by."""
    return tuple(folded for t in _pipeline(language).make_doc(text) if not t.is_space and (folded := fold(t.text)))
