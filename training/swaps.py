"""Lines of our own with other names in them: what is learned is where names stand, and not these names by heart."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random

from binatgraph.config import data_path
from training.lines import Line, Span

Shape = tuple[str, str]
"""What may stand for one another: names of one kind that look alike."""
_PEOPLE = ("Person", "Official")
_CHANCE = 0.75
_FILES = ("places.csv", "organizations.csv", "initiatives.csv")
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "van", "von", "da", "y"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Names by what they can stand for, and the parts of the names of people."""

    names: Mapping[Shape, Sequence[str]]
    given: Sequence[str]
    surnames: Sequence[str]


def shape(name: str, kind: str) -> Shape:
    """Acronyms, single words and longer names do not stand for one another, nor "la Comisión …" for "el Consejo …".

    >>> shape("NADBank", "Organization"), shape("Consejo de Agua", "Commission")
    (('Organization', 'word'), ('Commission', 'words o'))
    """
    words = name.split()
    if len(words) == 1:
        return kind, "acronym" if name.isupper() else "word"
    return kind, f"words {'a' if words[0].endswith(('a', 'ón', 'ad')) else 'o'}"


def pool(lines: Iterable[Line], *, language: str, given: Iterable[str]) -> Pool:
    """The names of the lines and of the register, in the language and without one."""
    found: defaultdict[Shape, set[str]] = defaultdict(set)
    for line in lines:
        for start, end, kind in line.names:
            found[shape(line.text[start:end], kind)].add(line.text[start:end])
    for file in _FILES:
        for row in _rows(data_path("register") / file):
            listed = (row[f"name_{language}"], *row[f"aliases_{language}"].split("|"), *row["aliases"].split("|"))
            for name in filter(_is_spelled_out, listed):
                found[shape(name, row["kind"])].add(name)
    people = [row["name"].split() for row in _rows(data_path("register") / "people.csv")]
    surnames = {words[-1] for words in people if len(words) > 1 and words[-1].isalpha()}
    return Pool(
        names={key: sorted(names) for key, names in found.items()},
        given=sorted({*given, *(words[0] for words in people if words[0].isalpha())}),
        surnames=sorted(surnames),
    )


def _is_spelled_out(name: str) -> bool:
    """Not "Ariz." or "AZ", which stand only behind a comma."""
    return len(name) >= len("USA") and not name.endswith(".")


def given_names(language: str) -> list[str]:
    """The given names that the rules know too, as they are written."""
    return (files("binatgraph.language") / language / "given_names.txt").read_text("utf-8").split()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def swapped(line: Line, pool: Pool, *, seed: str) -> Line:
    """The line with most of its names exchanged; the same for the same seed. A name that comes twice is exchanged alike."""
    chance = Random(seed)  # noqa: S311  (no secret: which names stand in which copy)
    text, names, done = "", [], 0
    chosen: dict[str, str] = {}
    for start, end, kind in sorted(line.names):
        old = line.text[start:end]
        if old not in chosen:
            chosen[old] = other(old, kind, pool, chance=chance) if chance.random() < _CHANCE else old
        text += line.text[done:start]
        names.append(_span(text, chosen[old], kind))
        text += chosen[old]
        done = end
    return Line(text=text + line.text[done:], names=tuple(names))


def _span(text: str, name: str, kind: str) -> Span:
    return len(text), len(text) + len(name), kind


def other(name: str, kind: str, pool: Pool, *, chance: Random) -> str:
    """Another name of the kind that looks like this one; capitals stay capitals."""
    new = _person(name, pool, chance=chance) if kind in _PEOPLE else chance.choice(_alike(name, kind, pool))
    shouted = name.isupper() and " " in name
    return new.upper() if shouted else new


def _alike(name: str, kind: str, pool: Pool) -> Sequence[str]:
    return pool.names.get(shape(name, kind), [name])


def _person(name: str, pool: Pool, *, chance: Random) -> str:
    """A surname for one word, else a given name for the first word and surnames for the others."""
    words = name.split()
    new = [_like(word, chance.choice(pool.surnames), fixed=word in _PARTICLES) for word in words]
    if len(words) > 1:
        new[0] = _like(words[0], chance.choice(pool.given), fixed=False)
    return " ".join(new)


def _like(old: str, new: str, *, fixed: bool) -> str:
    """Initials and small words stay as they are."""
    if fixed or old.endswith(".") or not old[:1].isupper():
        return old
    return new.upper() if old.isupper() else new
