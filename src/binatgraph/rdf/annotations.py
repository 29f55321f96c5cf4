"""What one document gives: its claims, figures and focuses as Web Annotations, to quads and back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from binatgraph.errors import RdfError
from binatgraph.model import Modality, Predicate, Tense
from binatgraph.rdf import terms as t
from binatgraph.rdf.claims import actors_at, distinct, joined_claims
from binatgraph.rdf.literals import decimal, tagged, text
from binatgraph.rdf.statements import bare_statement, focuses_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from binatgraph.model import Analysis, Claim, Focus, Observation, Resolution
    from binatgraph.rdf.iris import Iris


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What the graph keeps of a claim, a figure or a focus: what it says, where it stands, how sure it is and how put.

    `body` is the local id of a statement or an observation. `quote` is what stands from `start` to `end` in the
    document. `speaker` is a canonical actor. `tense` is that of an office.
    """

    id: str
    document: str
    body: str
    start: int
    end: int
    quote: str
    confidence: float
    rule: str
    language: str = "und"
    role: str | None = None
    modality: Modality = Modality.ASSERTED
    tense: Tense | None = None
    speaker: str | None = None


def annotations_of(analysis: Analysis, *, resolution: Resolution) -> Iterator[Annotation]:
    """Yield what the graph keeps of an analysis: claims, then figures, then focuses, each sorted by id.

    What `claims.dropped` yields is not among them.
    """
    for joined in joined_claims(analysis, resolution=resolution):
        claim = joined.claim
        yield replace(
            _annotation(analysis, claim, body=f"statement/{bare_statement(joined).id}"),
            role=claim.role,
            modality=claim.modality,
            tense=claim.tense if claim.predicate is Predicate.HOLDS_ROLE else None,
            speaker=joined.speaker,
        )
    actors = actors_at(analysis, resolution=resolution)
    for figure in distinct(analysis.observations):
        if figure.about in actors:
            yield _annotation(analysis, figure, body=f"observation/{figure.id}")
    for statement, focus in focuses_in(analysis, resolution=resolution):
        yield _annotation(analysis, focus, body=f"statement/{statement.id}")


def _annotation(analysis: Analysis, read: Claim | Observation | Focus, *, body: str) -> Annotation:
    """Keep what all three have."""
    return Annotation(
        id=read.id,
        document=analysis.document.id,
        body=body,
        start=read.evidence.start,
        end=read.evidence.end,
        quote=analysis.quote(read.evidence),
        confidence=read.confidence,
        rule=read.rule,
        language=analysis.document.language_at(read.evidence.start),
    )


def annotation_quads(one: Annotation, *, iris: Iris) -> Iterator[Quad]:
    """Yield an annotation with its target and its two selectors, in the graph of its document."""
    claim, target, graph = iris.claim(one.id), iris.target(one.id), iris.document_graph(one.document)
    position, quote = iris.position(one.id), iris.quote(one.id)
    told: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        *((claim, t.A, kind) for kind in t.CLAIM),
        (claim, t.BODY, iris(one.body)),
        (claim, t.TARGET, target),
        (claim, t.MODALITY, t.modality(one.modality)),
        (claim, t.CONFIDENCE, decimal(one.confidence)),
        (claim, t.RULE, text(one.rule)),
        (claim, t.ATTRIBUTED, iris.software()),
        *((claim, predicate, term) for predicate, term in _said_of(one, iris=iris)),
        (target, t.A, t.RESOURCE),
        (target, t.SOURCE_OF, iris.document(one.document)),
        (target, t.SELECTOR, position),
        (target, t.SELECTOR, quote),
        (position, t.A, t.POSITION),
        (position, t.FROM, Literal(one.start)),
        (position, t.TO, Literal(one.end)),
        (quote, t.A, t.QUOTE),
        (quote, t.EXACT, text(one.quote, one.language)),
    ]
    return (Quad(subject, predicate, obj, graph) for subject, predicate, obj in told)


def _said_of(one: Annotation, *, iris: Iris) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield what not every annotation has."""
    if one.role is not None:
        yield t.ROLE_LABEL, tagged(one.role, one.language)
    if one.tense is not None:
        yield t.TENSE, text(one.tense)
    if one.speaker is not None:
        yield t.SPEAKER, iris.actor(one.speaker)


def read_annotations(quads: Iterable[Quad], *, iris: Iris) -> list[Annotation]:
    """Read annotations back from the quads of documents' graphs, sorted by id; other quads are passed over.

    Raises
    ------
    RdfError
        If an annotation lacks a part, or is not what `annotation_quads` writes.
    """
    told: defaultdict[NamedNode, dict[NamedNode, NamedNode | Literal]] = defaultdict(dict)
    for subject, predicate, obj, _ in quads:
        if isinstance(subject, NamedNode) and isinstance(obj, NamedNode | Literal):
            told[subject][predicate] = obj
    claims = [subject for subject, said in told.items() if t.BODY in said]
    try:
        found = [_read(iris.local(claim.value).removeprefix("claim/"), told, iris=iris) for claim in claims]
    except (KeyError, ValueError) as error:
        raise RdfError(f"a claim is not as it was written: {error}; build the graph again") from None
    return sorted(found, key=lambda one: one.id)


def _read(key: str, told: Mapping[NamedNode, Mapping[NamedNode, NamedNode | Literal]], *, iris: Iris) -> Annotation:
    """Read the annotation of an id."""
    claim, place = told[iris.claim(key)], told[iris.position(key)]
    quote = told[iris.quote(key)][t.EXACT]
    role, tense, speaker = (claim.get(predicate) for predicate in (t.ROLE_LABEL, t.TENSE, t.SPEAKER))
    return Annotation(
        id=key,
        document=iris.local(told[iris.target(key)][t.SOURCE_OF].value).removeprefix("document/"),
        body=iris.local(claim[t.BODY].value),
        start=int(place[t.FROM].value),
        end=int(place[t.TO].value),
        quote=quote.value,
        confidence=float(claim[t.CONFIDENCE].value),
        rule=claim[t.RULE].value,
        language=(quote.language if isinstance(quote, Literal) else None) or "und",
        role=role.value if role else None,
        modality=Modality(claim[t.MODALITY].value.rpartition("#")[2]),
        tense=Tense(tense.value) if tense else None,
        speaker=iris.local(speaker.value) if speaker else None,
    )
