"""Tokens and sentences, by spaCy: the only module here that holds a `Doc`, and not for longer than a call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import spacy
from spacy.language import Language

from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.tokenizer import NAME as TOKENIZER
from binatgraph.names import fold

_NO_WORD = re.compile(r"\S{500}")
_DISTINCT_WORDS = 65_536
"""More than the vocabulary of any document but few of a long build; older words are looked at again."""


class Token(NamedTuple):
    """A word at its place in the document; `folded` is what two spellings of it have in common, "" for punctuation.

    It is a `capital` if it begins with one, and `shouted` if it has two letters at least and all of them are capitals.
    """

    text: str
    start: int
    end: int
    folded: str
    capital: bool
    shouted: bool


Sentence = tuple[Token, ...]

_SMALL_WORD = 3


def long_words(tokens: Iterable[Token]) -> list[Token]:
    """The words of four letters or more: in titles and headlines shorter ones need no capital."""
    return [t for t in tokens if len(t.text) > _SMALL_WORD and t.text.isalpha()]


def sentences(text: str, *, offset: int, language: str) -> list[Sentence]:
    """The sentences of a block; `offset` is where the block begins in its document, in code points.

    >>> [[t.text for t in s] for s in sentences("Gov. Hobbs spoke. All listened.", offset=0, language="en")]
    [['Gov.', 'Hobbs', 'spoke', '.'], ['All', 'listened', '.']]
    """
    articles = load_lexicon(language).words["articles"]
    found: list[list[Token]] = []
    for start, part in _parts(text):
        for span in _pipeline(language)(part).sents:
            tokens = [_token(t.text, offset + start + t.idx) for t in span if not t.is_space]
            begins = [i for i in range(1, len(tokens)) if _begins_sentence(tokens[i - 1], tokens[i], articles)]
            found.extend(tokens[a:b] for a, b in pairwise([0, *begins, len(tokens)]) if a < b)
    for before, after in pairwise(found):
        while len(before) > 1 and _opens(before[-1], before[-2]):
            after.insert(0, before.pop())
    return [tuple(sentence) for sentence in found]


def _opens(token: Token, before: Token) -> bool:
    """Whether a last token opens a quotation, which belongs to what it quotes: "… they said. “We agree.”"."""
    return token.text in {"“", "«", "‘"} or (token.text == '"' and token.start > before.end)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """A text, cut where so many characters stand without a space that they are no words, with where each part begins.

    The tokenizer takes brackets off a word one by one, each time with a look at the rest: 40,000 of them take two minutes.
    """
    cuts = [match.end() for match in _NO_WORD.finditer(text)]
    for start, end in pairwise([0, *cuts, len(text)]):
        yield start, text[start:end]


def _begins_sentence(before: Token, token: Token, articles: frozenset[str]) -> bool:
    """A capital article behind an abbreviation: "… in Washington, D.C. The report …"."""
    return token.capital and token.folded in articles and before.text.endswith(".") and len(before.text) > 1


def _token(text: str, start: int) -> Token:
    return Token(text, start, start + len(text), *_looks(text))


@lru_cache(maxsize=_DISTINCT_WORDS)
def _looks(text: str) -> tuple[str, bool, bool]:
    """What a token is by its letters alone; folding is the dearest step of reading, and words recur."""
    return fold(text), text[0].isupper(), text.isupper() and sum(c.isalpha() for c in text) > 1


@cache
def _pipeline(language: str) -> Language:
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe("sentencizer")
    return nlp
