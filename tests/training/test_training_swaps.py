"""Names are exchanged for others of their kind, and everything else stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from training.check import runs
from training.corpus import TOP, read
from training.lines import Line, lines, marked, read_marked
from training.names import PATTERNS, copies
from training.swaps import given_names, other, pool, shape, swapped

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"
LINE = marked(
    "{Official|Ana Ruiz} of the {Commission|Mesa del Agua} left {City|Yuma}; {Official|Ruiz} likes {City|Yuma}."
)


def without_names(line: Line) -> str:
    text = line.text
    for start, end, _ in sorted(line.names, reverse=True):
        text = f"{text[:start]}·{text[end:]}"
    return text


@pytest.mark.parametrize("language", ["en", "es"])
def test_only_the_names_change(language: str) -> None:
    names = pool([LINE], language=language, given=given_names(language))
    found = [swapped(LINE, names, seed=str(seed)) for seed in range(50)]
    assert found == [swapped(LINE, names, seed=str(seed)) for seed in range(50)]
    assert {without_names(one) for one in found} == {without_names(LINE)}
    assert {tuple(kind for _, _, kind in one.names) for one in found} == {tuple(kind for _, _, kind in LINE.names)}
    assert len({one.text for one in found}) > 40


def test_a_name_that_comes_twice_is_exchanged_alike() -> None:
    names = pool([LINE], language="en", given=given_names("en"))
    for seed in range(20):
        line = swapped(LINE, names, seed=str(seed))
        places = [line.text[start:end] for start, end, kind in line.names if kind == "City"]
        assert len(set(places)) == 1


def test_a_surname_stands_for_a_surname_and_capitals_for_capitals() -> None:
    from random import Random  # noqa: PLC0415  (only here)

    names = pool([LINE], language="en", given=given_names("en"))
    chance = Random(1)  # noqa: S311  (no secret)
    assert len(other("Ruiz", "Official", names, chance=chance).split()) == 1
    assert other("ANA RUIZ", "Official", names, chance=chance).isupper()
    assert re.fullmatch(r"\S+ de \S+", other("Ana de León", "Person", names, chance=chance))
    assert shape("SADER", "GovernmentBody") != shape("Caltrans", "GovernmentBody")


@pytest.mark.parametrize("language", ["en", "es"])
def test_patterns_have_kinds_of_ours_and_are_written_by_us(language: str) -> None:
    found = read_marked(PATTERNS / f"{language}.txt")
    assert {kind for line in found for _, _, kind in line.names} <= set(TOP)
    assert not any(set("{}|") & set(line.text) for line in found)
    if not EVALUATION.is_dir():
        pytest.skip("the annotated documents (../shared/eval) are not here: overlap is not checked")
    known = set().union(*(runs(path.read_text("utf-8")) for path in EVALUATION.rglob("*.txt")))
    assert [line.text for line in found if runs(line.text) & known] == []


def test_every_line_is_there_as_it_is() -> None:
    ours = lines([one for one in read() if one.language == "en"][:5])
    assert copies(ours, language="en")[: len(ours)] == ours
