"""Find actors by name in any language and spelling, by local id, or by IRI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from binatgraph.errors import NotFoundError, QueryError
from binatgraph.model import Kind
from binatgraph.names import fold
from binatgraph.store.answers import iri, literal
from binatgraph.store.ids import local_id
from binatgraph.store.table import printable
from binatgraph.store.terms import is_iri, notation

if TYPE_CHECKING:
    from binatgraph.store.base import Store

_MOST: Final = 50
_KINDS: Final = {kind.value: kind for kind in Kind}
_LETTERS: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_LABELS: Final = """SELECT DISTINCT ?actor ?label ?preferred {{
  VALUES (?names ?preferred) {{ (skos:prefLabel true) (skos:altLabel false) }}
  ?actor ?names ?label FILTER(REGEX(STR(?label), {pattern}, "i"))
}}"""
_ABOUT: Final = """SELECT ?actor ?kind ?label {
  ?actor a ?kind FILTER(STRSTARTS(STR(?kind), STR(bg:)))
  OPTIONAL { ?actor skos:prefLabel ?label }
} ORDER BY (LANG(?label) != "en") ?label"""


class Rank(IntEnum):
    """How well a name fits, the best first."""

    PREFERRED = 0
    OTHER_NAME = 1
    BEGINNING = 2
    WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMatch:
    """An actor that a name may mean: its IRI, its local id, a preferred name, its kind, and how well the name fits."""

    iri: str
    id: str
    label: str
    kind: Kind
    rank: Rank

    def __str__(self) -> str:
        """Say it in one line.

        >>> str(ActorMatch(iri="https://example.org/place/mx-son", id="place/mx-son", label="Sonora", kind=Kind.STATE,
        ...     rank=Rank.PREFERRED))
        'place/mx-son (Sonora, State)'
        """
        return f"{self.id} ({printable(self.label)}, {self.kind})"


def find_actors(store: Store, name: str) -> list[ActorMatch]:
    """Find the actors that a name may mean, the best first; accents, capitals and punctuation do not count.

    First come those of exactly this name (preferred, then other names), then those whose names begin with it, then those
    in whose names each of its words begins a word. A local id ("place/us-az" or "place:us-az") and an IRI find their
    actor. At most fifty are given.

    Raises
    ------
    QueryError
        If the name holds neither a letter nor a digit.
    """
    if found := _by_id(store, name):
        return [found]
    folded = fold(name)
    if not folded:
        raise QueryError(
            f"{printable(name)!r} is no name; write letters or digits, an id such as place/us-az, or an IRI"
        )
    # The pattern knows the spellings of letters, but no ligatures: what it does not find is looked for everywhere.
    ranks = _ranks(store, folded, _pattern(folded)) or _ranks(store, folded, "")
    best = sorted(ranks, key=lambda actor: (ranks[actor], actor))[:_MOST]
    found_all = [match for actor in best for match in _described(store, actor, ranks[actor])]
    return sorted(found_all, key=lambda match: (match.rank, fold(match.label), match.id))


def find_actor(store: Store, name: str) -> ActorMatch:
    """Find the one actor that a name means.

    Raises
    ------
    NotFoundError
        If there is none.
    QueryError
        If several fit equally well; the message lists them.
    """
    found = find_actors(store, name)
    if not found:
        raise NotFoundError(f"nothing in the graph is called {printable(name)!r}; write another name of it, or its id")
    best = [match for match in found if match.rank == found[0].rank]
    if len(best) > 1:
        listed = "; ".join(str(match) for match in best[:10])
        more = f"; and {len(best) - 10} more" if len(best) > 10 else ""  # noqa: PLR2004 - as many as fit on a screen
        raise QueryError(f"{printable(name)!r} may mean {listed}{more}: write the id of one")
    return best[0]


def _by_id(store: Store, name: str) -> ActorMatch | None:
    """Find an actor by its IRI or its local id."""
    prefixes = store.prefixes()
    prefix, colon, rest = name.partition(":")
    tries = [name] if name.startswith(("http://", "https://")) else [prefixes["id"] + name]
    if colon and prefix in prefixes:
        tries.append(prefixes[prefix] + rest)
    for one in tries:
        if is_iri(one):
            for match in _described(store, one, Rank.PREFERRED):
                return match
    return None


def _described(store: Store, actor: str, rank: Rank) -> Iterator[ActorMatch]:
    """Yield what is known of an actor: nothing, if it is none."""
    names: list[str] = []
    kinds: set[Kind] = set()
    for row in store.query(_ABOUT, bindings={"actor": iri(actor)}).records():
        names += [row["label"]] if "label" in row else []
        kinds |= {_KINDS[name] for name in [row["kind"].rpartition("#")[2]] if name in _KINDS}
    if kinds:
        key = local_id(actor, base=store.prefixes()["id"])
        yield ActorMatch(iri=actor, id=key, label=names[0] if names else key, kind=finest(kinds), rank=rank)


def finest(kinds: set[Kind]) -> Kind:
    """Choose the kind that is no top kind of another.

    >>> finest({Kind.PERSON, Kind.OFFICIAL})
    <Kind.OFFICIAL: 'Official'>
    """
    return min(kinds, key=lambda kind: (kind.top is kind, kind.value))


def _ranks(store: Store, folded: str, pattern: str) -> dict[str, Rank]:
    """Rank the actors one of whose names matches a regular expression and fits a folded name."""
    ranks: dict[str, Rank] = {}
    for row in store.query(_LABELS.format(pattern=notation(literal(pattern)))).records():
        actor, rank = row["actor"], _rank(folded, fold(row["label"]), preferred=row["preferred"] == "true")
        if rank is not None:
            ranks[actor] = min(rank, ranks.get(actor, rank))
    return ranks


def _pattern(folded: str) -> str:
    """Make a regular expression of the longest word of a folded name, in any spelling."""
    return "".join(_spellings().get(letter, re.escape(letter)) for letter in max(folded.split(), key=len))


@cache
def _spellings() -> dict[str, str]:
    """Map each letter to a class of regular expressions of what is folded to it, with and without a combining mark."""
    found: dict[str, str] = {letter: letter for letter in "abcdefghijklmnopqrstuvwxyz"}
    for code in _LETTERS:
        if (folded := fold(chr(code))) in found:
            found[folded] += chr(code)
    return {letter: f"[{letters}]\\p{{M}}*" for letter, letters in found.items()}


def _rank(wanted: str, label: str, *, preferred: bool) -> Rank | None:
    """Tell how well a folded name fits a folded label."""
    if wanted == label:
        return Rank.PREFERRED if preferred else Rank.OTHER_NAME
    if label.startswith(f"{wanted} "):
        return Rank.BEGINNING
    words = label.split()
    fits = all(any(word.startswith(part) for word in words) for part in wanted.split())
    return Rank.WORDS if fits else None
