"""Frames: patterns over skeletons, kept as data per language, that say which claim a wording makes.

`notation` explains the patterns. `gives` lists the claims: subject, predicate, object and, for an office, the slot of the
title ("t"), a title taken in earlier ("s.title"), or words ("=member"). `absorb` names the slot that the whole match becomes,
"+" makes a list of all its slots. `types` says of which kind an unknown name in a slot is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

from binatgraph.errors import LanguageError
from binatgraph.language.notation import expand, needed, regular
from binatgraph.language.skeleton import CLASSES, LETTERS, TITLES, UNKNOWN, Skeleton, Slot, joined, mark
from binatgraph.model import Kind, Predicate, Tense

_PASSES = 12
"""A frame that absorbs is tried again where it was; the longest list of offices seen in one sentence is nine."""
_LIST = 3
"""With a known organization among three names or more, the unknown ones of the list are organizations too."""
_BOUNDARIES = (";", ":", ".", "“", "(")
_CLAUSE_BEFORE = 80
"""Code points before a match that may say how it is put ("officials denied reports that …")."""

Slots = Mapping[str, Slot]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One pattern and what it gives. `needs` are the letters of slots without which it cannot match."""

    rule: str
    pattern: re.Pattern[str]
    gives: tuple[tuple[str, ...], ...] = ()
    absorb: str | None = None
    types: Mapping[str, Kind] = field(default_factory=dict)
    confidence: float = 0.8
    tense: Tense | None = None
    needs: tuple[frozenset[str], ...] = ()


Frames = Mapping[str, tuple[Frame, ...]]
"""The frames of a language by level."""


class Given(NamedTuple):
    """A claim that a frame makes: names (indices), the title's words, and the words that say how the claim is put."""

    subject: int
    predicate: Predicate
    object: int
    title: str | None
    frame: Frame
    clause: str
    before: str
    behind: str = ""


def compile_frames(
    data: Mapping[str, Any], *, language: str, introductions: Sequence[str] = ()
) -> dict[str, tuple[Frame, ...]]:
    """The frames of a language by level, in the order of the file.

    A name behind one of `introductions` begins no list: in "according to Ruiz, Peña met Reed" Ruiz and Peña are two.

    Raises
    ------
    LanguageError
        If a frame names a level, a slot, a class of slots or a macro that is not there.
    """
    levels: dict[str, list[Frame]] = {level: [] for level in data["levels"]}
    used = dict.fromkeys(data["order"], "order") | {row["level"]: row["name"] for row in data["frame"]}
    if missing := sorted(used.keys() - levels.keys()):
        raise LanguageError(f"{language}/frames.toml: {used[missing[0]]}: no level {missing[0]!r}")
    for row in data["frame"]:
        alone = (
            "".join(rf"(?<!\b(?i:{re.escape(words)}))" for words in introductions) if row.get("absorb") == "+" else ""
        )
        levels[row["level"]].append(_frame(row, before=alone, macros=data["macros"], language=language))
    return {level: tuple(frames) for level, frames in levels.items()}


def _frame(row: Mapping[str, Any], *, before: str, macros: Mapping[str, str], language: str) -> Frame:
    expanded = expand(row["pattern"], macros=macros)
    pattern = re.compile(before + regular(expanded), re.IGNORECASE if row.get("any_case") else 0)
    gives = tuple(tuple(claim) for claim in row.get("gives", ()))
    named = {part.removesuffix(".title") for s, _, *others in gives for part in (s, *others) if part[0] != "="}
    named |= {*row.get("types", {}), row.get("absorb", "+")} - {"+"}
    if missing := sorted(named - set(pattern.groupindex)):
        raise LanguageError(f"{language}/frames.toml: {row['name']}: no slot {', '.join(missing)} in its pattern")
    return Frame(
        rule=f"{language}.{row['level']}.{row['name']}",
        pattern=pattern,
        gives=gives,
        absorb=row.get("absorb"),
        types={slot: Kind(kind) for slot, kind in row.get("types", {}).items()},
        confidence=row.get("confidence", 0.8),
        tense=Tense(row["tense"]) if "tense" in row else None,
        needs=needed(expanded),
    )


