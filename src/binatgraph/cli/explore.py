"""Looking at the graph: one actor, the page, whether it conforms."""

from __future__ import annotations

import json
import textwrap
import webbrowser
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from binatgraph.cli.options import graph_option
from binatgraph.errors import NotFoundError

if TYPE_CHECKING:
    from binatgraph.store.portraits import Portrait, Told


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
    lines = [f"{seen.label}  ({seen.kind})", f"  {seen.iri}"]
    if seen.other_names:
        lines.extend(
            textwrap.wrap(
                "also: " + " · ".join(seen.other_names), 100, initial_indent="  ", subsequent_indent="        "
            )
        )
    groups = (("Offices", seen.offices), ("Relations", seen.relations))
    for title, rows in groups:
        if rows:
            lines += ["", title]
            lines.extend(line for row in rows for line in _told(row))
    return "\n".join(lines)


def _told(row: Told) -> list[str]:
    marks = [mark for mark in (row.when, row.modality if row.modality != "Asserted" else "") if mark]
    lines = [f"  {row.what}" + (f"  [{'; '.join(marks)}]" if marks else "")]
    for quote in row.quotes:
        where = ", ".join(part for part in (quote.title, quote.published) if part)
        lines.extend(
            textwrap.wrap(
                f"“{quote.text}”" + (f" ({where})" if where else ""),
                100,
                initial_indent="    ",
                subsequent_indent="    ",
            )
        )
    return lines


@click.command(epilog="Example: binatgraph view --graph ./graph")
@graph_option
def view(graph: Path) -> None:
    """Open the page of the network in the browser. It needs no network and no server."""
    page = graph / "network.html"
    if not page.is_file():
        raise NotFoundError(f"{page} is not there; run `binatgraph build --graph {graph}`")
    opened = webbrowser.open(page.resolve().as_uri())
    click.echo(str(page) if opened else f"no browser could be opened; open {page} yourself", err=not opened)


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
