"""Names that rules find and names that a pipeline sees become one set: rules know what is written, a pipeline how it is used.

A known name, or one whose head says what it is, stays as rules have it. A pipeline adds the names that no cue tells, says of
which kind an unknown one is, parts what rules took for one name, and goes on where they stopped too early.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from binatgraph.language.almanac import load_almanac
from binatgraph.language.heads import looks_personal
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.tokens import Sentence, Token
from binatgraph.language.view import Candidate, Names
from binatgraph.model import Kind
from binatgraph.names import fold

_BEFORE_PLACES = frozenset({",", "("})
_ENDS = frozenset({"(", ")", ";", ":", "|"})
_ACRONYM = 3
"""Letters; two are as often an abbreviation of something else ("NW", "AM")."""


def merged(names: Names, seen: Sequence[Candidate], sentence: Sentence, *, lexicon: Lexicon) -> Names:
    """The names of a sentence from both; none overlaps another, nor a title."""
    merger = _Merger(sentence=sentence, lexicon=lexicon, days=_days(lexicon.language))
    blocked = {at for title in names.titles for at in range(title.start, title.end)}
    able = [one for name in seen if (one := merger.believed(name, blocked))]
    able = [one for one in able if merger.is_headed(one) or not merger.holds_actor(one, names.names)]
    better = [one for one in able if _is_better(one, able, names.names, merger)]
    kept = [_typed(name, able) for name in names.names if not any(_overlap(name, one) for one in better)]
    added = [one._replace(doubtful=not merger.is_headed(one)) for one in better]
    return Names(tuple(sorted([*kept, *added], key=lambda name: name.start)), names.titles)


def without_honoured(names: Names, sentence: Sentence, *, lexicon: Lexicon) -> Names:
    """Names without the persons that a building or street is called after: "the Ana Ruiz campus", "la avenida Ana Ruiz"."""
    honours = lexicon.words["called_after_persons"]

    def is_honoured(name: Candidate) -> bool:
        at = name.start - 1 if lexicon.cues.first else name.end
        return name.kind is Kind.PERSON and 0 <= at < len(sentence) and sentence[at].folded in honours

    return Names(tuple(name for name in names.names if not is_honoured(name)), names.titles)


@cache
def _days(language: str) -> frozenset[str]:
    numbers = load_almanac(language).numbers
    return frozenset(fold(name) for key in ("months", "weekdays") for name in numbers[key])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Merger:
    """The sentence, the words of its language, and the names of its days and months."""

    sentence: Sentence
    lexicon: Lexicon
    days: frozenset[str]

    def words(self, start: int, end: int) -> list[Token]:
        return [token for token in self.sentence[start:end] if token.folded]

    def believed(self, name: Candidate, blocked: set[int]) -> Candidate | None:
        """A name that its words do not speak against, cut to them; what a lone word is, the rest of the document must say."""
        start, end = (
            name.start,
            next((at for at in range(name.start, name.end) if self._ends(at)), name.end),
        )
        while start < end and (start in blocked or self._is_small(start)):
            start += 1
        while end > start and self._is_small(end - 1):
            end -= 1
        words = self.words(start, end)
        if blocked.intersection(range(start, end)) or all(self._says_nothing(token) for token in words):
            return None
        name = name._replace(start=start, end=end)
        if name.kind is Kind.PERSON:
            return self._person(name, words)
        if len(words) == 1:
            return self._lone(name, words[0])
        head = self._head(words)
        if head is None and any(word.folded in self.lexicon.demonyms for word in words):
            return None
        return name._replace(kind=head) if head else name

    def _ends(self, at: int) -> bool:
        """Whether no name goes on over a token: a mark that parts, or the day on which something was done."""
        return self.sentence[at].text in _ENDS or (
            self.sentence[at].folded in self.lexicon.words["before_days"]
            and at + 1 < len(self.sentence)
            and self.sentence[at + 1].folded in self.days
        )

    def _head(self, words: Sequence[Token]) -> Kind | None:
        """The kind that the first word of a name says, or the last before "of", as the language has it, or the other language."""
        for cues in (self.lexicon.cues, self.lexicon.foreign):
            stop = next((at for at, word in enumerate(words) if at and not word.capital), len(words))
            word = words[0] if cues.first else words[stop - 1]
            if word.capital and word.folded in cues.kinds:
                return cues.kinds[word.folded]
        return None

    def _person(self, name: Candidate, words: Sequence[Token]) -> Candidate | None:
        if not all(t.folded in self.lexicon.words["particles"] or looks_personal([t]) for t in words):
            return None
        return name._replace(kind=None) if len(words) == 1 else name

    def _lone(self, name: Candidate, word: Token) -> Candidate | None:
        if name.kind is not Kind.PLACE:
            return name if word.shouted and len(word.text) >= _ACRONYM else name._replace(kind=None)
        before = self.sentence[name.start - 1] if name.start else None
        placed = before is not None and (before.text in _BEFORE_PLACES or before.folded in self.lexicon.small)
        return name if placed else None

    def _is_small(self, at: int) -> bool:
        token = self.sentence[at]
        return not token.capital and (not token.folded or token.folded in self.lexicon.words["connectors"])

    def _says_nothing(self, token: Token) -> bool:
        """Whether a word is no name by itself: a demonym, a small word, a number, a word that says a kind."""
        word, lexicon = token.folded, self.lexicon
        sorts = (lexicon.demonyms, lexicon.words["never"], lexicon.words["connectors"], lexicon.cues.kinds)
        return word.isdigit() or not token.capital or any(word in sort for sort in sorts)

    def is_headed(self, name: Candidate) -> bool:
        """Whether a word of a name says its kind, in either language."""
        return self.has_head(name.start, name.end)

    def holds_actor(self, seen: Candidate, names: Sequence[Candidate]) -> bool:
        """Whether a known name or a person is a part of what the pipeline sees: "Texas Lilliana Salerno", "U.S.-Mexico"."""
        return any(
            seen.start <= name.start and name.end <= seen.end and name.end - name.start < seen.end - seen.start
            for name in names
            if (name.known or name.kind is Kind.PERSON) and not self.is_namesake(name, seen)
        )

    def is_namesake(self, name: Candidate, seen: Candidate) -> bool:
        """Whether a known place is called like the person that the pipeline sees there: "Benito Juárez", "Lázaro Cárdenas"."""
        if seen.kind is not Kind.PERSON or not name.known or name.kind is None or name.kind.top is not Kind.PLACE:
            return False
        words = self.words(name.start, name.end)
        return len(words) > 1 and words[0].folded in self.lexicon.given_names

    def has_head(self, start: int, end: int) -> bool:
        kinds = self.lexicon.cues.kinds, self.lexicon.foreign.kinds
        return any(token.folded in sort for token in self.words(start, end) for sort in kinds)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _typed(name: Candidate, seen: Sequence[Candidate]) -> Candidate:
    """A name of the rules; if they have no kind for it, it has that which the pipeline sees at the same place."""
    same = next((one for one in seen if (one.start, one.end) == (name.start, name.end)), None)
    return name._replace(kind=same.kind, doubtful=True) if same is not None and name.kind is None else name


def _is_better(one: Candidate, seen: Sequence[Candidate], names: Sequence[Candidate], merger: _Merger) -> bool:
    """Whether what a pipeline sees is taken: no name of the rules stands there, or each that does gives way."""
    return all(_gives_way(name, one, seen, merger) for name in names if _overlap(name, one))


def _gives_way(name: Candidate, one: Candidate, seen: Sequence[Candidate], merger: _Merger) -> bool:
    if (name.start, name.end) == (one.start, one.end):
        return merger.is_namesake(name, one)
    if one.start <= name.start and name.end <= one.end:
        return _is_part(name, one, merger)
    inside = [other for other in seen if name.start <= other.start and other.end <= name.end]
    several = any(other.kind is not Kind.PLACE for other in inside[1:])
    return one in inside and not name.known and (name.kind is None or several)


def _is_part(name: Candidate, around: Candidate, merger: _Merger) -> bool:
    """Whether a name of the rules is a part of what the pipeline sees.

    A place is more than a known place. A body whose head stands in it goes on behind ("Liga de Regantes" "del Río Grande") unless
    another head follows, and begins earlier only with capitals right before it ("Texas Border" "Commerce Office").
    """
    if name.known:
        return around.kind is not Kind.PLACE
    if not merger.is_headed(name):
        return True
    if merger.has_head(around.start, name.start) or merger.has_head(name.end, around.end):
        return False
    return all(token.capital for token in merger.sentence[around.start : name.start])
