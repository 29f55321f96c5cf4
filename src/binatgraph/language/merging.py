"""Names that rules find and names that a pipeline sees become one set: rules know what is written, a pipeline how it is used.

A known name, or one whose head says what it is, stays as rules have it. A pipeline adds the names that no cue tells, says of
which kind an unknown one is, parts what rules took for one name, and joins what they took for several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from binatgraph.language.heads import looks_personal
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.tokens import Sentence, Token
from binatgraph.language.view import Candidate, Names
from binatgraph.model import Kind

_BEFORE_PLACES = frozenset({",", "("})
_ACRONYM = 3
"""Letters; two are as often an abbreviation of something else ("NW", "AM")."""


def merged(names: Names, seen: Sequence[Candidate], sentence: Sentence, *, lexicon: Lexicon) -> Names:
    """The names of a sentence from both; none overlaps another, nor a title."""
    blocked = {at for title in names.titles for at in range(title.start, title.end)}
    able = [one for name in seen if (one := _outside(name, blocked)) and _may_be_name(one, sentence, lexicon)]
    able = [one for name in able if (one := _believed(name, sentence, lexicon))]
    able = [one for one in able if _is_headed(one, sentence, lexicon) or not _holds_actor(one, names.names)]
    chosen = sorted([*_kept(names.names, able), *_added(names.names, able)], key=lambda name: (name.start, -name.end))
    return Names(tuple(_apart(chosen)), names.titles)


def _outside(name: Candidate, blocked: set[int]) -> Candidate | None:
    """A name without the title that it begins with ("Senators Feinstein"); none if a title stands inside it."""
    start = name.start
    while start < name.end and start in blocked:
        start += 1
    return None if start == name.end or blocked.intersection(range(start, name.end)) else name._replace(start=start)


def _may_be_name(name: Candidate, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a span has a capital and is no demonym and no word that only a sentence capitalises."""
    words = sentence[name.start : name.end]
    if not any(token.capital for token in words):
        return False
    alone = words[0].folded if len(words) == 1 else ""
    return (
        alone not in lexicon.demonyms and alone not in lexicon.words["never"] and alone not in lexicon.words["common"]
    )


def _believed(name: Candidate, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
    """A name that its words do not speak against; of which kind a lone word is, the rest of the document must say."""
    words = [token for token in sentence[name.start : name.end] if token.folded]
    plain = [token for token in words if not _says_nothing(token, lexicon)]
    if not plain:
        return None
    if name.kind is Kind.PERSON:
        personal = all(t.folded in lexicon.words["particles"] or looks_personal([t]) for t in words)
        return None if not personal else name._replace(kind=None) if len(words) == 1 else name
    if len(words) > 1:
        return name
    if name.kind is Kind.PLACE:
        before = sentence[name.start - 1] if name.start else None
        placed = before is not None and (before.text in _BEFORE_PLACES or before.folded in lexicon.small)
        return name if placed else None
    return name if words[0].shouted and len(words[0].text) >= _ACRONYM else name._replace(kind=None)


def _says_nothing(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is no part of a name by itself: a demonym, a small word, a number, a word that says a kind."""
    word = token.folded
    sorts = (lexicon.demonyms, lexicon.words["never"], lexicon.words["connectors"], lexicon.cues.kinds)
    return word.isdigit() or any(word in sort for sort in sorts)


def _is_headed(name: Candidate, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a word of a name says its kind, in either language."""
    words = [token.folded for token in sentence[name.start : name.end]]
    return any(word in lexicon.cues.kinds or word in lexicon.foreign.kinds for word in words)


def _kept(names: Sequence[Candidate], seen: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names of the rules that stay, with the kinds that the pipeline sees where rules have none."""
    for name in names:
        over = [one for one in seen if one.start < name.end and name.start < one.end]
        if not over:
            yield name
        elif (over[0].start, over[0].end) == (name.start, name.end):
            yield _same_place(name, over[0])
        elif not any(_wins(one, name) for one in over):
            yield name


def _same_place(name: Candidate, seen: Candidate) -> Candidate:
    return name._replace(kind=seen.kind) if name.kind is None else name


def _holds_actor(seen: Candidate, names: Sequence[Candidate]) -> bool:
    """Whether a known name or a person is a part of what the pipeline sees: "Texas Lilliana Salerno", "U.S.-Mexico"."""
    return any(
        seen.start <= name.start and name.end <= seen.end and name.end - name.start < seen.end - seen.start
        for name in names
        if name.known or name.kind is Kind.PERSON
    )


def _wins(seen: Candidate, name: Candidate) -> bool:
    """Whether what the pipeline sees is taken instead of a name of the rules that it overlaps."""
    contains = seen.start <= name.start and name.end <= seen.end
    if contains:
        return seen.kind is not Kind.PLACE or not name.known
    return name.kind is None


def _added(names: Sequence[Candidate], seen: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names that only the pipeline sees, or sees better."""
    for one in seen:
        over = [name for name in names if one.start < name.end and name.start < one.end]
        if all(_wins(one, name) and (one.start, one.end) != (name.start, name.end) for name in over):
            yield one


def _apart(names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names that do not overlap; of two that do the first, which is the longer of two that begin together."""
    behind = 0
    for name in names:
        if name.start >= behind:
            yield name
            behind = name.end
