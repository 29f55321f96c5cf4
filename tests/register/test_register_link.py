"""Which actors of a document are actors of the register: in both languages, with and without help from the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binatgraph.model import Analysis, Kind, Modality, Name, Predicate
from binatgraph.register.link import explain_links, link
from factory import analysis, claim, document, mention

if TYPE_CHECKING:
    import random

    from binatgraph.register.index import Register


def read(text: str, *names: tuple[str, Kind], language: str = "en", **more: str) -> Analysis:
    doc = document(text, language=language, **more)
    return analysis(doc, [mention(doc, words, kind) for words, kind in names])


def linked(found: Analysis, register: Register, name: str) -> str | None:
    """Give the register id of the first mention of a name."""
    actor = next(m.actor for m in link(found, register).mentions if m.name == name)
    return actor if actor in register.entries else None


@pytest.mark.parametrize(
    ("text", "kind", "language", "expected"),
    [
        ("Arizona", Kind.STATE, "en", "place/us-az"),
        ("EE.UU.", Kind.COUNTRY, "es", "place/us"),
        ("EU", Kind.COUNTRY, "es", "place/us"),
        ("EU", Kind.COUNTRY, "en", None),
        ("Mexico", Kind.PLACE, "en", "place/mx"),
        ("Chihuahua", Kind.PLACE, "es", "place/mx-chh"),
        ("Chihuahua", Kind.CITY, "es", "place/mx-chh-chihuahua"),
        ("Washington", Kind.PLACE, "en", "place/us-dc-washington"),
        ("San Diego", Kind.CITY, "en", "place/us-ca-san-diego"),
        ("El Paso", Kind.PLACE, "es", "place/us-tx-el-paso"),
        ("Río Bravo", Kind.PLACE, "es", "place/rio-grande"),
        ("municipio de Mexicali", Kind.COUNTY, "es", "place/mx-bcn-mexicali-municipio"),
        ("China", Kind.COUNTRY, "en", "place/cn"),
        ("CILA", Kind.ORGANIZATION, "es", "organization/ibwc"),
        ("Comisión Internacional de Límites y Aguas", Kind.COMMISSION, "es", "organization/ibwc"),
        ("International Boundary and Water Commission", Kind.ORGANIZATION, "en", "organization/ibwc"),
        ("COMISION INTERNACIONAL DE LIMITES Y AGUAS", Kind.COMMISSION, "es", "organization/ibwc"),
        ("BDAN", Kind.ORGANIZATION, "es", "organization/nadb"),
        ("NADBank", Kind.ORGANIZATION, "en", "organization/nadb"),
        ("TLCAN", Kind.INITIATIVE, "es", "initiative/nafta"),
        ("Nettleton Strategies", Kind.COMPANY, "en", None),
        ("Katie Hobbs", Kind.PERSON, "en", None),
        ("Hobbs", Kind.PERSON, "en", None),
    ],
)
def test_a_name_alone_is_linked_where_it_is_clear(
    register: Register, text: str, kind: Kind, language: str, expected: str | None
) -> None:
    assert linked(read(text, (text, kind), language=language), register, text) == expected


def test_a_name_of_another_top_kind_is_not_linked(register: Register) -> None:
    assert linked(read("CILA", ("CILA", Kind.EVENT)), register, "CILA") is None


@pytest.mark.parametrize(
    ("text", "state", "language", "expected"),
    [
        ("A new gate in Nogales, Sonora.", "Sonora", "en", "place/mx-son-nogales"),
        ("A new gate in Nogales, Arizona.", "Arizona", "en", "place/us-az-nogales"),
        ("Una garita en Nogales (Sonora).", "Sonora", "es", "place/mx-son-nogales"),
        ("Una garita en Nogales, Arizona.", "Arizona", "es", "place/us-az-nogales"),
        ("The senator of Arizona went to Nogales.", "Arizona", "en", "place/us-az-nogales"),
    ],
)
def test_the_state_that_the_text_names_decides_between_two_cities(
    register: Register, text: str, state: str, language: str, expected: str
) -> None:
    found = read(text, ("Nogales", Kind.CITY), (state, Kind.STATE), language=language)
    assert linked(found, register, "Nogales") == expected


def test_what_the_text_claims_outweighs_what_it_names(register: Register) -> None:
    doc = document("Arizona sent help to Nogales. Nogales lies south of the line, where Sonora begins.")
    names = [
        mention(doc, "Nogales", Kind.CITY),
        mention(doc, "Sonora", Kind.STATE),
        mention(doc, "Arizona", Kind.STATE),
    ]
    found = analysis(doc, names, claims=[claim(doc, "Nogales", Predicate.LOCATED_IN, "Sonora")])
    assert linked(found, register, "Nogales") == "place/mx-son-nogales"


def test_a_denied_claim_decides_nothing(register: Register) -> None:
    doc = document("This is Nogales. It is not a part of Sonora.")
    where = claim(doc, "Nogales", Predicate.LOCATED_IN, "Sonora", modality=Modality.DENIED)
    found = analysis(doc, [mention(doc, "Nogales", Kind.CITY), mention(doc, "Sonora", Kind.STATE)])
    assert explain_links(replace(found, claims=(where,)), register) == explain_links(found, register)


def test_two_candidates_that_are_alike_are_left_open_and_the_decision_says_why(register: Register) -> None:
    found = read("The mayors met in Nogales.", ("Nogales", Kind.CITY))
    (decision,) = explain_links(found, register)
    assert decision.register_id is None
    assert decision.reasons[0] == "+0.60 the same name: Nogales"
    assert decision.reasons[-1].startswith("not clear: place/us-az-nogales has ")
    assert link(found, register) == found


def test_the_office_and_the_place_that_the_text_gives_make_a_person_known(register: Register) -> None:
    doc = document("Katie Hobbs is Governor of Arizona.", published="2025-06-26")
    said = claim(doc, "Katie Hobbs", Predicate.HOLDS_ROLE, "Arizona", role="Governor", role_concept="governor")
    found = analysis(doc, [mention(doc, "Katie Hobbs"), mention(doc, "Arizona", Kind.STATE)], claims=[said])
    person = next(actor for actor in link(found, register).actors if actor.id == "person/katie-hobbs")
    assert person.kind is Kind.OFFICIAL
    (decision,) = [one for one in explain_links(found, register) if one.register_id == person.id]
    assert "+0.10 Governor of Arizona on 2025-06-26" in decision.reasons
    assert "+0.25 held at Arizona" in decision.reasons


def test_a_person_to_whom_the_text_gives_no_office_stays_a_person(register: Register) -> None:
    found = read(
        "Alfonso Durazo Montaño spoke in Sonora.", ("Alfonso Durazo Montaño", Kind.PERSON), ("Sonora", Kind.STATE)
    )
    person = next(actor for actor in link(found, register).actors if actor.id.startswith("person/"))
    assert (person.id, person.kind) == ("person/alfonso-durazo-montano", Kind.PERSON)


def test_one_person_in_two_spellings_of_two_documents_is_one(register: Register) -> None:
    english = "President Andres Manuel Lopez Obrador of Mexico"
    spanish = "Andrés Manuel López Obrador, presidente de México"
    for text, name, place, language in (
        (english, "Andres Manuel Lopez Obrador", "Mexico", "en"),
        (spanish, "Andrés Manuel López Obrador", "México", "es"),
    ):
        found = read(text, (name, Kind.PERSON), (place, Kind.COUNTRY), language=language)
        assert linked(found, register, name) == "person/andres-manuel-lopez-obrador"


def test_a_namesake_with_another_office_is_not_linked(register: Register) -> None:
    doc = document("David Alvarez, plant manager of Acme, moved to California.")
    said = claim(doc, "David Alvarez", Predicate.HOLDS_ROLE, "Acme", role="plant manager")
    names = [mention(doc, "David Alvarez"), mention(doc, "Acme", Kind.COMPANY), mention(doc, "California", Kind.STATE)]
    assert linked(analysis(doc, names, claims=[said]), register, "David Alvarez") is None


def test_a_linked_actor_has_the_names_of_the_register_and_keeps_its_own(register: Register) -> None:
    found = read("la CILA México-EUA", ("CILA", Kind.ORGANIZATION), language="es")
    named = replace(found.actors[0], names=(*found.actors[0].names, Name(text="CILA México-EUA", preferred=True)))
    (actor,) = link(replace(found, actors=(named,)), register).actors
    entry = register.entries["organization/ibwc"].actor
    assert actor.names == (*entry.names, Name(text="CILA México-EUA"))
    assert (actor.kind, actor.countries) == (Kind.COMMISSION, ("MX", "US"))


def test_two_actors_as_read_that_are_the_same_entry_become_one(register: Register) -> None:
    found = read("NADBank, the BDAN in Spanish", ("NADBank", Kind.ORGANIZATION), ("BDAN", Kind.ORGANIZATION))
    after = link(found, register)
    assert [actor.id for actor in after.actors] == ["organization/nadb"]
    assert {m.actor for m in after.mentions} == {"organization/nadb"}


def test_claims_are_not_touched(register: Register) -> None:
    doc = document("Katie Hobbs is Governor of Arizona.")
    said = claim(doc, "Katie Hobbs", Predicate.HOLDS_ROLE, "Arizona", role="Governor")
    found = analysis(doc, [mention(doc, "Katie Hobbs"), mention(doc, "Arizona", Kind.STATE)], claims=[said])
    assert link(found, register).claims == found.claims


NAMES = (
    *(("Nogales", kind) for kind in (Kind.CITY, Kind.PLACE)),
    *(("Chihuahua", kind) for kind in (Kind.STATE, Kind.CITY, Kind.PLACE)),
    *(("Washington", kind) for kind in (Kind.STATE, Kind.CITY, Kind.PLACE)),
    *((name, Kind.STATE) for name in ("Sonora", "Arizona", "Texas", "Ariz.", "Son.")),
    *((name, Kind.COUNTRY) for name in ("México", "U.S.")),
    *((name, Kind.ORGANIZATION) for name in ("CILA", "BDAN", "NADBank", "Congress", "Acme")),
    *((name, Kind.PERSON) for name in ("Katie Hobbs", "David Cook", "Alfonso Durazo", "Ana Pérez", "Hobbs")),
    ("Katie Hobbs", Kind.OFFICIAL),
    ("Acta 323", Kind.AGREEMENT),
)
SEPARATORS = (", ", " (", " en ", ". ")


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Texts made of names, with claims between any two of them, true or not."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=7, unique_by=lambda one: one[0]))
    text = "".join(name + draw(st.sampled_from(SEPARATORS)) for name, _ in names)
    doc = document(
        text, language=draw(st.sampled_from(["en", "es"])), published=draw(st.sampled_from([None, "2024-05-01"]))
    )
    pairs = st.lists(st.tuples(*[st.sampled_from([name for name, _ in names])] * 2), max_size=4)
    predicates = st.sampled_from([Predicate.LOCATED_IN, Predicate.HOLDS_ROLE])
    claims = [claim(doc, one, draw(predicates), other, role="Governor") for one, other in draw(pairs) if one != other]
    return analysis(doc, [mention(doc, name, kind) for name, kind in names], claims=claims)


UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@UNHURRIED
@given(found=analyses())
def test_linking_what_is_linked_changes_nothing(register: Register, found: Analysis) -> None:
    once = link(found, register)
    assert link(once, register) == once


@UNHURRIED
@given(found=analyses(), shuffle=st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_actors_does_not_count(
    register: Register, found: Analysis, shuffle: random.Random
) -> None:
    mixed = replace(
        found,
        mentions=tuple(shuffle.sample(found.mentions, len(found.mentions))),
        actors=tuple(shuffle.sample(found.actors, len(found.actors))),
        claims=tuple(shuffle.sample(found.claims, len(found.claims))),
    )
    one, other = link(found, register), link(mixed, register)
    assert one.actors == other.actors
    assert sorted(one.mentions, key=lambda m: m.span) == sorted(other.mentions, key=lambda m: m.span)


@UNHURRIED
@given(found=analyses())
def test_every_mention_keeps_an_actor_of_the_analysis_and_every_claim_its_places(
    register: Register, found: Analysis
) -> None:
    after = link(found, register)
    assert {m.actor for m in after.mentions} == {actor.id for actor in after.actors}
    assert [m.span for m in after.mentions] == [m.span for m in found.mentions]
    assert after.claims == found.claims
