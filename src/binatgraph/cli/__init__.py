"""The command line: a small module a group of commands, and one place that turns an error into one line on stderr.

Exit codes: 0 done · 1 the answer is no · 2 wrong usage · 3 it could not be done.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from binatgraph.cli import build, explore, extract, query
from binatgraph.errors import BinatgraphError


class _Failure(click.ClickException):
    """An error of ours as click shows it: one line, with its exit code."""

    def __init__(self, error: BinatgraphError) -> None:
        super().__init__(" ".join(str(error).split()))
        self.exit_code = error.exit_code


class _Group(click.Group):
    """The commands in the order of a day's work; their errors become one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BinatgraphError as error:
            raise _Failure(error) from error
        except BrokenPipeError:
            # The reader of our output has gone ("| head"): nothing is left to say, and Python would complain at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="binatgraph")
def cli() -> None:
    """A knowledge graph of binational (United States - Mexico) actors, read from documents.

    Every fact leads to the sentence it was read from. Start with: binatgraph build my-documents/
    """


for command in (build.build, extract.extract, query.query, explore.show, explore.view, explore.validate):
    cli.add_command(command)


def main() -> None:
    """Run the command line; ends the process with the exit code."""
    cli()
