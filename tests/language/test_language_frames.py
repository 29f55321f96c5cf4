"""The frames, each by an example: `frames_examples.toml` says what they are for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from small_language import EXAMPLES, line, read, rules, told

from binatgraph.errors import LanguageError
from binatgraph.language.analysis import analyse
from binatgraph.language.frames import apply, compile_frames
from binatgraph.language.lexicon import LANGUAGES, load_lexicon
from binatgraph.language.skeleton import Skeleton, Slot, mark
from binatgraph.model import Kind, Predicate

if TYPE_CHECKING:
    from binatgraph.language.analysis import Rules
    from binatgraph.language.frames import Frame, Given

ALL: dict[str, Frame] = {f.rule: f for own in rules().values() for level in own.frames.values() for f in level}
SHOWN = [pytest.param(example, id=example["rule"]) for example in EXAMPLES["example"]]


def test_every_frame_has_an_example_and_every_example_a_frame() -> None:
    shown = Counter(example["rule"] for example in EXAMPLES["example"])
    assert sorted(shown.elements()) == sorted(ALL)


@pytest.mark.parametrize("example", SHOWN)
def test_a_frame_says_of_its_example_what_it_is_for(example: dict[str, Any]) -> None:
    found = read(example["text"], example["rule"][:2])
    assert set(example["says"]) <= told(found)


@pytest.mark.parametrize("example", SHOWN)
def test_the_example_is_read_by_this_frame_and_by_no_other(example: dict[str, Any]) -> None:
    frame, language = ALL[example["rule"]], example["rule"][:2]
    found = read(example["text"], language)
    by_it = {line(claim, found) for claim in found.claims if claim.rule == frame.rule}
    without = told(analyse(found.document, rules={language: _without(frame, rules()[language])}))
    assert set(example["says"]) <= by_it or not set(example["says"]) <= without


def _without(frame: Frame, own: Rules) -> Rules:
    frames = {level: tuple(f for f in of_level if f is not frame) for level, of_level in own.frames.items()}
    return replace(own, frames=frames)


@pytest.mark.parametrize("rule", sorted(ALL))
def test_a_frame_gives_a_claim_takes_something_in_or_says_a_kind(rule: str) -> None:
    assert ALL[rule].gives or ALL[rule].absorb or ALL[rule].types


@pytest.mark.parametrize("rule", sorted(ALL))
def test_a_frame_is_between_doubtful_and_nearly_sure(rule: str) -> None:
    assert 0.5 <= ALL[rule].confidence <= 0.95


def test_a_slot_may_be_of_several_kinds() -> None:
    row = {"pattern": "{s:person|place} met {o:org|event}", "gives": [["s", "metWith", "o"]]}
    assert [(one.subject, one.object) for one in _run("X0 met E1", row)[1]] == [(0, 1)]


def test_an_unknown_name_is_of_the_kind_that_a_frame_says() -> None:
    row = {"pattern": "{s:person}, head of {o:org|unknown}", "types": {"o": "Company"}, "absorb": "s"}
    skeleton, _ = _run("P0, head of U1", row)
    assert skeleton.types == {1: Kind.COMPANY}
    assert skeleton.text == mark("P", 0)


def test_a_list_becomes_one_slot_that_later_frames_see() -> None:
    joins = {"pattern": "{a:person} and {b:person}", "absorb": "+"}
    goes = {"pattern": "{s:person} went to {o:place}", "gives": [["s", "participatesIn", "o"]]}
    _, given = _run("P0 and P1 and P2 went to X3", joins, goes)
    assert [(one.subject, one.object) for one in given] == [(0, 3), (1, 3), (2, 3)]


def test_the_unknown_in_a_list_with_two_bodies_are_bodies() -> None:
    skeleton, _ = _run("O0, U1, B2", {"pattern": "{a:org|unknown}, {b:org|unknown}", "absorb": "+"})
    assert skeleton.types[1] is Kind.ORGANIZATION


def test_a_title_that_was_taken_in_can_be_given_later() -> None:
    takes = {"pattern": "{t:title} {s:person}", "absorb": "s"}
    gives = {"pattern": "{s:person} of {o:place}", "gives": [["s", "holdsRole", "o", "s.title"]]}
    _, given = _run("J0 P1 of X2", takes, gives, titles=["Mayor"])
    assert [(one.subject, one.object, one.title) for one in given] == [(1, 2, "Mayor")]


def test_a_frame_may_say_the_words_of_an_office() -> None:
    _, given = _run(
        "P0 sits on O1", {"pattern": "{s:person} sits on {o:org}", "gives": [["s", "holdsRole", "o", "=member"]]}
    )
    assert [one.title for one in given] == ["member"]


def test_what_stands_in_a_slot_that_was_left_out_is_not_said() -> None:
    row = {"pattern": "{s:person} met(?: {o:person})?", "gives": [["s", "metWith", "o"]]}
    assert _run("P0 met", row)[1] == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"level": "attic"}, "zz/frames.toml: test: no level 'attic'"),
        ({"gives": [["s", "metWith", "o"]]}, "zz/frames.toml: test: no slot o in its pattern"),
        ({"absorb": "x"}, "zz/frames.toml: test: no slot x in its pattern"),
        ({"types": {"y": "City"}}, "zz/frames.toml: test: no slot y in its pattern"),
        ({"pattern": "{>nowhere} {s:person}"}, "frames.toml: no macro 'nowhere'; there are "),
        ({"pattern": "{s:dragon}"}, "frames.toml: no class 'dragon' of slots; there are "),
    ],
)
def test_a_frame_that_names_what_is_not_there_is_refused(row: dict[str, Any], complaint: str) -> None:
    with pytest.raises(LanguageError) as refused:
        compile_frames(_data({"pattern": "{s:person}", **row}), language="zz")
    assert str(refused.value).startswith(complaint)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frame_is_tried_only_where_the_slots_that_it_needs_are(language: str) -> None:
    frames = compile_frames(load_lexicon(language).frames, language=language)
    needless = [frame.rule for level in frames.values() for frame in level if not frame.needs]
    assert needless == []


def _data(*rows: dict[str, Any]) -> dict[str, Any]:
    own = [{"name": "test", "level": "one", **row} for row in rows]
    return {"levels": ["one"], "order": ["one"], "macros": {}, "frame": own}


def _run(words: str, *rows: dict[str, Any], titles: list[str] | None = None) -> tuple[Skeleton, list[Given]]:
    """Run frames over words in which "P0" is the slot of name 0, a person, and so on."""
    texts = iter(titles or ())
    slots: list[Slot] = []

    def slot(match: re.Match[str]) -> str:
        letter, number = match.group(1), int(match.group(2))
        slots.append(Slot(letters=letter, text=next(texts)) if letter == "J" else Slot(letters=letter, names=(number,)))
        return mark(letter, number)

    skeleton = Skeleton(text=re.sub(r"\b([A-Z])(\d)\b", slot, words), slots=slots)
    frames = compile_frames(_data(*rows), language="zz")
    return skeleton, list(apply(skeleton, frames=frames, levels=["one"]))


@pytest.mark.parametrize("verb", ["firmaron", "crearon", "financiaron"])
def test_behind_a_pronoun_for_what_was_done_stands_who_did_it(verb: str) -> None:
    found = read(f"La Fundación Dos Ríos contó cuando lo {verb} el Programa Puerta Verde y Motores Vantrix.", "es")
    assert not {one.predicate for one in found.claims} & {Predicate.LAUNCHED, Predicate.SIGNED, Predicate.FUNDS}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The governors of Sonora and Arizona, Ana Ruiz and Tom Reed, met in Nogales."),
        ("en", "Ana Ruiz and Tom Reed, governors of Sonora and of Arizona, respectively, spoke."),
        ("es", "Los gobernadores de Sonora y Arizona, Ana Ruiz y Tom Reed, se reunieron en Nogales."),
        ("es", "Ana Ruiz y Tom Reed, gobernadores de Sonora y Arizona, respectivamente, hablaron."),
    ],
)
def test_as_many_places_as_persons_are_told_in_the_same_order(language: str, text: str) -> None:
    held = {(one.subject, one.object) for one in read(text, language).claims if one.predicate is Predicate.HOLDS_ROLE}
    ends = {tuple(text[span.start : span.end] for span in pair) for pair in held}
    assert ends == {("Ana Ruiz", "Sonora"), ("Tom Reed", "Arizona")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Desert Trade Alliance (DTA, for its initials in Spanish) came. Ana Ruiz leads the DTA."),
        ("en", "The Desert Trade Alliance (DTA by its Spanish acronym) came. Ana Ruiz leads the DTA."),
        ("es", "Vino la Alianza del Desierto (DTA, por sus siglas en inglés). Ana Ruiz preside la DTA."),
    ],
)
def test_an_acronym_may_say_of_which_language_it_is(language: str, text: str) -> None:
    named = [{one.text for one in actor.names} for actor in read(text, language).actors]
    assert sum("DTA" in names for names in named) == 1
    assert any("DTA" in names and len(names) > 1 for names in named)
