"""What speaks for and against a person of the register: the name, and the tenure that fits the document best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from binatgraph.model import Kind
from binatgraph.names import fold
from binatgraph.register.features import Feature, around_feature
from binatgraph.register.index import name_key, short_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from binatgraph.model import Actor, RegisteredTenure, RegisterEntry
    from binatgraph.register.context import Context, Office
    from binatgraph.register.index import Register

_COMMON = 5  # people with a surname: one surname of forty has so many, and one person of six such a surname


def person_features(actor: Actor, entry: RegisterEntry, *, context: Context, register: Register) -> list[Feature]:
    """Collect what speaks for a person: the name, and all about the tenure that fits the document best."""
    tenures = [list(_tenure_features(actor, one, context=context, register=register)) for one in entry.tenures]
    best: list[Feature] = max(tenures, key=lambda one: sum(feature.points for feature in one), default=[])
    official = actor.kind is entry.actor.kind is Kind.OFFICIAL
    return [_name_feature(actor, entry), *([Feature(0.1, "both have a public office")] if official else []), *best]


def _name_feature(actor: Actor, entry: RegisterEntry) -> Feature:
    """Weigh the best name that two people have in common. One word is never enough; three words say more than two."""
    read = {key for name in actor.names if " " in (key := name_key(name.text))}
    shared = read & {name_key(name.text) for name in entry.actor.names}
    if shared:
        best = max(sorted(shared), key=lambda key: key.count(" "))
        return Feature(0.5 if best.count(" ") > 1 else 0.4, f"the same name: {best}")
    forms = _forms(read) & _forms(name.text for name in entry.actor.names)
    return Feature(0.3, f"a shorter form of the name: {min(forms)}") if forms else Feature(0.0, "another name")


def _forms(names: Iterable[str]) -> set[str]:
    """Collect the keys of names, and of the shorter names they may go by."""
    found = {name_key(name) for name in names}
    return found.union(*(short_names(name) for name in found))


def _tenure_features(
    actor: Actor, tenure: RegisteredTenure, *, context: Context, register: Register
) -> Iterator[Feature]:
    """Weigh what one tenure has in common with the document: the date, the office, the body or place."""
    if holds_on(tenure, context.date):
        yield Feature(0.1, f"{_title(tenure)} on {context.date}")
    offices = context.offices.get(actor.id, ())
    same = any(same_office(office, tenure) for office in offices)
    if same:
        yield Feature(0.25, f"the same office: {_title(tenure)}")
    above = register.above[tenure.at] | {tenure.at}
    held_at = context.registered(office.at for office in offices if office.at) & above
    near = {key for key in held_at if key == tenure.at or register.kind(key) is not Kind.COUNTRY}
    if near:
        yield Feature(0.25, f"held at {register.label(min(near))}")
    elif around := around_feature(above, context=context, register=register):
        yield Feature(min(0.1, around.points), around.reason)
    if not same and not near:
        private = bool(offices) and not held_at and actor.kind is not Kind.OFFICIAL
        yield from _doubts(actor, private=private, register=register)


def _doubts(actor: Actor, *, private: bool, register: Register) -> Iterator[Feature]:
    """Weigh what makes a mere namesake likely: a private job, or two words of which the second is a common surname."""
    if private:
        yield Feature(-0.2, "the document gives a job that is no public office")
    words = [fold(name.text).split() for name in actor.names]
    count = max((register.surnames[one[-1]] for one in words if len(one) > 1), default=0)
    if count >= _COMMON and max(map(len, words)) == len(("given name", "surname")):
        yield Feature(-0.1, f"{count} people of the register have this surname")


def holds_on(tenure: RegisteredTenure, date: str | None) -> bool:
    """Whether a tenure held on a day, as far as its dates say; without any dates it is not said.

    >>> from binatgraph.model import RegisteredTenure
    >>> holds_on(RegisteredTenure(at="place/us-az", office=(), start="2023-01", end="2025"), "2025-06-26")
    True
    """
    if date is None or not (tenure.start or tenure.end):
        return False
    begun = tenure.start is None or tenure.start <= date[: len(tenure.start)]
    return begun and (tenure.end is None or date[: len(tenure.end)] <= tenure.end)


def same_office(office: Office, tenure: RegisteredTenure) -> bool:
    """Whether an office of the document is that of a tenure: the same role, or the words of the one stand in the other."""
    if office.concept and office.concept == tenure.role_concept:
        return True
    words = fold(office.words)
    return bool(words) and any(f" {words} " in f" {fold(name.text)} " for name in tenure.office)


def _title(tenure: RegisteredTenure) -> str:
    """Name the office of a tenure."""
    return tenure.office[0].text if tenure.office else "in office"
