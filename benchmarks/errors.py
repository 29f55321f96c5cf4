"""Why relations are missed, and which are wrong: `python benchmarks/errors.py [FOLDER]`, the tables of `docs/accuracy.md`."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from accuracy import Case, cases, predicted, table, ways

from binatgraph.config import Settings, data_path
from binatgraph.evaluation.matching import keyed, matched
from binatgraph.pipeline import Tools

REVIEW, GRAPH = 0.25, Settings().threshold
CAUSES = ("a side is not found", "in review", "not proposed, one sentence names both", "not proposed, over sentences")


def cause(key: tuple[str, str, str], case: Case, found: set[str], likely: dict[Any, float]) -> str:
    """Why an annotated relation is not in the graph."""
    subject, _, obj = key
    if not {subject, obj} <= found:
        return CAUSES[0]
    if key in likely:
        return CAUSES[1]
    forms = {entity["id"]: [entity["name"], *entity["mentions"]] for entity in case.annotated["entities"]}
    told = [one["evidence"] for one in case.annotated["relations"] if {one["s"], one["o"]} == {subject, obj}]
    both = any(all(any(form in text for form in forms[side]) for side in (subject, obj)) for text in told)
    return CAUSES[2] if both else CAUSES[3]


def main() -> None:
    """Print the tables."""
    found = cases(data_path("gold"), part="gold")
    if len(sys.argv) > 1:
        found += [one for part in ("dev", "seeds") for one in cases(Path(sys.argv[1]) / part, part=part)]
    usual = ways(Tools())["all of it"]
    missed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for case, one in zip(found, predicted(found, usual, threshold=REVIEW), strict=True):
        entities = case.annotated["entities"]
        names = matched(entities, one["entities"], typed=False)
        gold = keyed(case.annotated["relations"], {entity["id"]: entity["id"] for entity in entities})
        likely = {key: relation["confidence"] for key, relation in keyed(one["relations"], names).items()}
        held = {key for key, confidence in likely.items() if confidence >= GRAPH}
        for key in gold:
            totals[key[1]] += 1
            if key not in held:
                missed[key[1]][cause(key, case, set(names.values()), likely)] += 1
        wrong.update(key[1] for key in held - gold.keys())
    lines = [
        f"| {name} | {totals[name]} | {sum(missed[name].values())} | {' | '.join(str(missed[name][one]) for one in CAUSES)} | {wrong[name]} |"
        for name in [*sorted(totals, key=lambda name: -totals[name])]
    ]
    every = [sum(missed[name][one] for name in totals) for one in CAUSES]
    lines.append(f"| all | {totals.total()} | {sum(every)} | {' | '.join(map(str, every))} | {wrong.total()} |")
    table(("relation", "annotated", "missed", *CAUSES, "wrong"), lines)


if __name__ == "__main__":
    main()
