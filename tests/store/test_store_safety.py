from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from binatgraph.errors import QueryError
from binatgraph.store.safety import check

NOWHERE = "<http://127.0.0.1:1/>"
PROLOGUE = (
    "PREFIX e: <http://127.0.0.1:1/> PREFIX h: <http://h:> PREFIX : <http://127.0.0.1:1/> "
    "PREFIX SERVICE: <http://127.0.0.1:1/> PREFIX SERVICX: <http://127.0.0.1:1/> "
)
# What the engine takes for a SERVICE clause, though a reader of the grammar would not.
ATTACKS = [
    "SERVICE:x {?s ?p ?o}",
    "SERVICESILENT:x {?s ?p ?o}",
    "SERVICEe:x {}",
    "SERVICE?x {}",
    f"SERVICE{NOWHERE}{{}}",
    f"service silent {NOWHERE} {{}}",
    f"SERVICE#x\n#<y> {{\n{NOWHERE}#\n{{}}",
    f"?s ?p trueSERVICE{NOWHERE}{{}}",
    f"?s ?p 5SERVICE{NOWHERE}{{}}",
    f'?s ?p "x"@en SERVICE{NOWHERE}{{}}',
    f"?s ?p e:a.b.SERVICE{NOWHERE}{{}}",
    f"?s ?p h:SERVICE{NOWHERE}{{}}",
    "?s ?p h:SERVICE:x{}",
    '?s ?p "service"SERVICE?x{}',
    f'?s ?p ?o FILTER(?s<?p#>"""\n)SERVICE{NOWHERE}{{}} #"""\n',
    f'?s ?p ?o FILTER(1<-1#>"""\n)SERVICE{NOWHERE}{{}} #"""\n',
    f'VALUES ?x {{ """a" # \\x \n }} SERVICE{NOWHERE}{{}} # """\n',
    f'VALUES ?x {{ """a" # \\uD800 \n }} SERVICE{NOWHERE}{{}} # """\n',
    f"?s <http://e/\\u0041#> ?o SERVICE{NOWHERE}{{}}",
    f'<<e:a#>"""\n e:b e:c>> ?p ?o SERVICE{NOWHERE}{{}} #"""\n',
    f"#x\rSERVICE{NOWHERE}{{}}",
    f"?s ?p ?o FILTER EXISTS {{ SERVICE{NOWHERE}{{}} }}",
    f"?s ?p ?o LATERAL {{ SERVICE {NOWHERE} {{}} }}",
    f"?s ?p ?o {{| ?a true |}}SERVICE{NOWHERE}{{}}",
]
PIECES = [
    *ATTACKS,
    *(
        "?s ?p ?o . ",
        "?s ?p true ",
        "?s ?p 5 ",
        "OPTIONAL { ?s ?p ?o } ",
        "FILTER(?s<?o) ",
        "BIND(1 AS ?z) ",
        " ",
        "\n",
    ),
    *(
        "'''",
        '"""',
        '"',
        "'",
        "#",
        "#\n",
        '#"""\n',
        "\\",
        '\\"',
        "<",
        ">",
        "<e:a#>",
        "<?b#>",
        "<urn:SERVICE>",
        "(",
        ")",
    ),
    *("{", "}", "SERVICE", "?SERVICE", "e:SERVICE", "<http://e/SERVICE#>", "'''SERVICE ?x {}'''", "# SERVICE ?x {}\n"),
    *(
        "?s ?p e:a.",
        "VALUES ?v { 'x' } ",
        "FILTER(?s<?p#>",
        "<<",
        ">>",
        "@en",
        "e:a\\#",
        "?x",
        "{}",
        "~",
        "/",
        "|",
        ".",
    ),
]


def accepted(query: str) -> bool:
    """Tell whether the engine takes a text for a query; nothing listens where it would call."""
    try:
        ox.Store().query(query)
    except SyntaxError:
        return False
    except (RuntimeError, OSError):
        return True
    return True


