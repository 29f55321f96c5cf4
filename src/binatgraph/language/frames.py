"""Frames: patterns over skeletons, kept as data per language, that say which claim a wording makes.

In a pattern `{s:person|org}` is a slot called `s`, `{>name}` a macro of the file; the rest is a regular expression over a
sentence whose white space is single spaces. `gives` lists the claims: subject, predicate, object and, for an office, the
slot of the title ("t"), a title taken in earlier ("s.title"), or words ("=member"). `absorb` names the slot that the whole match becomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from binatgraph.errors import LanguageError
from binatgraph.language.skeleton import CLASSES, CLOSE, DEMONYM, LETTERS, OPEN, TITLE, UNKNOWN, Skeleton, Slot, mark
from binatgraph.model import Kind, Predicate, Tense

_SLOT = re.compile(r"\{([a-z]+):([a-z|]+)\}")
_MACRO = re.compile(r"\{>([a-z_]+)\}")
_SMALL = rf"(?:[^{OPEN}{CLOSE}]|{OPEN}[{TITLE}{DEMONYM}]+\d+{CLOSE})"
_CLAUSE = rf"(?:[^{OPEN}{CLOSE}.;:?!]|{OPEN}[{TITLE}{DEMONYM}]+\d+{CLOSE})"
_WIDE = rf"(?:[^{OPEN}{CLOSE}.;:?!]|{OPEN}[A-Z]+\d+{CLOSE})"
BUILT_IN = {
    "gap": rf"{_CLAUSE}{{0,60}}?",
    "short": rf"{_CLAUSE}{{0,25}}?",
    "wide": rf"{_WIDE}{{0,120}}?",
    "aside": rf"(?:,{_SMALL}{{1,80}}?,)?",
}
_PASSES = 12
"""A frame that absorbs is tried again where it was; the longest list of offices seen in one sentence is nine."""
_LIST = 3
"""With a known organization among three names or more, the unknown ones of the list are organizations too."""


class Given(NamedTuple):
    """A claim that a frame makes: names (indices), the title's words, and where in the skeleton it matched."""

    subject: int
    predicate: Predicate
    object: int
    title: str | None
    frame: Frame
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One pattern and what it gives."""

    rule: str
    pattern: re.Pattern[str]
    gives: tuple[tuple[str, ...], ...]
    absorb: str | None
    types: Mapping[str, Kind]
    confidence: float
    tense: Tense | None


def compile_frames(data: Mapping[str, Any], *, language: str) -> dict[str, tuple[Frame, ...]]:
    """The frames of a language by level, in the order of the file.

    Raises
    ------
    LanguageError
        If a frame names a level, a slot or a macro that is not there.
    """
    levels: dict[str, list[Frame]] = {level: [] for level in data["levels"]}
    for row in data["frame"]:
        if row["level"] not in levels:
            raise LanguageError(f"{language}/frames.toml: {row['name']}: no level {row['level']!r}")
        levels[row["level"]].append(_frame(row, macros=data["macros"], language=language))
    return {level: tuple(frames) for level, frames in levels.items()}


def _frame(row: Mapping[str, Any], *, macros: Mapping[str, str], language: str) -> Frame:
    pattern = re.compile(_expand(row["pattern"], macros=macros), re.IGNORECASE if row.get("any_case") else 0)
    gives = tuple(tuple(claim) for claim in row.get("gives", ()))
    used = {
        part.removesuffix(".title") for claim in gives for part in (claim[0], *claim[2:]) if not part.startswith("=")
    }
    if missing := used - set(pattern.groupindex):
        raise LanguageError(
            f"{language}/frames.toml: {row['name']}: no slot {', '.join(sorted(missing))} in its pattern"
        )
    return Frame(
        rule=f"{language}.{row['level']}.{row['name']}",
        pattern=pattern,
        gives=gives,
        absorb=row.get("absorb"),
        types={slot: Kind(kind) for slot, kind in row.get("types", {}).items()},
        confidence=row.get("confidence", 0.8),
        tense=Tense(row["tense"]) if "tense" in row else None,
    )


def _expand(pattern: str, *, macros: Mapping[str, str]) -> str:
    known = BUILT_IN | dict(macros)
    for _ in range(4):
        pattern = _MACRO.sub(lambda m: f"(?:{known[m.group(1)]})" if m.group(1) in known else m.group(), pattern)
    if left := _MACRO.search(pattern):
        raise LanguageError(f"frames.toml: no macro {left.group(1)!r}; there are {', '.join(sorted(known))}")
    return _SLOT.sub(_slot_pattern, pattern)


def _slot_pattern(match: re.Match[str]) -> str:
    name, classes = match.groups()
    letters = "".join(CLASSES[c] for c in classes.split("|"))
    return rf"{OPEN}[{letters}]+(?P<{name}>\d+){CLOSE}"


def apply(skeleton: Skeleton, *, frames: Mapping[str, tuple[Frame, ...]], levels: list[str]) -> Iterator[Given]:
    """Run the cascade over a skeleton, which it changes, and yield what the frames give."""
    for level in levels:
        for frame in frames[level]:
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
        yield from _given(skeleton, frame, match, slots)
        position = _absorb(skeleton, frame, match, slots)


def _settle(skeleton: Skeleton, slot: Slot, kind: Kind) -> None:
    """An unknown name is of a kind; in a list with names that are known already, only the others are."""
    slot.letters = slot.letters.replace(UNKNOWN, LETTERS[kind])
    for name in slot.names:
        skeleton.types.setdefault(name, kind)


def _given(skeleton: Skeleton, frame: Frame, match: re.Match[str], slots: Mapping[str, Slot]) -> Iterator[Given]:
    clause = _clause(skeleton.text, match)
    for subject, predicate, obj, *title in frame.gives:
        if subject not in slots or obj not in slots:
            continue
        words = _title(title[0], slots) if title else None
        for s in slots[subject].names:
            for o in slots[obj].names:
                if s != o and not (title and words is None):
                    yield Given(s, Predicate(predicate), o, words, frame, clause)


def _title(source: str, slots: Mapping[str, Slot]) -> str | None:
    if source.startswith("="):
        return source[1:]
    if source.endswith(".title"):
        taken = slots[source.removesuffix(".title")].titles if source.removesuffix(".title") in slots else []
        return taken[-1] if taken else None
    return slots[source].text if source in slots else None


def _clause(text: str, match: re.Match[str]) -> str:
    """The words that say how the claim is put: from the nearest boundary before the match to its end."""
    start = max(text.rfind(boundary, 0, match.start()) for boundary in (";", ":", ".", "“", "("))
    return text[max(start, match.start() - 80, 0) : match.end()]


def _absorb(skeleton: Skeleton, frame: Frame, match: re.Match[str], slots: Mapping[str, Slot]) -> int:
    if frame.absorb is None:
        return match.end()
    if frame.absorb == "+":
        slot = _joined([slots[name] for name in sorted(slots)])
    else:
        slot = slots[frame.absorb]
        slot.titles.extend(s.text for s in slots.values() if s.letters == TITLE)
    replacement = skeleton.add(slot) if slot not in skeleton.slots else mark(slot.letters, _number(skeleton, slot))
    skeleton.text = skeleton.text[: match.start()] + replacement + skeleton.text[match.end() :]
    return match.start() if frame.absorb == "+" else match.start() + len(replacement)


def _number(skeleton: Skeleton, slot: Slot) -> int:
    return next(i for i, s in enumerate(skeleton.slots) if s is slot)


def _joined(slots: list[Slot]) -> Slot:
    letters = "".join(sorted({letter for slot in slots for letter in slot.letters}))
    return Slot(letters=letters, names=tuple(n for slot in slots for n in slot.names))
