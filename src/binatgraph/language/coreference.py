"""Which names of a document are one actor: the same words, surnames, acronyms, known variants. What could be two stays open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from binatgraph.model import Kind
from binatgraph.names import acronyms, fold, surname_forms

_PORT_WORDS = re.compile(
    r"\b(land )?(ports? of entry|poe|lpoe|border crossing|crossing|station|international bridge|bridge|region|megaregion|mega region"
    r"|puerto (de entrada|fronterizo)|garita( internacional)?( de)?|cruce (fronterizo|internacional)|region( de)?|megarregion)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name at a place in a document, with its kind where one is known; `beside` is the name it defines in brackets."""

    text: str
    start: int
    end: int
    kind: Kind | None
    known: bool = False
    beside: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names (indices) that stand for one actor: its kind, and its most complete name in the document's words."""

    names: tuple[int, ...]
    kind: Kind
    name: str


def groups(namings: Sequence[Naming]) -> list[Group]:
    """The actors of a document, in order of their first mention; a name without a kind that joins none is left out.

    >>> found = groups([
    ...     Naming(text="Doug Ducey", start=0, end=10, kind=Kind.PERSON),
    ...     Naming(text="Ducey", start=20, end=25, kind=None),
    ... ])
    >>> [(group.name, group.names) for group in found]
    [('Doug Ducey', (0, 1))]
    """
    kinds = _kinds(namings)
    leader: dict[str, str] = {}
    for key in sorted(kinds, key=lambda k: (-len(k), k)):
        leader[key] = key
    _join_persons(kinds, leader)
    _join_acronyms(namings, kinds, leader)
    _join_places(kinds, leader)
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, naming in enumerate(namings):
        key = fold(naming.text)
        if key in leader:
            members[_root(key, leader)].append(number)
    found = [_group(numbers, namings, kinds[root]) for root, numbers in members.items()]
    return sorted(found, key=lambda group: namings[group.names[0]].start)


def _kinds(namings: Iterable[Naming]) -> dict[str, Kind]:
    """The kind of each distinct name: what a known name says, else what most of its occurrences say."""
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for naming in namings:
        if naming.kind is not None:
            votes[fold(naming.text)][naming.kind] += 10 if naming.known else 1
    return {key: min(counts, key=lambda kind: (-counts[kind], kind)) for key, counts in votes.items() if key}


def _join_persons(kinds: dict[str, Kind], leader: dict[str, str]) -> None:
    """Surnames and shorter forms go to the one longer name that has them; with two such names they stay by themselves."""
    persons = [key for key, kind in kinds.items() if kind.top is Kind.PERSON]
    for key in persons:
        longer = [p for p in persons if p != key and _is_form_of(key, p)]
        heads = [p for p in longer if not any(p != q and _is_form_of(p, q) for q in longer)]
        if len(heads) == 1:
            leader[key] = heads[0]


def _is_form_of(short: str, long: str) -> bool:
    """A surname, or given name and surname with middle names left out: "karla ruiz" of "karla patricia ruiz macfarland"."""
    if short in surname_forms(long):
        return True
    words, all_words = short.split(), long.split()
    if not 1 < len(words) < len(all_words) or words[0] != all_words[0]:
        return False
    rest = iter(all_words)
    return all(word in rest for word in words)


def _join_acronyms(namings: Sequence[Naming], kinds: dict[str, Kind], leader: dict[str, str]) -> None:
    """An acronym in brackets behind a name is that name; elsewhere it is, if its letters fit exactly one."""
    for naming in namings:
        short = fold(naming.text)
        if naming.beside is not None:
            long = fold(namings[naming.beside].text)
            if long in leader and long != short:
                kinds.setdefault(short, kinds[long])
                leader[short] = _root(long, leader)
    bodies = [
        key
        for key, kind in kinds.items()
        if kind.top in {Kind.ORGANIZATION, Kind.INITIATIVE, Kind.EVENT} and len(key.split()) > 1
    ]
    for naming in namings:
        short = fold(naming.text)
        if naming.text.isupper() and len(short.split()) == 1 and leader.get(short, short) == short:
            fits = {_root(key, leader) for key in bodies if short in acronyms(key)}
            if len(fits) == 1:
                kinds.setdefault(short, kinds[next(iter(fits))])
                leader[short] = next(iter(fits))


def _join_places(kinds: dict[str, Kind], leader: dict[str, str]) -> None:
    """ "Otay Mesa East POE" is "Otay Mesa East Port of Entry": ports and regions that differ in the word for it only."""
    bases: defaultdict[tuple[Kind, str], list[str]] = defaultdict(list)
    for key, kind in kinds.items():
        if (
            kind in {Kind.PORT_OF_ENTRY, Kind.REGION}
            and leader[key] == key
            and (base := _PORT_WORDS.sub("", key).strip())
        ):
            bases[kind, base].append(key)
    for keys in bases.values():
        longest = max(keys, key=lambda k: (len(k), k))
        leader.update(dict.fromkeys(keys, longest))


def _root(key: str, leader: dict[str, str]) -> str:
    seen = {key}
    while leader.get(key, key) != key:
        key = leader[key]
        if key in seen:
            return min(seen)
        seen.add(key)
    return key


def _group(numbers: list[int], namings: Sequence[Naming], kind: Kind) -> Group:
    texts = [namings[n].text for n in numbers]
    best = max(texts, key=lambda text: (not (text.isupper() and len(text.split()) > 1), len(text), -texts.index(text)))
    return Group(names=tuple(numbers), kind=kind, name=best)
