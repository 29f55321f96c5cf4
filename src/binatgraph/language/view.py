"""One sentence as the search for names sees it, and what the search gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.phrases import Phrases
from binatgraph.language.titles import Title
from binatgraph.language.tokens import Sentence
from binatgraph.model import Kind


class Candidate(NamedTuple):
    """Tokens `start` to `end` (half-open) are a name; `kind` is None where only the context can tell. A `doubtful` one has nothing but a pipeline's word for it."""

    start: int
    end: int
    kind: Kind | None
    known: bool = False
    doubtful: bool = False


class Names(NamedTuple):
    """What was found in a sentence; names do not overlap one another, nor titles."""

    names: tuple[Candidate, ...]
    titles: tuple[Title, ...]


NO_NAMES = Names((), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A sentence with its known names by their first token; `blocked` tokens belong to titles.

    `register` has the names known beforehand, `document` those that the document itself has told so far.
    """

    sentence: Sentence
    lexicon: Lexicon
    register: Phrases
    document: Phrases
    known: Mapping[int, Candidate]
    blocked: frozenset[int]

    def is_link(self, at: int, words: str) -> bool:
        """Whether a token is a small word of a class ("connectors", "complements" …), in lower case as links are."""
        token = self.sentence[at]
        return not token.capital and token.folded in self.lexicon.words[words]

    def is_word_of_name(self, at: int) -> bool:
        """Whether a token begins with a capital letter and belongs to no title."""
        return at < len(self.sentence) and self.sentence[at].capital and at not in self.blocked
