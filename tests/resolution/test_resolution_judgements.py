"""The file of judgements, line by line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import ResolutionError
from binatgraph.model import Judgement, Verdict
from binatgraph.resolution import read_judgements, write_judgement

GOOD = {"left": "person/a", "right": "person/b", "verdict": "same", "reason": "one person", "by": "ana"}
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
judgements = st.builds(
    Judgement,
    left=words,
    right=words,
    verdict=st.sampled_from(Verdict),
    reason=words,
    by=words,
    score=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    at=st.none() | st.datetimes().map(lambda moment: moment.isoformat()),
)


@given(st.lists(judgements, max_size=4))
def test_what_was_written_is_read(told: list[Judgement]) -> None:
    lines = [write_judgement(one) for one in told]
    assert all("\n" not in line for line in lines)
    assert list(read_judgements(lines)) == told


def test_a_line_has_its_keys_in_order_and_no_empty_ones() -> None:
    judgement = Judgement(left="a", right="b", verdict=Verdict.SAME, reason="él", by="ana")
    assert write_judgement(judgement) == '{"by": "ana", "left": "a", "reason": "él", "right": "b", "verdict": "same"}'


def test_empty_lines_are_passed_over() -> None:
    assert len(list(read_judgements(["", "  \n", json.dumps(GOOD)]))) == 1


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON ("),
        ("[]", "not an object; a judgement has left, right, verdict, reason, by, score, at"),
        ("null", "not an object; a judgement has "),
        (json.dumps({**GOOD, "when": 1, "colour": 2}), "unknown colour, when; a judgement has "),
        (json.dumps({"left": "a"}), "no right, verdict, reason, by; a judgement needs left, "),
        (json.dumps({**GOOD, "verdict": "maybe"}), "verdict is 'maybe'; it must be one of same, different, unsure"),
        (json.dumps({**GOOD, "verdict": []}), "verdict is []; it must be one of same, different, unsure"),
        (json.dumps({**GOOD, "left": 5}), "left is 5; it must be text"),
        (json.dumps({**GOOD, "score": "high"}), "score is 'high'; it must be a number"),
        (json.dumps({**GOOD, "score": True}), "score is True; it must be a number"),
        ('{"left":"a","right":"b","verdict":"same","reason":"r","by":"b","score":NaN}', "score is nan; it must be a number"),
        (json.dumps({**GOOD, "at": "noon"}), "at is 'noon'; it must be a time (ISO 8601)"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_judgement_is_refused_with_its_number_and_what_is_allowed(line: str, complaint: str) -> None:
    with pytest.raises(ResolutionError) as refused:
        list(read_judgements([json.dumps(GOOD), "", line], name="judgements.jsonl"))
    assert str(refused.value).startswith(f"judgements.jsonl, line 3: {complaint}")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | words, lambda inner: st.lists(inner) | st.dictionaries(words, inner)
    )
)
def test_other_json_is_refused_and_nothing_else_happens(value: Any) -> None:
    with pytest.raises(ResolutionError):
        list(read_judgements([json.dumps(value)]))
