"""Analyses as compact JSON and back, by the fields of the dataclasses of `model`, whatever these are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from binatgraph.errors import StoreError
from binatgraph.model import Analysis

_HALF: Final = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which metadata can hold and UTF-8 cannot."""


def encode(analysis: Analysis) -> str:
    """Write an analysis as a line of JSON; fields that hold their default are left out. It can always be UTF-8.

    Raises
    ------
    StoreError
        If a number in it is not finite.

    Examples
    --------
    >>> from binatgraph.model import Document
    >>> line = encode(Analysis(document=Document(id="a", source="a.txt", text="Sí", language="es", media_type="", sha256="")))
    >>> decode(line).document.text
    'Sí'
    """
    try:
        text = json.dumps(_plain(analysis), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise StoreError(f"{analysis.document.source}: its analysis cannot be kept: {error}") from None
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def decode(text: str) -> Analysis:
    """Read an analysis from its line.

    Raises
    ------
    StoreError
        If it is no such line: damaged, or written by a version with other fields.
    """
    try:
        value = _reader(Analysis)(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise StoreError(f"a kept analysis cannot be read ({reason}); it has to be made again") from None
    assert isinstance(value, Analysis)
    return value


def _plain(value: Any) -> Any:
    """Make plain data of a value."""
    if is_dataclass(value):
        pairs = ((one, getattr(value, one.name)) for one in fields(value))
        return {one.name: _plain(part) for one, part in pairs if one.default is MISSING or part != one.default}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Make the function that reads values of a type: a dataclass, a tuple, an optional value, an enumeration or plain data."""
    parts = get_args(kind)
    if get_origin(kind) is UnionType:
        (inner,) = (_reader(part) for part in parts if part is not NoneType)
        return lambda data: None if data is None else inner(data)
    if get_origin(kind) is tuple:
        return _tuple_reader(parts)
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if issubclass(kind, StrEnum):
        return lambda data: kind(_checked(data, (str,)))
    allowed = (int, float) if kind is float else (kind,)
    return lambda data: kind(_checked(data, allowed))


def _tuple_reader(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Read tuples of any length, or of the types of their places."""
    if parts[-1] is Ellipsis:
        every = _reader(parts[0])
        return lambda data: tuple(every(part) for part in _checked(data, (list,)))
    each = [_reader(part) for part in parts]
    return lambda data: tuple(read(part) for read, part in zip(each, _checked(data, (list,)), strict=True))


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    """Read a value by its fields; one that is missing has its default."""
    readers: Mapping[str, Callable[[Any], Any]] = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda data: kind(**{name: readers[name](part) for name, part in _checked(data, (dict,)).items()})


def _checked(data: Any, allowed: tuple[type, ...]) -> Any:
    """Refuse data of another type; `True` is no number here."""
    if type(data) not in allowed:
        raise TypeError(f"{data!r:.60} is no {allowed[-1].__name__}")
    return data
