"""How a clause puts what it says."""

from __future__ import annotations

import pytest

from binatgraph.language.lexicon import load_lexicon
from binatgraph.language.modality import modality
from binatgraph.language.skeleton import mark
from binatgraph.model import Modality


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
