"""Who held an office on a day, from the sentences of documents to the answer of a store: yes, perhaps, unknown, or nobody."""

from __future__ import annotations

import pytest

from binatgraph.config import Settings
from binatgraph.language.analysis import Rules, analyse, load_rules
from binatgraph.model import Concept, Kind, Name, RegisterName
from binatgraph.rdf.mapping import Contents, graph_quads
from binatgraph.store.library import ask
from binatgraph.store.local import LocalStore, memory_store
from factory import canonical_actors, document, resolution

NAMES = (
    RegisterName(text="Sonora", kind=Kind.STATE),
    RegisterName(text="Ana Ruiz", kind=Kind.PERSON),
    RegisterName(text="Luis Peña", kind=Kind.PERSON),
)
ROLES = (Concept(id="governor", names=(Name(text="Governor"), Name(text="gobernadora")), public=True),)


@pytest.fixture(scope="module")
def rules() -> dict[str, Rules]:
    return load_rules(names=NAMES, roles=ROLES)


def built(texts: dict[str, str], rules: dict[str, Rules]) -> LocalStore:
    """Build a store of texts by the day of each; one with "gobern…" in it is Spanish."""
    documents = [
        document(text, source=f"{day}.txt", published=day or None, language="es" if "gobern" in text else "en")
        for day, text in texts.items()
    ]
    analyses = [analyse(one, rules=rules) for one in documents]
    contents = Contents(analyses=analyses, actors=canonical_actors(analyses), resolution=resolution(analyses))
    return memory_store(graph_quads(contents, settings=Settings()))


def answers(texts: dict[str, str], day: str, rules: dict[str, Rules]) -> list[str]:
    """Ask who was governor of Sonora on a day."""
    with built(texts, rules) as store:
        rows = ask(store, "held-on", {"day": day, "at": "Sonora"}).records()
        return sorted(f"{row['name']} {row['answer']}" for row in rows)


SINCE = {"2025-06-26": "Ana Ruiz, Governor of Sonora since March 2021, spoke."}
TERM = {"2025-06-26": "Ana Ruiz, former Governor of Sonora from 2015 to 2019, spoke."}
DESDE = {"2025-06-26": "Ana Ruiz, gobernadora de Sonora desde el 13 de septiembre de 2021, habló."}
TALK = {"2022-05-04": "Ana Ruiz, Governor of Sonora, spoke."}
BECAME = {"2025-06-26": "In 1999 Ana Ruiz became Governor of Sonora."}
APPOINTED = {"2025-06-26": "Ana Ruiz was appointed Governor of Sonora in February 2025."}
TWO = {
    "2025-06-26": "Ana Ruiz, former Governor of Sonora from 2015 to 2019, spoke.",
    "2025-06-27": "Luis Peña, Governor of Sonora since 1 January 2020, spoke.",
}
MEETING = {"2025-06-26": "Ana Ruiz, Governor of Sonora, met with Luis Peña in March 2025."}


@pytest.mark.parametrize(
    ("texts", "day", "expected"),
    [
        (SINCE, "2021-02-28", []),
        (SINCE, "2021-03-15", ["Ana Ruiz perhaps"]),
        (SINCE, "2021-03-31", ["Ana Ruiz yes"]),
        (SINCE, "2025-06-26", ["Ana Ruiz yes"]),
        (SINCE, "2025-06-27", ["Ana Ruiz perhaps"]),
        (TERM, "2014-12-31", []),
        (TERM, "2015-07-01", ["Ana Ruiz perhaps"]),
        (TERM, "2016-01-01", ["Ana Ruiz yes"]),
        (TERM, "2018-12-31", ["Ana Ruiz yes"]),
        (TERM, "2019-07-01", ["Ana Ruiz perhaps"]),
        (TERM, "2020-01-01", []),
        (DESDE, "2021-09-12", []),
        (DESDE, "2021-09-13", ["Ana Ruiz yes"]),
        (SINCE | TALK, "2023-01-01", ["Ana Ruiz yes"]),
        (TALK, "2022-05-04", ["Ana Ruiz yes"]),
        (TALK, "2022-05-03", ["Ana Ruiz perhaps"]),
        (BECAME, "1998-12-31", []),
        (BECAME, "2005-01-01", ["Ana Ruiz perhaps"]),
        (APPOINTED, "2025-01-31", []),
        (APPOINTED, "2025-03-01", ["Ana Ruiz perhaps"]),
        (APPOINTED, "2025-06-26", ["Ana Ruiz yes"]),
        (MEETING, "2025-03-15", ["Ana Ruiz perhaps"]),
        (TWO, "2017-01-01", ["Ana Ruiz yes"]),
        (TWO, "2021-01-01", ["Luis Peña yes"]),
        ({"": "Ana Ruiz, Governor of Sonora, spoke."}, "2021-01-01", ["Ana Ruiz unknown"]),
        ({"": "Ana Ruiz, Governor of Sonora since 2015, spoke."}, "2014-01-01", []),
        ({"": "Ana Ruiz, Governor of Sonora since 2015, spoke."}, "2021-01-01", ["Ana Ruiz perhaps"]),
    ],
)
def test_held_on_a_day_for_sure_perhaps_or_not(
    texts: dict[str, str], day: str, expected: list[str], rules: dict[str, Rules]
) -> None:
    assert answers(texts, day, rules) == expected
