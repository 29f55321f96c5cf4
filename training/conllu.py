"""Treebanks in CoNLL-U become sentences of words as our tokenizer sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from spacy.tokens import Doc
from spacy.vocab import Vocab

_NEW_DOCUMENT, _ID = "# newdoc id =", "# sent_id ="
_NO_VALUE = "_"
_LEADERS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a tree; `head` is the index of its head in the sentence, its own for the root."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A tree with its id and the document that it is from ("" where the treebank does not say)."""

    id: str
    document: str
    words: Words

    @property
    def whole(self) -> bool:
        """Whether it is a tree: a few are not, once words are merged."""
        return is_tree([word.head for word in self.words])


def read(lines: Iterable[str], *, merge: bool, subtypes: bool) -> Iterator[Sentence]:
    """The sentences of a treebank, in its order.

    With `merge`, the parts of a word that is written as one ("del", "celebrarlos") become that word: spaCy's Spanish tokenizer
    cannot part them. Without `subtypes`, "obl:arg" is "obl": the Spanish treebanks differ in them.
    """
    for identity, document, block in _blocks(lines):
        words, ranges = _words(block)
        sentence = _merged(words, ranges) if merge else words
        if not subtypes:
            sentence = [replace(word, dep=word.dep.partition(":")[0]) for word in sentence]
        yield Sentence(id=identity, document=document, words=tuple(sentence))


def _blocks(lines: Iterable[str]) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The rows of each sentence, cut into columns, with the ids of sentence and document."""
    document, identity = "", ""
    block: list[list[str]] = []
    for line in chain(lines, [""]):
        row = line.rstrip("\n")
        if row.startswith(_NEW_DOCUMENT):
            document = row.removeprefix(_NEW_DOCUMENT).strip()
        elif row.startswith(_ID):
            identity = row.removeprefix(_ID).strip()
        elif row and not row.startswith("#"):
            block.append(row.split("\t"))
        elif not row and block:
            yield identity, document, block
            block = []


def _words(block: Iterable[Sequence[str]]) -> tuple[list[Word], list[tuple[int, int, str, bool]]]:
    """The words of a sentence, and which of them are written as one: first, behind the last, how, and whether a space follows."""
    words: list[Word] = []
    ranges = []
    for row in block:
        spaced = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            ranges.append((first - 1, last, row[1], spaced))
        elif "." not in row[0]:
            words.append(_word(row, at=len(words), space=spaced))
    for first, behind, _, spaced in ranges:
        for at in range(first, behind):
            words[at] = replace(words[at], space=spaced and at == behind - 1)
    return words, ranges


def _word(row: Sequence[str], *, at: int, space: bool) -> Word:
    head = int(row[6]) - 1
    return Word(
        text=row[1],
        lemma=row[1] if row[2] == _NO_VALUE else row[2],
        pos=row[3],
        tag="" if row[4] == _NO_VALUE else row[4],
        morph="" if row[5] == _NO_VALUE else row[5],
        head=head if head >= 0 else at,
        dep=row[7],
        space=space,
    )


def _merged(words: Sequence[Word], ranges: Iterable[tuple[int, int, str, bool]]) -> list[Word]:
    """The words with those of each range as one: it takes after the verb in it, else after the first with a head outside."""
    parts = {first: (behind, text, space) for first, behind, text, space in ranges}
    kept: list[Word] = []
    place: dict[int, int] = {}
    at = 0
    while at < len(words):
        behind, text, space = parts.get(at, (at + 1, words[at].text, words[at].space))
        kept.append(replace(words[_leader(words, at, behind)], text=text, space=space))
        place |= dict.fromkeys(range(at, behind), len(kept) - 1)
        at = behind
    return [replace(word, head=place[word.head]) for word in kept]


def _leader(words: Sequence[Word], first: int, behind: int) -> int:
    outside = [at for at in range(first, behind) if not first <= words[at].head < behind or words[at].head == at]
    return next((at for at in outside if words[at].pos in _LEADERS), (outside or [first])[0])


def is_tree(heads: Sequence[int]) -> bool:
    """Whether every word leads to one root.

    >>> is_tree([1, 1, 1]), is_tree([1, 0])
    (True, False)
    """
    if sum(head == at for at, head in enumerate(heads)) != 1:
        return False
    for at in range(len(heads)):
        seen, here = set(), at
        while heads[here] != here:
            if here in seen:
                return False
            seen.add(here)
            here = heads[here]
    return True


def doc(sentences: Sequence[Words], *, vocab: Vocab) -> Doc:
    """Some sentences in a row as what spaCy learns from."""
    starts = list(accumulate((len(words) for words in sentences), initial=0))
    heads = [start + word.head for start, words in zip(starts, sentences, strict=False) for word in words]
    every = [word for words in sentences for word in words]
    return Doc(
        vocab,
        words=[word.text for word in every],
        spaces=[word.space for word in every],
        tags=[word.tag for word in every],
        pos=[word.pos for word in every],
        morphs=[word.morph for word in every],
        lemmas=[word.lemma for word in every],
        heads=heads,
        deps=["ROOT" if head == at else word.dep for at, (word, head) in enumerate(zip(every, heads, strict=True))],
    )
