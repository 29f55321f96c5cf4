"""How a clause puts what it says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from small_language import read

from binatgraph.language.lexicon import LANGUAGES, load_lexicon
from binatgraph.language.modality import modality, modality_between
from binatgraph.language.skeleton import mark
from binatgraph.model import Modality, Predicate

EXAMPLES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "modality_examples.toml").read_text("utf-8"))
SHOWN = [
    pytest.param(language, *line.split(" | ", 1), Modality(how), id=f"{language} {how}: {line}")
    for language, by_modality in EXAMPLES.items()
    for how, lines in by_modality.items()
    for line in lines
]


def parts(marked: str) -> tuple[str, str, str]:
    """Give the words before, between and behind the two names in brackets."""
    before, first = marked.split("[", 1)
    _, middle = first.split("]", 1)
    between, second = middle.split("[", 1)
    return before, between, second.split("]", 1)[1]


@pytest.mark.parametrize(("language", "predicate", "marked", "expected"), SHOWN)
def test_a_sentence_puts_what_it_says_of_two_names_as_the_example_says(
    language: str, predicate: str, marked: str, expected: Modality
) -> None:
    assert Predicate(predicate)
    assert modality_between(*parts(marked), lexicon=load_lexicon(language)) is expected


@pytest.mark.parametrize(("language", "predicate", "marked", "expected"), SHOWN)
def test_what_frames_read_from_an_example_is_put_the_same_way(
    language: str, predicate: str, marked: str, expected: Modality
) -> None:
    names = {part.split("]")[0] for part in marked.split("[")[1:]}
    found = read(marked.replace("[", "").replace("]", ""), language)
    same = [
        c for c in found.claims if c.predicate == predicate and {found.quote(c.subject), found.quote(c.object)} == names
    ]
    assert {claim.modality for claim in same} <= {expected}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relation_has_examples_of_being_said_and_of_not_being_held(language: str) -> None:
    for how in ("Asserted", "Hedged", "Denied"):
        assert {line.split(" | ")[0] for line in EXAMPLES[language][how]} >= set(Predicate) - _ALWAYS_SAID[how]


_ALWAYS_SAID: dict[str, set[Predicate]] = {"Asserted": set(), "Hedged": {Predicate.COUNTERPART_OF}, "Denied": set()}
"""Nobody hedges that two bodies are sisters."""


@pytest.mark.parametrize(
    ("language", "clause", "expected"),
    [
        ("en", "the council joined the forum", Modality.ASSERTED),
        ("en", "the council did not join the forum", Modality.DENIED),
        ("en", "the council never joined the forum", Modality.DENIED),
        ("en", "the council might join the forum", Modality.HEDGED),
        ("en", "the council reportedly joined the forum", Modality.HEDGED),
        ("en", "the council will join the forum", Modality.PLANNED),
        ("en", "the council plans to join the forum", Modality.PLANNED),
        ("en", "the council, according to a note, joined the forum", Modality.REPORTED),
        ("en", "a guide said that the council will not join the forum", Modality.DENIED),
        ("es", "el consejo se sumó al foro", Modality.ASSERTED),
        ("es", "el consejo no participó en el foro", Modality.DENIED),
        ("es", "el consejo podría sumarse al foro", Modality.HEDGED),
        ("es", "el consejo presuntamente financió el plan", Modality.HEDGED),
        ("es", "el consejo participará en el foro", Modality.PLANNED),
        ("es", "el consejo prevé sumarse al foro", Modality.PLANNED),
        ("es", "según una nota, el consejo se sumó al foro", Modality.REPORTED),
    ],
)
def test_a_clause_is_put_as_its_words_say(language: str, clause: str, expected: Modality) -> None:
    assert modality(clause, lexicon=load_lexicon(language)) is expected


def test_a_denial_before_the_clause_denies_it_and_a_plan_before_it_plans_something_else() -> None:
    english = load_lexicon("en")
    assert modality("the council joined", before="a guide denied that ", lexicon=english) is Modality.DENIED
    assert modality("the council joined", before="a guide will say that ", lexicon=english) is Modality.ASSERTED


def test_the_marks_of_slots_are_no_words() -> None:
    assert modality(f"{mark('P', 1)} joined {mark('E', 2)}", lexicon=load_lexicon("en")) is Modality.ASSERTED
