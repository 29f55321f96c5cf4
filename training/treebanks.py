"""Which treebanks teach the syntax of a language, which choose the best epoch, and which are held out."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from training.conllu import Sentence, Words, read

Part = Literal["train", "dev", "test"]
Split = Callable[[int, int], Part]
"""From the numbers of a document and a sentence in their file to the part it is in."""
SENTENCES_A_DOC = 3
"""The parser's oracle is quadratic in the length of a Doc: with eight sentences a Doc it has half the speed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of the data folder, without its ending; `weight` is how often each sentence is shown in an epoch."""

    name: str
    split: Split
    weight: int = 1


def always(part: Part) -> Split:
    """A file that is one part as a whole."""
    return lambda _document, _sentence: part


def fifth(_document: int, sentence: int) -> Part:
    """Every fifth run of five sentences is held out: PUD has no documents."""
    return "test" if sentence // 5 % 5 == 0 else "train"


def ancora_a(document: int, _sentence: int) -> Part:
    """One document in eight chooses the epoch."""
    return "dev" if document % 8 == 0 else "train"


def ancora_b(document: int, _sentence: int) -> Part:
    """Nine documents in twenty are held out."""
    return "test" if document % 20 < 9 else "train"  # noqa: PLR2004


def gsd_dev(_document: int, sentence: int) -> Part:
    """The first 1,250 of the 1,400 sentences teach."""
    return "train" if sentence < 1250 else "dev"  # noqa: PLR2004


TREEBANKS: dict[str, tuple[Source, ...]] = {
    "en": (
        Source(name="en_ewt_train", split=always("train")),
        Source(name="en_gum_train", split=always("train")),
        Source(name="en_pud", split=fifth, weight=2),
        Source(name="en_ewt_dev", split=always("dev")),
        Source(name="en_gum_dev", split=always("dev")),
        Source(name="en_ewt_test", split=always("test")),
        Source(name="en_gum_test", split=always("test")),
    ),
    "es": (
        Source(name="es_ancora_a", split=ancora_a),
        Source(name="es_ancora_b", split=ancora_b),
        Source(name="es_gsd_dev", split=gsd_dev),
        Source(name="es_pud", split=fifth, weight=2),
        Source(name="es_gsd_test", split=always("test")),
    ),
}
"""PUD (news and encyclopaedia) is nearest to what binatgraph reads, and small: it counts twice."""


def sentences(data: Path, source: Source, *, language: str, part: Part) -> list[Sentence]:
    """The sentences of one part of a file, without those that are no tree."""
    with lzma.open(data / "treebank" / f"{source.name}.conllu.xz", "rt", encoding="utf-8") as lines:
        merge = language == "es"
        return [one for one in _of_part(read(lines, merge=merge, subtypes=not merge), source, part) if one.whole]


def _of_part(found: Iterable[Sentence], source: Source, part: Part) -> Iterator[Sentence]:
    document, last = -1, None
    for number, one in enumerate(found):
        if one.document != last:
            document, last = document + 1, one.document
        if source.split(document, number) == part:
            yield one


def taught(data: Path, *, language: str, part: Part) -> list[Sequence[Words]]:
    """What a part has in all files of a language, a few sentences at a time, as often as it counts."""
    return [
        group
        for source in TREEBANKS[language]
        for group in grouped(sentences(data, source, language=language, part=part))
        for _ in range(source.weight if part == "train" else 1)
    ]


def grouped(found: Sequence[Sentence]) -> Iterator[Sequence[Words]]:
    """The words of the sentences, a few sentences at a time."""
    for at in range(0, len(found), SENTENCES_A_DOC):
        yield [one.words for one in found[at : at + SENTENCES_A_DOC]]
