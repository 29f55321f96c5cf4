"""The accuracy table of the README: `python benchmarks/accuracy.py ../shared/eval`, a folder of annotated documents.

It runs the scorer that lies in that folder over what `extract` gives, by set and language, and over the two halves of the
development documents: those with odd numbers may be looked at while rules are written, those with even numbers not.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from binatgraph.pipeline import Tools, extract_json, read_file


def predict(texts: list[Path], folder: Path) -> None:
    """Write the JSON of each document, as `binatgraph extract` prints it."""
    tools = Tools()
    for text in texts:
        found = extract_json(read_file(text), tools=tools)
        (folder / f"{text.stem}.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def score(scorer: Path, texts: list[Path], predicted: Path) -> dict[str, Any]:
    """The figures of the scorer over some documents."""
    with tempfile.TemporaryDirectory() as gold:
        for text in texts:
            for file in (text, text.with_suffix(".json")):
                shutil.copy(file, gold)
        command = [sys.executable, str(scorer), gold, "--predicted", str(predicted), "--json"]
        figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603  (the scorer that was named)
    return figures


def row(name: str, figures: dict[str, Any]) -> str:
    """A line of the table."""
    f1 = [f"{figures[what]['f1']:.2f}" for what in ("entity", "mention")]
    relation = figures["relation"]
    accuracy = [f"{figures[what]['accuracy']:.2f}" for what in ("fine", "role")]
    cells = [name, str(figures["documents"]), *f1, *accuracy, *(f"{relation[what]:.2f}" for what in ("p", "r", "f1"))]
    return f"| {' | '.join(cells)} |"


def number(text: Path) -> int:
    """The number of a document, from its name."""
    return int(text.stem.rpartition("-")[2])


def main() -> None:
    """Print the table."""
    place = Path(sys.argv[1])
    texts = sorted(place.rglob("*.txt"))
    language = {text: json.loads(text.with_suffix(".json").read_text("utf-8"))["lang"] for text in texts}
    parts = {
        f"dev, {name}, {half}": [t for t in texts if "dev" in t.parts and language[t] == code and number(t) % 2 in odd]
        for code, name in (("en", "English"), ("es", "Spanish"))
        for half, odd in (("all", {0, 1}), ("odd half", {1}), ("even half", {0}))
    } | {"the first four documents": [t for t in texts if "seeds" in t.parts]}
    print("| documents | number | entity F1 | mention F1 | fine kind | role | relation P | R | F1 |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")  # noqa: T201
    with tempfile.TemporaryDirectory() as predicted:
        predict(texts, Path(predicted))
        for name, some in parts.items():
            print(row(name, score(place / "score.py", some, Path(predicted))))  # noqa: T201


if __name__ == "__main__":
    main()
