"""Each named query on the small graph."""

from __future__ import annotations

import pytest
import small_graph as graph

from binatgraph.store.library import ask
from binatgraph.store.local import LocalStore

AZ, ELENA = graph.AZ, graph.ELENA


def rows(name: str, **values: str) -> list[dict[str, str]]:
    return rows_of(graph.whole(), name, **values)


def rows_of(store: LocalStore, name: str, **values: str) -> list[dict[str, str]]:
    with store:
        return list(ask(store, name, values).records())


def test_office_holders_have_their_bounds_and_their_surest_sentence() -> None:
    ruiz, wells = rows("office-holders", at="Arizona")
    assert (ruiz["name"], ruiz["office"], ruiz["since"], ruiz["lastSeen"]) == (
        "Elena Ruiz",
        "Governor",
        "../2025-06-26",
        "2025-07-01",
    )
    assert (ruiz["quote"], ruiz["published"]) == ("Governor Elena Ruiz of Arizona opened it.", "2025-06-26")
    assert (ruiz["document"], ruiz["sentences"]) == (f"{graph.BASE}document/d1", "2")
    assert "until" not in ruiz
    assert (wells["since"], wells["until"], wells["cited"]) == (
        "2015-01-05",
        "2023-01-01/2023-12-31",
        "a list of governors",
    )


def held(day: str, *bounds: dict[str, str]) -> list[str]:
    """Ask about offices with these bounds; tell the answers with the numbers of the offices."""
    people = [graph.actor(f"person/p{number}", "Person", f'"P{number}"@en') for number in range(len(bounds))]
    offices = [
        graph.statement(f"t{number}", f"person/p{number}", "holdsRole", AZ)
        + graph.tenure(f"t{number}", f"person/p{number}", AZ, **days)
        + graph.claim(f"k{number}", f"statement/t{number}", "d1", f"P{number} holds it.")
        for number, days in enumerate(bounds)
    ]
    store = graph.store(graph.actor(AZ, "State", '"Arizona"@en'), graph.DOCUMENTS, *people, *offices)
    return [f"{row['name']} {row['answer']}" for row in rows_of(store, "held-on", day=day, at=AZ)]


SURE = {"startLatest": "2020-01-01", "endEarliest": "2022-01-01"}
SEEN = {"startLatest": "2020-01-01", "lastSeen": "2021-06-01"}
EXACT = {
    "startEarliest": "2020-01-01",
    "startLatest": "2020-01-01",
    "endEarliest": "2022-01-01",
    "endLatest": "2022-01-01",
}
BEGUN = {"startEarliest": "2020-01-01", "startLatest": "2020-12-31"}


@pytest.mark.parametrize(
    ("day", "bounds", "answer"),
    [
        ("2020-01-01", SURE, "yes"),
        ("2022-01-01", SURE, "yes"),
        ("2022-01-02", SURE, "perhaps"),
        ("2019-12-31", SURE, "perhaps"),
        ("2021-06-01", SEEN, "yes"),
        ("2021-06-02", SEEN, "perhaps"),
        ("2021-01-01", EXACT, "yes"),
        ("2019-12-31", EXACT, None),
        ("2022-01-02", EXACT, None),
        ("2020-06-01", BEGUN, "perhaps"),
        ("2024-01-01", BEGUN, "perhaps"),
        ("2019-12-31", BEGUN, None),
        ("2021-01-01", {"endLatest": "2020-12-31"}, None),
        ("2020-01-01", {"endLatest": "2020-12-31"}, "perhaps"),
        ("2021-01-01", {}, "unknown"),
    ],
)
def test_an_office_was_held_on_a_day_for_sure_perhaps_or_nobody_knows(
    day: str, bounds: dict[str, str], answer: str | None
) -> None:
    assert held(day, bounds) == ([f"P0 {answer}"] if answer else [])


def test_what_is_sure_stands_first() -> None:
    assert held("2021-01-01", {}, BEGUN, SURE) == ["P2 yes", "P1 perhaps", "P0 unknown"]


def test_who_held_what_can_be_asked_of_a_person_and_of_everything() -> None:
    (wells,) = rows("held-on", day="2018-01-01", person="Omar Wells")
    assert (wells["answer"], wells["place"], wells["cited"]) == ("yes", "Arizona", "a list of governors")
    (ruiz,) = rows("held-on", day="2025-06-30")
    assert (ruiz["answer"], ruiz["name"], ruiz["quote"]) == (
        "yes",
        "Elena Ruiz",
        "Governor Elena Ruiz of Arizona opened it.",
    )


