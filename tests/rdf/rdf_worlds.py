"""Small worlds for hypothesis: documents of a few sentences, each of which claims something about a few actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from binatgraph.config import Settings
from binatgraph.model import Analysis, Claim, Focus, Kind, Mention, Modality, Observation, Period, Span, Tense
from binatgraph.rdf.mapping import Contents, graph_quads
from binatgraph.vocabulary import RELATIONS
from factory import analysis, canonical_actors, document, focus, mention, observation, resolution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import Quad

    from binatgraph.model import Document, Predicate

NAMES = {
    "Ana Ruiz": Kind.OFFICIAL,
    "José Peña": Kind.PERSON,
    "Border Chamber": Kind.ORGANIZATION,
    "Comisión del Río": Kind.COMMISSION,
    "Sonora": Kind.STATE,
    "Nogales": Kind.CITY,
    "Water Plan": Kind.INITIATIVE,
    "Minute 400": Kind.AGREEMENT,
    "Spring Plenary": Kind.EVENT,
}
JOINS = sorted(
    (subject, predicate, obj)
    for predicate, relation in RELATIONS.items()
    for subject, left in NAMES.items()
    for obj, right in NAMES.items()
    if subject != obj and relation.allows(left, right)
)
confidences = st.sampled_from([0.0, 0.25, 0.5, 0.75, 0.9, 1.0])
days = st.dates().map(lambda day: day.isoformat())
roles = st.sampled_from([(None, None), ("Governor", "governor"), ("Gobernadora", "governor"), ("Enlace", None)])


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, second, third, fourth = sorted(draw(st.lists(days, min_size=4, max_size=4)))
    keep = draw(st.lists(st.booleans(), min_size=5, max_size=5))
    bounds = [value if kept else None for value, kept in zip((first, second, second, fourth, third), keep, strict=True)]
    return Period(
        start_earliest=bounds[0],
        start_latest=bounds[1],
        end_earliest=bounds[2],
        end_latest=bounds[3],
        last_seen=bounds[4],
    )


def _mention(doc: Document, name: str, sentence: Span) -> Mention:
    start = doc.text.index(name, sentence.start)
    base = mention(doc, name, NAMES[name])
    return Mention(
        span=Span(document=doc.id, start=start, end=start + len(name)), kind=base.kind, name=name, actor=base.actor
    )


@st.composite
def _claim(draw: st.DrawFn, doc: Document, sentence: Span, join: tuple[str, Predicate, str]) -> Claim:
    role, concept = draw(roles)
    subject, obj = (_mention(doc, join[side], sentence).span for side in (0, 2))
    return Claim(
        subject=subject,
        predicate=join[1],
        object=obj,
        evidence=sentence,
        confidence=draw(confidences),
        rule=draw(st.sampled_from(["a.rule", "b.rule"])),
        role=role,
        role_concept=concept,
        tense=draw(st.sampled_from(Tense)),
        period=draw(periods()),
        modality=draw(st.sampled_from(Modality)),
        speaker=draw(st.sampled_from([None, subject, obj])),
    )


@st.composite
def read(draw: st.DrawFn, number: int = 0) -> Analysis:
    """Draw the analysis of a document; the number makes its text another one."""
    joins: list[tuple[str, Predicate, str]] = draw(st.lists(st.sampled_from(JOINS), max_size=4))
    sentences = [f"{left} and «{right}», {place}." for place, (left, _, right) in enumerate(joins)]
    doc = document(
        f"No. {number}.\n" + "\n".join(sentences),
        source=f"folder/{number}.txt",
        language=draw(st.sampled_from(["en", "es", "und"])),
        published=draw(st.one_of(st.none(), days)),
        title=draw(st.one_of(st.none(), st.just('A "title"\n'))),
    )
    mentions, claims = [], []
    figures: list[Observation] = []
    sectors: list[Focus] = []
    for sentence, join in zip(sentences, joins, strict=True):
        start = doc.text.index(sentence)
        at = Span(document=doc.id, start=start, end=start + len(sentence))
        mentions += [_mention(doc, name, at) for name in (join[0], join[2])]
        claims.append(draw(_claim(doc, at, join)))
    counted: bool = draw(st.booleans())
    if joins and counted:
        figures = [observation(doc, joins[0][0], "exports", "3600.50", confidence=draw(confidences))]
    if joins and NAMES[joins[0][2]].top in {Kind.ORGANIZATION, Kind.INITIATIVE, Kind.EVENT}:
        sectors = [focus(doc, joins[0][2], "water", confidence=draw(confidences))]
    return analysis(doc, mentions, claims=claims, observations=figures, focuses=sectors)


def worlds(*, smallest: int = 1, largest: int = 4) -> st.SearchStrategy[list[Analysis]]:
    """Draw the analyses of several documents about the same actors."""
    sizes = st.integers(smallest, largest)
    return sizes.flatmap(lambda size: st.tuples(*(read(number) for number in range(size))).map(list))


def contents(analyses: Sequence[Analysis]) -> Contents:
    """Resolve a world by kind and name."""
    return Contents(analyses=analyses, actors=canonical_actors(analyses), resolution=resolution(analyses))


def graph(analyses: Sequence[Analysis]) -> list[Quad]:
    """Make the graph of a world."""
    return list(graph_quads(contents(analyses), settings=Settings()))
