from __future__ import annotations

import re

import pytest
import small_graph as graph

from binatgraph.errors import NotFoundError, QueryError
from binatgraph.store.answers import iri, literal
from binatgraph.store.library import NamedQuery, Parameter, ParameterType, ask, bind, load, parse, queries
from binatgraph.vocabulary import BG, OA, PREFIXES, load_concepts

XSD = "http://www.w3.org/2001/XMLSchema#"
HEADER = "# @en What.\n# @es Qué.\n# @example x\n"
EVERY = pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)


def test_the_library_answers_the_questions_that_were_promised() -> None:
    promised = (
        "office-holders held-on actor evidence members located-in participants partners meetings initiatives-of "
        "sectors documents contradictions top-actors"
    )
    assert set(promised.split()) <= {query.name for query in queries()}


@EVERY
def test_every_query_says_what_it_answers_in_both_languages_with_an_example_that_runs(query: NamedQuery) -> None:
    assert query.english.endswith(".")
    assert query.spanish.endswith(".")
    assert query.example.split()[0] == query.name
    given = dict(re.findall(r'(\w+)=(?:"[^"]*"|(\S+))', query.example))
    known = {one.name: one for one in query.parameters}
    assert given.keys() <= known.keys()
    assert {one.name for one in query.parameters if one.required} <= given.keys()
    values = {name: graph.AZ if known[name].type is ParameterType.ACTOR else value for name, value in given.items()}
    with graph.whole() as store:
        list(ask(store, query.name, values).rows)


@EVERY
def test_every_parameter_is_a_column_so_that_it_can_be_bound(query: NamedQuery) -> None:
    columns = re.search(r"^SELECT(.*?)^WHERE", query.text, re.DOTALL | re.MULTILINE)
    assert columns
    assert all(re.search(rf"\?{one.name}\b", columns[1]) for one in query.parameters)


@EVERY
def test_every_query_is_sorted_and_uses_terms_that_there_are(query: NamedQuery) -> None:
    assert "\nORDER BY " in query.text
    body = query.text[query.text.index("\nSELECT") :]
    roles = {role.id for role in load_concepts("roles")}
    for prefix, name in re.findall(r"(?<![\w?])([a-z]+):(\w[\w-]*)?", body):
        assert prefix in PREFIXES
        if prefix in {"bg", "oa"} and name:
            assert getattr(BG if prefix == "bg" else OA, name)
        if prefix == "role":
            assert name in roles


def test_a_query_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean members"):
        load("member")
    with pytest.raises(QueryError, match="there are actor, contradictions"):
        load("zzz")
    with pytest.raises(QueryError):
        load("../queries/actor")


def test_values_are_bound_as_terms_of_their_types() -> None:
    query = NamedQuery(
        name="x", english="", spanish="", example="", text="",
        parameters=(
            Parameter(name="who", type=ParameterType.ACTOR, meaning=""),
            Parameter(name="day", type=ParameterType.DATE, meaning="", default="2025-01-01", required=False),
            Parameter(name="count", type=ParameterType.INTEGER, meaning=""),
            Parameter(name="word", type=ParameterType.TEXT, meaning=""),
            Parameter(name="free", type=ParameterType.TEXT, meaning="", required=False),
        ),
    )  # fmt: skip
    with graph.whole() as store:
        assert bind(query, {"who": "elena ruiz", "count": "007", "word": '} "'}, store=store) == {
            "who": iri(graph.BASE + graph.ELENA),
            "day": literal("2025-01-01", datatype=f"{XSD}date"),
            "count": literal("7", datatype=f"{XSD}integer"),
            "word": literal('} "'),
        }


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("office-holders", {}, "office-holders needs at; for example: office-holders at=Arizona"),
        ("office-holders", {"at": "Arizona", "where": "x"}, "has no parameter where; it takes at, language"),
        ("documents", {"at": "x"}, "has no parameter at; it takes none"),
        ("held-on", {"day": "26.6.2025"}, "day is '26.6.2025'; it must be a day, as YYYY-MM-DD"),
        ("held-on", {"day": "2025-02-30"}, "it must be a day"),
        ("held-on", {"day": "20250226"}, "it must be a day"),
        ("held-on", {"day": "٢٠٢٥-٠١-٠١"}, "it must be a day"),
        ("top-actors", {"minimum": "two"}, "minimum is 'two'; it must be a whole number"),
    ],
)
def test_what_cannot_be_bound_is_refused_with_what_is_allowed(name: str, values: dict[str, str], message: str) -> None:
    with graph.whole() as store, pytest.raises(QueryError, match=re.escape(message)):
        ask(store, name, values)


def test_an_actor_that_is_not_in_the_graph_is_not_found() -> None:
    with graph.whole() as store, pytest.raises(NotFoundError):
        ask(store, "actor", {"actor": "Nobody"})


def test_the_columns_of_what_was_given_are_left_out() -> None:
    with graph.whole() as store:
        assert "at" not in ask(store, "office-holders", {"at": "Arizona"}).variables
        assert "at" in ask(store, "held-on", {"day": "2025-06-30"}).variables
        assert "sector" not in ask(store, "sectors", {}).variables


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# @en What.\n# @example x\n", "needs @en, @es and @example"),
        (f"{HEADER}# @param at place - where\n", "is no parameter; write: name type"),
        (f"{HEADER}# @param at actor\n", "is no parameter"),
    ],
)
def test_a_header_that_cannot_be_read_is_refused(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse("x", text)


def test_a_header_says_what_a_parameter_takes() -> None:
    lines = "# @param a actor - who\n# @param b date optional - when\n# @param c text = en - how\n"
    assert [(one.name, one.type, one.required, one.default) for one in parse("x", HEADER + lines).parameters] == [
        ("a", ParameterType.ACTOR, True, None),
        ("b", ParameterType.DATE, False, None),
        ("c", ParameterType.TEXT, False, "en"),
    ]
