"""The register in memory: its entries, its names, and what belongs to what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from binatgraph.model import Kind
from binatgraph.names import fold, surname_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from binatgraph.model import RegisterEntry

REFERENCES = frozenset({"partOf", "seat", "twin", "counterpart"})
"""The properties of facts whose value is the id of an actor."""

_ABOVE = frozenset({"partOf", "seat"})
_ONE_WAY = (
    (re.compile(r"\b(united states of america|u s a|usa|u s|us)\b"), "united states"),
    (re.compile(r"\b(estados unidos de america|e e u u|ee uu|eeuu|e u a|eua)\b"), "estados unidos"),
    (re.compile(r"\bde los estados unidos\b"), "de estados unidos"),
    (re.compile(r"^(the|la|el|los|las) (?=\w+ \w+ \w)"), ""),  # "El Paso" and "Los Angeles" keep theirs
)


def name_key(text: str) -> str:
    """Fold a name into what all its spellings have in common: also "U.S." and "United States", with or without article.

    >>> name_key("The U.S. Department of State") == name_key("United States Department of State")
    True
    """
    key = fold(text)
    for pattern, one_way in _ONE_WAY:
        key = pattern.sub(one_way, key)
    return key


def short_names(full: str) -> frozenset[str]:
    """Give the given name with one surname or both, folded: how news call a person with a longer name.

    >>> sorted(short_names("Alfonso Durazo Montaño"))
    ['alfonso durazo', 'alfonso durazo montano', 'alfonso montano']
    """
    given = fold(full).partition(" ")[0]
    return frozenset(f"{given} {surname}" for surname in surname_forms(full))


@dataclass(frozen=True, kw_only=True)
class Register:
    """The actors known beforehand, by id; for places the number of people; and what some names mean by themselves.

    `meanings` gives by folded name the id of who is usually meant (or none: nobody of the register), and the reason. What
    is made of the names is made when it is first asked for: loading stays fast.
    """

    entries: Mapping[str, RegisterEntry] = field(repr=False)
    populations: Mapping[str, int] = field(default_factory=dict, repr=False)
    meanings: Mapping[str, tuple[str | None, str]] = field(default_factory=dict, repr=False)

    def kind(self, key: str) -> Kind:
        """Give the kind of an actor of the register."""
        return self.entries[key].actor.kind

    def label(self, key: str) -> str:
        """Give the English name of an actor of the register."""
        return self.entries[key].actor.label()

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by the key of each name, preferred or not, in both languages."""
        return _grouped((name_key(n.text), key) for key, entry in self.entries.items() for n in entry.actor.names)

    @property
    def people(self) -> Iterator[tuple[str, RegisterEntry]]:
        """The entries of people, with their ids."""
        return ((key, entry) for key, entry in self.entries.items() if entry.actor.kind.top is Kind.PERSON)

    @cached_property
    def by_short_name(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of people by the shorter names they may go by."""
        names = ((n.text, key) for key, entry in self.people for n in entry.actor.names)
        return _grouped((short, key) for text, key in names for short in short_names(text))

    @cached_property
    def surnames(self) -> Counter[str]:
        """How many people have a surname."""
        return Counter(form for _, entry in self.people for form in surname_forms(entry.actor.label()))

    @cached_property
    def above(self) -> Mapping[str, frozenset[str]]:
        """For each actor: what it is a part of, all the way up, where it sits itself, and the countries it belongs to."""
        found: dict[str, frozenset[str]] = {}
        for key, entry in self.entries.items():
            seats = [value for name, value in entry.facts if name == "seat"]
            found[key] = frozenset().union(*(self._chain(one) for one in (key, *seats)), seats) - {key}
        return found

    def _chain(self, key: str) -> set[str]:
        """Climb from an actor through what it is a part of, to its countries; a circle ends where it began."""
        found: set[str] = set()
        waiting = [key]
        while waiting:
            entry = self.entries[waiting.pop()]
            countries = {f"place/{code.lower()}" for code in entry.actor.countries} & self.entries.keys()
            new = ({value for name, value in entry.facts if name == "partOf"} | countries) - found
            found |= new
            waiting += new
        return found


def entries_for(register: Register, actor_ids: Iterable[str]) -> tuple[RegisterEntry, ...]:
    """Give the confirmed entries of actors and of all that they need, sorted by id.

    What is needed: what they are part of, where they sit, where they held office, all the way up. No fact or tenure in
    them refers to what is not among them. Ids that the register does not hold are passed over.

    Examples
    --------
    >>> from binatgraph.config import data_path
    >>> from binatgraph.register.load import load_register
    >>> register = load_register(data_path("register"))
    >>> [entry.actor.label() for entry in entries_for(register, ["place/us-az-phoenix"])]
    ['United States', 'Arizona', 'Phoenix']
    """
    wanted: set[str] = set()
    waiting = list(actor_ids)
    while waiting:
        key = waiting.pop()
        entry = register.entries.get(key)
        if entry is None or not entry.confirmed or key in wanted:
            continue
        wanted.add(key)
        waiting += [value for name, value in entry.facts if name in _ABOVE]
        waiting += [tenure.at for tenure in entry.tenures if tenure.confirmed]
    return tuple(_within(register.entries[key], wanted) for key in sorted(wanted))


def _within(entry: RegisterEntry, kept: set[str]) -> RegisterEntry:
    """Leave out what refers to others, and tenures that were not seen."""
    facts = tuple(fact for fact in entry.facts if fact[0] not in REFERENCES or fact[1] in kept)
    tenures = tuple(tenure for tenure in entry.tenures if tenure.confirmed and tenure.at in kept)
    return replace(entry, facts=facts, tenures=tenures)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Group ids by key, each once and sorted."""
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: tuple(sorted(values)) for key, values in found.items()}
