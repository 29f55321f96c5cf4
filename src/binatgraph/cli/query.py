"""Questions in SPARQL, from the command line, a file, stdin or the library of named queries."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from binatgraph.cli.options import graph_option
from binatgraph.errors import UsageError

if TYPE_CHECKING:
    from binatgraph.store.answers import Answer
    from binatgraph.store.base import Store
    from binatgraph.store.library import NamedQuery

FORMATS = ("table", "csv", "tsv", "json", "turtle")


@click.command(epilog="Example: binatgraph query --named office-holders at=Arizona --format csv")
@click.argument("words", nargs=-1, metavar="[SPARQL | FILE | - | KEY=VALUE...]")
@click.option("--named", metavar="NAME", help="A query of the library; its parameters follow as KEY=VALUE.")
@click.option("--list", "list_them", is_flag=True, help="List the library.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the answer is printed; turtle is for CONSTRUCT and DESCRIBE.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@graph_option
def query(words: tuple[str, ...], named: str | None, list_them: bool, form: str, graph: Path) -> None:  # noqa: FBT001  (click passes flags so)
    """Ask the graph a question in SPARQL.

    The usual prefixes (bg, id, role, sector, skos, foaf, org, schema, prov, oa, dcterms, time) need no declaration. Nothing
    is fetched and nothing is changed: SERVICE and updates are refused.
    """
    if list_them:
        click.echo(_library(as_json=form == "json"))
        return
    from binatgraph.store import open_store, write  # noqa: PLC0415  (--help must not wait for the engine)

    # The engine does not look at signals while it evaluates; with this, Ctrl-C ends the process at once.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with open_store(graph / "store") as store:
        answer = _named(store, named, words) if named else store.query(_text(words))
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        write(answer, format=form, stream=sys.stdout, width=width)
    if not answer.boolean and answer.shape.value == "boolean":
        click.get_current_context().exit(1)


def _library(*, as_json: bool) -> str:
    from binatgraph.store import queries  # noqa: PLC0415  (as above)

    if as_json:
        rows = [{name: part for name, part in asdict(one).items() if name != "text"} for one in queries()]
        return json.dumps(rows, ensure_ascii=False, indent=2)
    return "\n".join(line for one in queries() for line in _card(one))


def _card(query: NamedQuery) -> Iterator[str]:
    yield query.name
    yield f"    {query.english}"
    for one in query.parameters:
        need = "required" if one.required else f"default {one.default}" if one.default is not None else "optional"
        yield f"    {one.name} ({one.type}, {need}): {one.meaning}"
    yield f"    binatgraph query --named {query.example}"


def _named(store: Store, name: str, words: tuple[str, ...]) -> Answer:
    from binatgraph.store import ask  # noqa: PLC0415  (as above)

    values: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise UsageError(
                f"{word!r} is no parameter; parameters are KEY=VALUE; `binatgraph query --list` shows them"
            )
        values[key] = value
    return ask(store, name, values)


def _text(words: tuple[str, ...]) -> str:
    if len(words) != 1:
        raise UsageError("give one query: SPARQL text, a file, or - for stdin; or --named NAME; or --list")
    word = words[0]
    if word == "-":
        with click.open_file("-", "rb") as stream:
            return _decoded("stdin", stream.read())
    if word.endswith((".rq", ".sparql")) or os.path.isfile(word):  # noqa: PTH113  (Path.is_file raises on long names)
        try:
            return _decoded(word, Path(word).read_bytes())
        except OSError as error:
            raise UsageError(f"{word}: {error.strerror}; give a file that is there, or SPARQL text") from None
    return word


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{name}: not UTF-8 text; save the query as UTF-8") from None
