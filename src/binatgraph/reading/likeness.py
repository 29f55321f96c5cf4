"""Texts that are nearly the same: a release that three offices print, each with its own headline and a sentence less.

Of the runs of three words of a text the 64 with the smallest hashes are its sketch (bottom-k MinHash, Broder 1997): the share
that two sketches have in common estimates the share of runs that two texts have in common (Jaccard), to a twentieth or so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

ALIKE = 0.4
"""Likeness from which texts are nearly the same. On made ones (tests/reading/test_reading_likeness.py) it parts texts with
one word in ten replaced, a paragraph less or a foreign head and foot from texts of one template with other facts."""

_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
"""Large odd numbers that have nothing to do with one another: the order of three words is part of their hash."""

_MASK = (1 << 64) - 1
_KEPT = 64
_LOOKED_UP = 16
"""So many of a sketch are looked up; two texts at the threshold share none of them once in a thousand times."""

_COMPARED = 4
"""Groups that are held against a text, those with the most in common first."""

_COMMON = 100
"""Groups that a run may lead to; what stands in more texts is what an office prints under each."""

_FEWEST = 25
"""Runs; a shorter text says too little to be like another."""

_WORD = re.compile(r"\w+")
Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The sketch of a text; empty for one of a few words. It costs a fifth of a millisecond for 300 words.

    >>> sketch("Two words") == sketch("") == ()
    True
    """
    words = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    runs = {
        (one * _FIRST + two * _SECOND + three * _THIRD) & _MASK
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    }
    return tuple(sorted(runs)[:_KEPT]) if len(runs) >= _FEWEST else ()


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs of words that two texts have in common, as their sketches tell it; 0 to 1."""
    if not one or not other:
        return 0.0
    smallest = sorted({*one, *other})[:_KEPT]
    both = {*one} & {*other}
    return sum(value in both for value in smallest) / len(smallest)


def alike(sketches: Iterable[tuple[str, Sketch]]) -> list[list[str]]:
    """Names of texts that are nearly the same, in groups, given sketches by name.

    Each text is held against the first of each group alone, so that a hundred copies cost no more than a hundred texts.
    The order of the names decides, not that in which they come.
    """
    groups: list[list[str]] = []
    leaders: list[Sketch] = []
    where: defaultdict[int, list[int]] = defaultdict(list)
    for name, found in sorted(sketches):
        number = _group_of(found, leaders, where)
        if number is None:
            for value in found[:_LOOKED_UP]:
                if len(where[value]) < _COMMON:
                    where[value].append(len(groups))
            groups.append([])
            leaders.append(found)
        groups[-1 if number is None else number].append(name)
    return [group for group in groups if len(group) > 1]


def _group_of(found: Sketch, leaders: Sequence[Sketch], where: dict[int, list[int]]) -> int | None:
    """The number of the group whose first text is the most like this one, if it is like it."""
    shared = Counter(number for value in found[:_LOOKED_UP] for number in where.get(value, ()))
    best = sorted(shared, key=lambda number: (-shared[number], number))[:_COMPARED]
    ranked = sorted(((likeness(found, leaders[number]), -number) for number in best), reverse=True)
    return -ranked[0][1] if ranked and ranked[0][0] >= ALIKE else None
