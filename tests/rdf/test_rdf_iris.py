from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import RdfError
from binatgraph.rdf.iris import Iris

ID = "https://w3id.org/binatgraph/id/"


@pytest.mark.parametrize(
    "local", ["", "/", "a/", "/a", "a//b", "a b", "Ana", "ñ", "a/../b", "./a", "a\n", "<a>", "a#b", "a?b"]
)
def test_what_cannot_be_in_an_iri_is_refused(local: str) -> None:
    with pytest.raises(RdfError, match="cannot be in an IRI"):
        Iris()(local)


@given(st.text())
def test_an_iri_is_minted_as_it_is_or_not_at_all(local: str) -> None:
    try:
        minted = Iris()(local)
    except RdfError:
        return
    assert Iris().local(minted.value) == local
    assert minted.value == ID + local


def test_the_same_path_is_the_same_source() -> None:
    assert Iris().source("a/ñ b.html") == Iris().source("a/ñ b.html") != Iris().source("a/n b.html")


def test_an_iri_of_another_base_is_refused() -> None:
    with pytest.raises(RdfError, match="is not under"):
        Iris().local("https://example.org/claim/1")
