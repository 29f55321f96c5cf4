from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from binatgraph.errors import RdfError
from binatgraph.rdf.literals import date, decimal, moment, text


@given(
    st.one_of(
        st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15),
        st.integers(-(10**15), 10**15),
    )
)
def test_a_decimal_is_what_oxigraph_makes_of_it(number: float) -> None:
    literal = decimal(number)
    if len(literal.value.rpartition(".")[2]) <= 18:  # Oxigraph's decimals have no more places
        store = Store()
        store.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), literal))
        assert next(iter(store)).object == literal
    assert float(literal.value) == number


@pytest.mark.parametrize("value", ["", "1e", "NaN", "inf", "3,5", "one"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(RdfError, match="no decimal number"):
        decimal(value)


@pytest.mark.parametrize("value", ["", "2025-02-30", "20250226", "2025-13", "25-01-01", "2025-01-01T00:00", "٢٠٢٥"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(RdfError, match="is no date"):
        date(value)


@pytest.mark.parametrize(
    "value", ["2026-01-05", "2026-01-05T10:00:00Z", "2026-01-05T10:00:00.120-07:00", "2026-01-05T10:00:00"]
)
def test_a_moment_is_what_oxigraph_makes_of_it(value: str) -> None:
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), moment(value)))
    assert next(iter(store)).object == moment(value)


def test_what_is_no_moment_is_refused() -> None:
    with pytest.raises(RdfError, match="is no time"):
        moment("yesterday")


def test_what_is_no_language_is_refused() -> None:
    with pytest.raises(RdfError, match="no language tag"):
        text("a", "e n")
