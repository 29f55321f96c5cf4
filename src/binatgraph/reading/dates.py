"""Days as people write them in English and Spanish. A day that could be another one (03/04/2024) is none."""

from __future__ import annotations

import datetime as dt
import re

_SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTHS = {
    **{name: number for names in (_SPANISH, _ENGLISH) for number, name in enumerate(names, 1)},
    **{name[:3]: number for names in (_SPANISH, _ENGLISH) for number, name in enumerate(names, 1)},
    "setiembre": 9,
    "sept": 9,
    "set": 9,
}
_ES, _EN = ("|".join([*names, "setiembre"] if "enero" in names else names) for names in (_SPANISH, _ENGLISH))
_EN_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_WEEKDAY = (
    r"(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?),? )?"
)
DATE = (
    rf"{_WEEKDAY}(?:"
    rf"(?:(?P<es_day>\d\d?)(?:[º°]|ro|er)?|(?P<first>primero)) de (?P<es_month>{_ES}),? (?:de |del )?(?:a[ñn]o )?(?P<es_year>\d{{4}})"
    rf"|(?P<en_month>{_EN}|(?:{_EN_SHORT})\.?) (?P<en_day>\d\d?)(?:st|nd|rd|th)?,? (?P<en_year>\d{{4}})"
    rf"|(?P<uk_day>\d\d?)(?:st|nd|rd|th)? (?:of )?(?P<uk_month>{_EN}|(?:{_EN_SHORT})\.?),? (?P<uk_year>\d{{4}})"
    r"|(?P<iso>\d{4}[-/.]\d\d?[-/.]\d\d?)|(?P<figures>\d\d?[-/.]\d\d?[-/.]\d{4})"
    r")(?!\d)"
)
"""A regular expression (ignore case) for a day; `day_of` reads its match."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{1,2}:\d{2}.*)?", re.DOTALL)
_WHOLE = re.compile(rf"{DATE}(?:,?\s+(?:a las |at )?\d\d?:\d\d.{{0,20}})?", re.IGNORECASE)


def iso_date(text: str) -> str | None:
    """The day of an ISO 8601 date or date and time, as YYYY-MM-DD; the day where it was written, not in UTC.

    >>> iso_date("2024-06-03T23:30:00-07:00"), iso_date("June 3, 2024")
    ('2024-06-03', None)
    """
    match = _ISO.fullmatch(text.strip())
    if not match:
        return None
    try:
        return dt.date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return None


def day_of(match: re.Match[str]) -> str | None:
    """The day (YYYY-MM-DD) that a match of `DATE` says; None where there is no such day, or it may be another."""
    said = match.groupdict()
    if said["iso"]:
        return _day(*re.split(r"[-/.]", said["iso"]))
    if said["figures"]:
        return _unlike(*re.split(r"[-/.]", said["figures"]))
    if said["es_month"]:
        return _day(said["es_year"], said["es_month"], said["es_day"] or "1")
    where = "en" if said["en_month"] else "uk"
    return _day(said[f"{where}_year"], said[f"{where}_month"], said[f"{where}_day"])


def parse_day(text: str) -> str | None:
    """The day that a text says and nothing else but a time: ISO 8601, as in e-mail, or in words of either language.

    >>> [parse_day(text) for text in ("16 de junio de 2025", "June 3rd, 2024", "Mon, 03 Jun 2024 23:30:00 -0700")]
    ['2025-06-16', '2024-06-03', '2024-06-03']
    >>> [parse_day(text) for text in ("25/06/2024", "03/04/2024", "soon")]
    ['2024-06-25', None, None]
    """
    text = " ".join(text.split())
    if day := iso_date(text):
        return day
    match = _WHOLE.fullmatch(text)
    if match:
        return day_of(match)
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  (brings sockets along, for the rarest form)

    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _unlike(first: str, second: str, year: str) -> str | None:
    """Day and month in figures, where only one order makes a day or both make the same."""
    days = {day for day in (_day(year, first, second), _day(year, second, first)) if day}
    return days.pop() if len(days) == 1 else None


def _day(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS[month.casefold().rstrip(".")]
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
