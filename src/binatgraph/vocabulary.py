# ruff: noqa: N815 - the terms are spelled as in the ontologies
"""The closed set of terms: ours, those of Web Annotation, and what the relations may join.

`ontology/binatgraph.ttl` says what the terms mean; a test compares it with `BG` both ways. A typo raises
`AttributeError` where rdflib's open namespaces would make a new term of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from binatgraph.config import data_path
from binatgraph.errors import RdfError
from binatgraph.model import Concept, Kind, Name, Predicate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ROLE: Final = Namespace("https://w3id.org/binatgraph/role/")
SECTOR: Final = Namespace("https://w3id.org/binatgraph/sector/")


class BG(DefinedNamespace):
    """The terms of `ontology/binatgraph.ttl`."""

    _fail = True
    _NS = Namespace("https://w3id.org/binatgraph/ontology#")

    # Kinds of actors
    Actor: URIRef
    Person: URIRef
    Official: URIRef
    Organization: URIRef
    Commission: URIRef
    Company: URIRef
    GovernmentBody: URIRef
    EducationalInstitution: URIRef
    Place: URIRef
    Country: URIRef
    State: URIRef
    County: URIRef
    City: URIRef
    Region: URIRef
    PortOfEntry: URIRef
    Initiative: URIRef
    Agreement: URIRef
    Event: URIRef

    # What is said, and where it was read
    Statement: URIRef
    Claim: URIRef
    Tenure: URIRef
    RegisteredTenure: URIRef
    Observation: URIRef
    Document: URIRef
    Source: URIRef
    Judgement: URIRef
    Modality: URIRef
    Verdict: URIRef
    Sector: URIRef

    # Individuals
    Asserted: URIRef
    Reported: URIRef
    Planned: URIRef
    Hedged: URIRef
    Denied: URIRef
    Same: URIRef
    Different: URIRef
    Unsure: URIRef

    # The thirteen relations, and what an actor works on
    holdsRole: URIRef
    leads: URIRef
    participatesIn: URIRef
    memberOf: URIRef
    locatedIn: URIRef
    partnersWith: URIRef
    metWith: URIRef
    signed: URIRef
    launched: URIRef
    funds: URIRef
    appointed: URIRef
    counterpartOf: URIRef
    supplies: URIRef
    focusesOn: URIRef

    # Of statements and claims
    modality: URIRef
    confidence: URIRef
    tense: URIRef
    tenure: URIRef
    roleLabel: URIRef
    rule: URIRef
    speaker: URIRef

    # Of tenures
    heldAt: URIRef
    startEarliest: URIRef
    startLatest: URIRef
    endEarliest: URIRef
    endLatest: URIRef
    lastSeen: URIRef

    # Of observations
    about: URIRef
    measure: URIRef
    value: URIRef
    unit: URIRef

    # Of documents and sources
    mentions: URIRef
    currentDocument: URIRef

    # Of actors, from the register
    country: URIRef
    seat: URIRef
    twin: URIRef
    registeredCounterpart: URIRef
    iso31662: URIRef
    fips: URIRef
    inegi: URIRef
    ocd: URIRef
    geonames: URIRef
    cbpPort: URIRef
    bioguide: URIRef
    pocom: URIRef
    ror: URIRef

    # Of roles
    publicOffice: URIRef

    # Of judgements
    left: URIRef
    right: URIRef
    verdict: URIRef
    reason: URIRef
    score: URIRef


class OA(DefinedNamespace):
    """The terms of the Web Annotation Vocabulary that are used here; rdflib has none of them."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    Annotation: URIRef
    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    hasBody: URIRef
    hasTarget: URIRef
    hasSource: URIRef
    hasSelector: URIRef
    start: URIRef
    end: URIRef
    exact: URIRef


PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bg": str(BG),
        "role": str(ROLE),
        "sector": str(SECTOR),
        "skos": str(SKOS),
        "foaf": str(FOAF),
        "org": str(ORG),
        "schema": str(SDO),
        "prov": str(PROV),
        "oa": str(OA),
        "dcterms": str(DCTERMS),
        "time": str(TIME),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "xsd": str(XSD),
    }
)
"""Prefix to namespace, without `id`: the base of things is a setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a relation may join, in top kinds, and whether its two sides may be exchanged."""

    subject: frozenset[Kind]
    object: frozenset[Kind]
    symmetric: bool

    def allows(self, subject: Kind, obj: Kind) -> bool:
        """Whether the relation may go from one kind of actor to another; finer kinds count as their top kinds.

        >>> RELATIONS[Predicate.HOLDS_ROLE].allows(Kind.OFFICIAL, Kind.STATE)
        True
        """
        return subject.top in self.subject and obj.top in self.object