def test_names_come_in_the_language_that_is_asked_for() -> None:
    assert rows("held-on", day="2018-01-01", at="Arizona", language="es")[0]["office"] == "Gobernadora"
    assert rows("actor", actor="AMC", language="es")[0]["name"] == "José Martínez Peña"
    spanish = {row["name"] for row in rows("actor", actor="jose martinez", language="es")}
    assert spanish == {"Elena Ruiz", "Comisión Arizona-México", "Border Summit 2025"}


def test_everything_about_an_actor_comes_with_its_sentences() -> None:
    told = rows("actor", actor="Gov. Ruiz")
    assert [(row["relation"].rpartition("#")[2], row["name"], row["side"]) for row in told] == [
        ("holdsRole", "Arizona", "subject"),
        ("holdsRole", "Arizona", "subject"),
        ("leads", "Border Summit 2025", "subject"),
        ("metWith", "José Martínez Peña", "subject"),
    ]
    assert [row["quote"] for row in told[:2]] == [
        "Governor Elena Ruiz of Arizona opened it.",
        "Arizona’s Gov. Ruiz agreed.",
    ]
    planned = [row for row in rows("actor", actor=graph.SON) if row["modality"].endswith("Planned")]
    assert [row["quote"] for row in planned] == ["Sonora will pay for the plan."]
    assert [row["side"] for row in rows("actor", actor="AMC")] == ["object", "subject"]


def test_all_sentences_behind_a_pair_are_found_in_both_directions() -> None:
    for values in ({"a": "Elena Ruiz", "b": "Arizona"}, {"a": "Arizona", "b": "Elena Ruiz"}):
        told = rows("evidence", **values)
        assert [(row["confidence"], row["title"], row["role"]) for row in told] == [
            ("0.97", "Summit opens", "Governor"),
            ("0.8", "Water plan", "Gov."),
        ]
        assert (told[0]["start"], told[0]["end"]) == ("0", "41")
    assert rows("evidence", a="Elena Ruiz", b="Nogales") == []


def test_members_come_from_documents_and_from_the_register() -> None:
    read, registered = rows("members", of="AMC")
    assert (read["name"], read["quote"]) == ("José Martínez Peña", "Martínez Peña is a member of the commission.")
    assert (registered["name"], registered["cited"]) == ("Taller Sonora", "a list of firms")
    assert "quote" not in registered


def test_what_is_in_a_place_comes_from_documents_and_from_the_register() -> None:
    assert [(row["name"], row.get("quote"), row.get("cited")) for row in rows("located-in", place="Nogales")] == [
        ("Border Summit 2025", "The summit took place in Nogales.", None),
        ("Taller Sonora", None, "a list of firms"),
    ]
    assert [row["name"] for row in rows("located-in", place="Arizona")] == ["Nogales"]


def test_participants_of_an_event_include_who_leads_it() -> None:
    assert [
        (row["name"], row["relation"].rpartition("#")[2]) for row in rows("participants", of="Border Summit 2025")
    ] == [
        ("Elena Ruiz", "leads"),
        ("José Martínez Peña", "participatesIn"),
    ]


@pytest.mark.parametrize(("asked", "partner"), [("Sonora", "Arizona-Mexico Commission"), ("AMC", "Sonora")])
def test_partners_are_found_from_both_sides_once(asked: str, partner: str) -> None:
    (row,) = rows("partners", of=graph.SON if asked == "Sonora" else asked)
    assert (row["name"], row["quote"]) == (partner, "The commission works with Sonora.")


@pytest.mark.parametrize(("asked", "other"), [("Elena Ruiz", "José Martínez Peña"), ("jose", "Elena Ruiz")])
def test_meetings_are_found_from_both_sides_once(asked: str, other: str) -> None:
    (row,) = rows("meetings", of=asked)
    assert (row["name"], row["quote"], row["published"]) == (other, "Ruiz met José Martínez Peña.", "2025-06-26")


def test_initiatives_of_an_actor_leave_out_what_is_only_planned() -> None:
    (row,) = rows("initiatives-of", by=graph.SON)
    assert (row["relation"].rpartition("#")[2], row["quote"]) == ("launched", "Sonora launched the Shared Water Plan.")


def test_a_sector_has_its_actors_with_the_sentence() -> None:
    for asked in ({}, {"sector": "water"}):
        (row,) = rows("sectors", **asked)
        assert (row["name"], row["quote"]) == ("Shared Water Plan", "The plan is about water.")
    assert rows("sectors", sector="ter") == []


def test_figures_have_their_unit_and_their_sentence() -> None:
    (row,) = rows("figures", about="Nogales")
    assert (row["measure"], row["value"], row["unit"]) == ("trucks a day", "1400.5", "trucks")
    assert row["quote"] == "Nogales sees 1,400.5 trucks a day."


