"""Settings as one frozen value, and where the data lie that come with the package."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from binatgraph.errors import SettingsError

SOFTWARE = "binatgraph-0.1"
"""Name and version of the rules: analyses are kept by it, and claims are attributed to it."""

_BASE = re.compile(r"https?://[\w.-]+(:\d+)?/([^\x00-\x20<>\"{}|^`\\%\[\]]|%[0-9A-Fa-f]{2})*(?<=[/#])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may choose.

    `base` is what IRIs of things begin with; `threshold` the confidence (0 to 1) under which a claim goes to review
    instead of the graph; `extractor` the name of an entry point in "binatgraph.extractors" ("trained", or "rules" alone); `pipelines` the spaCy pipelines
    (installed packages or folders) that are used instead of our own, by language: "en", "es".

    >>> Settings().threshold
    0.5
    """

    base: str = "https://w3id.org/binatgraph/id/"
    threshold: float = 0.5
    extractor: str = "trained"
    pipelines: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse what cannot be an IRI or a probability."""
        if not _BASE.fullmatch(self.base):
            raise SettingsError(f"base is {self.base!r}; it must be an http(s) address that ends with / or #")
        if not 0 <= self.threshold <= 1:
            raise SettingsError(f"threshold is {self.threshold!r}; it must be a number between 0 and 1")


_KINDS = {
    "base": "an http(s) address that ends with / or #",
    "threshold": "a number between 0 and 1",
    "extractor": "the name of an extractor",
    "pipelines": "a table of languages, each with the name of a spaCy package or the path of a folder",
}


def load_settings(path: Path) -> Settings:
    """Settings from a TOML file.

    Raises
    ------
    SettingsError
        If the file cannot be read, is not TOML, or names what is no setting.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}") from None
    known = {f.name for f in fields(Settings)}
    if unknown := sorted(data.keys() - known):
        raise SettingsError(f"{path}: no such setting: {', '.join(unknown)}; there are {', '.join(sorted(known))}")
    for name, value in data.items():
        if not _fits(name, value):
            raise SettingsError(f"{path}: {name} is {value!r}; it must be {_KINDS[name]}")
    try:
        return Settings(**data)
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from None


def _fits(name: str, value: Any) -> bool:
    """Whether a setting is of its type; a TOML file can say anything."""
    if name == "threshold":
        return type(value) in {int, float}
    if name == "pipelines":
        return isinstance(value, dict) and all(isinstance(one, str) and one for one in value.values())
    return isinstance(value, str)


def data_path(name: str) -> Path:
    """Where "ontology", "register", "documents", "gold" or "judgements.jsonl" lies: in the installed package, else in the checkout.

    An editable installation has no copy of them in the package (hatchling's force-include acts on wheels only).

    Raises
    ------
    SettingsError
        If it is in neither place.
    """
    package = Path(str(files("binatgraph")))
    checkout = package.parents[1]
    places = (package / "data" / name, checkout / name, checkout / "graph" / name)
    found = next((place for place in places if place.exists()), None)
    if found is None:
        raise SettingsError(f"{name} is missing from this installation; install binatgraph again")
    return found
