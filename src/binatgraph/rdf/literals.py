"""Literals in the canonical forms that every store keeps as they are (Oxigraph rewrites the others)."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Final

from pyoxigraph import Literal

from binatgraph.errors import RdfError
from binatgraph.rdf import terms as t

_DATES: Final = {4: t.YEAR, 7: t.YEAR_MONTH, 10: t.DATE}
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def text(value: str, language: str = "und") -> Literal:
    """Make a literal with its language in lower case; "und" (undetermined) has none.

    >>> str(text("Año", "es-MX"))
    '"Año"@es-mx'
    """
    return Literal(value) if language == "und" else tagged(value, language)


def tagged(value: str, language: str) -> Literal:
    """Make a literal with its language in lower case, also where it is undetermined.

    >>> str(tagged("Sonora", "und"))
    '"Sonora"@und'
    """
    try:
        return Literal(value, language=language.lower())
    except ValueError:
        raise RdfError(f"{language!r} is no language tag; write en, es or und") from None


def decimal(value: str | float) -> Literal:
    """Make an `xsd:decimal` without exponent or trailing zeros.

    Raises
    ------
    RdfError
        If it is no finite number.

    Examples
    --------
    >>> str(decimal("3600.50"))
    '"3600.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    try:
        number = format(Decimal(str(value)), "f")
    except InvalidOperation:
        number = ""
    if not re.fullmatch(r"-?\d+(\.\d+)?", number):
        raise RdfError(f"{value!r} is no decimal number; write digits, with a point before the fraction")
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return Literal("0" if number == "-0" else number, datatype=t.DECIMAL)


def date(value: str) -> Literal:
    """Make an `xsd:date` of YYYY-MM-DD, an `xsd:gYearMonth` of YYYY-MM, an `xsd:gYear` of YYYY.

    Raises
    ------
    RdfError
        If it is none of these, or no day of the calendar.

    Examples
    --------
    >>> str(date("2025-06"))
    '"2025-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    try:
        dt.date.fromisoformat((value + "-01-01")[:10])
        known = _DATES[len(value)] if _DATE.fullmatch(value) else None
    except ValueError:
        known = None
    if known is None:
        raise RdfError(f"{value!r} is no date; write YYYY-MM-DD")
    return Literal(value, datatype=known)


def moment(value: str) -> Literal:
    """Make an `xsd:dateTime` of an ISO 8601 moment, or an `xsd:date` where there is no time of day.

    Raises
    ------
    RdfError
        If it is neither.

    Examples
    --------
    >>> str(moment("2026-01-05T10:00:00.500+00:00"))
    '"2026-01-05T10:00:00.5Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    """
    if _DATE.fullmatch(value):
        return date(value)
    try:
        given = dt.datetime.fromisoformat(value).isoformat()
    except ValueError:
        raise RdfError(f"{value!r} is no time; write ISO 8601, such as 2026-01-05T10:00:00Z") from None
    canonical = re.sub(r"\.(\d*?)0*(?=[+-]|$)", r".\1", given).removesuffix("+00:00")
    return Literal(canonical + ("Z" if given.endswith("+00:00") else ""), datatype=t.DATE_TIME)