def calls(query: str) -> bool:
    """Tell whether the engine reads a SERVICE clause: another word in its place is no query any more."""
    words = [word for word in re.finditer("SERVICE", query, re.IGNORECASE) if word.start() >= len(PROLOGUE)]
    return any(not accepted(f"{query[: word.start()]}SERVICX{query[word.end() :]}") for word in words)


def refused(query: str) -> bool:
    try:
        check(query)
    except QueryError:
        return True
    return False


@pytest.mark.parametrize("clause", ATTACKS)
def test_a_service_clause_is_refused_however_it_is_hidden(clause: str) -> None:
    query = f"{PROLOGUE}SELECT * {{ {clause} }}"
    assert accepted(query)
    assert calls(query)
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check(query)


@settings(
    max_examples=600, suppress_health_check=[HealthCheck.filter_too_much]
)  # most pieces thrown together are no query
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.data())
def test_no_service_clause_that_the_engine_reads_gets_through(pieces: list[str], data: st.DataObject) -> None:
    body = "".join(pieces)
    cut = data.draw(st.integers(0, len(body)))
    query = f"{PROLOGUE}SELECT * {{{body[:cut]}{data.draw(st.sampled_from(PIECES))}{body[cut:]}}}"
    assume(accepted(query))
    assert refused(query) or not calls(query)


CLAUSES = st.sampled_from(["SERVICE <http://a/> {", "service silent ?x {}", "SERVICE", "x SERVICE e:y { } z"])
LINES = st.text(st.characters(codec="utf-8", exclude_characters="\\\"'\r\n"), max_size=10)


@given(LINES, CLAUSES, LINES)
@example("", "SERVICE <http://a/> {}", "")
def test_the_word_passes_in_strings_and_comments(before: str, clause: str, after: str) -> None:
    text = before + clause + after
    for quote in ('"', "'", '"""', "'''"):
        query = f"SELECT * {{ ?s ?p {quote}{text}{quote} # {text}\n}} #{text}"
        assert accepted(query)
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?service ?o {} }",
        "SELECT * { ?SERVICE ?p $service {} }",
        "PREFIX e: <http://e/service/> SELECT * { ?s e:SERVICE e:service.x . {} }",
        "PREFIX service: <http://e/> SELECT * { ?s service:service ?o }",
        "SELECT * { ?s <http://e/service#>\n?o {} }",
        "SELECT * { ?s <http://e/SERVICE> ?o FILTER(?s<?o && ?o>?s) }",
        "SELECT * FROM <http://nowhere.example/> { ?s ?p ?o }",
        'SELECT * { ?s ?p """a "SERVICE ?x {}" b""" }',
    ],
)
def test_the_word_passes_in_names_and_variables(query: str) -> None:
    assert accepted(query)
    check(query)


def test_a_keyword_written_with_escapes_is_refused() -> None:
    with pytest.raises(QueryError):
        check("SELECT * { \\u0053ERVICE <http://a/> {} }")


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "load <http://e/>",
        "PREFIX a: <a:> # x\nBASE <http://e/>\nDELETE WHERE { ?s ?p ?o }",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        *(f"{word} DEFAULT" for word in ("CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD")),
    ],
)
def test_an_update_is_refused_with_what_is_allowed(update: str) -> None:
    with pytest.raises(QueryError, match="allowed are SELECT, ASK, CONSTRUCT and DESCRIBE"):
        check(update)


def test_a_query_that_would_crash_the_parser_is_refused() -> None:
    check(f"SELECT * {'{' * 99}{'}' * 99}")
    for opened, closed in ("()", "{}", "[]"):
        with pytest.raises(QueryError, match="more than 100 brackets"):
            check(f"SELECT * {{ ?s ?p {opened * 101}1{closed * 101} }}")


@given(st.text(max_size=60))
def test_any_text_is_checked_or_refused_in_one_line(text: str) -> None:
    refused: list[str] = []
    try:
        check(f"SERVICE ?x {{ {text}")
    except QueryError as error:
        refused.append(str(error))
    assert len(refused) == 1
    assert "\n" not in refused[0]
