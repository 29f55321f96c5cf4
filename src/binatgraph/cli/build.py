"""Documents in, graph out."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from binatgraph.cli.options import MEDIA_TYPES, graph_option, progress_bar, settings_of, settings_option, stdin

if TYPE_CHECKING:
    from binatgraph.pipeline import Summary


@click.command(epilog="Example: binatgraph build press-releases/ minutes.pdf --graph ./graph")
@click.argument("paths", nargs=-1)
@graph_option
@settings_option
@click.option(
    "--columns",
    metavar="PAIRS",
    help="Which column of .csv, .tsv and .jsonl holds what: text=body,title=headline,published=date,language=lang"
    " (html= in the place of text= for pages). Without it they are left out.",
)
@click.option(
    "--fetch", is_flag=True, help="Fetch the web addresses among PATHS, and those in .urls files, one a line."
)
@click.option("--media-type", type=click.Choice(MEDIA_TYPES), default="text/plain", help="What stdin (-) is.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def build(  # noqa: PLR0913  (click passes each option so)
    paths: tuple[str, ...],
    *,
    graph: Path,
    settings_file: Path | None,
    columns: str | None,
    fetch: bool,
    media_type: str,
    as_json: bool,
) -> None:
    """Make a graph of the documents in PATHS: files and folders of .txt, .md, .html, .pdf, .docx, .odt, .rtf, .epub, .eml.

    Without PATHS, of the sample documents. Archives (.zip, .tar, .tar.gz) and mailboxes (.mbox) are opened, - is stdin. The
    graph holds exactly these documents: run it again, and only what changed is read; a document that has gone from PATHS
    goes from the graph, and so does what only it said. Nothing is fetched from the web unless --fetch is given.
    """
    from binatgraph.pipeline import Intake, Item, Web, parse_columns  # noqa: PLC0415  (--help must not wait for spaCy)
    from binatgraph.pipeline import build as build_graph  # noqa: PLC0415  (as above)

    given = (Item(source="-", media_type=media_type, data=stdin()),) if "-" in paths else ()
    intake = Intake(columns=parse_columns(columns) if columns else None, web=Web() if fetch else None, given=given)
    files = [path for path in paths if path != "-"]
    with progress_bar() as progress:
        summary = build_graph(files, graph, settings=settings_of(settings_file), progress=progress, intake=intake)
    click.echo(json.dumps(asdict(summary), ensure_ascii=False, indent=2) if as_json else _text(summary))


def _text(summary: Summary) -> str:
    return "\n".join([*_documents(summary), *_contents(summary), *_places(summary)])


def _documents(summary: Summary) -> list[str]:
    files = f" in {summary.read + summary.unchanged} files" if summary.repeated else ""
    lines = [f"Documents   {summary.documents}{files} ({summary.read} read, {summary.unchanged} unchanged)"]
    if summary.repeated:
        lines.append(
            f"Repeated    {_count(summary.repeated, 'file')} with the text of another, kept as a further source"
        )
    if summary.gone:
        lines.append(f"Gone        {_count(summary.gone, 'document')} of the last build, not among these")
    if summary.no_language:
        lines.append(
            f"No language {_count(len(summary.no_language), 'document')} in neither English nor Spanish: {_some(summary.no_language)}"
        )
    if summary.alike:
        groups = [" ~ ".join(group[:2]) + f" and {len(group) - 2} more" * (len(group) > 2) for group in summary.alike]  # noqa: PLR2004  (a pair)
        lines.append(
            f"Alike       {_count(len(groups), 'group')} of documents nearly the same, all kept: {_some(tuple(groups))}"
        )
    if summary.untrained:
        lines.append(
            f"Rules only  {', '.join(summary.untrained)}: no trained pipeline is installed, so less is found; install binatgraph again to have them"
        )
    lines.extend(f"Refused     {reason}" for reason in summary.refused)
    if summary.other_files:
        kinds = ", ".join(f"{number} {ending}" for ending, number in summary.other_files.items())
        lines.append(f"Left out    {_count(sum(summary.other_files.values()), 'file')} of a kind nobody reads: {kinds}")
    return lines


def _contents(summary: Summary) -> list[str]:
    found = f"{_count(summary.actors, 'actor')}, {_count(summary.statements, 'statement')} from {_count(summary.claims, 'claim')}"
    lines = [f"Found       {found}; {_count(summary.review, 'claim')} for review"]
    lines.append(
        f"Merged      {_count(summary.merged, 'actor')} as read into others; {summary.linked} known to the register"
    )
    return lines


def _places(summary: Summary) -> list[str]:
    state = "" if summary.changed else " (nothing has changed)"
    return [f"Graph       {summary.trig}{state}", f"Page        {summary.page}"]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _some(names: tuple[str, ...], most: int = 3) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
