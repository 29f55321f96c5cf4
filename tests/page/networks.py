"""Small networks for the tests of the page: one as people would make, one whose every word attacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from binatgraph.model import Actor, Evidence, Kind, Link, Modality, Name, Predicate
from binatgraph.network import network, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

ACTORS = """
person/katie-hobbs             Official               US     Katie Hobbs
person/alfonso-durazo-montano  Official               MX     Alfonso Durazo Montaño
person/maria-lopez             Person                 MX     María López
person/ana-ruiz                Person                 US     Ana Ruiz
person/jose-pena               Person                 MX     José Peña
organization/amc               Commission             US     Arizona-Mexico Commission | Comisión Arizona-México
organization/csa               Commission             MX     Sonora-Arizona Commission | Comisión Sonora-Arizona
organization/copper-works      Company                US     Copper Works
organization/vidrios           Company                MX     Vidrios del Norte
organization/sre               GovernmentBody         MX     Secretariat of Foreign Affairs | Secretaría de Relaciones Exteriores
organization/city-of-nogales   GovernmentBody         US     City of Nogales
organization/asu               EducationalInstitution US     Arizona State University | Universidad Estatal de Arizona
organization/unison            EducationalInstitution MX     University of Sonora | Universidad de Sonora
organization/river-friends     Organization           US,MX  Friends of the River | Amigos del Río
place/us                       Country                US     United States | Estados Unidos
place/mx                       Country                MX     Mexico | México
place/us-az                    State                  US     Arizona
place/mx-son                   State                  MX     Sonora
place/us-az-santa-cruz         County                 US     Santa Cruz County | Condado de Santa Cruz
place/us-az-nogales            City                   US     Nogales, Arizona
place/mx-son-nogales           City                   MX     Nogales, Sonora
place/us-az-phoenix            City                   US     Phoenix
place/mariposa                 PortOfEntry            US,MX  Mariposa Port of Entry | Puerto de entrada Mariposa
place/megaregion               Region                 US,MX  Arizona-Sonora Megaregion | Megarregión Sonora-Arizona
place/the-bridge               Place                  US     The Bridge
initiative/clean-water         Initiative             US,MX  Clean Water Plan | Plan de Agua Limpia
initiative/minute-1            Agreement              US,MX  Minute 1 | Acta 1
event/plenary-2025             Event                  US,MX  Plenary 2025 | Plenaria 2025
event/trade-days               Event                  MX     Trade Days | Días de Comercio
person/nobody                  Person                 US     Nobody Known
"""

LINKS = """
person/katie-hobbs holdsRole place/us-az Asserted Governor
person/alfonso-durazo-montano holdsRole place/mx-son Asserted gobernador
person/katie-hobbs metWith person/alfonso-durazo-montano Asserted
person/katie-hobbs leads event/plenary-2025 Asserted
person/alfonso-durazo-montano participatesIn event/plenary-2025 Reported
person/maria-lopez holdsRole organization/csa Asserted presidenta
person/ana-ruiz holdsRole organization/amc Asserted chair
person/ana-ruiz leads organization/amc Asserted
person/jose-pena holdsRole organization/vidrios Asserted director
organization/amc counterpartOf organization/csa Asserted
organization/amc locatedIn place/us-az-phoenix Asserted
organization/csa participatesIn event/plenary-2025 Asserted
organization/amc participatesIn event/plenary-2025 Asserted
organization/asu partnersWith organization/unison Planned
organization/asu locatedIn place/us-az Asserted
organization/unison locatedIn place/mx-son Asserted
organization/copper-works funds initiative/clean-water Hedged
organization/vidrios supplies organization/copper-works Asserted
organization/copper-works locatedIn place/us-az Asserted
organization/sre signed initiative/minute-1 Denied
organization/sre locatedIn place/mx Asserted
organization/city-of-nogales launched initiative/clean-water Asserted
organization/city-of-nogales locatedIn place/us-az-nogales Asserted
organization/river-friends memberOf place/megaregion Asserted
place/us-az-nogales locatedIn place/us-az-santa-cruz Asserted
place/us-az-santa-cruz locatedIn place/us-az Asserted
place/mx-son-nogales locatedIn place/mx-son Asserted
place/us-az-phoenix locatedIn place/us-az Asserted
place/us-az locatedIn place/us Asserted
place/mx-son locatedIn place/mx Asserted
place/mariposa locatedIn place/us-az-nogales Asserted
place/us-az memberOf place/megaregion Asserted
person/katie-hobbs appointed person/ana-ruiz Asserted
event/trade-days locatedIn place/the-bridge Asserted
"""

QUOTES = {
    ("person/katie-hobbs", "holdsRole", "place/us-az"): (
        "Governor Katie Hobbs opened the plenary in Phoenix.",
        "La gobernadora de Arizona, Katie Hobbs, inauguró la plenaria.",
    ),
    ("organization/sre", "signed", "initiative/minute-1"): ("The secretariat has not signed Minute 1.",),
}

BAD = (
    "<img src=x onerror=\"window.hurt='img'\">",
    "\"><script>window.hurt='script'</script>",
    "</script><script>window.hurt='end'</script>",
    "<!--<script>",
    "</style><svg onload=\"window.hurt='svg'\">",
    "javascript:window.hurt='link'",
    "<a href=\"javascript:window.hurt='href'\">href</a>",
    "a\u2028b\u2029c {{ 7 * 7 }} ${hurt} &lt;b&gt; ]]> ' \\",
)


def sample() -> nx.MultiDiGraph:
    """Thirty actors of every kind, one of them without relations."""
    return placed(network(_actors(), _links()))


def _actors() -> Iterator[Actor]:
    for line in ACTORS.strip().splitlines():
        actor, kind, countries, names = line.split(maxsplit=3)
        texts = dict(zip(("en", "es"), names.split(" | "), strict=False))
        preferred = tuple(Name(text=text, language=language, preferred=True) for language, text in texts.items())
        aliases = (Name(text="Gov. Hobbs", language="en"),) if actor == "person/katie-hobbs" else ()
        identifiers = (("iso-3166-2", "US-AZ"),) if actor == "place/us-az" else ()
        yield Actor(
            id=actor,
            kind=Kind(kind),
            names=preferred + aliases,
            countries=tuple(countries.split(",")),
            identifiers=identifiers,
        )


def _links() -> Iterator[Link]:
    for line in LINKS.strip().splitlines():
        source, relation, target, modality, *role = line.split()
        quotes = QUOTES.get((source, relation, target), (f"This is where {source} stands beside {target}.",))
        evidence = tuple(
            Evidence(
                quote=quote,
                document=f"d{number}",
                source="https://example.org/plenary.html" if number else "notes/plenary.txt",
                confidence=0.93 - number / 10,
                modality=Modality(modality),
                title="A plenary in Phoenix" if number else None,
                published="2025-06-27" if number else None,
                role=role[0] if role else None,
            )
            for number, quote in enumerate(quotes)
        )
        yield link(source, relation, target, modality=modality, evidence=evidence)


def link(
    source: str,
    relation: str,
    target: str,
    *,
    modality: str = "Asserted",
    evidence: tuple[Evidence, ...] = (),
    weight: int | None = None,
) -> Link:
    return Link(
        source=source,
        target=target,
        relation=Predicate(relation),
        weight=len(evidence) if weight is None else weight,
        modality=Modality(modality),
        evidence=evidence,
    )


def person(name: str, *, kind: Kind = Kind.PERSON) -> Actor:
    return Actor(id=f"person/{name}", kind=kind, names=(Name(text=name, language="en", preferred=True),))


def hostile() -> nx.MultiDiGraph:
    """A ring of actors in which every text that a document could bring is an attack."""
    actors = [
        Actor(
            id=f"person/{bad}",
            kind=Kind.PERSON,
            names=(Name(text=bad, preferred=True), Name(text=f"also {bad}", language="es")),
            countries=(bad,),
            identifiers=((bad, bad),),
        )
        for bad in BAD
    ]
    links = []
    for bad, one, other in zip(BAD, actors, actors[1:] + actors[:1], strict=True):
        said = Evidence(
            quote=bad,
            document=bad,
            source=bad,
            confidence=0.9,
            modality=Modality.ASSERTED,
            title=bad,
            published=bad,
            role=bad,
        )
        untitled = Evidence(quote=bad, document="d", source=bad, confidence=0.8, modality=Modality.REPORTED)
        links.append(link(one.id, "holdsRole", other.id, evidence=(said, untitled)))
    return placed(network(actors, links))


def crowd(size: int) -> nx.MultiDiGraph:
    """Hubs and those around them; every actor has a relation."""
    people = [person(f"n{i:05}", kind=list(Kind)[i % len(Kind)]) for i in range(size)]
    hubs = max(2, size // 25)
    said = Evidence(
        quote="They met in the city.", document="d", source="a.txt", confidence=0.9, modality=Modality.ASSERTED
    )
    pairs = [(i, i * 7919 % hubs) for i in range(1, size)] + [(i, i * 31 % size) for i in range(0, size, 3)]
    links = [link(people[i].id, "metWith", people[j].id, evidence=(said,)) for i, j in pairs if i != j]
    return placed(network(people, links))
