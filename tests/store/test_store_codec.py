from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.errors import StoreError
from binatgraph.model import Analysis, Claim, Document, Modality, Observation, Span
from binatgraph.store.codec import decode, encode

SPANS = st.builds(lambda doc, start, size: Span(document=doc, start=start, end=start + size), st.text(max_size=3),
                  st.integers(0, 10**6), st.integers(1, 99))  # fmt: skip
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)

st.register_type_strategy(Span, SPANS)
st.register_type_strategy(float, NUMBERS)
ANALYSES = st.from_type(Analysis)

DOCUMENT = Document(id="a", source="a.txt", text="Él la vio.", language="es", media_type="text/plain", sha256="0")
SPAN = Span(document="a", start=0, end=2)
CLAIM = Claim(subject=SPAN, predicate="leads", object=SPAN, evidence=SPAN, confidence=1, rule="r")  # type: ignore[arg-type]


@settings(max_examples=200)
@given(ANALYSES)
def test_an_analysis_comes_back_as_it_was(analysis: Analysis) -> None:
    line = encode(analysis)
    assert decode(line) == analysis
    assert "\n" not in line
    assert encode(decode(line)) == line


def test_types_come_back_too() -> None:
    figure = Observation(about=SPAN, measure="m", value="1", unit="u", evidence=SPAN, confidence=0.5, rule="r")
    read = decode(encode(Analysis(document=DOCUMENT, claims=(CLAIM,), observations=(figure,))))
    assert isinstance(read.claims[0].modality, Modality)
    assert isinstance(read.claims[0].confidence, float)
    assert isinstance(read.observations, tuple)


def test_what_utf8_cannot_hold_is_kept() -> None:
    analysis = Analysis(document=replace(DOCUMENT, title="\ud800 x"))
    line = encode(analysis)
    line.encode("utf-8")
    assert decode(line) == analysis


def test_what_holds_its_default_is_left_out() -> None:
    assert json.loads(encode(Analysis(document=DOCUMENT))).keys() == {"document"}


def test_a_number_that_json_has_not_is_refused() -> None:
    with pytest.raises(StoreError, match=r"a\.txt: its analysis cannot be kept"):
        encode(Analysis(document=DOCUMENT, claims=(replace(CLAIM, confidence=float("nan")),)))


GOOD = json.loads(encode(Analysis(document=DOCUMENT, claims=(CLAIM,))))


@pytest.mark.parametrize(
    "spoilt",
    [
        None, [], "x", 1, {}, {"document": None}, {"document": []},
        {**GOOD, "new": 1},
        {**GOOD, "claims": "abc"},
        {**GOOD, "claims": [{**GOOD["claims"][0], "modality": "Sworn"}]},
        {**GOOD, "claims": [{**GOOD["claims"][0], "confidence": True}]},
        {**GOOD, "claims": [{**GOOD["claims"][0], "confidence": "1"}]},
        {**GOOD, "claims": [{**GOOD["claims"][0], "evidence": {"document": "a", "start": 5, "end": 5}}]},
        {**GOOD, "claims": [{**GOOD["claims"][0], "evidence": {"document": "a", "start": 1.5, "end": 5}}]},
        {**GOOD, "document": {**GOOD["document"], "text": 5}},
    ],
)  # fmt: skip
def test_what_is_no_analysis_is_refused(spoilt: object) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        decode(json.dumps(spoilt))


@given(st.integers(0, 200), st.text(max_size=3))
def test_a_damaged_line_is_refused_or_is_an_analysis(cut: int, noise: str) -> None:
    line = encode(Analysis(document=DOCUMENT, claims=(CLAIM,)))
    try:
        assert isinstance(decode(line[:cut] + noise + line[cut + 1 :]), Analysis)
    except StoreError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both ends are allowed
