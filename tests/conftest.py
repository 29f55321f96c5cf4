"""Here for its place too: pytest puts the folder of this file on the path, so that tests can `import factory`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from binatgraph.config import Settings
    from binatgraph.pipeline import Tools
    from binatgraph.register.index import Register

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def tools() -> Tools:
    """What is loaded once and used for every document: loading it takes longer than most tests."""
    from binatgraph.pipeline import Tools  # noqa: PLC0415  (most parts are tested without the pipeline)

    return Tools()


@pytest.fixture(scope="session")
def register() -> Register:
    """The register that comes with the package, with the roles of the ontology."""
    from binatgraph.config import data_path  # noqa: PLC0415  (as above)
    from binatgraph.register.load import load_register  # noqa: PLC0415  (as above)
    from binatgraph.vocabulary import load_concepts  # noqa: PLC0415  (as above)

    return load_register(data_path("register"), roles=load_concepts("roles"))


@pytest.fixture(scope="session")
def built(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph that nobody may change; its documents are in `documents` beside it."""
    from binatgraph.pipeline import build  # noqa: PLC0415  (as above)
    from builds import everything, write  # noqa: PLC0415  (as above)

    folder = tmp_path_factory.mktemp("built")
    build([write(folder / "documents", everything())], folder / "graph", tools=tools)
    return folder / "graph"


@pytest.fixture
def one_set_of_tools(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what makes tools of its own, such as a command, take over what is loaded already."""
    from binatgraph.config import Settings  # noqa: PLC0415  (as above)
    from builds import like  # noqa: PLC0415  (as above)

    def make(*, settings: Settings | None = None) -> Tools:
        return like(tools, settings=settings or Settings())

    for module in ("building", "tools"):
        monkeypatch.setattr(f"binatgraph.pipeline.{module}.Tools", make)
