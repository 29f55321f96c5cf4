"""The command line: a small module a group of commands, and one place that turns an error into one line on stderr.

Exit codes: 0 done · 1 the answer is no · 2 wrong usage · 3 it could not be done.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from binatgraph.cli import build, evaluate, explore, extract, query
from binatgraph.errors import BinatgraphError


class _Failure(click.ClickException):
    """An error as click shows it: one line, with its exit code."""

    def __init__(self, message: str, *, exit_code: int) -> None:
        super().__init__(" ".join(message.split()))
        self.exit_code = exit_code  # type: ignore[misc]  # click has it as a constant of the class, and reads it from self


class _Group(click.Group):
    """The commands in the order of a day's work; their errors become one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BinatgraphError as error:
            raise _Failure(str(error), exit_code=error.exit_code) from error
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "binatgraph"
            message = f"{error.format_message().rstrip('.')}; `{command} --help` says what is allowed"
            raise _Failure(message, exit_code=error.exit_code) from error
        except BrokenPipeError:
            # The reader of our output has gone ("| head"): nothing is left to say, and Python would complain at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group("binatgraph", cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="binatgraph")
def cli() -> None:
    """A knowledge graph of binational (United States - Mexico) actors, read from documents.

    Every fact leads to the sentence it was read from. Start with: binatgraph build my-documents/
    """


for command in (
    build.build,
    extract.extract,
    query.query,
    explore.show,
    explore.view,
    explore.validate,
    evaluate.evaluate,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; ends the process with the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Documents are in UTF-8 whatever the terminal is set to; a path that is no text shows as \\udcXX.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
