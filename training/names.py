"""What teaches the names of a language, what chooses the best epoch, and what is held out."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from training.corpus import Annotated
from training.lines import Line, lines, read_marked, tagged
from training.swaps import given_names, pool, swapped
from training.treebanks import TREEBANKS, Part, Source, always, ancora_a, ancora_b, sentences
from training.variants import variants

OWN_WEIGHT = 4
"""How often a line of our own is shown in an epoch: once as it is, else with other names in it."""
PATTERNS = Path(__file__).parent / "patterns"
"""Lines for what is rare in our documents: two places joined by a hyphen, headlines in capitals, datelines, addresses."""
OWN_DEV = "5"
"""Documents of our own corpus whose number ends so choose the best epoch and are never learned from: three in 25."""


def sixth(_document: int, sentence: int) -> Part:
    """Every sixth sentence is held out."""
    return "test" if sentence % 6 == 0 else "train"


GENERAL: dict[str, tuple[Source, ...]] = {
    "en": (
        Source(name="en_gum_train", split=always("train")),
        Source(name="en_ewt_dev", split=always("train")),
        Source(name="en_pud", split=always("train")),
        Source(name="en_wikigold", split=sixth),
        Source(name="en_crossner_politics_train", split=always("train")),
        Source(name="en_crossner_politics_dev", split=always("train")),
        Source(name="en_crossner_politics_test", split=always("train")),
        Source(name="en_gum_dev", split=always("dev")),
        Source(name="en_ewt_test", split=always("test")),
        Source(name="en_gum_test", split=always("test")),
    ),
    "es": (
        Source(name="es_ancora_a", split=ancora_a),
        Source(name="es_ancora_b", split=ancora_b),
        Source(name="es_pud_projected", split=always("train")),
    ),
}
"""Files of general names. What is held out of PUD is held out here too, by the ids of its sentences."""


def held_out(data: Path, *, language: str) -> frozenset[str]:
    """The ids of the sentences of PUD whose trees are held out."""
    pud = next(source for source in TREEBANKS[language] if source.name.endswith("_pud"))
    return frozenset(one.id for one in sentences(data, pud, language=language, part="test"))


def general(data: Path, source: Source, *, language: str, part: Part) -> list[Line]:
    """The sentences of one part of a file of general names."""
    pud = held_out(data, language=language) if "_pud" in source.name else frozenset()
    found, document, last = [], -1, None
    with lzma.open(data / "ner" / f"{source.name}.jsonl.xz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, rows)):
            if row["doc"] != last:
                document, last = document + 1, row["doc"]
            if ("test" if row["id"] in pud else source.split(document, number)) == part:
                found.append(tagged(row))
    return found


def own(documents: Iterable[Annotated], *, part: Part) -> list[Annotated]:
    """The documents of our own corpus that teach, or those that choose the epoch."""
    return [one for one in documents if one.id.endswith(OWN_DEV) == (part == "dev")]


def spread(documents: Sequence[Annotated], number: int) -> list[Annotated]:
    """So many of some documents, spread over them and so over their genres."""
    return [documents[at * len(documents) // number] for at in range(number)]


def taught(data: Path, documents: Sequence[Annotated], *, language: str) -> list[Line]:
    """All lines that teach: general sentences, domain sentences, our own lines and their variants."""
    found = [one for source in GENERAL[language] for one in general(data, source, language=language, part="train")]
    found += read_marked(data / "domain" / f"{language}_synth.txt")
    ours = lines(own(documents, part="train"))
    domain = read_marked(data / "domain" / f"{language}.txt")
    patterns = read_marked(PATTERNS / f"{language}.txt") if ours else []
    return found + list(variants([*domain, *copies([*domain, *ours, *patterns], language=language)]))


def copies(ours: Sequence[Line], *, language: str) -> list[Line]:
    """Our lines as they are, and as often as they count more with other names in them."""
    names = pool(ours, language=language, given=given_names(language))
    exchanged = [
        swapped(line, names, seed=f"{copy}-{number}")
        for copy in range(1, OWN_WEIGHT)
        for number, line in enumerate(ours)
    ]
    return [*ours, *exchanged]


def chosen_by(data: Path, documents: Sequence[Annotated], *, language: str) -> list[Line]:
    """The lines that choose the best epoch: our own documents that are held out, and general news."""
    found = [one for source in GENERAL[language] for one in general(data, source, language=language, part="dev")]
    return lines(own(documents, part="dev")) + found


def doc(line: Line, *, nlp: Language) -> Doc:
    """A line as what spaCy learns from; the tokens of a name that ends inside a token say nothing, if no other name has them."""
    made = nlp.make_doc(line.text)
    names: list[Span] = []
    unclear: list[Span] = []
    for start, end, label in line.tops:
        whole = made.char_span(start, end, label=label)
        around = made.char_span(start, end, alignment_mode="expand")
        if whole is not None:
            names.append(whole)
        elif around is not None:
            unclear.append(around)
    taken = {token.i for span in names for token in span}
    open_ = [made[at : at + 1] for at in sorted({token.i for span in unclear for token in span} - taken)]
    made.set_ents(names, missing=open_, default="outside")
    return made


def docs(found: Iterable[Line], *, nlp: Language) -> list[Doc]:
    """The lines as what spaCy learns from."""
    return [doc(line, nlp=nlp) for line in found]
