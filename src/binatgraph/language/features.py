"""What the scorer looks at in a pair of actors: their kinds, the words between and around them, what frames say, the syntax.

A feature is a string; that a pair has it is all that counts. Most of them do not depend on a language's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from binatgraph.language.cast import Cast
from binatgraph.language.lexicon import Lexicon, relations_of
from binatgraph.language.pairs import Pair, Side
from binatgraph.language.skeleton import LETTERS
from binatgraph.language.syntax import Syntax, Way, case_of, governor, head_of, leader, way
from binatgraph.names import fold

_NEAR = 3
"""Words on the outer sides of a pair that are looked at."""
_SHORT = 6
"""Words between two names that are looked at as a whole, and in order."""
_LONG = 25
"""Words between two names beyond which only what triggers a relation counts."""
_BOTH = 2
_BUCKETS = (0, 1, 2, 4, 7, 12, 20, 40)


def features(pair: Pair, cast: Cast, *, lexicon: Lexicon) -> list[str]:
    """The features of a pair, each once."""
    masked = _masked(pair, cast, lexicon)
    return list(
        dict.fromkeys(
            (
                *_kinds(pair, cast),
                *_frames(pair, cast),
                *_words(pair, masked),
                *_shared(pair, masked, lexicon),
                *_triggers(pair, masked, lexicon),
                *_titles(pair),
                *_syntax(pair, masked, lexicon),
            )
        )
    )


def _letter(side: Side, cast: Cast) -> str:
    return LETTERS[cast.groups[side.group].kind]


def _kinds(pair: Pair, cast: Cast) -> Iterator[str]:
    first, second = (cast.groups[side.group].kind for side in (pair.first, pair.second))
    yield f"tops {first.top} {second.top}"
    yield f"kinds {first} {second}"
    yield f"block {pair.reading.scene.block.kind}"
    yield f"block {pair.reading.scene.block.kind} {first.top} {second.top}"
    for how in pair.first.reach:
        yield f"reach {how}"
        yield f"reach {how} {first.top} {second.top}"
        yield f"reach {how} block {pair.reading.scene.block.kind} {second.top}"
    for side, which in ((pair.first, "first"), (pair.second, "second")):
        if side.end > side.start and side.start in pair.reading.nouns:
            yield f"noun {which}"


def _frames(pair: Pair, cast: Cast) -> Iterator[str]:
    """What the frames give for the two actors, and that they give anything else for one of them."""
    sides = {pair.first.group: "first", pair.second.group: "second"}
    for given in pair.reading.given:
        s, o = cast.group_of.get(given.subject), cast.group_of.get(given.object)
        if s in sides and o in sides and s != o:
            yield f"frame {sides[s]} {given.predicate}"
            yield f"frame {given.frame.rule}"
        elif s in sides or o in sides:
            which = sides[s] if s in sides else sides.get(o, "")  # type: ignore[arg-type]
            yield f"frame of {which} {given.predicate}"


def _masked(pair: Pair, cast: Cast, lexicon: Lexicon) -> list[str]:
    """The words of the sentence; of a name its first token is the letter of its kind, and the others are nothing."""
    scene = pair.reading.scene
    words = [token.folded or token.text for token in scene.sentence]
    for number, name in enumerate(scene.names.names, scene.first):
        group = cast.group_of.get(number)
        kind = cast.groups[group].kind if group is not None else None
        words[name.start : name.end] = [f"⟨{kind.top if kind else '?'}⟩", *[""] * (name.end - name.start - 1)]
    for title in scene.names.titles:
        words[title.start : title.end] = ["⟨title⟩", *[""] * (title.end - title.start - 1)]
    for at in pair.reading.nouns:
        words[at] = words[at] or "⟨noun⟩"
    for at, token in enumerate(scene.sentence):
        if token.folded in lexicon.demonyms:
            words[at] = "⟨demonym⟩"
        elif token.text.isdigit():
            words[at] = "0"
    return words


def _part(words: Sequence[str], start: int, end: int) -> list[str]:
    return [word for word in words[max(start, 0) : end] if word]


def _words(pair: Pair, masked: Sequence[str]) -> Iterator[str]:
    before_second = _part(masked, 0, pair.second.start)
    after = _part(masked, pair.second.end, len(masked))[:_NEAR]
    if pair.first.start < 0:
        yield from (f"far before {word}" for word in before_second[-_NEAR:])
        yield from (f"far all {word}" for word in before_second[:_LONG])
        yield f"far opens {' '.join(before_second[:2])}"
        yield from (f"far after {word}" for word in after)
        yield f"far at {_bucket(len(before_second))}"
        return
    between = _part(masked, pair.first.end, pair.second.start)
    left = _part(masked, 0, pair.first.start)[-_NEAR:]
    yield f"distance {_bucket(len(between))}"
    yield f"names between {min(sum(word.startswith('⟨') for word in between), 5)}"
    for mark in (";", ":", "(", ")", "“", "”", "|", "-"):
        if mark in between:
            yield f"between has {mark}"
    if len(between) <= _SHORT:
        yield f"between is {' '.join(between)}"
    if len(between) <= _LONG:
        yield from (f"between {word}" for word in between)
        yield from (f"between {one} {two}" for one, two in pairwise(between))
    if between:
        yield f"between opens {between[0]}"
        yield f"between opens {' '.join(between[:2])}"
        yield f"between ends {' '.join(between[-2:])}"
        yield f"between ends {between[-1]}"
    yield f"left {' '.join(left[-1:])}"
    yield f"left two {' '.join(left[-2:])}"
    yield from (f"left near {word}" for word in left)
    yield f"right {' '.join(after[:1])}"
    yield f"right two {' '.join(after[:2])}"
    yield from (f"right near {word}" for word in after)
    if pair.first.start == 0:
        yield "first opens"


def _shared(pair: Pair, masked: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The words between and around in classes that both languages share, so that one teaches the other."""
    classes = [_class(word, lexicon) if word else "" for word in masked]
    after = _part(classes, pair.second.end, len(classes))[:_NEAR]
    if pair.first.start < 0:
        before = _part(classes, 0, pair.second.start)
        yield f"shared far {' '.join(before[-_NEAR:])}"
        yield f"shared far {' '.join(before[-1:])}"
        return
    between = _part(classes, pair.first.end, pair.second.start)
    left = _part(classes, 0, pair.first.start)
    if len(between) <= _SHORT + 2:
        yield f"shared between {' '.join(_folded_together(between))}"
        yield f"shared between {' '.join(_folded_together([*left[-1:], '·', *between]))}"
        yield f"shared between {' '.join(_folded_together([*between, '·', *after[:1]]))}"
    if len(between) <= _LONG:
        content = [one for one in between if one != "_"]
        yield f"shared content {' '.join(content[:_SHORT])}"
        yield from (f"shared {one} {two}" for one, two in pairwise(content))
    yield f"shared opens {' '.join(between[:2])}"
    yield f"shared ends {' '.join(between[-2:])}"
    yield f"shared ends {' '.join(between[-3:])}"
    yield f"shared left {' '.join(left[-2:])}"
    yield f"shared right {' '.join(after[:2])}"


