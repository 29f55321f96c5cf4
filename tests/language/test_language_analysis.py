"""From a document to who is mentioned and what is claimed: the promises of the stage as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import EXAMPLES, NAMES, ROLES, actors, read, rules, said

from binatgraph.language import rules as extractor
from binatgraph.language.analysis import analyse
from binatgraph.language.skeleton import CLOSE, OPEN
from binatgraph.model import Analysis, Kind, Period, Predicate, Tense
from binatgraph.vocabulary import RELATIONS
from factory import document

languages = st.sampled_from(["en", "es"])
SENTENCES = [example["text"] for example in EXAMPLES["example"]]
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*SENTENCES, "| Name | Title | State |", "- Ana Ruiz, mayor, Nogales", "\n\n", "?", OPEN, CLOSE])).map("\n".join),
    st.lists(st.sampled_from(" ".join(SENTENCES).split()), max_size=40).map(" ".join),
)  # fmt: skip


@given(texts, languages)
def test_no_text_raises_and_everything_that_is_found_stands_in_it(text: str, language: str) -> None:
    found = read(text, language)
    for mention in found.mentions:
        words = text[mention.span.start : mention.span.end]
        assert words == words.strip()
        assert " ".join(words.split()) == mention.name
    for claim in found.claims:
        assert text[claim.evidence.start : claim.evidence.end].strip()


@given(texts, languages)
def test_claims_join_mentioned_actors_of_kinds_that_the_relation_joins(text: str, language: str) -> None:
    found = read(text, language)
    kinds = {actor.id: actor.kind for actor in found.actors}
    for claim in found.claims:
        ends = found.actor_at(claim.subject), found.actor_at(claim.object)
        assert None not in ends
        assert ends[0] != ends[1]
        assert RELATIONS[claim.predicate].allows(kinds[str(ends[0])], kinds[str(ends[1])])


@given(texts, languages)
def test_actors_are_those_of_the_mentions_each_once_and_with_one_preferred_name(text: str, language: str) -> None:
    found = read(text, language)
    assert len(found.actors) == len({actor.id for actor in found.actors})
    assert {actor.id for actor in found.actors} == {mention.actor for mention in found.mentions}
    assert all(sum(name.preferred for name in actor.names) == 1 for actor in found.actors)
    assert all(
        mention.kind is next(a.kind for a in found.actors if a.id == mention.actor) for mention in found.mentions
    )


@given(texts, languages)
def test_the_same_document_gives_the_same_analysis(text: str, language: str) -> None:
    assert read(text, language) == read(text, language)


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), languages)
def test_the_evidence_holds_both_names_or_what_stands_for_them(sentences: list[str], language: str) -> None:
    found = read("\n\n".join(sentences), language)
    for claim in found.claims:
        inside = [
            claim.evidence.start <= end.start and end.end <= claim.evidence.end for end in (claim.subject, claim.object)
        ]
        before = [end.end <= claim.evidence.start for end in (claim.subject, claim.object)]
        assert all(here or earlier for here, earlier in zip(inside, before, strict=True))


def test_a_document_in_no_known_language_has_nothing() -> None:
    found = read("Ana Ruiz met with Luis Peña.", "und")
    assert (found.actors, found.mentions, found.claims) == ((), (), ())


def test_an_empty_text_has_nothing() -> None:
    assert read("") == Analysis(document=document(""))


def test_a_question_claims_nothing_but_mentions_its_names() -> None:
    found = read("Did Ana Ruiz chair the Bridge Summit?")
    assert (said(found), len(found.mentions)) == ([], 2)


def test_furniture_mentions_nobody() -> None:
    assert read("The water rose.\n\nPhoto credit: Ana Ruiz").mentions == ()


def test_a_title_and_a_name_together_are_a_mention_beside_the_name() -> None:
    found = read("Sonora Governor Ana Ruiz sat.")
    assert {found.quote(m.span) for m in found.mentions if m.kind is Kind.OFFICIAL} == {"Governor Ana Ruiz", "Ana Ruiz"}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("They met former Mayor Ana Ruiz.", "Mayor Ana Ruiz"),
        ("They met Finance Secretary Ana Ruiz.", "Secretary Ana Ruiz"),
        ("They met Deputy Mayor Ana Ruiz.", "Deputy Mayor Ana Ruiz"),
        ("They met Dr. Ana Ruiz.", "Dr. Ana Ruiz"),
    ],
)
def test_neither_former_nor_what_an_office_is_about_belongs_to_a_mention(text: str, mention: str) -> None:
    found = read(text)
    assert {found.quote(m.span) for m in found.mentions} == {mention, "Ana Ruiz"}


def test_a_person_of_one_word_needs_a_title_or_a_fuller_name() -> None:
    assert actors(read("Senator Kol sat.")) == {"Kol": "Official"}
    assert "Zubi" not in actors(read("Kol Zubi, director of the Bridge Commission, sat. Zubi laughed."))
    assert actors(read("They met Ana-Kol.")) == {}


def test_a_name_that_the_text_explains_once_is_known_in_its_headline() -> None:
    found = read("WONDERLAND ADMIRES KOL ZUBI\n\nKol Zubi, director of the Bridge Commission, sat.")
    assert [found.quote(m.span) for m in found.mentions if m.kind is Kind.PERSON] == ["KOL ZUBI", "Kol Zubi"]


def test_a_list_item_is_evidence_for_the_office_that_it_gives() -> None:
    found = read("Present:\n- Ana Ruiz, analyst, Desert Trade Alliance\n- Luis Peña, mayor, Nogales")
    assert said(found)[0] == "Ana Ruiz holdsRole Desert Trade Alliance as analyst"
    assert found.quote(found.claims[0].evidence) == "Ana Ruiz, analyst, Desert Trade Alliance"


def test_of_two_readings_of_a_symmetric_relation_one_is_kept() -> None:
    assert said(read("Ana Ruiz and Luis Peña met.")) == ["Ana Ruiz metWith Luis Peña"]


def test_one_person_with_two_offices_at_one_body_has_two_claims() -> None:
    found = read("Ana Ruiz, president and founder of the Desert Trade Alliance, sat.")
    assert len({claim.id for claim in found.claims}) == len(found.claims)


@pytest.mark.parametrize(
    ("text", "tense", "period"),
    [
        ("Sonora Governor Ana Ruiz sat.", Tense.PRESENT, Period(start_latest="2024-05-01", last_seen="2024-05-01")),
        (
            "Former Sonora Governor Ana Ruiz sat.",
            Tense.PRESENT,
            Period(start_latest="2024-05-01", last_seen="2024-05-01"),
        ),
        ("Ana Ruiz, former governor of Sonora, sat.", Tense.PAST, Period(end_latest="2024-05-01")),
    ],
)
def test_the_day_of_a_document_bounds_the_offices_that_it_gives(text: str, tense: Tense, period: Period) -> None:
    (claim,) = read(text, published="2024-05-01").claims
    assert (claim.tense, claim.period) == (tense, period)


def test_an_office_in_a_document_without_a_day_has_no_bounds() -> None:
    (claim,) = read("Sonora Governor Ana Ruiz sat.").claims
    assert claim.period == Period()


def test_a_claim_that_is_only_planned_or_doubtful_is_less_sure() -> None:
    sure, planned, doubtful = (
        read(f"Ana Ruiz {verb} the Palo Verde Treaty.").claims[0].confidence
        for verb in ("signed", "will sign", "might sign")
    )
    assert sure > planned > doubtful


def test_a_claim_names_the_rule_and_the_concept_of_its_role() -> None:
    (claim,) = read("Sonora Governor Ana Ruiz sat.").claims
    assert (claim.rule, claim.role_concept) == ("en.office.place-title-person", "governor")


def test_a_document_cannot_write_the_marks_of_slots() -> None:
    found = read(f"{OPEN}P0{CLOSE} met with Ana Ruiz and {OPEN}P1{CLOSE} and {OPEN}Z99{CLOSE}.")
    assert said(found) == []


def test_the_extractor_is_a_function_from_document_to_analysis() -> None:
    extract = extractor(names=iter(NAMES), roles=iter(ROLES))
    text = document("Ana Ruiz chaired the Bridge Summit.")
    assert extract(text) == analyse(text, rules=rules())
    assert extract(text).claims[0].predicate is Predicate.LEADS


def test_the_order_of_the_register_does_not_change_what_is_found() -> None:
    text = document("Ana Ruiz chaired the Bridge Summit in Tucson, Arizona.")
    assert extractor(names=reversed(NAMES), roles=ROLES)(text) == extractor(names=NAMES, roles=ROLES)(text)


def test_a_document_that_is_read_again_under_another_name_has_the_same_claims() -> None:
    text = document("Ana Ruiz chaired the Bridge Summit.")
    assert analyse(replace(text, source="b.txt"), rules=rules()).claims == analyse(text, rules=rules()).claims
