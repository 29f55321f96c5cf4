"""What the scorer looks at in a pair."""

from __future__ import annotations

import pytest
from small_scorer import seen, tree

MET = ["ana PROPN nsubj 2", "ruiz PROPN flat 0", "meet VERB root -1", "luis PROPN obj 2", "peña PROPN flat 3", ". PUNCT punct 2"]  # fmt: skip


def first(text: str, language: str = "en") -> set[str]:
    return set(seen(text, language)[0])


def shared(text: str, language: str) -> set[str]:
    return {feature for feature in first(text, language) if feature.startswith("shared")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ana Ruiz, mayor of Nogales, met with Luis Peña. She left.", "en"),
        ("Ana Ruiz, alcaldesa de Nogales, se reunió con Luis Peña. Ella salió.", "es"),
    ],
)
def test_the_same_text_has_the_same_features_each_once(text: str, language: str) -> None:
    found = seen(text, language)
    assert found == seen(text, language)
    assert all(len(features) == len(set(features)) for features in found)


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Ana Ruiz signed the Palo Verde Treaty.", "Ana Ruiz firmó el Tratado Palo Verde."),
        ("Ana Ruiz with Luis Peña in Nogales.", "Ana Ruiz con Luis Peña en Nogales."),
        ("The Bridge Commission is in Nogales.", "La Comisión del Puente está en Nogales."),
    ],
)
def test_a_sentence_has_the_same_shared_features_in_both_languages(english: str, spanish: str) -> None:
    assert shared(english, "en") == shared(spanish, "es")


def test_kinds_are_told_with_their_tops() -> None:
    assert {"tops Organization Place", "kinds Commission City"} <= first("The Bridge Commission left Nogales.")


def test_the_words_between_are_told_one_by_one_and_as_a_whole() -> None:
    found = first("Ana Ruiz sat with Luis Peña.")
    assert {"between is sat with", "between sat", "between with", "between opens sat", "between ends with"} <= found


def test_a_name_between_is_the_sign_of_its_kind() -> None:
    assert "between is met ⟨Person⟩ in" in seen("Ana Ruiz met Luis Peña in Nogales.")[1]


def test_titles_demonyms_and_numbers_are_signs() -> None:
    assert "between is left ⟨demonym⟩ ⟨title⟩ 0" in first("Ana Ruiz left Mexican mayor 7 Luis Peña.")


def test_of_a_long_way_between_the_words_do_not_count() -> None:
    found = first(f"Ana Ruiz {'very ' * 30}met Luis Peña.")
    assert not any(feature.startswith(("between is", "between very")) for feature in found)
    assert "distance 20" in found


def test_a_word_that_speaks_of_a_relation_is_told_by_its_place() -> None:
    before, between, after = (
        first(text)
        for text in (
            "They signed it, Ana Ruiz told Luis Peña.",
            "Ana Ruiz signed Luis Peña.",
            "Ana Ruiz told Luis Peña they signed.",
        )
    )
    assert {"trigger signed before", "trigger signed opens"} <= before
    assert {"trigger signed between", "trigger signed nearest"} <= between
    assert "trigger signed after" in after
    assert not {"trigger signed nearest", "trigger signed opens"} & after


def test_what_a_frame_gives_is_told_with_its_direction() -> None:
    assert "frame first holdsRole" in first("Ana Ruiz, mayor of Nogales, sat.")
    assert "frame second holdsRole" in first("Nogales Mayor Ana Ruiz sat.")


def test_what_a_frame_gives_for_one_of_the_two_is_told_too() -> None:
    found = seen("Ana Ruiz, mayor of Nogales, met with Luis Peña.")
    assert any("frame of first holdsRole" in features for features in found)


def test_titles_are_told_by_the_side_beside_which_they_stand() -> None:
    assert {"title right before first", "title right after second"} <= first("Mayor Ana Ruiz met Luis Peña, mayor.")


def test_of_an_actor_within_reach_the_words_of_the_sentence_count() -> None:
    found = seen("Ana Ruiz slept.\n\nThe bus left Nogales.")[0]
    assert {"reach first Person", "far before left", "far all bus", "far opens the bus"} <= set(found)


def test_the_way_in_the_tree_is_told_with_its_top() -> None:
    (found,) = seen("Ana Ruiz met Luis Peña.", trees={0: tree(MET)})
    assert {"way nsubj ^ obj at meet", "way at trigger metWith", "first is nsubj  of meet"} <= set(found)


def test_two_who_are_coordinated_hang_together() -> None:
    rows = ["ana X nsubj 5", "ruiz X flat 0", "and CCONJ cc 3", "luis X conj 0", "peña X flat 3", "sit VERB root -1", ". X punct 5"]  # fmt: skip
    (found,) = seen("Ana Ruiz and Luis Peña sat.", trees={0: tree(rows)})
    assert "way coordinated" in found


def test_without_a_tree_nothing_is_told_of_one() -> None:
    assert not any(feature.startswith(("way", "first is", "second is")) for feature in first("Ana Ruiz met Luis Peña."))
