"""The accuracy tables of the README: `python benchmarks/accuracy.py [FOLDER]`.

On the annotated sample documents (`graph/gold`), and on the annotated documents in FOLDER: those below `dev` by language and by
halves (those with odd numbers may be looked at while rules are written, those with even numbers not), and those below `seeds`.
Then what each part of the extractor is worth, and whether confidence means what it says.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from binatgraph.config import Settings, data_path
from binatgraph.evaluation import Scores, score
from binatgraph.evaluation.matching import keyed, matched
from binatgraph.language.analysis import analyse
from binatgraph.language.pipelines import load_pipelines
from binatgraph.language.ruleset import Rules, load_rules
from binatgraph.language.scorer import load_scorer
from binatgraph.model import Analysis, Document
from binatgraph.pipeline import Tools, read_file
from binatgraph.rdf.json import extraction_json
from binatgraph.register.link import link
from binatgraph.register.names import recognisable_names
from binatgraph.vocabulary import load_concepts

Extractor = Callable[[Document], Analysis]
LANGUAGES = {"en": "English", "es": "Spanish"}
BINS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An annotated document: its set ("gold", "dev", "seeds"), its number, its annotations, and the document as it was read."""

    part: str
    number: int
    annotated: dict[str, Any]
    document: Document

    @property
    def language(self) -> str:
        """`en` or `es`."""
        return str(self.annotated["lang"])


def cases(folder: Path, *, part: str) -> list[Case]:
    """The annotated documents of a folder."""
    found = []
    for number, file in enumerate(sorted(folder.rglob("*.json"))):
        annotated = json.loads(file.read_text("utf-8"))
        last = file.stem.rpartition("-")[2]
        document = read_file((file.parent / annotated["doc"]).resolve())
        found.append(
            Case(part=part, number=int(last) if last.isdigit() else number, annotated=annotated, document=document)
        )
    return found


def predicted(some: Iterable[Case], extractor: Extractor, *, threshold: float) -> list[dict[str, Any]]:
    """What `binatgraph extract` prints of each document."""
    settings = Settings(threshold=threshold)
    return [extraction_json(extractor(case.document), settings=settings) for case in some]


def scored(some: Sequence[Case], extractor: Extractor) -> Scores:
    """The scores of an extractor on some documents."""
    found = predicted(some, extractor, threshold=Settings().threshold)
    return score((case.document.source, case.annotated, one) for case, one in zip(some, found, strict=True))


def row(name: str, scores: Scores) -> str:
    """A line of the table of accuracy."""
    entity, mention, relation = (scores.figures[what] for what in ("entity", "mention", "relation"))
    shares = [entity.f1, mention.f1, scores.figures["fine"].precision, scores.figures["role"].precision]
    shares += [relation.precision, relation.recall, relation.f1]
    return f"| {' | '.join([name, str(scores.documents), *(f'{share:.2f}' for share in shares)])} |"


def ways(tools: Tools) -> dict[str, Extractor]:
    """The extractor, and what it is without one of its parts."""
    names, register = tuple(recognisable_names(tools.register)), tools.register
    pipelines, scorer = load_pipelines({}), load_scorer()
    roles, sectors = load_concepts("roles"), load_concepts("sectors")
    whole = load_rules(names=names, roles=roles, sectors=sectors, pipelines=pipelines, scorer=scorer)
    unnamed = load_rules(roles=roles, sectors=sectors, pipelines=pipelines, scorer=scorer)

    def linked(rules: dict[str, Rules]) -> Extractor:
        return lambda document: link(analyse(document, rules=rules), register)

    def but(**changes: Any) -> Extractor:
        return linked({language: replace(own, **changes) for language, own in whole.items()})

    return {
        "all of it": linked(whole),
        "without the register": lambda document: analyse(document, rules=unnamed),
        "without the frames": linked(
            {language: replace(own, frames=dict.fromkeys(own.frames, ())) for language, own in whole.items()}
        ),
        "without the pipelines": but(pipeline=None),
        "without the scorer": but(scorer=None),
        "rules alone": but(pipeline=None, scorer=None),
    }


def reliability(some: Sequence[Case], extractor: Extractor) -> list[str]:
    """Of the relations with a confidence, how many there are, and the share that is right."""
    right: Counter[float] = Counter()
    found: Counter[float] = Counter()
    for case, one in zip(some, predicted(some, extractor, threshold=BINS[0]), strict=True):
        entities = case.annotated["entities"]
        gold = keyed(case.annotated["relations"], {entity["id"]: entity["id"] for entity in entities})
        for key, relation in keyed(one["relations"], matched(entities, one["entities"], typed=False)).items():
            low = max(edge for edge in BINS if edge <= relation["confidence"])
            found[low] += 1
            right[low] += key in gold
    return [
        f"| {low:.1f} to {min(high, 1):.1f} | {found[low]} | {right[low] / found[low]:.2f} |"
        for low, high in itertools.pairwise(BINS)
        if found[low]
    ]


def table(head: Sequence[str], lines: Iterable[str]) -> None:
    """Print a table in Markdown."""
    print(f"| {' | '.join(head)} |")  # noqa: T201
    print(f"|{' --- |' * len(head)}")  # noqa: T201
    for line in lines:
        print(line)  # noqa: T201
    print()  # noqa: T201


def main() -> None:
    """Print the tables."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    found = cases(data_path("gold"), part="gold")
    found += [one for part in ("dev", "seeds") if place for one in cases(place / part, part=part)]
    extractors = ways(Tools())
    usual = extractors["all of it"]
    parts = {
        f"{part}, {name}{half}": [c for c in found if (c.part, c.language) == (part, code) and c.number % 2 in odd]
        for part in ("gold", "dev")
        for code, name in LANGUAGES.items()
        for half, odd in ((("", {0, 1}),) if part == "gold" else (("", {0, 1}), (", odd", {1}), (", even", {0})))
    } | {"the first four documents": [c for c in found if c.part == "seeds"]}
    head = ("documents", "number", "entity F1", "mention F1", "fine kind", "role", "relation P", "R", "F1")
    table(head, (row(name, scored(some, usual)) for name, some in parts.items() if some))
    table(head, (row(name, scored(found, extractor)) for name, extractor in extractors.items()))
    table(("confidence", "relations", "right"), reliability(found, usual))


if __name__ == "__main__":
    main()
