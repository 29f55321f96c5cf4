"""The roles and sectors that a graph speaks of."""

from __future__ import annotations

from binatgraph.rdf.concepts import concept_quads
from binatgraph.rdf.iris import Iris
from binatgraph.vocabulary import PREFIXES


def told(roles: set[str], sectors: set[str]) -> list[str]:
    quads = concept_quads(roles=roles, sectors=sectors, iris=Iris())
    return [str(quad.subject).strip("<>").rpartition("/")[2] + f" {quad.object}" for quad in quads]


def test_a_concept_has_its_preferred_labels_and_its_scheme() -> None:
    assert told({"governor"}, set()) == [
        f"governor <{PREFIXES['skos']}Concept>",
        f"governor <{PREFIXES['role']}>",
        'governor "Governor"@en',
        'governor "Gobernador"@es',
    ]


def test_concepts_come_once_and_sorted_the_roles_first() -> None:
    found = [one.partition(" ")[0] for one in told({"mayor", "governor"}, {"trade"})]
    assert list(dict.fromkeys(found)) == ["governor", "mayor", "trade"]


def test_what_is_in_no_scheme_gives_nothing() -> None:
    assert told({"keeper-of-the-gate"}, {"gates"}) == []
