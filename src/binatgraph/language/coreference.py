"""Which names of a document are one actor: the same words, surnames, acronyms, known variants. What could be two stays open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from binatgraph.language.lexicon import Lexicon
from binatgraph.model import Kind
from binatgraph.names import acronyms, fold, surname_forms

_KNOWN_WEIGHT = 10
"""A name that is known beforehand outvotes what its context seems to say in all but long documents."""
_BODIES = frozenset({Kind.ORGANIZATION, Kind.INITIATIVE, Kind.EVENT})
_WITH_GENERIC = frozenset({Kind.PORT_OF_ENTRY, Kind.REGION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name at a place in a document, with its kind where one is known; `beside` is the name it defines in brackets."""

    text: str
    start: int
    end: int
    kind: Kind | None
    known: bool = False
    beside: int | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names (indices) that stand for one actor: its kind, and its most complete name in the document's words."""

    names: tuple[int, ...]
    kind: Kind
    name: str


def groups(namings: Sequence[Naming], *, lexicon: Lexicon) -> list[Group]:
    """The actors of a document, in order of their first mention; a name without a kind that joins none is left out.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> ana = Naming(text="Ana Ruiz Peña", start=0, end=13, kind=Kind.PERSON)
    >>> ruiz = Naming(text="Ruiz", start=20, end=24, kind=None)
    >>> [(group.name, group.names) for group in groups([ana, ruiz], lexicon=load_lexicon("en"))]
    [('Ana Ruiz Peña', (0, 1))]
    """
    keys = [fold(naming.text) for naming in namings]
    kinds = _kinds(namings, keys)
    leader = {key: key for key in kinds}
    _join_persons(keys, kinds, leader)
    _join_defined(namings, keys, kinds, leader)
    _join_acronyms(namings, keys, kinds, leader)
    _join_places(kinds, leader, lexicon=lexicon)
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key in leader:
            members[_root(key, leader)].append(number)
    return [_group(numbers, namings, kinds[root]) for root, numbers in members.items()]


def _kinds(namings: Iterable[Naming], keys: Iterable[str]) -> dict[str, Kind]:
    """The kind of each distinct name: what a known name says, else what most of its occurrences say."""
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for naming, key in zip(namings, keys, strict=True):
        if naming.kind is not None and key:
            votes[key][naming.kind] += _KNOWN_WEIGHT if naming.known else 1
    return {key: min(counts, key=lambda kind: (-counts[kind], kind)) for key, counts in votes.items()}


def _join_persons(keys: Iterable[str], kinds: dict[str, Kind], leader: dict[str, str]) -> None:
    """Surnames and shorter forms go to the one longer name that has them; with two such names they stay by themselves."""
    persons = [key for key, kind in kinds.items() if kind.top is Kind.PERSON]
    without_kind = [key for key in dict.fromkeys(keys) if key and key not in kinds]
    longer = _longer_forms([*persons, *without_kind], persons)
    for key in longer:
        heads = [form for form in longer[key] if not longer[key] & longer[form]]
        if len(heads) == 1:
            leader[key] = heads[0]
            kinds.setdefault(key, kinds[heads[0]])


def _longer_forms(names: Iterable[str], persons: Iterable[str]) -> dict[str, set[str]]:
    """For each name the names of persons that it may be short for.

    That is a surname, or the given name and others with some left out: "karla ruiz" of "karla patricia ruiz macfarland".
    """
    with_surname: defaultdict[str, set[str]] = defaultdict(set)
    with_first: defaultdict[str, set[str]] = defaultdict(set)
    for person in persons:
        with_first[person.split()[0]].add(person)
        for form in surname_forms(person):
            with_surname[form].add(person)
    return {
        name: (with_surname[name] | {person for person in with_first[name.split()[0]] if _leaves_out(name, person)})
        - {name}
        for name in names
    }


def _leaves_out(short: str, long: str) -> bool:
    """Whether a name is another one with some words left out; the given name alone is too little."""
    words, rest = short.split(), iter(long.split())
    return 1 < len(words) < len(long.split()) and all(word in rest for word in words)


def _join_defined(
    namings: Sequence[Naming], keys: Sequence[str], kinds: dict[str, Kind], leader: dict[str, str]
) -> None:
    """An acronym in brackets behind a name is that name, and of its kind if it had none; behind a person it is a party."""
    for naming, short in zip(namings, keys, strict=True):
        long = short if naming.beside is None else keys[naming.beside]
        if long != short and long in leader and kinds[long].top is not Kind.PERSON and _may_be(short, long, kinds):
            kinds.setdefault(short, kinds[long])
            leader[short] = _root(long, leader)


def _join_acronyms(
    namings: Sequence[Naming], keys: Sequence[str], kinds: dict[str, Kind], leader: dict[str, str]
) -> None:
    """One word in capitals is the body whose initials it has, if they fit exactly one."""
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for key, kind in kinds.items():
        if kind.top in _BODIES and " " in key:
            for acronym in acronyms(key):
                bodies[acronym].add(key)
    for naming, short in zip(namings, keys, strict=True):
        if short in bodies and naming.text.isupper() and leader.get(short, short) == short:
            fits = {_root(key, leader) for key in bodies[short] if _may_be(short, key, kinds)}
            if len(fits) == 1:
                leader[short] = fits.pop()
                kinds.setdefault(short, kinds[leader[short]])


def _may_be(short: str, long: str, kinds: Mapping[str, Kind]) -> bool:
    """Whether nothing says that a short name is of another sort than a long one: "US" is no "University of Sinaloa"."""
    return short not in kinds or kinds[short].top is kinds[long].top


def _join_places(kinds: Mapping[str, Kind], leader: dict[str, str], *, lexicon: Lexicon) -> None:
    """Ports and regions that differ only in the word for it are one: "Otay Mesa East POE"."""
    bases: defaultdict[tuple[Kind, str], list[str]] = defaultdict(list)
    for key, kind in kinds.items():
        if kind in _WITH_GENERIC and leader[key] == key and (base := lexicon.places.generic.sub("", key).strip()):
            bases[kind, base].append(key)
    for keys in bases.values():
        longest = max(keys, key=lambda key: (len(key), key))
        leader.update(dict.fromkeys(keys, longest))


def _root(key: str, leader: Mapping[str, str]) -> str:
    """The name that leads a chain of names; of names that lead each other in a circle the smallest."""
    seen = {key}
    while leader.get(key, key) != key:
        key = leader[key]
        if key in seen:
            return min(seen)
        seen.add(key)
    return key


def _group(numbers: Sequence[int], namings: Sequence[Naming], kind: Kind) -> Group:
    """The names of one actor; the longest is its name, one in capitals throughout only if there is no other."""
    texts = [namings[number].text for number in numbers]
    name = max(texts, key=lambda text: (not (text.isupper() and " " in text), len(text)))
    return Group(names=tuple(numbers), kind=kind, name=name)
