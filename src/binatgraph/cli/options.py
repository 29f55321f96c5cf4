"""Options that several commands have, and what they say while they work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from binatgraph.config import Settings, load_settings

Progress = Callable[[int, int, str], None]
_WIDTH = 40
"""So much of a name is shown, its end."""

MEDIA_TYPES = (
    "text/plain",
    "text/markdown",
    "text/html",
    "application/pdf",
    "application/rtf",
    "application/epub+zip",
    "message/rfc822",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)

graph_option = click.option(
    "--graph",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graph"),
    show_default=True,
    help="The folder of the graph.",
)
settings_option = click.option(
    "--settings",
    "settings_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A TOML file with settings: base, threshold, extractor.",
)


def settings_of(path: Path | None) -> Settings:
    """The settings of a file, or the usual ones."""
    return load_settings(path) if path else Settings()


def stdin() -> bytes:
    """All that comes from standard input."""
    with click.open_file("-", "rb") as stream:
        data: bytes = stream.read()
    return data


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A callback that draws a bar on stderr; on a stderr that is no terminal it says nothing."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    with click.progressbar(length=1, file=sys.stderr, label="Reading", item_show_func=lambda item: item) as bar:

        def step(done: int, total: int, what: str) -> None:
            bar.length = total
            bar.update(done - bar.pos, what[-_WIDTH:])

        yield step


def _nothing(done: int, total: int, what: str) -> None:
    """Say nothing."""
