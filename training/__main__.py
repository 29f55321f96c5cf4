"""`python -m training COMMAND`: check the corpus, train the pipelines and the scorer, pack their weights, draw the learning curve."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from binatgraph.config import Settings, load_settings
from binatgraph.language import LANGUAGES
from training.check import copied, counts, faults
from training.corpus import CORPUS, CorpusError, read

EVALUATION = Path(__file__).parents[2] / "shared" / "eval"
"""Texts that the corpus must not share a run of words with, where they are there."""


def check(places: list[Path]) -> int:
    """Print the faults and the counts; 1 if there is a fault."""
    try:
        documents = [one for place in places or [CORPUS] for one in read(place)]
    except CorpusError as error:
        print(error)
        return 1
    texts = [path.read_text("utf-8") for path in sorted(EVALUATION.rglob("*.txt"))]
    found = [*faults(documents), *copied(documents, texts)]
    print(*found, sep="\n")
    for language in sorted({one.language for one in documents}):
        print(f"\n{language}")
        for what, figures in counts([one for one in documents if one.language == language]).items():
            print(f"  {what}: {', '.join(f'{name} {count}' for name, count in figures.items())}")
    return int(bool(found))


def main(arguments: list[str]) -> int:
    """Run a command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("check", help="what is wrong in the corpus, and what is in it")
    one.add_argument("files", nargs="*", type=Path)
    one = commands.add_parser("train", help="train a language, or a part of it; as a whole it is packed too")
    one.add_argument("language", choices=LANGUAGES)
    one.add_argument("--data", type=Path, required=True, help="the folder with treebank, ner and domain")
    one.add_argument("--part", choices=("syntax", "ner"))
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--epochs", type=int, default=0)
    one = commands.add_parser("pack", help="weights and card of what was trained")
    one.add_argument("language", choices=LANGUAGES)
    one.add_argument("--data", type=Path, required=True)
    one.add_argument("--seed", type=int, default=1, help="which training of the syntax")
    one.add_argument("--names", type=int, default=None, help="which training of the names, if it is another one")
    one = commands.add_parser("names", help="the names in a text, as JSON")
    one.add_argument("file", type=Path)
    one.add_argument("--language", choices=LANGUAGES, required=True)
    one = commands.add_parser("curve", help="names against the number of own documents")
    one.add_argument("languages", nargs="*", default=list(LANGUAGES))
    one.add_argument("--data", type=Path, required=True)
    one = commands.add_parser("scorer", help="train the scorer of relations, and write it with its card")
    one.add_argument("--settings", type=Path, help="settings that name other pipelines than those that are installed")
    return run(parser.parse_args(arguments))


def run(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    if asked.command == "check":
        return check(asked.files)
    from training import commands  # noqa: PLC0415  (spaCy takes a second to import, and the check needs none of it)
    from training.recipe import Run  # noqa: PLC0415  (as above)

    match asked.command:
        case "train":
            for part in (asked.part,) if asked.part else ("syntax", "ner"):
                one = Run(language=asked.language, part=part, work=commands.WORK, seed=asked.seed, epochs=asked.epochs)
                commands.train_part(one, data=asked.data)
            if not asked.part:
                commands.pack(asked.language, data=asked.data, seed=asked.seed)
        case "pack":
            commands.pack(asked.language, data=asked.data, seed=asked.seed, names=asked.names)
        case "names":
            found = commands.find_names(asked.file.read_text("utf-8"), language=asked.language)
            print(json.dumps(found))
        case "curve":
            commands.learn_curve(asked.languages, data=asked.data)
        case "scorer":
            _train_scorer(load_settings(asked.settings) if asked.settings else Settings())
    return 0


def _train_scorer(settings: Settings) -> None:
    from training import relations, scorer_card  # noqa: PLC0415  (SciPy is in no extra but that of training)

    rules = relations.rules_of(settings)
    for language in sorted(language for language, own in rules.items() if own.pipeline is None):
        print(f"no pipeline for {language!r}: the scorer learns nothing of its trees")
    made = relations.train_scorer(read(), rules=rules)
    print(json.dumps({key: made[key] for key in ("version", "documents", "pairs", "features", "curve")}))
    print(scorer_card.tables(made))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
