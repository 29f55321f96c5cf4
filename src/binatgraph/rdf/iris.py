"""The only place where IRIs of things are minted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from binatgraph.config import SOFTWARE, Settings
from binatgraph.errors import RdfError
from binatgraph.model import content_hash
from binatgraph.names import slug
from binatgraph.vocabulary import ROLE, SECTOR

_LOCAL: Final = re.compile(r"[a-z0-9._-]+(?:/[a-z0-9._-]+)*", re.ASCII)
_KINDS: Final = (
    "person",
    "organization",
    "place",
    "initiative",
    "event",
    "statement",
    "tenure",
    "interval",
    "observation",
    "claim",
    "document",
    "source",
    "judgement",
    "agent",
    "software",
    "graph",
)


@dataclass(frozen=True, slots=True)
class Iris:
    """IRIs under one base: each depends on what the thing is, and never on the order in which things were read.

    A local id may hold `a-z`, `0-9`, `.`, `_` and `-`, in parts that `/` separates; everything else is refused with an
    `RdfError`, because ids are made of what documents say.

    >>> Iris().actor("place/us-az").value
    'https://w3id.org/binatgraph/id/place/us-az'
    """

    base: str = Settings().base

    def __call__(self, local: str) -> NamedNode:
        """Mint the IRI of a local id, as it is."""
        return NamedNode(self.base + _checked(local))

    def local(self, iri: str) -> str:
        """Give back the local id of an IRI under the base.

        Raises
        ------
        RdfError
            If the IRI is not under the base.

        Examples
        --------
        >>> Iris().local("https://w3id.org/binatgraph/id/claim/91ab")
        'claim/91ab'
        """
        if not iri.startswith(self.base):
            raise RdfError(f"{iri} is not under {self.base}; set base to what the graph was made with")
        return iri[len(self.base) :]

    def prefixes(self) -> dict[str, str]:
        """Give a prefix for each kind of thing, because `id:place/us-az` is no name that Turtle allows.

        >>> Iris("https://example.org/").prefixes()["place"]
        'https://example.org/place/'
        """
        return {"id": self.base, **{kind: f"{self.base}{kind}/" for kind in _KINDS}}

    def actor(self, actor: str) -> NamedNode:
        """Mint the IRI of an actor, whose id is "<top kind>/<slug>"."""
        return self(actor)

    def country(self, code: str) -> NamedNode:
        """Mint the IRI of a country of an ISO 3166-1 code."""
        return self(f"place/{code.lower()}")

    def statement(self, statement: str) -> NamedNode:
        """Mint the IRI of a statement."""
        return self(f"statement/{statement}")

    def tenure(self, statement: str) -> NamedNode:
        """Mint the IRI of the tenure that a statement, or the register, says."""
        return self(f"tenure/{statement}")

    def interval(self, statement: str) -> NamedNode:
        """Mint the IRI of the interval of a tenure."""
        return self(f"interval/{statement}")

    def instant(self, statement: str, end: str) -> NamedNode:
        """Mint the IRI of the "start" or the "end" of the interval of a tenure."""
        return self(f"interval/{statement}/{end}")

    def observation(self, observation: str) -> NamedNode:
        """Mint the IRI of a figure."""
        return self(f"observation/{observation}")

    def claim(self, claim: str) -> NamedNode:
        """Mint the IRI of a claim."""
        return self(f"claim/{claim}")

    def target(self, claim: str) -> NamedNode:
        """Mint the IRI of the place in a document that a claim was read from."""
        return self(f"claim/{claim}/target")

    def position(self, claim: str) -> NamedNode:
        """Mint the IRI of the offsets of a claim's evidence."""
        return self(f"claim/{claim}/position")

    def quote(self, claim: str) -> NamedNode:
        """Mint the IRI of the words of a claim's evidence."""
        return self(f"claim/{claim}/quote")

    def document(self, document: str) -> NamedNode:
        """Mint the IRI of a document."""
        return self(f"document/{document}")

    def source(self, path: str) -> NamedNode:
        """Mint the IRI of where a document came from: a hash of its path."""
        return self(f"source/{content_hash(path)}")

    def judgement(self, judgement: str) -> NamedNode:
        """Mint the IRI of a judgement."""
        return self(f"judgement/{judgement}")

    def agent(self, name: str) -> NamedNode:
        """Mint the IRI of who judged: the slug of the name."""
        return self(f"agent/{slug(name)}")

    def software(self) -> NamedNode:
        """Mint the IRI of this software with its version."""
        return self(f"software/{SOFTWARE}")

    def document_graph(self, document: str) -> NamedNode:
        """Mint the name of the graph of what one document gives."""
        return self(f"graph/document/{document}")

    def documents_graph(self) -> NamedNode:
        """Mint the name of the graph of the catalogue."""
        return self("graph/documents")

    def register_graph(self) -> NamedNode:
        """Mint the name of the graph of what the register says."""
        return self("graph/register")

    def judgements_graph(self) -> NamedNode:
        """Mint the name of the graph of judgements."""
        return self("graph/judgements")

    def role(self, concept: str) -> NamedNode:
        """Mint the IRI of a role; the scheme is ours, whatever the base.

        >>> Iris("https://example.org/").role("governor").value
        'https://w3id.org/binatgraph/role/governor'
        """
        return NamedNode(str(ROLE) + _checked(concept))

    def sector(self, concept: str) -> NamedNode:
        """Mint the IRI of a sector; the scheme is ours, whatever the base."""
        return NamedNode(str(SECTOR) + _checked(concept))


def _checked(local: str) -> str:
    """Refuse what would need escapes, or would be another place once a client resolves `.` and `..`."""
    if not _LOCAL.fullmatch(local) or not {".", ".."}.isdisjoint(local.split("/")):
        raise RdfError(
            f"{local!r} cannot be in an IRI; allowed are a-z, 0-9, '.', '_' and '-', in parts separated by '/'"
        )
    return local
