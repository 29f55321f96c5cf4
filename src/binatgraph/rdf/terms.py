"""The terms that the mapping writes, made once: looking a term up in a closed namespace is slow, and a graph has millions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD

from binatgraph.vocabulary import BG, OA

if TYPE_CHECKING:
    from binatgraph.model import Kind, Modality, Predicate, Verdict


@cache
def _bg(name: str) -> NamedNode:
    """Look up a term of ours by its local name."""
    return NamedNode(BG[name])


def kind(value: Kind) -> NamedNode:
    """Give the class of a kind."""
    return _bg(value.value)


def predicate(value: Predicate) -> NamedNode:
    """Give the property of a relation."""
    return _bg(value.value)


def modality(value: Modality) -> NamedNode:
    """Give the individual of a modality."""
    return _bg(value.value)


def verdict(value: Verdict) -> NamedNode:
    """Give the individual of a verdict."""
    return _bg(value.value.capitalize())


A: Final = NamedNode(RDF.type)
LABEL: Final = NamedNode(RDFS.label)
PREF_LABEL: Final = NamedNode(SKOS.prefLabel)
ALT_LABEL: Final = NamedNode(SKOS.altLabel)
CONCEPT: Final = NamedNode(SKOS.Concept)
IN_SCHEME: Final = NamedNode(SKOS.inScheme)
SAME_AS: Final = NamedNode(SDO.sameAs)
COUNTRY: Final = _bg("country")
COLLABORATION: Final = NamedNode(ORG.OrganizationalCollaboration)

STATEMENT: Final = (_bg("Statement"), NamedNode(RDF.Statement))
SUBJECT: Final = NamedNode(RDF.subject)
PREDICATE: Final = NamedNode(RDF.predicate)
OBJECT: Final = NamedNode(RDF.object)
FOCUSES_ON: Final = _bg("focusesOn")
MODALITY: Final = _bg("modality")
CONFIDENCE: Final = _bg("confidence")
TENSE: Final = _bg("tense")
TENURE_OF: Final = _bg("tenure")
DERIVED: Final = NamedNode(PROV.wasDerivedFrom)
ATTRIBUTED: Final = NamedNode(PROV.wasAttributedTo)
GENERATED: Final = NamedNode(PROV.generatedAtTime)

TENURE: Final = _bg("Tenure")
REGISTERED_TENURE: Final = _bg("RegisteredTenure")
MEMBERSHIP: Final = NamedNode(ORG.Membership)
MEMBER: Final = NamedNode(ORG.member)
ORGANIZATION: Final = NamedNode(ORG.organization)
MEMBER_DURING: Final = NamedNode(ORG.memberDuring)
ROLE: Final = NamedNode(ORG.role)
HELD_AT: Final = _bg("heldAt")
BOUNDS: Final = {
    "start_earliest": _bg("startEarliest"),
    "start_latest": _bg("startLatest"),
    "end_earliest": _bg("endEarliest"),
    "end_latest": _bg("endLatest"),
    "last_seen": _bg("lastSeen"),
}
INTERVAL: Final = NamedNode(TIME.ProperInterval)
INSTANT: Final = NamedNode(TIME.Instant)
BEGINNING: Final = NamedNode(TIME.hasBeginning)
END: Final = NamedNode(TIME.hasEnd)
ON_DATE: Final = NamedNode(TIME.inXSDDate)

OBSERVATION: Final = _bg("Observation")
ABOUT: Final = _bg("about")
MEASURE: Final = _bg("measure")
VALUE: Final = _bg("value")
UNIT: Final = _bg("unit")

CLAIM: Final = (_bg("Claim"), NamedNode(OA.Annotation))
BODY: Final = NamedNode(OA.hasBody)
TARGET: Final = NamedNode(OA.hasTarget)
RESOURCE: Final = NamedNode(OA.SpecificResource)
SOURCE_OF: Final = NamedNode(OA.hasSource)
SELECTOR: Final = NamedNode(OA.hasSelector)
POSITION: Final = NamedNode(OA.TextPositionSelector)
FROM: Final = NamedNode(OA.start)
TO: Final = NamedNode(OA.end)
QUOTE: Final = NamedNode(OA.TextQuoteSelector)
EXACT: Final = NamedNode(OA.exact)
ROLE_LABEL: Final = _bg("roleLabel")
RULE: Final = _bg("rule")
SPEAKER: Final = _bg("speaker")
MENTIONS: Final = _bg("mentions")

DOCUMENT: Final = (_bg("Document"), NamedNode(FOAF.Document))
SOURCE: Final = _bg("Source")
CURRENT: Final = _bg("currentDocument")
TITLE: Final = NamedNode(DCTERMS.title)
LANGUAGE: Final = NamedNode(DCTERMS.language)
ISSUED: Final = NamedNode(DCTERMS.issued)
FORMAT: Final = NamedNode(DCTERMS["format"])
IDENTIFIER: Final = NamedNode(DCTERMS.identifier)
CITED: Final = NamedNode(DCTERMS.source)

PLACED_IN: Final = NamedNode(SDO.containedInPlace)
PART_OF: Final = NamedNode(ORG.subOrganizationOf)
SEAT: Final = _bg("seat")
TWIN: Final = _bg("twin")
COUNTERPART: Final = _bg("registeredCounterpart")
FOUNDED: Final = NamedNode(SDO.foundingDate)
DISSOLVED: Final = NamedNode(SDO.dissolutionDate)
STARTED: Final = NamedNode(SDO.startDate)
ENDED: Final = NamedNode(SDO.endDate)
HOMEPAGE: Final = NamedNode(FOAF.homepage)

JUDGEMENT: Final = _bg("Judgement")
LEFT: Final = _bg("left")
RIGHT: Final = _bg("right")
VERDICT: Final = _bg("verdict")
REASON: Final = _bg("reason")
SCORE: Final = _bg("score")

DATE: Final = NamedNode(XSD.date)
DATE_TIME: Final = NamedNode(XSD.dateTime)
DECIMAL: Final = NamedNode(XSD.decimal)
YEAR: Final = NamedNode(XSD.gYear)
YEAR_MONTH: Final = NamedNode(XSD.gYearMonth)
