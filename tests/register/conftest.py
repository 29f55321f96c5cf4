"""The register that comes with the package, loaded once: with the roles of the ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from binatgraph.config import data_path
from binatgraph.register.load import load_register
from binatgraph.vocabulary import load_concepts

if TYPE_CHECKING:
    from binatgraph.register.index import Register


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register(data_path("register"), roles=load_concepts("roles"))
