"""From judgements to a map: actors with the same full name and kind are one unless somebody judged otherwise.

The result does not depend on the order of documents or actors: every choice is the smallest of a set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from binatgraph.model import Analysis, Judgement, Resolution, Verdict, content_hash

_REASON = "same full name and kind"
_BY = "binatgraph"
_SUFFIX = 6
"""Hexadecimal digits. A suffix parts namesakes, who are few: 24 bits are enough for thousands of one name."""

Pair = frozenset[str]


def resolve(
    analyses: Iterable[Analysis], *, judgements: Iterable[Judgement] = (), registered: Collection[str] = frozenset()
) -> Resolution:
    """Map every actor as read to a canonical actor.

    An actor that was linked to the register has its id already. Another gets the id of its name ("person/katie-hobbs"),
    with a suffix from its smallest claim hash where the name cannot say who it is: a person with one word for a name, a
    name that belongs to somebody in the register who is not meant, an actor judged different from a namesake.
    """
    hashes = _smallest_hashes(analyses)
    latest = _latest(judgements)
    split = _split(latest, hashes)
    named = {actor: _named(actor, hashes, split, registered) for actor in sorted(hashes)}
    joined = _joined(named, latest, registered)
    return Resolution(
        canonical={actor: joined.get(name, name) for actor, name in named.items()},
        judgements=(*_automatic(named, split), *(latest[pair] for pair in sorted(latest, key=sorted))),
    )


def _is_as_read(actor: str) -> bool:
    """Whether an id is "<document>/<top kind>/<slug>" and not "<top kind>/<slug>"."""
    return actor.count("/") > 1


def _plain_name(actor: str) -> str:
    return actor.split("/", 1)[1] if _is_as_read(actor) else actor


def _smallest_hashes(analyses: Iterable[Analysis]) -> dict[str, str]:
    """For each actor its smallest claim hash; of an actor without claims the hash of its id."""
    actors: set[str] = set()
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for analysis in analyses:
        actors.update(actor.id for actor in analysis.actors)
        actor_at = {mention.span: mention.actor for mention in analysis.mentions}
        for claim in analysis.claims:
            for actor in {actor_at.get(claim.subject), actor_at.get(claim.object)} - {None}:
                claims[str(actor)].append(claim.id)
    return {actor: min(claims[actor], default=content_hash(actor)) for actor in actors | claims.keys()}


def _latest(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """The judgement in force on each pair: the last by its time, then by its place in the file.

    One without a time is as late as the latest before it.
    """
    when = ""
    dated: list[tuple[str, Judgement]] = []
    for judgement in judgements:
        when = max(when, judgement.at or "")
        dated.append((judgement.at or when, judgement))
    ordered = sorted(dated, key=lambda one: one[0])
    return {frozenset((judgement.left, judgement.right)): judgement for _, judgement in ordered}


def _split(latest: Mapping[Pair, Judgement], read: Collection[str]) -> frozenset[str]:
    """The actors as read that were judged different from an actor with the same name."""
    pairs = (pair for pair, judgement in latest.items() if judgement.verdict is Verdict.DIFFERENT)
    namesakes = (pair for pair in pairs if len({_plain_name(actor) for actor in pair}) == 1)
    return frozenset(actor for pair in namesakes for actor in pair if _is_as_read(actor) and actor in read)


def _named(actor: str, hashes: Mapping[str, str], split: Collection[str], registered: Collection[str]) -> str:
    """The id that the name of an actor gives it; that of a linked actor stays."""
    if not _is_as_read(actor):
        return actor
    name = _plain_name(actor)
    single = name.startswith("person/") and "-" not in name
    return f"{name}-{hashes[actor][:_SUFFIX]}" if single or actor in split or name in registered else name


def _joined(named: Mapping[str, str], latest: Mapping[Pair, Judgement], registered: Collection[str]) -> dict[str, str]:
    """The names that "same" joins to others, each with the name of all: one of the register, else the smallest.

    Pairs are taken in their order; one that would bring two names together that were judged different is passed over.
    """
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in _pairs(latest, Verdict.DIFFERENT, named):
        apart[left].add(right)
        apart[right].add(left)
    cluster: dict[str, Pair] = {}
    for left, right in _pairs(latest, Verdict.SAME, named):
        one, other = cluster.get(left, frozenset({left})), cluster.get(right, frozenset({right}))
        if all(apart[name].isdisjoint(other) for name in one):
            cluster |= dict.fromkeys(one | other, one | other)
    return {name: min(members, key=lambda m: (m not in registered, m)) for name, members in cluster.items()}


def _pairs(latest: Mapping[Pair, Judgement], verdict: Verdict, named: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs that were judged so, by name, in order; nobody is judged against himself."""
    found = set()
    for judgement in latest.values():
        left, right = sorted(named.get(actor, actor) for actor in (judgement.left, judgement.right))
        if judgement.verdict is verdict and left != right:
            found.add((left, right))
    return sorted(found)


def _automatic(named: Mapping[str, str], split: Collection[str]) -> tuple[Judgement, ...]:
    """The judgements that were made by rule, where they joined something."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for actor, name in named.items():
        if _is_as_read(actor) and actor not in split:
            members[name].append(actor)
    return tuple(
        Judgement(left=actor, right=name, verdict=Verdict.SAME, reason=_REASON, by=_BY)
        for name, actors in sorted(members.items())
        if len(actors) > 1
        for actor in actors
    )
