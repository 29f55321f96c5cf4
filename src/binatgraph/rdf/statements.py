"""From claims, as read, to statements: what the graph holds about canonical actors."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from binatgraph.model import Modality, Statement, Tense, content_hash
from binatgraph.rdf.claims import actors_at, distinct, joined_claims
from binatgraph.rdf.periods import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from binatgraph.model import Analysis, Focus, Resolution
    from binatgraph.rdf.claims import Joined

_STRENGTH: Final = tuple(Modality)
_HELD: Final = frozenset({Modality.ASSERTED, Modality.REPORTED})
_TENSES: Final = (Tense.PAST, Tense.FUTURE, Tense.PRESENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusStatement:
    """What documents say about the sector that an actor works in, after resolution.

    It is no `Statement`: a sector is no actor, and nothing is said about when, how or in which role.
    """

    subject: str
    sector: str
    confidence: float = 0.0
    held: bool = False
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A hash made as that of a `Statement`."""
        return content_hash([self.subject, "focusesOn", f"sector/{self.sector}", None])


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim between canonical actors, with the day on which its document was published ("" where nobody knows)."""

    joined: Joined
    published: str


def statements(analyses: Iterable[Analysis], *, resolution: Resolution, threshold: float) -> list[Statement]:
    """Join claims about the same canonical actors, predicate and role; sorted by id, whatever the order of the analyses.

    A symmetric relation is one statement, with its sides in sorted order. A statement counts all its claims and has
    their best confidence. Everything else is derived from the claims at or above the threshold (from all where there
    are none), in the order of trust: the most confident first, then the smallest id.

    - `modality` is the strongest: asserted, reported, planned, hedged, denied.
    - `held` says whether it is shown as so: a claim at or above the threshold asserts it, or reports it from a speaker
      who is known.
    - `period` is joined by `periods.join` from the claims that carry the modality (asserted and reported count as one).
    - `tense` is that of the document that was published last among these.

    What `claims.dropped` yields gives no statement.
    """
    said = (one for analysis in analyses for one in said_in(analysis, resolution=resolution))
    return join_claims(said, threshold=threshold)


def said_in(analysis: Analysis, *, resolution: Resolution) -> Iterator[Said]:
    """Yield what one analysis has for statements; it is much smaller than the analysis."""
    published = analysis.document.published or ""
    return (Said(joined=one, published=published) for one in joined_claims(analysis, resolution=resolution))


def join_claims(said: Iterable[Said], *, threshold: float) -> list[Statement]:
    """Join what many analyses have for statements, as `statements` does."""
    groups: defaultdict[Statement, list[Said]] = defaultdict(list)
    for one in said:
        groups[bare_statement(one.joined)].append(one)
    found = [_statement(bare, group, threshold=threshold) for bare, group in groups.items()]
    return sorted(found, key=lambda one: one.id)


def bare_statement(one: Joined) -> Statement:
    """Make the statement that a claim says, with nothing derived yet: claims that say the same make the same."""
    subject, obj = one.subject, one.object
    if one.claim.predicate.symmetric:
        subject, obj = sorted((subject, obj))
    return Statement(subject=subject, predicate=one.claim.predicate, object=obj, role_concept=one.claim.role_concept)


def _statement(bare: Statement, said: list[Said], *, threshold: float) -> Statement:
    """Derive the rest of a statement from its claims."""
    said.sort(key=lambda one: (-one.joined.claim.confidence, one.joined.claim.id))
    trusted = [one for one in said if one.joined.claim.confidence >= threshold]
    modality = min((one.joined.claim.modality for one in trusted or said), key=_STRENGTH.index)
    carrying = [one for one in trusted or said if _agrees(one.joined.claim.modality, modality)]
    return replace(
        bare,
        modality=modality,
        confidence=said[0].joined.claim.confidence,
        held=any(_holds(one.joined) for one in trusted),
        tense=_tense(carrying),
        period=join(one.joined.claim.period for one in carrying),
        claims=tuple(sorted({one.joined.claim.id for one in said})),
    )


def _agrees(modality: Modality, strongest: Modality) -> bool:
    """Tell whether a claim carries the modality of its statement."""
    return modality == strongest or {modality, strongest} == _HELD


def _holds(one: Joined) -> bool:
    """Tell whether a claim is enough to show a statement as so."""
    reported = one.claim.modality is Modality.REPORTED and one.speaker is not None
    return reported or one.claim.modality is Modality.ASSERTED


def _tense(said: Sequence[Said]) -> Tense:
    """Choose the tense of the document that was published last; on the same day the present goes before the rest."""
    last = max(said, key=lambda one: (one.published, _TENSES.index(one.joined.claim.tense)))
    return last.joined.claim.tense


def focuses_in(analysis: Analysis, *, resolution: Resolution) -> Iterator[tuple[FocusStatement, Focus]]:
    """Yield each focus of an analysis with the statement that it says, with nothing derived yet."""
    actors = actors_at(analysis, resolution=resolution)
    for focus in distinct(analysis.focuses):
        if focus.actor in actors:
            yield FocusStatement(subject=actors[focus.actor], sector=focus.sector), focus


def join_focuses(said: Iterable[tuple[FocusStatement, Focus]], *, threshold: float) -> list[FocusStatement]:
    """Join what documents say about the sectors of the same actor; sorted by id, whatever the order of the focuses."""
    groups: defaultdict[FocusStatement, list[Focus]] = defaultdict(list)
    for bare, focus in said:
        groups[bare].append(focus)
    found = [_focus_statement(bare, group, threshold=threshold) for bare, group in groups.items()]
    return sorted(found, key=lambda one: one.id)


def _focus_statement(bare: FocusStatement, said: Sequence[Focus], *, threshold: float) -> FocusStatement:
    """Derive the rest of a statement from its focuses."""
    confidence = max(one.confidence for one in said)
    claims = tuple(sorted({one.id for one in said}))
    return replace(bare, confidence=confidence, held=confidence >= threshold, claims=claims)
