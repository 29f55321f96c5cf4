"""Names and titles in a sentence, by capitals, cue words and what is known: where each begins and ends, of which kind it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from binatgraph.language.extents import pieces
from binatgraph.language.kinds import named
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.phrases import NOTHING_KNOWN, Phrases, known_at
from binatgraph.language.quotations import quoted_names
from binatgraph.language.runs import begins, run_end
from binatgraph.language.titles import Title, titles
from binatgraph.language.tokens import Sentence, Token, long_words
from binatgraph.language.view import Candidate, Names, View
from binatgraph.model import Kind

_CAPITALS = 0.7
"""Of the words of four letters or more. In a headline in Title Case all have a capital, in one in sentence case the names."""
_FEW_WORDS = 2
"""So many long words are a name by themselves, not a line in capitals."""


def candidates(
    sentence: Sentence,
    *,
    lexicon: Lexicon,
    register: Phrases,
    document: Phrases = NOTHING_KNOWN,
    headline: bool = False,
) -> Names:
    """The names and titles of a sentence. In capitals throughout, or in a headline in Title Case, only known names count.

    `register` has the names known beforehand, `document` those that the document itself has told so far.
    """
    known = [*quoted_names(sentence, lexicon=lexicon), *_known_names(sentence, (register, document), lexicon=lexicon)]
    inside = {at for c in known for at in range(c.start, c.end)}
    known += _bodies_of_countries(sentence, lexicon=lexicon)
    found = titles(
        sentence, lexicon=lexicon, is_name=lambda at: at in inside or _is_full_name(sentence, at, lexicon=lexicon)
    )
    kept = [title for title in _merged(found) if not _is_in_name(sentence, title, lexicon=lexicon)]
    long = long_words(sentence)
    if _mostly([t.shouted for t in long]) or (headline and _mostly([t.capital for t in long])):
        return Names(tuple(_outside(known, kept)), tuple(kept))
    view = View(
        sentence=sentence,
        lexicon=lexicon,
        register=register,
        document=document,
        known={c.start: c for c in known},
        blocked=frozenset(at for t in kept for at in range(t.start, t.end)),
    )
    return Names(tuple(_names(view)), tuple(kept))


def _names(view: View) -> Iterator[Candidate]:
    """Names from left to right: runs of capitals, cut into pieces, each with its kind."""
    behind = 0
    while behind < len(view.sentence):
        if not begins(view, behind):
            behind += 1
            continue
        end = run_end(view, behind)
        for start, stop in pieces(view, behind, end):
            for name in named(view, start, stop):
                if name.start >= behind:
                    yield name
                    behind = name.end
        behind = max(behind, end)


def _known_names(sentence: Sentence, known: Sequence[Phrases], *, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of the register, else of the document; of two that begin together the longer one."""
    position = 0
    while position < len(sentence):
        matches = [match for phrases in known if (match := known_at(sentence, position, phrases=phrases))]
        end, kind = max(matches, key=lambda match: match[0], default=(position, None))
        if end <= position + 1 and (kind is None or _is_small_word(sentence[position], lexicon)):
            position += 1
            continue
        yield Candidate(position, end, kind, known=True)
        position = end


def _is_small_word(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word that is a known name too is more often none: "La Posada" is not in Louisiana, but "Metairie, LA" is."""
    joins = token.folded in lexicon.words["connectors"] and not token.shouted
    return joins or token.folded in lexicon.words["never"]


def _bodies_of_countries(sentence: Sentence, *, lexicon: Lexicon) -> Iterator[Candidate]:
    """A demonym names the body that a common noun says: "Mexican government", "Mexican consulate"."""
    for at in range(len(sentence) - 1):
        first, second = sentence[at], sentence[at + 1]
        body, demonym = (first, second) if lexicon.cues.first else (second, first)
        if demonym.folded in lexicon.demonyms and body.folded in lexicon.words["national_bodies"] and not body.capital:
            yield Candidate(at, at + 2, Kind.GOVERNMENT_BODY, known=True)


def _is_full_name(sentence: Sentence, at: int, *, lexicon: Lexicon) -> bool:
    """A given name and another capital: no title goes on over it."""
    two = at + 1 < len(sentence) and sentence[at].capital and sentence[at + 1].capital
    return two and sentence[at].folded in lexicon.given_names


def _merged(found: Iterable[Title]) -> list[Title]:
    """Titles that touch are one: "Deputy" "Under Secretary"."""
    out: list[Title] = []
    for title in found:
        before = out.pop() if out and out[-1].end == title.start else title
        out.append(title._replace(start=before.start, core=before.core))
    return out


def _is_in_name(sentence: Sentence, title: Title, *, lexicon: Lexicon) -> bool:
    """Office-holders in the plural may be part of a name: "Cumbre de Alcaldes", "Border Governors Conference"."""
    if not title.plural or not sentence[title.start].capital:
        return False
    if not lexicon.cues.first:
        after = sentence[title.end] if title.end < len(sentence) else None
        return after is not None and after.capital and after.folded in lexicon.cues.kinds
    before = title.start - 1
    while before > 0 and sentence[before].folded in lexicon.words["connectors"]:
        before -= 1
    return 0 <= before < title.start - 1 and sentence[before].capital


def _outside(names: Iterable[Candidate], taken: Sequence[Title]) -> Iterator[Candidate]:
    """Known names that no title holds, in order; of two that overlap the first."""
    behind = 0
    for name in sorted(names, key=lambda name: name[:2]):
        if name.start >= behind and all(name.end <= t.start or name.start >= t.end for t in taken):
            yield name
            behind = name.end


def _mostly(signs: Sequence[bool]) -> bool:
    return len(signs) > _FEW_WORDS and sum(signs) >= _CAPITALS * len(signs)
