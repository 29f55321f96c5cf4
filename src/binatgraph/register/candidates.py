"""Which entries an actor could be, and in which round that is decided."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from binatgraph.model import Kind
from binatgraph.register.index import name_key, short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from binatgraph.model import Actor
    from binatgraph.register.index import Register

_STATES = {Kind.COUNTRY, Kind.STATE}


class Round(IntEnum):
    """The rounds of linking: each may use what was found in the rounds before it, and nothing else."""

    CLEAR_STATES = 0
    """Countries and states that have their name for themselves: "Arizona"."""
    STATES = 1
    """Names that a country or state shares: "Chihuahua" is a city and a municipio too."""
    PLACES = 2
    OTHERS = 3
    PEOPLE = 4


def candidates_of(actor: Actor, register: Register) -> tuple[str, ...]:
    """Give the entries with one of the names and the same top kind; people, by two words at least, also by shorter names."""
    keys = {name_key(name.text) for name in actor.names}
    indexes = [register.by_name]
    if actor.kind.top is Kind.PERSON:
        keys = {form for key in keys if " " in key for form in (key, *short_names(key))}
        indexes.append(register.by_short_name)
    found = {one for key in keys for index in indexes for one in index.get(key, ())}
    return tuple(sorted(one for one in found if register.kind(one).top is actor.kind.top))


def round_of(actor: Actor, candidates: Iterable[str], register: Register) -> Round:
    """Say in which round an actor is decided about."""
    if actor.kind.top is not Kind.PLACE:
        return Round.PEOPLE if actor.kind.top is Kind.PERSON else Round.OTHERS
    if all(_clear_state(key, register) for key in candidates):
        return Round.CLEAR_STATES
    return Round.STATES if any(register.kind(key) in _STATES for key in candidates) else Round.PLACES


def usable_in(key: str, turn: Round, register: Register) -> bool:
    """Whether a round may use an actor that is linked.

    It depends on what the actor is and not on when it was linked, so that linking a second time has the same to go by.
    """
    kind = register.kind(key)
    match turn:
        case Round.CLEAR_STATES:
            return False
        case Round.STATES:
            return _clear_state(key, register)
        case Round.PLACES:
            return kind in _STATES
        case Round.OTHERS:
            return kind.top is Kind.PLACE
        case Round.PEOPLE:
            return kind.top is not Kind.PERSON


def _clear_state(key: str, register: Register) -> bool:
    """Whether an entry is a country or state that no other entry shares its preferred names with."""
    names = [name for name in register.entries[key].actor.names if name.preferred]
    return register.kind(key) in _STATES and all(register.by_name[name_key(name.text)] == (key,) for name in names)
