from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import URIRef

import binatgraph.vocabulary
from binatgraph.errors import RdfError
from binatgraph.model import Kind, Modality, Predicate, Verdict
from binatgraph.vocabulary import BG, OA, PREFIXES, RELATIONS, STANDARD_CLASS, load_concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

ANNOTATED = Path(__file__).resolve().parents[1].parent / "shared" / "eval"


def test_a_term_that_is_not_in_the_ontology_raises() -> None:
    with pytest.raises(AttributeError, match="Persn"):
        BG.Persn  # noqa: B018 - reading it is what is tested
    with pytest.raises(AttributeError, match="hasSelectr"):
        OA["hasSelectr"]


def test_every_kind_relation_modality_and_verdict_of_the_values_is_a_term() -> None:
    names = [*Kind, *Predicate, *Modality, *(verdict.capitalize() for verdict in Verdict)]
    assert [BG[name] for name in names] == [URIRef(PREFIXES["bg"] + name) for name in names]


def test_each_of_the_thirteen_relations_says_what_it_joins() -> None:
    assert list(RELATIONS) == list(Predicate)
    assert all(side == {kind.top for kind in side} for r in RELATIONS.values() for side in (r.subject, r.object))


def test_a_symmetric_relation_joins_the_same_kinds_on_both_sides() -> None:
    symmetric = [relation for relation in RELATIONS.values() if relation.symmetric]
    assert len(symmetric) == 3
    assert all(relation.subject == relation.object for relation in symmetric)


def test_a_finer_kind_may_stand_where_its_top_kind_may() -> None:
    assert RELATIONS[Predicate.HOLDS_ROLE].allows(Kind.OFFICIAL, Kind.PORT_OF_ENTRY)
    assert not RELATIONS[Predicate.HOLDS_ROLE].allows(Kind.COMMISSION, Kind.STATE)


def test_every_kind_but_an_agreement_has_a_standard_class() -> None:
    assert [kind for kind in Kind if STANDARD_CLASS[kind] is None] == [Kind.AGREEMENT]
    assert STANDARD_CLASS[Kind.COUNTY] == "https://schema.org/Place"
    assert STANDARD_CLASS[Kind.OFFICIAL] == "http://xmlns.com/foaf/0.1/Person"


def test_prefixes_name_namespaces_and_leave_the_base_of_things_open() -> None:
    assert "id" not in PREFIXES
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(re.fullmatch(r"https?://\S+[/#]", namespace) for namespace in PREFIXES.values())


@pytest.mark.parametrize("scheme", ["roles", "sectors"])
def test_the_concepts_of_a_scheme_come_sorted_and_named_in_both_languages(scheme: str) -> None:
    concepts = load_concepts(scheme)
    assert [concept.id for concept in concepts] == sorted({concept.id for concept in concepts})
    assert all([n.language for n in c.names if n.preferred] == ["en", "es"] for c in concepts)


def test_a_role_knows_its_rank_its_forms_and_whether_it_is_public() -> None:
    governor = next(role for role in load_concepts("roles") if role.id == "governor")
    assert (governor.broader, governor.public) == ("executive", True)
    assert {"Gov.", "gobernadora"} <= {name.text for name in governor.names}


def test_the_ranks_that_group_roles_are_not_read_as_roles() -> None:
    roles = load_concepts("roles")
    assert {role.broader for role in roles}.isdisjoint(role.id for role in roles)


def test_a_scheme_that_is_not_there_is_refused_with_what_there_is() -> None:
    with pytest.raises(RdfError, match='"roles" and "sectors"'):
        load_concepts("kinds")


def test_a_scheme_that_is_not_turtle_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "roles.ttl").write_text("<a> <b> ;;", "utf-8")
    monkeypatch.setattr(binatgraph.vocabulary, "data_path", lambda _: tmp_path)
    with pytest.raises(RdfError, match=r"roles\.ttl is not Turtle"):
        load_concepts("roles")


def test_importing_the_vocabulary_loads_no_heavy_library() -> None:
    code = (
        "import sys, binatgraph.vocabulary; print({'spacy', 'pyshacl', 'networkx', 'trafilatura'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


def _annotated() -> Iterator[tuple[str, Predicate, Kind, Kind]]:
    for path in sorted(ANNOTATED.rglob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        kinds = {entity["id"]: Kind(entity["type"]) for entity in document.get("entities", [])}
        for relation in document.get("relations", []):
            yield path.stem, Predicate(relation["p"]), kinds[relation["s"]], kinds[relation["o"]]


@pytest.mark.skipif(
    not ANNOTATED.is_dir(), reason=f"the annotated documents are not at ../{ANNOTATED.parent.name}/eval"
)
def test_every_annotated_relation_joins_kinds_that_its_relation_may_join() -> None:
    annotated = list(_annotated())
    assert len(annotated) > 100
    assert [row for row in annotated if not RELATIONS[row[1]].allows(row[2], row[3])] == []
