from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf_worlds import read, worlds

from binatgraph.errors import RdfError
from binatgraph.model import Kind, Modality, Predicate, Tense
from binatgraph.rdf.annotations import Annotation, annotation_quads, annotations_of, read_annotations
from binatgraph.rdf.documents import document_quads
from binatgraph.rdf.iris import Iris
from factory import analysis, claim, document, mention, resolution

if TYPE_CHECKING:
    from binatgraph.model import Analysis

IRIS = Iris()
keys = st.text("0123456789abcdef", min_size=16, max_size=16)
optional_words = st.one_of(st.none(), st.text(min_size=1))
made = st.builds(
    Annotation,
    id=keys,
    document=keys,
    body=st.builds("statement/{}".format, keys),
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    quote=st.text(),
    confidence=st.floats(0, 1),
    rule=st.text(),
    language=st.sampled_from(["en", "es", "und"]),
    role=optional_words,
    modality=st.sampled_from(Modality),
    tense=st.one_of(st.none(), st.sampled_from(Tense)),
    speaker=st.one_of(st.none(), st.just("person/ana-ruiz")),
)


@given(st.lists(made, max_size=4, unique_by=lambda one: one.id))
def test_annotations_come_back_from_quads_as_they_were(annotations: list[Annotation]) -> None:
    quads = [quad for one in annotations for quad in annotation_quads(one, iris=IRIS)]
    assert read_annotations(quads, iris=IRIS) == sorted(annotations, key=lambda one: one.id)


@given(worlds(largest=2))
def test_what_a_document_claims_comes_back_from_its_graph(world: list[Analysis]) -> None:
    known = resolution(world)
    for one in world:
        told = sorted(annotations_of(one, resolution=known), key=lambda each: each.id)
        assert read_annotations(document_quads(one, resolution=known, iris=IRIS), iris=IRIS) == told


@given(read())
def test_the_quote_is_what_stands_at_its_place(one: Analysis) -> None:
    for each in annotations_of(one, resolution=resolution([one])):
        assert one.document.text[each.start : each.end] == each.quote


def test_an_annotation_says_what_its_claim_says() -> None:
    doc = document("Ana Ruiz es gobernadora de Sonora.", language="es")
    people = [mention(doc, "Ana Ruiz", Kind.OFFICIAL), mention(doc, "Sonora", Kind.STATE)]
    held = claim(doc, "Ana Ruiz", Predicate.HOLDS_ROLE, "Sonora", role="gobernadora", speaker=people[0].span)
    one = analysis(doc, people, claims=[held])
    (found,) = annotations_of(one, resolution=resolution([one]))
    assert found == Annotation(
        id=held.id,
        document=doc.id,
        body=found.body,
        start=0,
        end=34,
        quote=doc.text,
        confidence=0.9,
        rule="test.rule",
        language="es",
        role="gobernadora",
        tense=Tense.PRESENT,
        speaker="person/ana-ruiz",
    )


def test_a_relation_that_is_no_office_has_no_tense() -> None:
    doc = document("Ana Ruiz met José Peña.")
    people = [mention(doc, "Ana Ruiz"), mention(doc, "José Peña")]
    one = analysis(doc, people, claims=[claim(doc, "Ana Ruiz", Predicate.MET_WITH, "José Peña")])
    assert [each.tense for each in annotations_of(one, resolution=resolution([one]))] == [None]


def test_a_claim_that_lacks_a_part_is_refused() -> None:
    one = Annotation(id="1", document="2", body="statement/3", start=0, end=1, quote="a", confidence=1, rule="r")
    quads = [quad for quad in annotation_quads(one, iris=IRIS) if not quad.predicate.value.endswith("#exact")]
    with pytest.raises(RdfError, match="not as it was written"):
        read_annotations(quads, iris=IRIS)
