"""Looking at the graph: one actor, the page, whether it conforms."""

from __future__ import annotations

import json
import os
import textwrap
import webbrowser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from binatgraph.cli.options import graph_option
from binatgraph.errors import NotFoundError

if TYPE_CHECKING:
    from binatgraph.store.portraits import Portrait, Told

_WIDTH = 100


@click.command(epilog='Example: binatgraph show "Katie Hobbs"')
@click.argument("name")
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="The language of names."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@graph_option
def show(name: str, language: str, as_json: bool, graph: Path) -> None:  # noqa: FBT001  (click passes flags so)
    """Show an actor: names, kind, offices in time, relations, each with its sentence.

    NAME is a name in either language and any spelling, an id ("place/us-az") or an IRI.
    """
    from binatgraph.store import open_store, portrait  # noqa: PLC0415  (--help must not wait for the engine)

    with open_store(graph / "store") as store:
        seen = portrait(store, name, language=language)
    click.echo(json.dumps(asdict(seen), ensure_ascii=False, indent=2) if as_json else _text(seen))


def _text(seen: Portrait) -> str:
    lines = [f"{_clean(seen.label)}  ({seen.kind})", f"  {seen.iri}"]
    if seen.other_names:
        lines += _wrapped("also: " + " · ".join(seen.other_names), indent="  ", further="        ")
    for title, rows in (("Offices", seen.offices), ("Relations", seen.relations)):
        if rows:
            lines += ["", title]
            lines.extend(line for row in rows for line in _told(row))
    return "\n".join(lines)


def _told(row: Told) -> Iterator[str]:
    marks = [mark for mark in (row.when, row.modality if row.modality != "Asserted" else "") if mark]
    yield _clean(f"{row.what}" + (f"  [{'; '.join(marks)}]" if marks else ""), indent="  ")
    for quote in row.quotes:
        where = ", ".join(part for part in (quote.title, quote.published) if part)
        yield from _wrapped(f"“{quote.text}”" + (f" ({where})" if where else ""), indent="    ", further="    ")
    if row.cited and not row.quotes:
        yield from _wrapped(f"register: {row.cited}", indent="    ", further="    ")


def _wrapped(text: str, *, indent: str, further: str) -> list[str]:
    return textwrap.wrap(_clean(text), _WIDTH, initial_indent=indent, subsequent_indent=further)


def _clean(text: str, *, indent: str = "") -> str:
    """On one line, without what steers a terminal: names and sentences come from documents."""
    from binatgraph.store.table import printable  # noqa: PLC0415  (as above)

    return indent + printable(text)


@click.command(epilog="Example: binatgraph view --graph ./graph")
@graph_option
def view(graph: Path) -> None:
    """Open the page of the network in the browser. It needs no network and no server."""
    page = graph / "network.html"
    if not os.path.isfile(page):  # noqa: PTH113  (Path.is_file raises where it is too long)
        raise NotFoundError(f"{page} is not there; run `binatgraph build --graph {graph}`")
    if not webbrowser.open(page.resolve().as_uri()):
        click.echo("No browser could be opened; open this file in one:", err=True)
    click.echo(str(page))


@click.command(epilog="Example: binatgraph validate --graph ./graph")
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="The language of messages."
)
@click.option("--json", "as_json", is_flag=True, help="Print the violations as JSON.")
@graph_option
def validate(language: str, as_json: bool, graph: Path) -> None:  # noqa: FBT001  (click passes flags so)
    """Check the graph against the shapes of the ontology: exit code 0 when it conforms, 1 when it does not."""
    from binatgraph.pipeline import check  # noqa: PLC0415  (--help must not wait for the engine)

    violations = check(graph)
    if as_json:
        rows = [
            {"focus": v.focus, "path": v.path, "message": {"en": v.message_en, "es": v.message_es}, "value": v.value}
            for v in violations
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for violation in violations:
            click.echo(violation.text(language))
        click.echo("The graph conforms." if not violations else f"{len(violations)} violations.", err=True)
    if violations:
        click.get_current_context().exit(1)
