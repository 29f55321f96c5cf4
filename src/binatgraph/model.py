"""The values that the stages hand to one another: frozen, comparable, made of plain data, and nothing else.

A `Document` flows through the stages and becomes an `Analysis`: who is mentioned where, and what is claimed about them
in which sentence. A `Resolution` says which actors are one; a `Statement` is what claims agree on; a `Link` is what a
network needs. Offsets are code points of `Document.text`, half-open as in Python.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The kinds of actors; each has a top kind, which is what an IRI is made of and what accuracy is measured on.

    >>> Kind.OFFICIAL.top
    <Kind.PERSON: 'Person'>
    """

    PERSON = "Person"
    OFFICIAL = "Official"
    ORGANIZATION = "Organization"
    COMMISSION = "Commission"
    COMPANY = "Company"
    GOVERNMENT_BODY = "GovernmentBody"
    EDUCATIONAL_INSTITUTION = "EducationalInstitution"
    PLACE = "Place"
    COUNTRY = "Country"
    STATE = "State"
    COUNTY = "County"
    CITY = "City"
    REGION = "Region"
    PORT_OF_ENTRY = "PortOfEntry"
    INITIATIVE = "Initiative"
    AGREEMENT = "Agreement"
    EVENT = "Event"

    @property
    def top(self) -> Kind:
        """The kind above it; a top kind is its own."""
        return _TOP.get(self, self)


_TOP = {
    Kind.OFFICIAL: Kind.PERSON,
    Kind.COMMISSION: Kind.ORGANIZATION,
    Kind.COMPANY: Kind.ORGANIZATION,
    Kind.GOVERNMENT_BODY: Kind.ORGANIZATION,
    Kind.EDUCATIONAL_INSTITUTION: Kind.ORGANIZATION,
    Kind.COUNTRY: Kind.PLACE,
    Kind.STATE: Kind.PLACE,
    Kind.COUNTY: Kind.PLACE,
    Kind.CITY: Kind.PLACE,
    Kind.REGION: Kind.PLACE,
    Kind.PORT_OF_ENTRY: Kind.PLACE,
    Kind.AGREEMENT: Kind.INITIATIVE,
}


class Predicate(StrEnum):
    """The thirteen relations. What they join is said in `vocabulary.RELATIONS`, what they mean in the ontology."""

    HOLDS_ROLE = "holdsRole"
    LEADS = "leads"
    PARTICIPATES_IN = "participatesIn"
    MEMBER_OF = "memberOf"
    LOCATED_IN = "locatedIn"
    PARTNERS_WITH = "partnersWith"
    MET_WITH = "metWith"
    SIGNED = "signed"
    LAUNCHED = "launched"
    FUNDS = "funds"
    APPOINTED = "appointed"
    COUNTERPART_OF = "counterpartOf"
    SUPPLIES = "supplies"

    @property
    def symmetric(self) -> bool:
        """Whether the two sides may be exchanged."""
        return self in _SYMMETRIC


_SYMMETRIC = {Predicate.PARTNERS_WITH, Predicate.MET_WITH, Predicate.COUNTERPART_OF}


class Modality(StrEnum):
    """How a document puts a claim. Only the first two are ever held as so."""

    ASSERTED = "Asserted"
    REPORTED = "Reported"
    PLANNED = "Planned"
    HEDGED = "Hedged"
    DENIED = "Denied"


