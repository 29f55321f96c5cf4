"""Here for its place too: pytest puts the folder of this file on the path, so that tests can `import factory`."""

from pathlib import Path

import pytest
from builds import everything, like, write
from hypothesis import settings

from binatgraph.config import Settings
from binatgraph.pipeline import Tools, build

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def tools() -> Tools:
    """What is loaded once and used for every document: loading it takes longer than most tests."""
    return Tools()


@pytest.fixture(scope="session")
def built(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph that nobody may change; its documents are in `documents` beside it."""
    folder = tmp_path_factory.mktemp("built")
    build([write(folder / "documents", everything())], folder / "graph", tools=tools)
    return folder / "graph"


@pytest.fixture
def one_set_of_tools(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what makes tools of its own, such as a command, take over what is loaded already."""

    def make(*, settings: Settings | None = None) -> Tools:
        return like(tools, settings=settings or Settings())

    for module in ("building", "tools"):
        monkeypatch.setattr(f"binatgraph.pipeline.{module}.Tools", make)
