"""The files of a language's folder, as they are read."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_toml(language: str, name: str) -> dict[str, Any]:
    """A TOML file of the folder of a language.

    >>> read_toml("es", "figures.toml")["currencies"]["millions"]
    {'mdd': 'USD', 'mdp': 'MXN'}
    """
    return tomllib.loads((files("binatgraph.language") / language / name).read_text("utf-8"))
