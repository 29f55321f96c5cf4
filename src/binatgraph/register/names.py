"""Which names of the register can be recognised in a text by themselves, and which would find too much that is not meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from binatgraph.model import Kind, RegisterName
from binatgraph.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from binatgraph.model import Name, RegisterEntry
    from binatgraph.register.index import Register

_STAND_ALONE = frozenset({"us", "u s", "usa", "u s a", "ee uu", "eeuu", "eua", "e u a", "eu", "cdmx", "d f"})
"""Short names of countries and states that need no comma before them: news use them like full names."""

_ORDER = (Kind.COUNTRY, Kind.STATE, Kind.CITY, Kind.REGION, Kind.COUNTY, Kind.PORT_OF_ENTRY, Kind.PLACE)
_STATES = {Kind.COUNTRY, Kind.STATE}
_LARGE_MUNICIPIO = 50_000  # people; smaller ones called by one word are mostly called like somebody
_LARGE_CITY = 200_000  # people; larger ones are named more often than the people who are called like them


def recognisable_names(register: Register) -> Iterator[RegisterName]:
    """Give the names by which the language stage may recognise actors, the likelier meaning of a name before the others.

    Left out are names that mean something else in most texts: see `left_out`. Abbreviations of states are given with
    `after_comma`. People are given by two words at least.

    Examples
    --------
    >>> from binatgraph.config import data_path
    >>> from binatgraph.register.load import load_register
    >>> names = {name.text: name for name in recognisable_names(load_register(data_path("register")))}
    >>> names["Sonora"].kind, names["Ariz."].after_comma, "Mesa" in names
    (<Kind.STATE: 'State'>, True, False)
    """
    given: set[tuple[str, bool]] = set()
    for entry in sorted(register.entries.values(), key=_rank):
        for name in entry.actor.names:
            key = (name.text, _after_comma(name, entry))
            if key not in given and left_out(name, entry, register=register) is None:
                given.add(key)
                yield RegisterName(text=name.text, kind=entry.actor.kind, language=name.language, after_comma=key[1])


def left_out(name: Name, entry: RegisterEntry, *, register: Register) -> str | None:
    """Say why a name of an entry cannot be recognised by itself, or give none if it can.

    `names.csv` of the register says it of single names, and rules of all that look alike.
    """
    key, kind = fold(name.text), entry.actor.kind
    means, reason = register.meanings.get(key, (entry.actor.id, ""))
    if means != entry.actor.id:
        return reason
    if " " not in key:
        return _left_out_word(key, entry, register=register)
    reasons = {
        "a place and what it lies in are two names": kind.top is Kind.PLACE
        and "," in name.text
        and key not in register.meanings,
        "nobody writes it so": any(mark in name.text for mark in "()/"),
        "one word and initials": kind.top is Kind.PERSON and sum(len(word) > 1 for word in key.split()) <= 1,
        "a number names a bridge or gate only where the city is known": kind is Kind.PORT_OF_ENTRY
        and key.split()[-1].isdigit(),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _left_out_word(key: str, entry: RegisterEntry, *, register: Register) -> str | None:
    """Say why a name of one word cannot be recognised by itself."""
    kind, people = entry.actor.kind, register.populations.get(entry.actor.id, 0)
    if kind in _STATES:
        return None
    large = kind is Kind.CITY and people >= _LARGE_CITY
    reasons = {
        "one word names no person": kind.top is Kind.PERSON,
        "two letters mean too much": len(key) <= len("UA"),
        "the place has the name before the gate": kind is Kind.PORT_OF_ENTRY,
        "a surname": kind.top is Kind.PLACE and key in register.surnames and not large,
        "a small municipio called by one word": kind is Kind.COUNTY and people < _LARGE_MUNICIPIO,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _after_comma(name: Name, entry: RegisterEntry) -> bool:
    """Whether a name is an abbreviation of a state or country, which means it only behind a comma."""
    key = fold(name.text)
    short = len(key.replace(" ", "")) <= len("Tamp") and not name.preferred
    return entry.actor.kind in _STATES and short and key not in _STAND_ALONE


def _rank(entry: RegisterEntry) -> tuple[int, bool, str]:
    """Order entries by how likely a name that several have means them: places first, the two neighbours before Canada."""
    kind, key = entry.actor.kind, entry.actor.id
    place = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
    return place, key == "place/ca", key
