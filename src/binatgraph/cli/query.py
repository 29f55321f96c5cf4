"""Questions in SPARQL, from the command line, a file, stdin or the library of named queries."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from binatgraph.cli.options import graph_option
from binatgraph.errors import UsageError

if TYPE_CHECKING:
    from binatgraph.store.answers import Answer
    from binatgraph.store.base import Store

FORMATS = ("table", "csv", "tsv", "json", "turtle")


@click.command(epilog="Example: binatgraph query --named office-holders at=Arizona --format csv")
@click.argument("words", nargs=-1, metavar="[SPARQL | FILE | - | KEY=VALUE...]")
@click.option("--named", metavar="NAME", help="A query of the library; its parameters follow as KEY=VALUE.")
@click.option("--list", "list_them", is_flag=True, help="List the library.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@graph_option
def query(words: tuple[str, ...], named: str | None, list_them: bool, form: str, graph: Path) -> None:  # noqa: FBT001  (click passes flags so)
    """Ask the graph a question in SPARQL.

    The usual prefixes (bg, id, role, sector, skos, foaf, org, schema, prov, oa, dcterms, time) need no declaration. Nothing
    is fetched and nothing is changed: SERVICE and updates are refused.
    """
    if list_them:
        click.echo(_library())
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


def _library() -> str:
    from binatgraph.store import queries  # noqa: PLC0415

    rows = []
    for one in queries():
        rows.append(f"{one.name}\n    {one.english}\n    binatgraph query --named {one.example}")
    return "\n".join(rows)


def _named(store: Store, name: str, words: tuple[str, ...]) -> Answer:
    from binatgraph.store import ask  # noqa: PLC0415

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
        return click.get_text_stream("stdin", encoding="utf-8").read()
    if word.endswith((".rq", ".sparql")) or (len(word) < 256 and "\n" not in word and Path(word).is_file()):
        try:
            return Path(word).read_text("utf-8")
        except OSError as error:
            raise UsageError(f"{word}: {error.strerror}; give a file that is there, or SPARQL text") from None
        except UnicodeDecodeError:
            raise UsageError(f"{word}: not UTF-8 text") from None
    return word
