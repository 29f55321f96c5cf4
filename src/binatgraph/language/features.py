"""What the scorer looks at in a pair of actors: their kinds, the words between and around them, what frames say, the syntax.

A feature is a string; that a pair has it is all that counts. Most of them do not depend on a language's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from binatgraph.language.cast import Cast
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.masked import Masked, mask, spoken_of
from binatgraph.language.pairs import Pair
from binatgraph.language.syntax import Syntax, Way, way
from binatgraph.names import fold

_NEAR = 3
"""Words on the outer sides of a pair that are looked at."""
_SHORT = 6
"""Words between two names that are looked at as a whole, and in order."""
_LONG = 25
"""Words between two names beyond which only what triggers a relation counts."""
_BOTH = 2
_BUCKETS = (0, 1, 2, 4, 7, 12, 20, 40)


def featured(found: Iterable[Pair], cast: Cast, *, lexicon: Lexicon) -> Iterator[tuple[Pair, list[str]]]:
    """Pairs in the order of the text, each with its features; what they share is made once a sentence."""
    reading, masked = None, None
    for pair in found:
        if masked is None or pair.reading is not reading:
            reading, masked = pair.reading, mask(pair.reading, cast, lexicon=lexicon)
        yield pair, features(pair, cast, masked=masked, lexicon=lexicon)


def features(pair: Pair, cast: Cast, *, masked: Masked, lexicon: Lexicon) -> list[str]:
    """The features of a pair, each once; `masked` is its sentence as `mask` gives it."""
    return list(
        dict.fromkeys(
            (
                *_kinds(pair, cast),
                *_frames(pair, cast),
                *_words(pair, masked),
                *_shared(pair, masked),
                *_triggers(pair, masked),
                *_titles(pair),
                *_syntax(pair, masked, lexicon),
            )
        )
    )


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


def _words(pair: Pair, masked: Masked) -> Iterator[str]:
    before_second = masked.part(0, pair.second.start)
    after = masked.part(pair.second.end)[:_NEAR]
    if pair.first.start < 0:
        yield from (f"far before {word}" for word in before_second[-_NEAR:])
        yield from (f"far all {word}" for word in before_second[:_LONG])
        yield f"far opens {' '.join(before_second[:2])}"
        yield from (f"far after {word}" for word in after)
        yield f"far at {_bucket(len(before_second))}"
        return
    between = masked.part(pair.first.end, pair.second.start)
    left = masked.part(0, pair.first.start)[-_NEAR:]
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


def _shared(pair: Pair, masked: Masked) -> Iterator[str]:
    """The words between and around in classes that both languages share, so that one teaches the other."""
    after = masked.part_of_classes(pair.second.end)[:_NEAR]
    if pair.first.start < 0:
        before = masked.part_of_classes(0, pair.second.start)
        yield f"shared far {' '.join(before[-_NEAR:])}"
        yield f"shared far {' '.join(before[-1:])}"
        return
    between = masked.part_of_classes(pair.first.end, pair.second.start)
    left = masked.part_of_classes(0, pair.first.start)
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


def _folded_together(classes: Sequence[str]) -> list[str]:
    """Classes with runs of plain words as one."""
    return [one for before, one in pairwise(["", *classes]) if not (one == "_" and before == "_")]


def _bucket(count: int) -> int:
    return max((limit for limit in _BUCKETS if count >= limit), default=0)


def _triggers(pair: Pair, masked: Masked) -> Iterator[str]:
    """Words that speak of a relation, by where they stand to the pair, and which of them stands nearest before the second."""
    start = max(pair.first.start, 0)
    nearest: tuple[str, ...] = ()
    for at, relations in masked.spoken:
        if at < start:
            where = "before"
        elif at < pair.second.start:
            where = "between"
            nearest = relations
        else:
            where = "after"
        yield from (f"trigger {relation} {where}" for relation in relations)
    yield from (f"trigger {relation} nearest" for relation in nearest)
    yield from (f"trigger {relation} opens" for relation in masked.opening)


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


def _syntax(pair: Pair, masked: Masked, lexicon: Lexicon) -> Iterator[str]:
    """The way in the tree between the two, with coordinated words as one, and what each depends on."""
    tree = pair.reading.scene.syntax
    if not tree:
        return
    ends = []
    for side, which in ((pair.first, "first"), (pair.second, "second")):
        if side.start >= 0:
            leaning = masked.leanings[side.start, side.end]
            ends.append(leaning.head)
            yield from (f"{which} is {told}" for told in leaning.told)
    if len(ends) == _BOTH and ends[0] == ends[1]:
        yield "way coordinated"
    elif len(ends) == _BOTH and (found := way(tree, *ends)) is not None:
        yield from _way(tree, found, ends, lexicon)


def _way(tree: Syntax, found: Way, ends: Sequence[int], lexicon: Lexicon) -> Iterator[str]:
    relations = f"{'<'.join(found.up)} ^ {'>'.join(found.down)}"
    yield f"way {relations}"
    if found.top not in ends:
        top = tree[found.top]
        yield f"way {relations} at {top.lemma}"
        yield f"way at {top.lemma}"
        for relation in spoken_of(fold(top.lemma), lexicon):
            yield f"way {relations} at trigger {relation}"
            yield f"way at trigger {relation}"
