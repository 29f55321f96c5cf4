"""Dates in text: where they stand, and which days they can mean."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.language.almanac import load_almanac
from binatgraph.language.dates import dates, days
from binatgraph.language.lexicon import LANGUAGES

SEEN = dt.date(2025, 6, 26)
"""A Thursday."""


def read(text: str, language: str = "en", *, seen: dt.date | None = SEEN, ahead: bool = False) -> list[str]:
    """Give each date as its words and the days that it can mean."""
    found = []
    for date in dates(text, almanac=load_almanac(language)):
        meant = days(date.told, seen=seen, ahead=ahead)
        told = "/".join(sorted({day.isoformat() for day in meant})) if meant else "?"
        found.append(f"{text[date.start : date.end]}: {told}")
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "since March 2021", ["March 2021: 2021-03-01/2021-03-31"]),
        ("en", "from 2015 to 2019", ["2015: 2015-01-01/2015-12-31", "2019: 2019-01-01/2019-12-31"]),
        ("en", "(2009-2015)", ["2009: 2009-01-01/2009-12-31", "2015: 2015-01-01/2015-12-31"]),
        ("en", "on 5 January 2023", ["5 January 2023: 2023-01-05"]),
        ("en", "the 5th of May 2010", ["the 5th of May 2010: 2010-05-05"]),
        ("en", "on Sept. 12, 2001", ["Sept. 12, 2001: 2001-09-12"]),
        ("en", "Thursday, June 26, 2025", ["Thursday, June 26, 2025: 2025-06-26"]),
        ("en", "on March 3", ["March 3: 2025-03-03"]),
        ("en", "on December 12", ["December 12: 2024-12-12"]),
        ("en", "until last June", ["last June: 2024-06-01/2024-06-30"]),
        ("en", "June of last year", ["June of last year: 2024-06-01/2024-06-30"]),
        ("en", "this May", ["this May: 2025-05-01/2025-05-31"]),
        ("en", "last Thursday", ["last Thursday: 2025-06-19"]),
        ("en", "on Thursday", ["Thursday: 2025-06-26"]),
        ("en", "on Tuesday", ["Tuesday: 2025-06-24"]),
        ("en", "this week", ["this week: 2025-06-23/2025-06-29"]),
        ("en", "next month", ["next month: 2025-07-01/2025-07-31"]),
        ("en", "yesterday and today", ["yesterday: 2025-06-25", "today: 2025-06-26"]),
        ("en", "two years ago", ["two years ago: 2022-12-26/2023-12-26"]),
        ("en", "three days ago", ["three days ago: 2025-06-23"]),
        ("en", "mid-2015", ["mid-2015: 2015-01-01/2015-12-31"]),
        ("en", "2024-04-03", ["2024-04-03: 2024-04-03"]),
        ("en", "13/04/2024", ["13/04/2024: 2024-04-13"]),
        ("es", "desde marzo de 2021", ["marzo de 2021: 2021-03-01/2021-03-31"]),
        ("es", "el 13 de septiembre de 2021", ["13 de septiembre de 2021: 2021-09-13"]),
        ("es", "13 DE MARZO DE 2007", ["13 DE MARZO DE 2007: 2007-03-13"]),
        ("es", "el 1o. de enero del 2001", ["1o. de enero del 2001: 2001-01-01"]),
        ("es", "el primero de octubre", ["primero de octubre: 2024-10-01"]),
        ("es", "el pasado 3 de mayo", ["3 de mayo: 2025-05-03"]),
        ("es", "el jueves pasado", ["jueves pasado: 2025-06-19"]),
        ("es", "ayer", ["ayer: 2025-06-25"]),
        ("es", "esta semana", ["esta semana: 2025-06-23/2025-06-29"]),
        ("es", "la semana pasada", ["semana pasada: 2025-06-16/2025-06-22"]),
        ("es", "agosto del año pasado", ["agosto del año pasado: 2024-08-01/2024-08-31"]),
        ("es", "a finales de 2017", ["finales de 2017: 2017-01-01/2017-12-31"]),
        ("es", "hace seis años", ["hace seis años: 2018-12-26/2019-12-26"]),
        ("es", "el miércoles", ["miércoles: 2025-06-25"]),
    ],
)
def test_a_date_means_its_first_to_its_last_day(language: str, text: str, expected: list[str]) -> None:
    assert read(text, language) == expected


def test_a_day_and_a_month_in_figures_may_be_exchanged() -> None:
    assert read("03/04/2024") == ["03/04/2024: 2024-03-04/2024-04-03"]


@pytest.mark.parametrize("text", ["It may be", "2,015 jobs", "$2015", "2015.5", "2015%", "the 1990s", "Minute 323"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["30 February 2020", "31/31/2020"])
def test_a_day_that_is_not_in_the_calendar_means_no_day(text: str) -> None:
    assert read(text) == [f"{text}: ?"]


def test_without_the_day_of_the_document_only_full_dates_mean_something() -> None:
    assert read("last June, 2019, yesterday", seen=None) == [
        "last June: ?",
        "2019: 2019-01-01/2019-12-31",
        "yesterday: ?",
    ]


def test_ahead_a_date_without_a_year_is_the_next_one() -> None:
    assert read("on October 1 or Tuesday", ahead=True) == ["October 1: 2025-10-01", "Tuesday: 2025-07-01"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_can_be_found(language: str) -> None:
    almanac = load_almanac(language)
    months, weekdays = almanac.numbers["months"], almanac.numbers["weekdays"]
    assert (set(months.values()), set(weekdays.values())) == (set(range(1, 13)), set(range(1, 8)))
    for name in (*months, *weekdays):
        assert len(read(f"x {name.title() if language == 'en' else name} y", language)) == 1


@given(day=st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31)), language=st.sampled_from(LANGUAGES))
def test_a_day_that_is_written_out_is_read_as_that_day(day: dt.date, language: str) -> None:
    names = {number: name for name, number in reversed(list(load_almanac(language).numbers["months"].items()))}
    month = names[day.month]
    written = f"{month.title()} {day.day}, {day.year}" if language == "en" else f"{day.day} de {month} de {day.year}"
    assert read(f"it was {written} then", language) == [f"{written}: {day.isoformat()}"]


WORDS = (
    "2015",
    "March",
    "marzo",
    "last",
    "pasado",
    "5",
    "de",
    "Thursday",
    "jueves",
    "-",
    ",",
    "ayer",
    "ago",
    "hace",
    "two",
    "años",
    "/",
)


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=12),
    language=st.sampled_from(LANGUAGES),
    seen=st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    ahead=st.booleans(),
)
def test_a_date_lies_where_it_was_found_and_its_days_are_in_order(
    words: list[str], language: str, seen: dt.date, *, ahead: bool
) -> None:
    text, almanac = " ".join(words), load_almanac(language)
    found = dates(text, almanac=almanac)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for date in found:
        alone = dates(text[date.start : date.end], almanac=almanac)
        assert [(0, date.end - date.start, date.told)] == [(one.start, one.end, one.told) for one in alone]
        meant = days(date.told, seen=seen, ahead=ahead)
        assert meant is None or meant[0] <= meant[1]
