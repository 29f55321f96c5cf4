"""The file of judgements: JSON Lines, append-only; a later line on the same pair takes an earlier one back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from datetime import datetime
from math import isfinite
from typing import Any

from binatgraph.errors import ResolutionError
from binatgraph.model import Judgement, Verdict

_FIELDS = tuple(field.name for field in fields(Judgement))
_NEEDED = ("left", "right", "verdict", "reason", "by")


def read_judgements(lines: Iterable[str], *, name: str = "judgements") -> Iterator[Judgement]:
    """Judgements from lines of JSON; empty lines are passed over. `name` stands in error messages.

    Raises
    ------
    ResolutionError
        If a line is no judgement: which line, and what is allowed.

    >>> line = '{"left":"person/a-b","right":"person/b-a","verdict":"same","reason":"one person","by":"ana"}'
    >>> [judgement.verdict.value for judgement in read_judgements([line])]
    ['same']
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _judgement(line, where=f"{name}, line {number}")


def write_judgement(judgement: Judgement) -> str:
    """A judgement as its line, without the line's end.

    >>> judgement = Judgement(left="person/a", right="person/b", verdict=Verdict.DIFFERENT, reason="two mayors", by="ana")
    >>> next(read_judgements([write_judgement(judgement)])) == judgement
    True
    """
    data = {key: value for key, value in asdict(judgement).items() if value is not None}
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _judgement(line: str, *, where: str) -> Judgement:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise ResolutionError(f"{where}: not JSON ({error.msg}); each line is one object") from None
    if not isinstance(data, dict):
        raise ResolutionError(f"{where}: not an object; a judgement has {', '.join(_FIELDS)}")
    if problem := _problem(data):
        raise ResolutionError(f"{where}: {problem}")
    return Judgement(**{**data, "verdict": Verdict(data["verdict"])})


def _problem(data: dict[str, Any]) -> str | None:
    """What keeps an object from being a judgement."""
    if unknown := sorted(data.keys() - set(_FIELDS)):
        return f"unknown {', '.join(unknown)}; a judgement has {', '.join(_FIELDS)}"
    if missing := [key for key in _NEEDED if key not in data]:
        return f"no {', '.join(missing)}; a judgement needs {', '.join(_NEEDED)}"
    if data["verdict"] not in list(Verdict):
        return f"verdict is {data['verdict']!r}; it must be one of {', '.join(Verdict)}"
    if texts := [key for key in (*_NEEDED, "at") if not isinstance(data.get(key, ""), str)]:
        return f"{texts[0]} is {data[texts[0]]!r}; it must be text"
    if not _is_number(data.get("score", 0)):
        return f"score is {data['score']!r}; it must be a number"
    return None if _is_moment(data.get("at", "2000-01-01")) else f"at is {data['at']!r}; it must be a time (ISO 8601)"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