class Tense(StrEnum):
    """When an office is held, seen from the document."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Verdict(StrEnum):
    """What a judgement says of a pair of actors."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of a text, in code points and half-open, in a language: "en", "es" or "und"."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read. `text` never changes again; `id` is a hash of it, so the same text from two places is one document.

    `source` is relative to the path that was given. `language` is "en", "es" or "und" (undetermined, BCP 47); `passages`
    are the parts of the text in another one, in order. `published` is an ISO 8601 date (YYYY-MM-DD), `published_from` says
    where it was found ("sidecar", "front matter", "metadata", "header", "column", "dateline", "text", "file"). `place` is
    what a place line says, in the words of the text. `author` and `address` (where it was published) are what a web page
    declares. `pages` are the places in the text where pages begin, if it has any.
    `sha256` is the hash of the bytes that were read.
    """

    id: str
    source: str
    text: str
    language: str
    media_type: str
    sha256: str
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    place: str | None = None
    author: str | None = None
    address: str | None = None
    passages: tuple[Passage, ...] = ()
    pages: tuple[int, ...] = ()

    def language_at(self, place: int) -> str:
        """The language of the text at a place.

        >>> passages = (Passage(start=4, end=8, language="es"),)
        >>> spoken = Document(id="", source="", text="Yes.  Sí.", language="en", media_type="", sha256="", passages=passages)
        >>> spoken.language_at(0), spoken.language_at(6)
        ('en', 'es')
        """
        inside = (passage.language for passage in self.passages if passage.start <= place < passage.end)
        return next(inside, self.language)

    def page_at(self, place: int) -> int | None:
        """The number of the page, from 1, that a place in the text stands on; None where there are no pages."""
        return bisect_right(self.pages, place) or None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in a document: `text[start:end]`, in code points."""

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that holds nothing."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward and holds a character at least: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name at a place in a document; no white space at its edges. `actor` is an id of `Analysis.actors`."""

    span: Span
    kind: Kind
    name: str
    actor: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What is known about when: bounds as ISO 8601 dates, `None` where nothing is known.

    After EDTF's idea of an uncertain interval. `last_seen` is the last day on which a document says that it holds.
    """

    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None
    last_seen: str | None = None

    @property
    def possible(self) -> bool:
        """Whether there can be such a period: no bound lies beyond its counterpart, and it ends after it starts.

        >>> Period(start_earliest="2020-01-01", end_latest="2019-01-01").possible
        False
        """
        pairs = (
            (self.start_earliest, self.start_latest),
            (self.end_earliest, self.end_latest),
            (self.start_earliest, self.end_latest),
            (self.start_earliest, self.last_seen),
            (self.last_seen, self.end_latest),
        )
        return all(left <= right for left, right in pairs if left and right)


UNKNOWN = Period()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one document says in one place, as read.

    `subject` and `object` are spans of mentions; `evidence` is one sentence, list item or table row. `role` is in the
    document's words, `role_concept` a concept of the scheme of roles.
    """

    subject: Span
    predicate: Predicate
    object: Span
    evidence: Span
    confidence: float
    rule: str
    role: str | None = None
    role_concept: str | None = None
    tense: Tense = Tense.PRESENT
    period: Period = UNKNOWN
    modality: Modality = Modality.ASSERTED
    speaker: Span | None = None

    @property
    def id(self) -> str:
        """A hash of where it stands and what it joins, so that no merge of actors changes it.

        The role is part of it: "president and founder of the chamber" is two claims on the same spans.
        """
        spans = (self.evidence, self.subject, self.object)
        places = [[span.start, span.end] for span in spans]
        return content_hash([self.evidence.document, self.predicate, places, self.role])


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A figure that a document gives.

    What it measures (`measure`, the document's words), about whom (`about`, the span of a mention), the value as a
    canonical decimal, and its unit: an ISO 4217 currency, "percent", a unit of measurement or what is counted ("jobs");
    behind a slash the time it is for ("USD/year").
    """

    about: Span
    measure: str
    value: str
    unit: str
    evidence: Span
    confidence: float
    rule: str
    period: Period = UNKNOWN

    @property
    def id(self) -> str:
        """A hash of where it stands and what it says."""
        places = [[span.start, span.end] for span in (self.evidence, self.about)]
        return content_hash([self.evidence.document, "Observation", places, self.measure, self.value, self.unit])


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """An actor works in a sector: `sector` is a concept of the scheme of sectors."""

    actor: Span
    sector: str
    evidence: Span
    confidence: float
    rule: str

    @property
    def id(self) -> str:
        """A hash of where it stands and what it joins."""
        places = [[span.start, span.end] for span in (self.evidence, self.actor)]
        return content_hash([self.evidence.document, "focusesOn", places, self.sector])


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """A name of an actor. `language` is "en", "es" or "und"; one name a language is the preferred one."""

    text: str
    language: str = "und"
    preferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organization, place, initiative or event, as read in one document or as the register knows it.

    As read, `id` is "<document id>/<top kind>/<slug>"; in the register and in the graph it is "<top kind>/<slug>", which
    stands behind the base IRI. `countries` are ISO 3166-1 codes: the sides it belongs to. `identifiers` are pairs of a
    scheme ("iso-3166-2", "fips", "wikidata", …) and a value.
    """

    id: str
    kind: Kind
    names: tuple[Name, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    def label(self, language: str = "en") -> str:
        """The preferred name in a language, else in any, else the first, else the id.

        >>> names = (Name(text="Sonora", language="es", preferred=True), Name(text="Son.", language="es"))
        >>> Actor(id="place/mx-son", kind=Kind.STATE, names=names).label("en")
        'Sonora'
        """
        ranked = sorted(self.names, key=lambda name: (not name.preferred, name.language != language))
        return ranked[0].text if ranked else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A role or a sector of the ontology's SKOS schemes.

    `id` is its local name, `names` its labels in both languages (gendered and abbreviated forms are labels too), `public`
    whether the role is a public office.
    """

    id: str
    names: tuple[Name, ...]
    broader: str | None = None
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredTenure:
    """An office that the register says a person held at an organization or a place, for one continuous term.

    Dates are as precise as the source (YYYY, YYYY-MM or YYYY-MM-DD); an empty end is "still, or unknown".
    """

    at: str
    office: tuple[Name, ...]
    role_concept: str | None = None
    start: str | None = None
    end: str | None = None
    source: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """An actor known beforehand, with its source. An entry that is not confirmed gives names to recognise, and no facts.

    `facts` are pairs of a property ("partOf", "seat", "twin", "counterpart", "founded", "dissolved", "website", "start",
    "end") and a value: an actor id for the first four, else a literal.
    """

    actor: Actor
    source: str
    confirmed: bool
    facts: tuple[tuple[str, str], ...] = ()
    tenures: tuple[RegisteredTenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterName:
    """A name of the register, as the language stage needs it to recognise names: what it says and of which kind.

    With `after_comma` it is a name only behind a comma, a hyphen or a bracket ("Nogales, AZ").
    """

    text: str
    kind: Kind
    language: str = "und"
    after_comma: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What was found in one document: the envelope that goes from stage to stage."""

    document: Document
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    observations: tuple[Observation, ...] = ()
    focuses: tuple[Focus, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self.document.text[span.start : span.end]

    def actor_at(self, span: Span) -> str | None:
        """The id of the actor that the mention with exactly this span stands for."""
        return next((m.actor for m in self.mentions if m.span == span), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What claims agree on, in canonical actors; the rest is derived from its claims, and goes with the last of them.

    `held` says whether the graph shows it as so: it is asserted, or reported by a speaker who is known, above the
    threshold.
    """

    subject: str
    predicate: Predicate
    object: str
    role_concept: str | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 0.0
    held: bool = False
    tense: Tense = Tense.PRESENT
    period: Period = UNKNOWN
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A hash of canonical JSON of who, what, whom and in which role."""
        return content_hash([self.subject, self.predicate, self.object, self.role_concept])


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on whether two actors are one, kept as a line of data that can be taken back by a later one."""

    left: str
    right: str
    verdict: Verdict
    reason: str
    by: str
    score: float | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A read-only map from actors as read to canonical actors, with the judgements it was made of."""

    canonical: Mapping[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()

    def __call__(self, actor: str) -> str:
        """The canonical id; an actor that nobody judged is itself.

        >>> Resolution(canonical={"8c1d/person/katie-hobbs": "person/katie-hobbs"})("8c1d/person/katie-hobbs")
        'person/katie-hobbs'
        """
        return self.canonical.get(actor, actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One sentence behind a link, with where it stands."""

    quote: str
    document: str
    source: str
    confidence: float
    modality: Modality
    title: str | None = None
    published: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a network needs of a statement: canonical actors, relation, the number of documents behind it, the evidence."""

    source: str
    target: str
    relation: Predicate
    weight: int
    modality: Modality
    evidence: tuple[Evidence, ...]


def content_hash(content: Any) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of canonical JSON (keys sorted, no spaces, no escapes).

    Canonical JSON and not joined parts: no separator can stand in a part. 64 bits hold 600 million items before two
    share an id with a probability of one in a hundred.

    >>> content_hash(["a", "b"]) == content_hash(["ab"])
    False
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
