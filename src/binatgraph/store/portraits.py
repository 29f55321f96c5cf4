"""One actor as the graph shows it: names, kind, offices in time, relations, each with its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from binatgraph.names import fold
from binatgraph.store.answers import iri
from binatgraph.store.base import Store
from binatgraph.store.find import ActorMatch, find_actor
from binatgraph.store.library import ask

_NAMES = """SELECT ?actor ?property ?name {
  VALUES ?property { skos:prefLabel skos:altLabel } ?actor ?property ?name
} ORDER BY ?name"""

_HELD = frozenset({"Asserted", "Reported"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence and the document it stands in."""

    text: str
    title: str
    published: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that is said of an actor: in words, when (where known), how it is put, and the sentences that say it.

    What only the register says has no sentence, and its source in `cited`.
    """

    what: str
    relation: str
    other: str
    when: str = ""
    modality: str = "Asserted"
    cited: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """An actor and what is said of it."""

    iri: str
    label: str
    kind: str
    other_names: tuple[str, ...]
    offices: tuple[Told, ...]
    relations: tuple[Told, ...]


def portrait(store: Store, name: str, *, language: str = "en") -> Portrait:
    """The portrait of the actor that a name, a local id or an IRI means; `language` is that of names, "en" or "es".

    Raises
    ------
    NotFoundError
        If there is no such actor.
    QueryError
        If several fit equally well; the message lists them.
    """
    found = find_actor(store, name)
    asked = {"language": language}
    rows = list(ask(store, "actor", {"actor": found.iri, **asked}).records())
    offices = list(ask(store, "offices", {"person": found.iri, **asked}).records())
    label, others = _names(store, found, language)
    return Portrait(
        iri=found.iri,
        label=label,
        kind=found.kind.value,
        other_names=others,
        offices=tuple(_office(row, rows) for row in offices),
        relations=tuple(_relations(rows)),
    )


def _names(store: Store, found: ActorMatch, language: str) -> tuple[str, tuple[str, ...]]:
    """The preferred name in a language, and the others: of those that differ in capitals or accents only, one."""
    named = [
        (said.value.endswith("prefLabel"), name)
        for _, said, name in store.query(_NAMES, bindings={"actor": iri(found.iri)}).rows
        if said is not None and name is not None
    ]
    preferred = [name.value for main, name in named if main and name.language == language]
    label = preferred[0] if preferred else found.label
    kept = {fold(label): label}
    for _, name in named:
        kept.setdefault(fold(name.value), name.value)
    return label, tuple(kept.values())[1:]


def _office(row: Mapping[str, str], rows: Iterable[Mapping[str, str]]) -> Told:
    said = (other for other in rows if other["statement"] == row.get("statement"))
    office, name = row.get("office") or "office", row["name"]
    return Told(
        what=office
        if f" {fold(name)} " in f" {fold(office)} "
        else f"{office}, {name}",  # the register has "Governor of Arizona"
        relation="holdsRole",
        other=row["at"],
        when=_when(row),
        cited=row.get("cited", ""),
        quotes=_quotes(said),
    )


def _when(row: Mapping[str, str]) -> str:
    """What is known of the time, in words: "by" and "after" where only a bound is."""
    start = _bound("from", row.get("startEarliest"), row.get("startLatest"))
    end = _bound("to", row.get("endEarliest"), row.get("endLatest"))
    seen = f"seen {row['lastSeen']}" if row.get("lastSeen") and not end else ""
    return ", ".join(part for part in (start, end, seen) if part)


def _bound(word: str, earliest: str | None, latest: str | None) -> str:
    if earliest and earliest == latest:
        return f"{word} {earliest}"
    if earliest and latest:
        return f"{word} {earliest}/{latest}"
    if latest:
        return f"{word} {latest} or before"
    return f"{word} {earliest} or after" if earliest else ""


def _relations(rows: Sequence[Mapping[str, str]]) -> Iterable[Told]:
    """The rows that say the same thing, as one; offices that are held stand apart."""
    others = [
        row
        for row in rows
        if not (row["relation"].endswith("holdsRole") and row["side"] == "subject" and _local(row["modality"]) in _HELD)
    ]
    keyed = sorted(others, key=lambda r: (r["relation"], r["side"], r["name"], r["other"], r["modality"]))
    for _, group in groupby(keyed, key=lambda r: (r["relation"], r["side"], r["other"], r["modality"])):
        same = list(group)
        first = same[0]
        relation = _local(first["relation"])
        role = f" ({first['role']})" if first.get("role") else ""
        arrow = f"{relation} → {first['name']}" if first["side"] == "subject" else f"{first['name']} → {relation}"
        yield Told(
            what=arrow + role,
            relation=relation,
            other=first["other"],
            modality=_local(first["modality"]),
            quotes=_quotes(same),
        )


def _quotes(rows: Iterable[Mapping[str, str]]) -> tuple[Quote, ...]:
    found = {
        (row["quote"], row["document"]): Quote(
            text=row["quote"], title=row.get("title", ""), published=row.get("published", ""), document=row["document"]
        )
        for row in rows
    }
    return tuple(found.values())


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
