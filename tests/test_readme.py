"""The README is true: its commands do what it shows, its figures stand, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from binatgraph.cli import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SESSION = re.findall(r"^\$ binatgraph (.+)$", README, re.MULTILINE)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme") / "graph"
    assert CliRunner().invoke(cli, ["build", "--graph", str(folder)]).exit_code == 0
    return folder


def shown(command: str) -> list[str]:
    """The lines that the README shows behind a command, up to the next one or the end of the block."""
    after = README.split(f"$ binatgraph {command}\n", 1)[1]
    return re.split(r"^(?:\$ |```)", after, maxsplit=1, flags=re.MULTILINE)[0].rstrip().splitlines()


def test_the_readme_has_a_session() -> None:
    assert len(SESSION) >= 4


@pytest.mark.parametrize("command", [line for line in SESSION if not line.startswith(("build", "view"))])
def test_the_session_of_the_readme_prints_what_it_shows(command: str, graph: Path) -> None:
    result = CliRunner().invoke(
        cli,
        [*shlex.split(command), "--graph", str(graph)] if not command.startswith("extract") else shlex.split(command),
    )
    assert result.exit_code == 0, result.output
    printed = result.output.splitlines()
    for line in shown(command):
        assert line.strip() == "…" or line in printed, f"the README shows {line!r}; printed was:\n{result.output}"


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in cli.commands if f"binatgraph {name}" not in README and f"`{name}`" not in README] == []


def test_the_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_has_the_two_commands() -> None:
    commands = re.findall(r"^ *python3 -m venv --without-pip .+$", README, re.MULTILINE)
    assert len(commands) == 2
    assert "binatgraph build" in commands[0]
    assert "pytest" in commands[1]
