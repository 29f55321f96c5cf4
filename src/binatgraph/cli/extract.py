"""One document to JSON: what accuracy is measured on."""

from __future__ import annotations

import json
from pathlib import Path

import click

from binatgraph.cli.options import MEDIA_TYPES, settings_of, settings_option, stdin


@click.command(epilog="Example: binatgraph extract bulletin.html | jq '.relations[].evidence'")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--media-type",
    type=click.Choice(MEDIA_TYPES),
    help="What FILE is, where its name does not say it; stdin is text/plain.",
)
@settings_option
def extract(file: Path, media_type: str | None, settings_file: Path | None) -> None:
    """Print what FILE (or stdin: -) says as JSON: entities, relations, and what needs review.

    FILE is text, Markdown, HTML, PDF, Word, OpenDocument, RTF, EPUB or an e-mail; what holds several documents, as archives
    do, is for `binatgraph build`.

    Each relation has its sentence, where it stands (in characters of the text that was read), the rule that found it, and a
    confidence. Denied, hedged and weak claims are in "review".
    """
    from binatgraph.pipeline import extract_json, read_file  # noqa: PLC0415  (--help must not wait for spaCy)

    settings = settings_of(settings_file)
    document = read_file(file, data=stdin() if str(file) == "-" else None, media_type=media_type)
    click.echo(json.dumps(extract_json(document, settings=settings), ensure_ascii=False, indent=2))