def apply(skeleton: Skeleton, *, frames: Frames, levels: Sequence[str]) -> Iterator[Given]:
    """Run the cascade over a skeleton, which it changes, and yield what the frames give."""
    text, letters = "", set[str]()
    for level in levels:
        for frame in frames[level]:
            if text != skeleton.text:
                text, letters = skeleton.text, skeleton.letters()
            if not any(letters.isdisjoint(need) for need in frame.needs):
                yield from _apply_one(skeleton, frame)
    for slot in skeleton.slots:
        if len(slot.names) >= _LIST and UNKNOWN in slot.letters and set(slot.letters) & set(CLASSES["org"]):
            _settle(skeleton, slot, Kind.ORGANIZATION)


def _apply_one(skeleton: Skeleton, frame: Frame) -> Iterator[Given]:
    position = 0
    for _ in range(_PASSES):
        match = frame.pattern.search(skeleton.text, position)
        if match is None:
            return
        slots = {name: skeleton.slots[int(number)] for name, number in match.groupdict().items() if number is not None}
        for name, kind in frame.types.items():
            if name in slots and UNKNOWN in slots[name].letters:
                _settle(skeleton, slots[name], kind)
        yield from _given(frame, slots, match)
        position = _absorb(skeleton, frame, match, slots)


def _settle(skeleton: Skeleton, slot: Slot, kind: Kind) -> None:
    """An unknown name is of a kind; in a list with names that are known already, only the others are."""
    slot.letters = slot.letters.replace(UNKNOWN, LETTERS[kind])
    for name in slot.names:
        skeleton.types.setdefault(name, kind)


def _given(frame: Frame, slots: Slots, match: re.Match[str]) -> Iterator[Given]:
    """What a match says of each name of its slots; a claim about a slot that the match left out says nothing."""
    for subject, predicate, obj, *title in frame.gives:
        if subject not in slots or obj not in slots:
            continue
        for s, o in _paired(slots[subject], slots[obj], slots.get(title[0]) if title else None):
            words = _title(title[0], slots, of=s) if title else None
            if s != o and not (title and words is None):
                yield Given(s, Predicate(predicate), o, words, frame, match.group(), _before(match), _behind(match))


def _paired(subject: Slot, obj: Slot, title: Slot | None) -> Iterable[tuple[int, int]]:
    """Each with each; as many holders of an office as places for it are told in the same order ("mayors of Naco and Bisbee")."""
    if title is not None and title.letters == TITLES and len(subject.names) == len(obj.names):
        return zip(subject.names, obj.names, strict=True)
    return product(subject.names, obj.names)


def _title(source: str, slots: Slots, *, of: int) -> str | None:
    """The words of a title: given in the frame, in a slot, or taken in earlier with a name."""
    if source.startswith("="):
        return source[1:]
    slot = slots.get(source.removesuffix(".title"))
    if slot is None or not source.endswith(".title"):
        return slot.text if slot else None
    return slot.titles[of][-1] if of in slot.titles else None


def _before(match: re.Match[str]) -> str:
    """The words from the nearest boundary before a match to the match."""
    text, start = match.string, match.start()
    boundary = max(text.rfind(mark_, 0, start) for mark_ in _BOUNDARIES)
    return text[max(boundary, start - _CLAUSE_BEFORE, 0) : start]


def _behind(match: re.Match[str]) -> str:
    """The words from a match to the nearest boundary behind it."""
    text, end = match.string, match.end()
    boundary = min((at for mark_ in _BOUNDARIES if (at := text.find(mark_, end)) >= 0), default=len(text))
    return text[end : min(boundary, end + _CLAUSE_BEFORE)]


def _absorb(skeleton: Skeleton, frame: Frame, match: re.Match[str], slots: Slots) -> int:
    """Write the slot that a match becomes into the text, and say where the search goes on."""
    if frame.absorb is None:
        return match.end()
    if frame.absorb == "+":
        slot, number = joined(slots[name] for name in sorted(slots)), len(skeleton.slots)
        skeleton.slots.append(slot)
    else:
        slot, number = slots[frame.absorb], int(match.group(frame.absorb))
        told = [other.text for other in slots.values() if other.letters in CLASSES["title"]]
        for name in slot.names if told else ():
            slot.titles.setdefault(name, []).extend(told)
    written = mark(slot.letters, number)
    skeleton.text = match.string[: match.start()] + written + match.string[match.end() :]
    return match.start() if frame.absorb == "+" else match.start() + len(written)
