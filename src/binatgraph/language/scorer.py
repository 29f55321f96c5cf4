"""The learned scorer: how likely it is that a document says a relation of two actors, from all that is seen in the pair.

One logistic regression a relation and direction over the features of `features`, trained on the annotated corpus in
`training/`; both languages share it, because most features are of no language. Its probabilities are the confidence of claims.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import srsly

from binatgraph.errors import LanguageError
from binatgraph.model import Kind, Predicate
from binatgraph.vocabulary import RELATIONS

WEIGHTS = "scorer.bgw"
_SURE = 30.0
"""Beyond it the logistic function is 0 in single precision, and the exponential overflows."""

Numbers = np.ndarray[Any, np.dtype[np.float32]]


class Head(NamedTuple):
    """What is scored: a relation, and whether its subject stands first; a symmetric one is scored in one direction."""

    predicate: Predicate
    forward: bool


HEADS: tuple[Head, ...] = tuple(
    Head(predicate, forward)
    for predicate in Predicate
    for forward in (True, False)
    if forward or not predicate.symmetric
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """Weights by feature and head; `version` changes with them, so that what was read with others is read again.

    `calibration` is the slope and the shift of log-odds that make them those of documents in which names were found and not
    given (Platt, 1999).
    """

    version: str
    calibration: tuple[float, float] = (1.0, 0.0)
    numbers: Mapping[str, int] = field(repr=False)
    weights: Numbers = field(repr=False)
    bias: Numbers = field(repr=False)

    def probabilities(self, features: Iterable[str]) -> Numbers:
        """How likely each head of `HEADS` is; features that were never seen say nothing."""
        number_of = self.numbers.get
        known = [number for feature in features if (number := number_of(feature)) is not None]
        slope, shift = self.calibration
        total = slope * (np.add.reduce(self.weights.take(known, axis=0), axis=0) + self.bias) + shift
        return np.asarray(1 / (1 + np.exp(np.minimum(-total, _SURE))), dtype=np.float32)


@cache
def legal(first: Kind, second: Kind) -> tuple[int, ...]:
    """The numbers of the heads that may join two kinds.

    >>> sorted({HEADS[number].predicate.value for number in legal(Kind.PERSON, Kind.OFFICIAL)})
    ['appointed', 'metWith']
    """
    return tuple(number for number, head in enumerate(HEADS) if _joins(head, first.top, second.top))


def _joins(head: Head, first: Kind, second: Kind) -> bool:
    relation = RELATIONS[head.predicate]
    subject, obj = (first, second) if head.forward else (second, first)
    return subject in relation.subject and obj in relation.object


def pack(scorer: Scorer) -> bytes:
    """A scorer as the bytes of its file: numbers of two bytes, packed."""
    said = {
        "version": scorer.version,
        "calibration": list(scorer.calibration),
        "heads": _named_heads(),
        "features": "\n".join(scorer.numbers),
        "weights": scorer.weights.astype("float16"),
        "bias": scorer.bias.astype("float16"),
    }
    return lzma.compress(srsly.msgpack_dumps(said))


def _named_heads() -> list[list[object]]:
    return [[head.predicate.value, head.forward] for head in HEADS]


def unpack(data: bytes) -> Scorer:
    """The scorer in the bytes of its file.

    Raises
    ------
    LanguageError
        If it was trained for other relations than there are, so that its columns would be read as something else.
    """
    said = srsly.msgpack_loads(lzma.decompress(data))
    if said["heads"] != _named_heads():
        raise LanguageError(f"{WEIGHTS} was trained for other relations; install binatgraph again, or train the scorer")
    return Scorer(
        version=said["version"],
        calibration=tuple(said["calibration"]),
        numbers={feature: number for number, feature in enumerate(said["features"].split("\n"))},
        weights=said["weights"].astype("float32"),
        bias=said["bias"].astype("float32"),
    )


@cache
def load_scorer() -> Scorer | None:
    """The scorer that is installed; none if there is none: then only what frames give is claimed."""
    place = files("binatgraph.language") / WEIGHTS
    return unpack(place.read_bytes()) if place.is_file() else None
