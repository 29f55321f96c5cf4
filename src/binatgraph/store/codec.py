"""Analyses as compact JSON and back, by the fields of the dataclasses of `model`."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from binatgraph.errors import StoreError
from binatgraph.model import Analysis


def encode(analysis: Analysis) -> str:
    """An analysis as one line of JSON; fields that hold nothing are left out.

    >>> from binatgraph.model import Document
    >>> text = encode(Analysis(document=Document(id="a", source="a.txt", text="Hi", language="en", media_type="", sha256="")))
    >>> decode(text).document.text
    'Hi'
    """
    return json.dumps(_plain(analysis), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Analysis:
    """An analysis from its line.

    Raises
    ------
    StoreError
        If it is no such line: damaged, or written by a version with other fields.
    """
    try:
        value = _value(Analysis, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError(f"a kept analysis cannot be read ({type(error).__name__}: {error})") from None
    assert isinstance(value, Analysis)
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(part) for name, part in pairs if part is not None and part != ()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _value(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    origin = get_origin(kind)
    if origin in {types.UnionType, Union}:
        return _value(next(arg for arg in get_args(kind) if arg is not type(None)), data)
    if origin is tuple:
        kinds = get_args(kind)
        return tuple(_value(kinds[0] if kinds[-1] is Ellipsis else kinds[at], part) for at, part in enumerate(data))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(data)
    if is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _value(hints[name], part) for name, part in data.items()})  # type: ignore[operator]
    if kind is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, kind):
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return data


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
