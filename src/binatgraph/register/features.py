"""What speaks for and against a candidate, each as a small function that gives points and says why.

The points were set by hand and tried on annotated documents (see `link.THRESHOLD`); what counts is their order: what the
document says about an actor outweighs what is common in general. People are weighed in `people`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from binatgraph.model import Kind
from binatgraph.names import fold
from binatgraph.register.index import name_key

if TYPE_CHECKING:
    from binatgraph.model import Actor, RegisterEntry
    from binatgraph.register.context import Context
    from binatgraph.register.index import Register

_PRIOR = {Kind.COUNTRY: 0.6, Kind.STATE: 0.45, Kind.CITY: 0.15, Kind.REGION: 0.1}
_CAPITALS = {"place/us-dc", "place/mx-cmx"}
_SHORT = 3  # letters of a name that may well mean something else
_ACRONYM_POINTS = {2: 0.3, 3: 0.5}  # by letters; longer ones are names


class Feature(NamedTuple):
    """Points for (or, below zero, against) a candidate, and the reason in plain words."""

    points: float
    reason: str


def name_feature(actor: Actor, entry: RegisterEntry, *, language: str) -> Feature:
    """Weigh the best name that the actor and the entry have in common; they have one.

    Long names say more than acronyms, and an acronym of two letters says next to nothing; so does a short name of the
    other language: "EU" is a country in Spanish only. A place goes by its full name: "Otay Mesa East" is not Otay Mesa.
    """
    read = {name_key(name.text) for name in actor.names}
    shared = [name for name in entry.actor.names if name_key(name.text) in read]
    points = {name.text: _name_points(name.text, preferred=name.preferred) for name in shared}
    best = max(sorted(points), key=lambda text: points[text])
    if {name.language for name in shared} == {"es" if language == "en" else "en"} and len(best) <= _SHORT:
        return Feature(-0.5, f"{best} is short, and of the other language")
    full = name_key(actor.label(language))
    if entry.actor.kind.top is Kind.PLACE and all(name_key(name.text) != full for name in shared):
        return Feature(points[best] - 0.1, f"a shorter name: {best}")
    return Feature(points[best], f"the same name: {best}")


def _name_points(text: str, *, preferred: bool) -> float:
    """Weigh one name by what it is: "TLCAN" says more than "CBP", and "Ministry of Economy" more than "Congress"."""
    letters = len(fold(text).replace(" ", ""))
    if preferred:
        return 0.6
    if sum(letter.isupper() for letter in text) > 1 and " " not in text:
        return _ACRONYM_POINTS.get(letters, 0.6)
    return 0.6 if " " in text else 0.5


def kind_feature(actor: Actor, entry: RegisterEntry) -> Feature | None:
    """Weigh whether both are of the same kind; a top kind says nothing, and bodies are told apart less clearly than places."""
    read, known = actor.kind, entry.actor.kind
    if read is read.top or known is known.top:
        return None
    if read is known:
        return Feature(0.1, f"both are {known}")
    return Feature(-0.3 if read.top is Kind.PLACE else -0.05, f"{read} is not {known}")


def size_feature(actor: Actor, entry: RegisterEntry, *, register: Register) -> Feature | None:
    """Weigh how likely a place of this kind and size is meant where nothing else is said.

    A country before a state, a state before a city, a large city before a small one: 0.05 for each factor of ten. A place
    of no said kind is hardly a municipio ("China", "Hidalgo"), and two letters say nothing of size.
    """
    kind, key = entry.actor.kind, entry.actor.id
    said = actor.kind is kind
    if not said and (actor.kind is not kind.top or all(len(name.text) < _SHORT for name in actor.names)):
        return None
    if any(register.meanings.get(fold(name.text), (None,))[0] == key for name in actor.names):
        return Feature(0.7, "what the name usually means")
    if kind is Kind.COUNTY and not said:
        return Feature(-0.1, "a municipio or county, which the document does not say")
    people = register.populations.get(key, 0)
    large = 0.05 * max(0.0, math.log10(people) - 3) if kind is Kind.CITY and people else 0.0
    points = _PRIOR.get(kind, 0.0) + large
    return Feature(round(points, 3), f"{kind}{f' of {people:,} people' if large else ''}") if points else None


def place_feature(actor: Actor, entry: RegisterEntry, *, context: Context, register: Register) -> Feature | None:
    """Weigh whether the document puts the actor where the candidate is: says that it is in Sonora, or writes ", Sonora"."""
    above = register.above[entry.actor.id]
    said = context.registered(context.located.get(actor.id, ()))
    written = context.registered(context.beside.get(actor.id, ()))
    if not above:
        return None
    if here := (said | written) & above:
        return Feature(0.4, f"in {register.label(min(here))}, says the document")
    if elsewhere := {key for key in said if _contradicts(key, above, register)}:
        return Feature(-0.3, f"in {register.label(min(elsewhere))}, says the document")
    return None


def _contradicts(said: str, above: frozenset[str], register: Register) -> bool:
    """Whether what lies in one state or country cannot lie below what is above a candidate."""
    kind = register.kind(said)
    if kind is Kind.COUNTRY:
        return True
    in_a_state = any(register.kind(key) is Kind.STATE for key in above)
    return kind is Kind.STATE and (in_a_state or not above & register.above[said])


def around_feature(above: frozenset[str], *, context: Context, register: Register) -> Feature | None:
    """Weigh whether the document names the state of the candidate, or, of what belongs to a whole country, the country.

    A seat in the capital makes nobody belong to the capital.
    """
    states = {key for key in above if register.kind(key) is Kind.STATE} - _CAPITALS
    if near := states & context.present:
        return Feature(0.2, f"{register.label(min(near))} is named")
    if named := above & context.present:
        return Feature(0.05 if states else 0.1, f"{register.label(min(named))} is named")
    return None