def _class(word: str, lexicon: Lexicon) -> str:
    """What a word is in both languages: a small word, a word that speaks of relations, a mark, or just a word."""
    if word in lexicon.small:
        return lexicon.small[word]
    if word.isalpha():
        relations = relations_of(word, language=lexicon.language)
        return "/".join(relations[:2]) or "_"
    return word


def _folded_together(classes: Sequence[str]) -> list[str]:
    """Classes with runs of plain words as one."""
    return [one for before, one in pairwise(["", *classes]) if not (one == "_" and before == "_")]


def _bucket(count: int) -> int:
    return max((limit for limit in _BUCKETS if count >= limit), default=0)


def _triggers(pair: Pair, masked: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """Words that speak of a relation, by where they stand to the pair, and which of them stands nearest before the second."""
    start = max(pair.first.start, 0)
    nearest: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    named = False
    for at, word in enumerate(masked):
        relations = relations_of(word, language=lexicon.language) if word.isalpha() else ()
        named = named or word.startswith("⟨")
        opening = opening or (() if named else relations)
        if at < start:
            where = "before"
        elif at < pair.second.start:
            where = "between"
            nearest = relations or nearest
        else:
            where = "after"
        yield from (f"trigger {relation} {where}" for relation in relations)
    yield from (f"trigger {relation} nearest" for relation in nearest)
    yield from (f"trigger {relation} opens" for relation in opening)


def _titles(pair: Pair) -> Iterator[str]:
    scene = pair.reading.scene
    for title in scene.names.titles:
        for side, which in ((pair.first, "first"), (pair.second, "second")):
            if title.end == side.start:
                yield f"title right before {which}"
            elif 0 <= title.start - side.end <= _NEAR and side.end > 0:
                yield f"title right after {which}"
        if pair.first.end <= title.start and title.end <= pair.second.start:
            yield "title between"


def _syntax(pair: Pair, masked: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The way in the tree between the two, with coordinated words as one, and what each depends on."""
    tree = pair.reading.scene.syntax
    if not tree:
        return
    ends = []
    for side, which in ((pair.first, "first"), (pair.second, "second")):
        if side.start >= 0:
            head = leader(tree, head_of(tree, side.start, side.end))
            ends.append(head)
            yield from _dependence(tree, head, which, masked, lexicon)
    if len(ends) == _BOTH and ends[0] == ends[1]:
        yield "way coordinated"
    elif len(ends) == _BOTH and (found := way(tree, *ends)) is not None:
        yield from _way(tree, found, ends, lexicon)


def _dependence(tree: Syntax, head: int, which: str, masked: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """What a side depends on: its relation, its preposition, the verb or noun above it."""
    dep, above = tree[head].dep, governor(tree, head)
    case = case_of(tree, head, masked)
    case = lexicon.small.get(case, case)
    yield f"{which} is {dep} {case}"
    if above >= 0:
        yield f"{which} is {dep} {case} of {tree[above].lemma}"
        yield from (
            f"{which} is {dep} {case} of trigger {relation}" for relation in _spoken_of(tree[above].lemma, lexicon)
        )


def _way(tree: Syntax, found: Way, ends: Sequence[int], lexicon: Lexicon) -> Iterator[str]:
    relations = f"{'<'.join(found.up)} ^ {'>'.join(found.down)}"
    yield f"way {relations}"
    if found.top not in ends:
        top = tree[found.top]
        yield f"way {relations} at {top.lemma}"
        yield f"way at {top.lemma}"
        for relation in _spoken_of(top.lemma, lexicon):
            yield f"way {relations} at trigger {relation}"
            yield f"way at trigger {relation}"


def _spoken_of(lemma: str, lexicon: Lexicon) -> tuple[str, ...]:
    folded = fold(lemma)
    return relations_of(folded, language=lexicon.language) if folded.isalpha() else ()
