"""Canonical actors: what the actors as read that are one have together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.model import Actor, Analysis, Kind, Name, RegisterEntry, Resolution
from binatgraph.resolution import canonical_actors, resolve
from factory import actor, analysis, document, mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KNOWN = Actor(
    id="person/ana-ruiz",
    kind=Kind.OFFICIAL,
    names=(Name(text="Ana Ruiz Peña", language="es", preferred=True), Name(text="Ana Ruiz")),
    countries=("MX",),
    identifiers=(("wikidata", "Q1"),),
)


def read(
    *names: str, note: str = "", kind: Kind = Kind.PERSON, full: str | None = None, language: str = "en"
) -> Analysis:
    """Make a document that calls one actor by some names, of which `full` (or the first) is the full one."""
    text = document(f"{', '.join(names)} came. {note}", language=language)
    key = f"{text.id}/{kind.top.lower()}/ana-ruiz"
    mentions = [mention(text, name, kind, actor=key) for name in names]
    return Analysis(
        document=text, actors=(actor(key, full or names[0], kind=kind, language=language),), mentions=tuple(mentions)
    )


def entry(*, confirmed: bool) -> Mapping[str, RegisterEntry]:
    return {KNOWN.id: RegisterEntry(actor=KNOWN, source="a list", confirmed=confirmed)}


def actors(*documents: Analysis, entries: Mapping[str, RegisterEntry] | None = None) -> list[Actor]:
    return list(canonical_actors(documents, resolution=resolve(documents), entries=entries or {}))


def texts(names: Iterable[Name]) -> list[str]:
    return [f"{name.text}@{name.language}{'*' if name.preferred else ''}" for name in names]


def test_names_as_read_are_joined_and_the_one_most_documents_take_for_the_full_one_is_preferred() -> None:
    documents = [
        read("Ana Ruiz", "Ruiz", note="One."),
        read("Ana Ruiz", note="Two."),
        read("Ana M. Ruiz", "Ruiz", note="Three."),
    ]
    (one,) = actors(*documents)
    assert texts(one.names) == ["Ana Ruiz@en*", "Ana M. Ruiz@en", "Ruiz@en"]


def test_each_language_has_a_preferred_name() -> None:
    (one,) = actors(read("Ana Ruiz", language="en"), read("Ana Ruiz", "la Ruiz", note="Dos.", language="es"))
    assert texts(one.names) == ["Ana Ruiz@en*", "Ana Ruiz@es*", "la Ruiz@es"]


def test_a_confirmed_entry_gives_names_countries_and_identifiers() -> None:
    text = document("Ana R. came.")
    linked = analysis(text, [mention(text, "Ana R.", actor=KNOWN.id)])
    (one,) = actors(linked, entries=entry(confirmed=True))
    assert (one.countries, one.identifiers) == (("MX",), (("wikidata", "Q1"),))
    assert texts(one.names) == ["Ana R.@en", "Ana Ruiz Peña@es*", "Ana Ruiz@und"]


def test_an_entry_that_is_not_confirmed_gives_only_names_as_read() -> None:
    text = document("Ana R. came.")
    linked = analysis(text, [mention(text, "Ana R.", actor=KNOWN.id)])
    (one,) = actors(linked, entries=entry(confirmed=False))
    assert (one.id, one.countries, one.identifiers, texts(one.names)) == (KNOWN.id, (), (), ["Ana R.@en*"])


def test_a_name_that_the_register_has_already_is_not_repeated_in_another_language() -> None:
    text = document("Ana Ruiz came.")
    linked = analysis(text, [mention(text, "Ana Ruiz", actor=KNOWN.id)])
    (one,) = actors(linked, entries=entry(confirmed=True))
    assert texts(one.names) == ["Ana Ruiz Peña@es*", "Ana Ruiz@und"]


def test_somebody_in_the_register_whom_nothing_mentions_is_not_given() -> None:
    assert actors(entries=entry(confirmed=True)) == []


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([Kind.PERSON, Kind.PERSON, Kind.OFFICIAL], Kind.OFFICIAL),
        ([Kind.ORGANIZATION, Kind.ORGANIZATION, Kind.COMMISSION], Kind.COMMISSION),
        ([Kind.COMPANY, Kind.COMMISSION, Kind.COMMISSION], Kind.COMMISSION),
        ([Kind.PLACE], Kind.PLACE),
    ],
)
def test_the_finer_kind_that_most_documents_give_stands(kinds: list[Kind], expected: Kind) -> None:
    (one,) = actors(*(read("Ana Ruiz", note=str(at), kind=kind) for at, kind in enumerate(kinds)))
    assert one.kind is expected


def test_a_name_in_capitals_is_preferred_only_if_there_is_no_other() -> None:
    (one,) = actors(read("ANA RUIZ", "Ana Ruiz", full="nobody says so"))
    assert texts(one.names) == ["Ana Ruiz@en*", "ANA RUIZ@en"]


DOCUMENTS = [
    read("Ana Ruiz", "Ruiz", note="One."),
    read("Ana M. Ruiz", note="Two.", language="es"),
    read("Ana Ruiz", note="Three.", kind=Kind.OFFICIAL),
    read("Tall Council", note="Four.", kind=Kind.COMMISSION),
]


@given(st.permutations(DOCUMENTS))
def test_the_order_of_the_documents_does_not_matter(documents: list[Analysis]) -> None:
    assert actors(*documents) == actors(*DOCUMENTS)


def test_actors_are_sorted_by_id() -> None:
    found = [one.id for one in actors(*DOCUMENTS)]
    assert found == sorted(found)


def test_actors_that_were_judged_one_have_their_names_together() -> None:
    first, second = read("Ana Ruiz"), read("Tall Council", note="Two.", kind=Kind.COMMISSION)
    joined = Resolution(canonical={one.id: "x" for found in (first, second) for one in found.actors})
    (one,) = canonical_actors([first, second], resolution=joined, entries={})
    assert sorted(name.text for name in one.names) == ["Ana Ruiz", "Tall Council"]
