"""The notation of frames: a regular expression over a skeleton, with slots and macros.

`{s:person|org}` is a slot called `s` of one of some classes, `{>name}` a macro, of the file or one of `BUILT_IN`. The rest
is a regular expression over a sentence whose white space is single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from binatgraph.errors import LanguageError
from binatgraph.language.skeleton import CLASSES, CLOSE, DEMONYM, OPEN

_SLOT = re.compile(r"\{([a-z]+):([a-z|]+)\}")
_MACRO = re.compile(r"\{>([a-z_]+)\}")
_DEPTH = 4
"""Macros in macros; deeper ones read badly, and this ends those that name themselves."""
_PARTS = re.compile(rf"\\.|\[(?:\\.|[^\]\\])*\]|{_SLOT.pattern}|[()|]")

_TITLE_OR_DEMONYM = rf"{OPEN}[{CLASSES['title']}{DEMONYM}]+\d+{CLOSE}"
_ANY_SLOT = rf"{OPEN}[A-Z]+\d+{CLOSE}"
_SMALL = rf"(?:[^{OPEN}{CLOSE}]|{_TITLE_OR_DEMONYM})"
_CLAUSE = rf"(?:[^{OPEN}{CLOSE}.;:?!]|{_TITLE_OR_DEMONYM})"
_WIDE = rf"(?:[^{OPEN}{CLOSE}.;:?!]|{_ANY_SLOT})"
BUILT_IN = {
    "gap": rf"{_CLAUSE}{{0,60}}?",
    "short": rf"{_CLAUSE}{{0,25}}?",
    "wide": rf"{_WIDE}{{0,120}}?",
    "aside": rf"(?:,{_SMALL}{{1,80}}?,)?",
}
"""What may stand between two parts of a wording: a few words without a name (`short`), a phrase (`gap`), a clause with names
(`wide`), words between commas (`aside`). The widths are characters; a wider gap joins what one clause does not."""


def expand(pattern: str, *, macros: Mapping[str, str]) -> str:
    """A pattern with its macros written out; the slots stay.

    Raises
    ------
    LanguageError
        If it names a macro that is not there.

    >>> expand("{>art}{s:person} spoke", macros={"art": "(?:the )?"})
    '(?:(?:the )?){s:person} spoke'
    """
    known = BUILT_IN | dict(macros)
    for _ in range(_DEPTH):
        pattern = _MACRO.sub(lambda m: f"(?:{known[m.group(1)]})" if m.group(1) in known else m.group(), pattern)
    if left := _MACRO.search(pattern):
        raise LanguageError(f"frames.toml: no macro {left.group(1)!r}; there are {', '.join(sorted(known))}")
    return pattern


def regular(pattern: str) -> str:
    """A pattern with its slots as groups of a regular expression, which hold the number of the slot.

    Raises
    ------
    LanguageError
        If a slot is of a class that is not there.
    """
    return _SLOT.sub(_group, pattern)


def _group(match: re.Match[str]) -> str:
    return rf"{OPEN}[{_letters(match.group(2))}]+(?P<{match.group(1)}>\d+){CLOSE}"


def _letters(classes: str) -> str:
    if unknown := [name for name in classes.split("|") if name not in CLASSES]:
        raise LanguageError(f"frames.toml: no class {unknown[0]!r} of slots; there are {', '.join(sorted(CLASSES))}")
    return "".join(CLASSES[name] for name in classes.split("|"))


def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """The letters of each slot that must be in a text for a pattern to match: those outside all brackets.

    >>> [sorted(letters) for letters in needed("{s:person}(?: of {o:state})? met {x:event}")]
    [['P'], ['E']]
    """
    outer = list(_outer(pattern))
    return () if "|" in outer else tuple(frozenset(_letters(classes)) for classes in outer)


def _outer(pattern: str) -> Iterator[str]:
    """What stands outside all brackets of a pattern: the classes of its slots, and "|" between alternatives."""
    depth = 0
    for part in _PARTS.finditer(pattern):
        text = part.group()
        depth += (text == "(") - (text == ")")
        if depth == 0 and (text == "|" or part.group(2)):
            yield part.group(2) or text
