"""The file of judgements: JSON Lines, append-only; a later line on the same pair takes an earlier one back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields

from binatgraph.errors import ResolutionError
from binatgraph.model import Judgement, Verdict

_FIELDS = frozenset(field.name for field in fields(Judgement))


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


def _judgement(line: str, *, where: str) -> Judgement:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise ResolutionError(f"{where}: not JSON ({error.msg}); each line is one object") from None
    if not isinstance(data, dict) or (unknown := sorted(data.keys() - _FIELDS)):
        raise ResolutionError(f"{where}: unknown {', '.join(unknown)}; a judgement has {', '.join(sorted(_FIELDS))}")
    if data.get("verdict") not in set(Verdict):
        raise ResolutionError(f"{where}: verdict is {data.get('verdict')!r}; it must be one of {', '.join(Verdict)}")
    try:
        return Judgement(**{**data, "verdict": Verdict(data["verdict"])})
    except TypeError:
        raise ResolutionError(f"{where}: a judgement needs left, right, verdict, reason and by") from None


def write_judgement(judgement: Judgement) -> str:
    """A judgement as its line, without the line's end.

    >>> judgement = Judgement(left="person/a", right="person/b", verdict=Verdict.DIFFERENT, reason="two mayors", by="ana")
    >>> next(read_judgements([write_judgement(judgement)])) == judgement
    True
    """
    data = {key: value for key, value in asdict(judgement).items() if value is not None}
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