def test_documents_are_counted() -> None:
    assert [(row["source"], row["claims"], row["actors"]) for row in rows("documents")] == [
        ("news/summit.txt", "7", "2"),
        ("d2.txt", "5", "0"),
    ]


def test_top_actors_are_those_with_the_most_relations_that_are_held() -> None:
    counts = {row["name"]: row["relations"] for row in rows("top-actors")}
    assert counts["Elena Ruiz"] == "3"
    assert counts["Sonora"] == "2"
    assert "Omar Wells" not in counts
    assert [row["name"] for row in rows("top-actors", kind="Official")] == ["Elena Ruiz"]
    assert {row["relations"] for row in rows("top-actors", minimum="3")} == {"3"}


def test_the_small_graph_has_no_contradictions() -> None:
    assert rows("contradictions") == []


def two(first: dict[str, str], second: dict[str, str], *, role: str = "governor", at: str = AZ) -> list[dict[str, str]]:
    """Find contradictions where two persons hold an office."""
    return rows_of(graph.store(
        graph.ACTORS, graph.DOCUMENTS,
        graph.statement("t1", ELENA, "holdsRole", AZ), graph.tenure("t1", ELENA, AZ, role, **first),
        graph.claim("k1", "statement/t1", "d1", "Ruiz governs."),
        graph.statement("t2", graph.OMAR, "holdsRole", at), graph.tenure("t2", graph.OMAR, at, role, **second),
        graph.claim("k2", "statement/t2", "d2", "Wells governs."),
    ), "contradictions")  # fmt: skip


DAY = {"startLatest": "2021-01-01", "lastSeen": "2021-01-01"}


@pytest.mark.parametrize(
    ("first", "second", "contradict"),
    [
        (SURE, DAY, True),
        (DAY, SURE, True),
        (DAY, DAY, True),
        (SURE, {"startLatest": "2021-12-31", "lastSeen": "2023-01-01"}, True),
        (SURE, {"startLatest": "2022-01-01", "lastSeen": "2023-01-01"}, False),
        (SURE, {"startLatest": "2022-01-02", "lastSeen": "2023-01-01"}, False),
        (SURE, BEGUN, False),
        (SURE, {}, False),
    ],
)
def test_two_holders_contradict_each_other_where_both_are_sure_on_the_same_days(
    first: dict[str, str], second: dict[str, str], *, contradict: bool
) -> None:
    found = two(first, second)
    assert [(row["name1"], row["name2"], row["where"], row["quote1"], row["quote2"]) for row in found] == [
        ("Elena Ruiz", "Omar Wells", "Arizona", "Ruiz governs.", "Wells governs.")
    ] * contradict


def test_an_office_that_many_can_hold_and_one_elsewhere_are_no_contradiction() -> None:
    assert two(SURE, SURE, role="senator") == []
    assert two(SURE, SURE, at=graph.SON) == []


def test_a_document_can_contradict_the_register() -> None:
    at_odds = graph.store(
        graph.ACTORS, graph.DOCUMENTS, graph.REGISTER,
        graph.statement("t1", ELENA, "holdsRole", AZ), graph.tenure("t1", ELENA, AZ, "governor", **DAY),
        graph.claim("k1", "statement/t1", "d1", "Ruiz governs."),
    )  # fmt: skip
    (row,) = rows_of(at_odds, "contradictions")
    assert (row["name1"], row["name2"], row["quote1"]) == ("Elena Ruiz", "Omar Wells", "Ruiz governs.")
    assert "quote2" not in row


def test_what_is_asserted_here_and_denied_there_is_a_contradiction() -> None:
    denied = graph.claim("no", "statement/s2", "d2 Denied", "The commission does not work with Sonora.")
    (row,) = rows_of(graph.store(graph.ACTORS, graph.DOCUMENTS, graph.SAID, denied), "contradictions")
    assert (row["contradiction"], row["name1"], row["name2"]) == (
        "asserted and denied",
        "Arizona-Mexico Commission",
        "Sonora",
    )
    assert (row["quote1"], row["quote2"]) == (
        "The commission works with Sonora.",
        "The commission does not work with Sonora.",
    )
    assert "where" not in row


def test_a_denied_sentence_does_not_support_what_is_held() -> None:
    denied = graph.claim("no", "statement/s2", "d2 Denied", "The commission does not work with Sonora.")
    told = rows_of(graph.store(graph.ACTORS, graph.DOCUMENTS, graph.SAID, denied), "partners", of="AMC")
    assert [row["quote"] for row in told] == ["The commission works with Sonora."]
