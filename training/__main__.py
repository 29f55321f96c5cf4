"""`python -m training check [FILE…]`: what is wrong in the corpus, and what is in it."""

from __future__ import annotations

import sys
from pathlib import Path

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


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["check", *places]:
            sys.exit(check([Path(place) for place in places]))
        case _:
            sys.exit("usage: python -m training check [FILE…]")
