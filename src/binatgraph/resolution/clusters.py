"""From judgements to a map: actors with the same full name and kind are one unless somebody judged otherwise.

The result does not depend on the order of documents or actors: every choice is the smallest of a set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from binatgraph.model import Analysis, Judgement, Resolution, Verdict, content_hash

_REASON = "same full name and kind"
_BY = "binatgraph"


def resolve(
    analyses: Iterable[Analysis], *, judgements: Iterable[Judgement] = (), registered: Collection[str] = frozenset()
) -> Resolution:
    """Map every actor as read to a canonical actor.

    An actor that was linked to the register has its id already. Another gets the id of its name ("person/katie-hobbs"),
    with a suffix from its smallest claim hash where the name cannot say who it is: a person with one word for a name, a
    name that belongs to somebody in the register who is not meant, an actor judged different from its namesakes.
    """
    claims = _smallest_claims(analyses)
    latest = _latest(judgements)
    split = {
        actor for pair, j in latest.items() for actor in pair if j.verdict is Verdict.DIFFERENT and actor in claims
    }
    named = {actor: actor if not _as_read(actor) else _named(actor, claims, split, registered) for actor in claims}
    joined = _join(set(named.values()), named, latest, registered)
    automatic = _automatic(named, split)
    return Resolution(
        canonical={actor: joined.get(name, name) for actor, name in sorted(named.items())},
        judgements=(*automatic, *(latest[pair] for pair in sorted(latest, key=sorted))),
    )


def _as_read(actor: str) -> bool:
    return actor.count("/") == 2


def _smallest_claims(analyses: Iterable[Analysis]) -> dict[str, str]:
    """For each actor its smallest claim hash; of an actor without claims the hash of its id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for analysis in analyses:
        for actor in analysis.actors:
            found[actor.id].append("g" + content_hash(actor.id))
        actor_at = {m.span: m.actor for m in analysis.mentions}
        for claim in analysis.claims:
            for span in (claim.subject, claim.object):
                if (actor_id := actor_at.get(span)) is not None:
                    found[actor_id].append(claim.id)
    return {actor: min(hashes).removeprefix("g") for actor, hashes in found.items()}


def _named(actor: str, claims: Mapping[str, str], split: Collection[str], registered: Collection[str]) -> str:
    name = actor.split("/", 1)[1]
    single = name.startswith("person/") and "-" not in name
    return f"{name}-{claims[actor][:6]}" if single or actor in split or name in registered else name


def _latest(judgements: Iterable[Judgement]) -> dict[frozenset[str], Judgement]:
    """The judgement in force on each pair: the last by its time, then by its place in the file."""
    dated = sorted(judgements, key=lambda judgement: judgement.at or "")
    return {frozenset((judgement.left, judgement.right)): judgement for judgement in dated}


def _join(
    names: set[str], named: Mapping[str, str], latest: Mapping[frozenset[str], Judgement], registered: Collection[str]
) -> dict[str, str]:
    """Names joined by "same"; a chain that would join two names judged different is not closed."""
    apart = {
        frozenset(named.get(actor, actor) for actor in pair)
        for pair, judgement in latest.items()
        if judgement.verdict is Verdict.DIFFERENT
    }
    cluster = {name: frozenset({name}) for name in names}
    same = [pair for pair, judgement in latest.items() if judgement.verdict is Verdict.SAME and len(pair) == 2]
    for left, right in sorted(sorted(pair) for pair in same):
        a, b = named.get(left, left), named.get(right, right)
        merged = cluster.get(a, frozenset({a})) | cluster.get(b, frozenset({b}))
        if not any(pair <= merged for pair in apart if len(pair) == 2):
            cluster |= dict.fromkeys(merged, merged)
    return {name: min(members, key=lambda m: (m not in registered, m)) for name, members in cluster.items()}


def _automatic(named: Mapping[str, str], split: Collection[str]) -> tuple[Judgement, ...]:
    """The judgements that were made by rule, where they joined something."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for actor, name in named.items():
        if _as_read(actor) and actor not in split:
            members[name].append(actor)
    return tuple(
        Judgement(left=actor, right=name, verdict=Verdict.SAME, reason=_REASON, by=_BY)
        for name, actors in sorted(members.items())
        if len(actors) > 1
        for actor in sorted(actors)
    )
