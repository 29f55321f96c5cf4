from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.errors import ReadingError
from binatgraph.reading.dates import iso_date
from binatgraph.reading.metadata import Metadata, parse


def test_title_date_and_language_are_read_and_other_keys_are_the_authors_own() -> None:
    said = parse("title: Acta\npublished: 2024-06-03\nlanguage: es\nlicence: CC0-1.0\nsources: [a, {b: c}]\n")
    assert said == Metadata(title="Acta", published="2024-06-03", language="es")


@pytest.mark.parametrize("text", ["", "# nothing\n", "title:\ndate: ~\nlanguage: null", "title: [a]\nlanguage: {b: c}"])
def test_what_is_not_said_is_none(text: str) -> None:
    assert parse(text) == Metadata()


@pytest.mark.parametrize(
    "date", ["2024-06-03", "'2024-06-03'", "2024-06-03 10:30:00", "2024-06-03T10:30:00Z", "2024-06-03T23:59:59.5-07:00"]
)
@pytest.mark.parametrize("key", ["date", "published"])
def test_a_date_or_a_date_and_time_is_a_day(key: str, date: str) -> None:
    assert parse(f"{key}: {date}").published == "2024-06-03"


@pytest.mark.parametrize("date", ["June 3, 2024", "03/06/2024", "2024-02-30", "2024-06", "2024", "20240603", "[2024]x"])
def test_a_wrong_date_is_refused_with_what_is_allowed(date: str) -> None:
    with pytest.raises(ReadingError, match=r"write a date as 2024-06-03|not YAML"):
        parse(f"date: {date}")


@pytest.mark.parametrize(
    "text",
    ["title: a: b", "- a\n- b", "just text", "[" * 20_000, "title: '", "a: &x\nb: *y", "\x01", "title: |\n\ttab"],
)
def test_what_is_no_mapping_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ReadingError) as caught:
        parse(text)
    assert "\n" not in str(caught.value)


def test_metadata_of_any_length_are_not_parsed() -> None:
    with pytest.raises(ReadingError, match="longer than 100000 characters"):
        parse("note: " + "x" * 200_000)


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [exit]", "!!timestamp x", "!!int _", "!!binary x", "!x y"]
)
def test_tags_make_nothing_but_text(tag: str) -> None:
    assert parse(f"note: {tag}\nlanguage: no") == Metadata(language="no")


def test_aliases_that_multiply_cost_nothing() -> None:
    lines = ["a0: &a0 x"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert parse("\n".join([*lines, "title: Acta"])).title == "Acta"


@settings(deadline=None)
@given(st.text())
def test_any_text_is_metadata_or_refused(text: str) -> None:
    with contextlib.suppress(ReadingError):
        assert isinstance(parse(text), Metadata)


@settings(deadline=None)
@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: object) -> None:
    assert iso_date(str(day)) == str(day)