_P, _O, _L, _I, _E = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.INITIATIVE, Kind.EVENT
_ANY = {_P, _O, _L, _I, _E}
_SIDES: Final[Mapping[Predicate, tuple[Collection[Kind], Collection[Kind]]]] = {
    Predicate.HOLDS_ROLE: ({_P}, {_O, _L}),
    Predicate.LEADS: ({_P, _O, _L}, {_E, _I, _O}),
    Predicate.PARTICIPATES_IN: (_ANY, {_E, _I, _O}),
    Predicate.MEMBER_OF: (_ANY, {_O, _L, _I}),
    Predicate.LOCATED_IN: ({_O, _E, _L, _I}, {_L}),
    Predicate.PARTNERS_WITH: ({_O, _L}, {_O, _L}),
    Predicate.MET_WITH: ({_P, _O}, {_P, _O}),
    Predicate.SIGNED: (_ANY, {_I, _E}),
    Predicate.LAUNCHED: (_ANY, {_I, _E, _O}),
    Predicate.FUNDS: (_ANY, {_I, _O, _L}),
    Predicate.APPOINTED: ({_P, _O}, {_P}),
    Predicate.COUNTERPART_OF: ({_O}, {_O}),
    Predicate.SUPPLIES: ({_O, _L}, {_O, _L}),
}

RELATIONS: Final[Mapping[Predicate, Relation]] = MappingProxyType(
    {
        predicate: Relation(subject=frozenset(left), object=frozenset(right), symmetric=predicate.symmetric)
        for predicate, (left, right) in _SIDES.items()
    }
)
"""What each of the thirteen relations joins; the shapes say the same, and a test compares."""

_STANDARD: Final[Mapping[Kind, str | None]] = {
    Kind.PERSON: str(FOAF.Person),
    Kind.ORGANIZATION: str(ORG.Organization),
    Kind.PLACE: str(SDO.Place),
    Kind.COUNTRY: str(SDO.Country),
    Kind.STATE: str(SDO.State),
    Kind.CITY: str(SDO.City),
    Kind.INITIATIVE: str(FOAF.Project),
    Kind.AGREEMENT: None,  # an agreement is no project, and no vocabulary used here has a class for it
    Kind.EVENT: str(SDO.Event),
}
STANDARD_CLASS: Final[Mapping[Kind, str | None]] = MappingProxyType(
    {kind: _STANDARD[kind if kind in _STANDARD else kind.top] for kind in Kind}
)
"""The class of a standard vocabulary that an actor of a kind has besides ours, as a full IRI."""

_CLASSES: Final = frozenset((str(RDF.type), ox.NamedNode(kind)) for kind in (ORG.Role, BG.Sector))
_LABELS: Final = {str(SKOS.prefLabel): True, str(SKOS.altLabel): False, str(SKOS.hiddenLabel): False}
_BROADER: Final = str(SKOS.broader)
_PUBLIC: Final = (str(BG.publicOffice), ox.Literal(True))


def load_concepts(scheme: str) -> tuple[Concept, ...]:
    """Load the concepts of a SKOS scheme of the ontology, "roles" or "sectors", sorted by id; the labels are sorted too.

    The ranks that group the roles are no roles, and are not among them: a role's `broader` is the id of its rank.

    Raises
    ------
    SettingsError
        If this installation has no ontology.
    RdfError
        If there is no such scheme, or it is not Turtle.

    Examples
    --------
    >>> [name.text for role in load_concepts("roles") if role.id == "governor" for name in role.names if name.preferred]
    ['Governor', 'Gobernador']
    """
    path = data_path("ontology") / f"{scheme}.ttl"
    about: defaultdict[str, list[tuple[str, object]]] = defaultdict(list)
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            about[quad.subject.value].append((quad.predicate.value, quad.object))
    except FileNotFoundError:
        raise RdfError(f'no scheme of concepts is called {scheme!r}; there are "roles" and "sectors"') from None
    except SyntaxError as error:
        raise RdfError(f"{path.name} is not Turtle: {error}") from None
    return tuple(_concept(iri, about[iri]) for iri in sorted(about) if not _CLASSES.isdisjoint(about[iri]))


def _concept(iri: str, properties: list[tuple[str, object]]) -> Concept:
    """Make a concept of what its scheme says about it."""
    names = [
        Name(text=value.value, language=value.language or "und", preferred=_LABELS[name])
        for name, value in properties
        if name in _LABELS and isinstance(value, ox.Literal)
    ]
    names.sort(key=lambda name: (not name.preferred, name.language, name.text))
    broader = [value.value for name, value in properties if name == _BROADER and isinstance(value, ox.NamedNode)]
    return Concept(
        id=_local(iri),
        names=tuple(names),
        broader=_local(min(broader)) if broader else None,
        public=_PUBLIC in properties,
    )


def _local(iri: str) -> str:
    """Cut an IRI down to what stands behind its last slash."""
    return iri.rpartition("/")[2]
