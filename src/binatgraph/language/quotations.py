"""Names in quotation marks beside the noun that says what they are: the "Make Room" conference, el foro "Agua y Vida"."""

from __future__ import annotations

from collections.abc import Iterator

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.tokens import Sentence, long_words
from binatgraph.language.view import Candidate
from binatgraph.model import Kind

OPENING = frozenset({"“", '"', "«", "‘"})
_CLOSING = frozenset({"”", '"', "»", "’", "“"})
_LONGEST_NAME = 10
"""Tokens; a longer quotation is speech."""


def quoted_names(sentence: Sentence, *, lexicon: Lexicon) -> Iterator[Candidate]:
    """The quoted names of events and initiatives in a sentence; one word in quotation marks is irony more often."""
    opened: int | None = None
    for at, token in enumerate(sentence):
        if opened is None:
            opened = at if token.text in OPENING else None
        elif token.text in _CLOSING:
            if 1 < at - opened - 1 <= _LONGEST_NAME and (kind := _kind(sentence, opened, at, lexicon=lexicon)):
                yield Candidate(opened + 1, at, kind, known=True)
            opened = None


def _kind(sentence: Sentence, opened: int, closed: int, *, lexicon: Lexicon) -> Kind | None:
    """What the noun behind or before the quotation marks says, if half of the long words between them have a capital."""
    long = long_words(sentence[opened + 1 : closed])
    titled = bool(long) and sentence[opened + 1].capital and 2 * sum(t.capital for t in long) >= len(long)
    for at in (closed + 1, opened - 1):
        kinds = lexicon.nominals.get(sentence[at].folded, ()) if titled and 0 <= at < len(sentence) else ()
        if kinds and kinds[0].top in {Kind.EVENT, Kind.INITIATIVE}:
            return kinds[0]
    return None
