"""What can be checked in the corpus by machine: lengths, unmarked names, repeated frames, spread, overlap with other texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from training.corpus import LETTER, TOP, Annotated

WORDS = (55, 230)
"""A document has 60 to 200 words, give or take."""
MOST_DOCUMENTS_A_FRAME = 3
RUN = 8
"""A run of so many words that stands elsewhere too was copied."""
_WORD = re.compile(r"\w+")


def frame(document: Annotated, span: tuple[int, int]) -> str:
    """A sentence with its names replaced by their kinds and its numbers by one sign: what two sentences of one template share."""
    start, end = span
    parts, done = [], start
    for name in document.names:
        if start <= name.start < end:
            parts += [document.text[done : name.start], f"⟨{LETTER[TOP[document.kinds[name.entity]]]}⟩"]
            done = name.end
    parts.append(document.text[done:end])
    return re.sub(r"\d+", "0", " ".join("".join(parts).split())).casefold()


def frames(documents: Iterable[Annotated]) -> dict[str, set[str]]:
    """The documents in which each frame stands; a bare name or two in a list is no frame."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for span in document.sentences:
            shape = frame(document, span)
            if len(re.findall(r"(?<!⟨)\b\w+", shape)) > RUN // 2:
                found[shape].add(document.id)
    return dict(found)


def faults(documents: Sequence[Annotated]) -> Iterator[str]:
    """What is wrong, a line each."""
    for identity, count in Counter(one.id for one in documents).items():
        if count > 1:
            yield f"{identity}: the id stands {count} times"
    for document in documents:
        yield from _faults(document)
    for shape, where in frames(documents).items():
        if len(where) > MOST_DOCUMENTS_A_FRAME:
            yield f"{', '.join(sorted(where)[:4])} …: {len(where)} documents share the frame {shape!r}"


def _faults(document: Annotated) -> Iterator[str]:
    words = len(_WORD.findall(document.text))
    if not WORDS[0] <= words <= WORDS[1]:
        yield f"{document.id}: {words} words; {WORDS[0]} to {WORDS[1]} are allowed"
    if not document.relations:
        yield f"{document.id}: no relation"
    for name, at in _unmarked(document):
        yield f"{document.id}: {name!r} stands unmarked at {document.text[max(0, at - 30) : at + len(name) + 20]!r}"
    for relation in document.relations:
        if relation.subject == relation.object:
            yield f"{document.id}: {relation.subject} {relation.predicate} itself"


def _unmarked(document: Annotated) -> Iterator[tuple[str, int]]:
    """Marked names of the document that also stand somewhere without a mark."""
    inside = {at for name in document.names for at in range(name.start, name.end)}
    for text in sorted({document.text[name.start : name.end] for name in document.names}):
        for match in re.finditer(rf"(?<![\w-]){re.escape(text)}(?![\w-])", document.text):
            if match.start() not in inside:
                yield text, match.start()


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words, folded."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def copied(documents: Iterable[Annotated], others: Iterable[str]) -> Iterator[str]:
    """Runs of eight words that stand in the texts of others too; a long name is nobody's words."""
    known = {run for text in others for run in runs(text)}
    for document in documents:
        for run in sorted(runs(_without_names(document)) & known):
            yield f"{document.id}: {' '.join(run)!r} stands in another text"


def _without_names(document: Annotated) -> str:
    text = document.text
    for name in reversed(document.names):
        text = f"{text[: name.start]} name{name.start} {text[name.end :]}"
    return text


def counts(documents: Sequence[Annotated]) -> dict[str, dict[str, int]]:
    """What is there: documents by genre, entities by kind, relations by predicate, distinct frames and openings."""
    shapes = frames(documents)
    entities = Counter(kind for one in documents for kind in one.kinds.values())
    predicates = Counter(relation.predicate for one in documents for relation in one.relations)
    vocabulary = {word.casefold() for one in documents for word in _WORD.findall(one.text)}
    bigrams = {pair for one in documents for pair in pairwise(_WORD.findall(one.text))}
    return {
        "genres": dict(sorted(Counter(one.genre for one in documents).items())),
        "entities": dict(entities.most_common()),
        "relations": dict(predicates.most_common()),
        "spread": {
            "documents": len(documents),
            "words": sum(len(_WORD.findall(one.text)) for one in documents),
            "names": sum(len(one.names) for one in documents),
            "distinct frames": len(shapes),
            "distinct words": len(vocabulary),
            "distinct pairs of words": len(bigrams),
        },
    }
