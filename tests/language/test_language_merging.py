"""Names that rules find and names that a pipeline sees become one set."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from small_language import rules
from small_scorer import scorer, with_pipeline

from binatgraph.language.analysis import analyse
from binatgraph.language.merging import merged, without_honoured
from binatgraph.language.scorer import Scorer
from binatgraph.language.titles import Title
from binatgraph.language.tokens import sentences
from binatgraph.language.view import Candidate, Names
from binatgraph.model import Kind, Predicate
from factory import document

Found = tuple[str, Kind | None]
PERSON, BODY, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE


def both(
    text: str, *seen: Found, found: Sequence[Found] = (), known: Sequence[Found] = (), titles: Sequence[str] = ()
) -> list[str]:
    """Give the names of a sentence as "Ana Ruiz: Person", from what a pipeline has `seen` and what rules have `found`.

    A doubtful name has a question mark.
    """
    sentence = sentences(text, offset=0, language="en")[0]

    def place(words: str) -> tuple[int, int]:
        start = text.index(words)
        inside = [at for at, t in enumerate(sentence) if t.start < start + len(words) and start < t.end]
        return inside[0], inside[-1] + 1

    own = [Candidate(*place(words), kind, known=(words, kind) in known) for words, kind in (*found, *known)]
    offices = tuple(Title(*place(words), words.lower(), plural=False, core=place(words)[0]) for words in titles)
    names = Names(tuple(sorted(own)), offices)
    lexicon = rules()["en"].lexicon
    made = merged(names, [Candidate(*place(words), kind) for words, kind in seen], sentence, lexicon=lexicon)
    return [
        f"{text[sentence[one.start].start : sentence[one.end - 1].end]}: {one.kind}{'?' * one.doubtful}"
        for one in made.names
    ]


def test_a_pipeline_adds_names_that_are_doubtful() -> None:
    assert both("Then Zubi Kolman sat.", ("Zubi Kolman", PERSON)) == ["Zubi Kolman: Person?"]


@pytest.mark.parametrize("kind", [BODY, PLACE])
def test_a_name_that_says_its_kind_has_it_and_is_not_doubtful(kind: Kind) -> None:
    assert both("Then the Zubi Authority sat.", ("Zubi Authority", kind)) == ["Zubi Authority: GovernmentBody"]


def test_a_name_may_say_its_kind_in_the_other_language() -> None:
    assert both("Then the Comisión Zubi sat.", ("Comisión Zubi", BODY)) == ["Comisión Zubi: Commission"]


def test_a_title_is_cut_off() -> None:
    found = both("We saw Mayor Zubi Kolman.", ("Mayor Zubi Kolman", PERSON), titles=["Mayor"])
    assert found == ["Zubi Kolman: Person?"]


def test_small_words_and_marks_are_cut_off() -> None:
    assert both("It left of Zubi Kolman, then.", ("of Zubi Kolman,", BODY)) == ["Zubi Kolman: Organization?"]


def test_a_title_in_the_middle_of_a_name_takes_it_away() -> None:
    assert both("We saw Zubi Mayor Kolman.", ("Zubi Mayor Kolman", PERSON), titles=["Mayor"]) == []


@pytest.mark.parametrize("words", ["2024", "Mexican", "Commission", "plan"])
def test_a_word_that_says_nothing_is_no_name(words: str) -> None:
    assert both(f"Then the {words} began.", (words, BODY)) == []


def test_a_person_has_no_words_that_are_no_names_of_persons() -> None:
    assert both("Then Zubi Kolman 2024 sat.", ("Zubi Kolman 2024", PERSON)) == []


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("They saw Zubi here.", ("Zubi", PERSON), ["Zubi: None?"]),
        ("They saw Zubi here.", ("Zubi", BODY), ["Zubi: None?"]),
        ("They saw XQ here.", ("XQ", BODY), ["XQ: None?"]),
        ("They saw ACMEX here.", ("ACMEX", BODY), ["ACMEX: Organization?"]),
        ("They live in Zubi now.", ("Zubi", PLACE), ["Zubi: Place?"]),
        ("They live here (Zubi).", ("Zubi", PLACE), ["Zubi: Place?"]),
        ("They saw Zubi here.", ("Zubi", PLACE), []),
    ],
)
def test_what_a_lone_word_is_the_document_must_say_but_for_acronyms_and_what_is_placed(
    text: str, seen: Found, expected: list[str]
) -> None:
    assert both(text, seen) == expected


def test_a_pipeline_says_of_what_kind_a_name_is_that_rules_cannot_tell() -> None:
    assert both("Then Zubi Kolman sat.", ("Zubi Kolman", PERSON), found=[("Zubi Kolman", None)]) == [
        "Zubi Kolman: Person?"
    ]


def test_a_known_name_stays_as_it_is() -> None:
    assert both("Then Ana Ruiz sat.", ("Ana Ruiz", BODY), known=[("Ana Ruiz", PERSON)]) == ["Ana Ruiz: Person"]


@pytest.mark.parametrize("seen", ["Álvaro Obregón", "Álvaro Obregón Tapia"])
def test_a_known_place_with_the_name_of_a_person_gives_way_to_the_person(seen: str) -> None:
    text, place = "His counterpart, Álvaro Obregón Tapia, came.", [("Álvaro Obregón", Kind.CITY)]
    assert both(text, (seen, PERSON), known=place) == [f"{seen}: Person?"]


@pytest.mark.parametrize("seen", [("Álvaro Obregón", PLACE), ("Ciudad Obregón", PERSON)])
def test_a_known_place_stays_without_a_person_or_a_given_name(seen: Found) -> None:
    assert both(f"They met in {seen[0]}.", seen, known=[(seen[0], Kind.CITY)]) == [f"{seen[0]}: City"]


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "They met at the Zubi Kolman campus.", 0),
        ("en", "They met Zubi Kolman.", 1),
        ("es", "Hablaron en la avenida Zubi Kolman.", 0),
        ("es", "Hablaron con Zubi Kolman.", 1),
    ],
)
def test_what_is_called_after_a_person_is_no_person(language: str, text: str, left: int) -> None:
    (sentence,) = sentences(text, offset=0, language=language)
    start = next(at for at, token in enumerate(sentence) if token.text == "Zubi")
    names = Names((Candidate(start, start + 2, PERSON),), ())
    assert len(without_honoured(names, sentence, lexicon=rules()[language].lexicon).names) == left


@pytest.mark.parametrize(
    ("day", "rest"), [("on February 3", ""), ("of February 3", " of February 3"), ("on Monday", "")]
)
def test_no_name_goes_on_over_the_day_of_something(day: str, rest: str) -> None:
    name = f"Zubi Treaty {day}"
    assert both(f"They signed the {name}.", (name, Kind.INITIATIVE)) == [f"Zubi Treaty{rest}: Agreement"]


def test_a_longer_name_does_not_swallow_a_person() -> None:
    found = both("Then Upper Ana Ruiz sat.", ("Upper Ana Ruiz", PERSON), found=[("Ana Ruiz", PERSON)])
    assert found == ["Ana Ruiz: Person"]


def test_a_longer_name_with_a_head_may_be_called_after_a_person() -> None:
    text, name = "Then the Ana Ruiz Authority sat.", "Ana Ruiz Authority"
    assert both(text, (name, BODY), found=[("Ana Ruiz", PERSON)]) == [f"{name}: GovernmentBody"]


def test_a_known_place_is_part_of_a_name_with_a_head_but_not_of_a_longer_place() -> None:
    known = [("Tucson", Kind.CITY)]
    assert both("Then the Tucson Lodu Authority sat.", ("Tucson Lodu Authority", BODY), known=known) == [
        "Tucson Lodu Authority: GovernmentBody"
    ]
    assert both("They live in Tucson Lodu.", ("Tucson Lodu", PLACE), known=known) == ["Tucson: City"]


@pytest.mark.parametrize("mark", ["(", ")", ";", ":", "|"])
def test_no_name_goes_on_over_a_mark_that_parts(mark: str) -> None:
    assert both(f"Then Zubi Kolman {mark} Lodu sat.", (f"Zubi Kolman {mark} Lodu", BODY)) == [
        "Zubi Kolman: Organization?"
    ]


def test_with_a_demonym_only_what_says_its_kind_is_a_name() -> None:
    assert both("Then Mexican Lodu sat.", ("Mexican Lodu", BODY)) == []
    assert both("Then the Mexican Lodu Authority sat.", ("Mexican Lodu Authority", BODY)) == [
        "Mexican Lodu Authority: GovernmentBody"
    ]


def test_a_body_begins_earlier_only_with_capitals_before_it() -> None:
    found = [("Lodu Authority", Kind.GOVERNMENT_BODY)]
    capitals, small = "Upper Zubi Lodu Authority", "Zubi of the Lodu Authority"
    assert both(f"Then {capitals} sat.", (capitals, BODY), found=found) == [f"{capitals}: GovernmentBody"]
    assert both(f"Then {small} sat.", (small, BODY), found=found) == ["Lodu Authority: GovernmentBody"]


def test_a_name_goes_on_where_rules_stopped_too_early() -> None:
    text, name = "Then the Bridge Commission of Upper Zubi sat.", "Bridge Commission of Upper Zubi"
    assert both(text, (name, BODY), found=[("Bridge Commission", Kind.COMMISSION)]) == [f"{name}: Commission"]


def test_a_name_with_a_head_ends_where_another_head_follows() -> None:
    text, name = "Then the Bridge Commission of the Zubi Authority sat.", "Bridge Commission of the Zubi Authority"
    own = [("Bridge Commission", Kind.COMMISSION)]
    assert both(text, (name, BODY), found=own) == ["Bridge Commission: Commission"]


def test_what_rules_took_for_one_name_is_parted_where_the_pipeline_sees_two() -> None:
    text = "Then Zubi Kolman and Lodu Works sat."
    seen: list[Found] = [("Zubi Kolman", BODY), ("Lodu Works", BODY)]
    for kind in (None, BODY):
        found = both(text, *seen, found=[("Zubi Kolman and Lodu Works", kind)])
        assert found == ["Zubi Kolman: Organization?", "Lodu Works: Organization?"]


def test_a_body_and_its_place_are_not_parted() -> None:
    text, name = "Then the Zubi Authority of Kolman sat.", "Zubi Authority of Kolman"
    found = both(text, ("Zubi Authority", BODY), ("Kolman", PLACE), found=[(name, BODY)])
    assert found == [f"{name}: Organization"]


def heard(text: str, *, own: Scorer | None = None) -> set[str]:
    """Give the actors of a text in which a pipeline sees "kolman Works", which rules do not, because it begins small."""
    found = analyse(document(text), rules=with_pipeline({"kolman Works": "ORG"}, own=own))
    return {actor.names[0].text for actor in found.actors}


def test_what_only_a_pipeline_sees_once_and_nobody_claims_is_dropped() -> None:
    assert heard("Ana Ruiz likes the kolman Works of late.") == {"Ana Ruiz"}


def test_what_a_pipeline_sees_twice_stays() -> None:
    assert len(heard("Ana Ruiz likes the kolman Works. Then kolman Works grew.")) == 2


def test_what_a_claim_is_about_stays() -> None:
    own = scorer({"tops Person Organization": {Predicate.LEADS: 12.0}})
    assert len(heard("Ana Ruiz likes the kolman Works of late.", own=own)) == 2
