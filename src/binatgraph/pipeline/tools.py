"""What is loaded once and used for every document, and what one document says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from binatgraph.config import SOFTWARE, Settings, data_path
from binatgraph.errors import LanguageError
from binatgraph.language import LANGUAGES, trained_parts
from binatgraph.model import Analysis, Document, content_hash
from binatgraph.rdf.json import extraction_json
from binatgraph.register.link import link
from binatgraph.register.load import load_register
from binatgraph.register.names import recognisable_names
from binatgraph.vocabulary import load_concepts

if TYPE_CHECKING:
    from binatgraph.register.index import Register

_USUAL = Settings().extractor


@dataclass(frozen=True, kw_only=True)
class Tools:
    """What is loaded once and used for every document; loaded when first asked for, because spaCy takes a second."""

    settings: Settings = field(default_factory=Settings)

    @cached_property
    def register(self) -> Register:
        """The register, with the roles of its tenures."""
        return load_register(data_path("register"), roles=load_concepts("roles"))

    @cached_property
    def extractor(self) -> Callable[[Document], Analysis]:
        """The extractor that the settings name, with the names of the register and the roles."""
        found = entry_points(group="binatgraph.extractors", name=self.settings.extractor)
        if not found:
            there = ", ".join(sorted(entry_points(group="binatgraph.extractors").names))
            raise LanguageError(f"no extractor is called {self.settings.extractor!r}; there are {there}")
        make = next(iter(found)).load()
        extractor: Callable[[Document], Analysis] = make(
            names=tuple(recognisable_names(self.register)),
            roles=load_concepts("roles"),
            pipelines=self.settings.pipelines,
        )
        return extractor

    @cached_property
    def version(self) -> str:
        """A hash of what an analysis depends on besides its document: software, extractor, what is trained, register, roles."""
        files = [*sorted(data_path("register").glob("*.csv")), data_path("ontology") / "roles.ttl"]
        prints = [[file.name, sha256(file.read_bytes()).hexdigest()] for file in files]
        return content_hash([SOFTWARE, self.settings.extractor, self.trained, prints])

    @cached_property
    def trained(self) -> dict[str, str]:
        """The versions of the trained parts that the usual extractor uses; nothing for another extractor."""
        return trained_parts(self.settings.pipelines) if self.settings.extractor == _USUAL else {}

    @property
    def untrained(self) -> tuple[str, ...]:
        """The languages that the usual extractor reads by rules alone, because no pipeline is installed for them."""
        return tuple(one for one in LANGUAGES if self.settings.extractor == _USUAL and one not in self.trained)


def extract(document: Document, *, tools: Tools | None = None) -> Analysis:
    """What one document says: mentions and claims, with known actors linked to the register.

    Raises
    ------
    LanguageError
        If the settings name an extractor that is not installed.

    >>> from binatgraph.reading import read_bytes
    >>> text = b"Arizona Governor Katie Hobbs met with Sonora Governor Alfonso Durazo."
    >>> analysis = extract(read_bytes(text, source="note.txt", media_type="text/plain"))
    >>> sorted((c.predicate.value, analysis.actor_at(c.object)) for c in analysis.claims if c.role)
    [('holdsRole', 'place/mx-son'), ('holdsRole', 'place/us-az')]
    """
    tools = tools or Tools()
    return link(tools.extractor(document), tools.register)


def extract_json(document: Document, *, settings: Settings | None = None, tools: Tools | None = None) -> dict[str, Any]:
    """What one document says, as the JSON of `binatgraph extract`; `tools` bring their own settings.

    >>> from binatgraph.reading import read_bytes
    >>> found = extract_json(read_bytes(b"", source="empty.txt", media_type="text/plain"))
    >>> found["document"]["language"], found["entities"], found["relations"]
    ('und', [], [])
    """
    tools = tools or Tools(settings=settings or Settings())
    return extraction_json(extract(document, tools=tools), settings=tools.settings)
