"""The scorer is trained: one logistic regression a head, all at once, with a small penalty on large weights (L2).

The optimiser is L-BFGS (Liu and Nocedal, 1989) as SciPy has it, from zero: the same examples give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from binatgraph.language.scorer import HEADS, Scorer
from training.pairs import Example

PENALTY = 1.0
"""0.3, 1 and 3 differ by less than a point of F1 in cross-validation; larger ones cost recall, smaller ones precision."""
FEWEST = 2
"""A feature that one pair alone has teaches that pair by heart."""
ITERATIONS = 120
SMALLEST = 0.02
"""A feature whose weights are all nearer to nothing is left out: one such weight moves a probability by half a hundredth at most."""

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """The features in order, their weights by head, and the bias of each head."""

    features: tuple[str, ...]
    weights: Array
    bias: Array

    def scorer(self) -> Scorer:
        """The scorer as it is used."""
        return Scorer(
            version=self.version(),
            numbers={feature: number for number, feature in enumerate(self.features)},
            weights=self.weights.astype("float16").astype("float32"),
            bias=self.bias.astype("float16").astype("float32"),
        )

    def version(self) -> str:
        """A hash of what was learned."""
        return sha256("\n".join(self.features).encode() + self.weights.astype("float16").tobytes()).hexdigest()[:16]


def train(examples: Sequence[Example], *, penalty: float = PENALTY) -> Trained:
    """Learn from some examples."""
    counts = Counter(feature for one in examples for feature in one.features)
    features = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    numbers = {feature: number for number, feature in enumerate(features)}
    weights, bias = _fit(matrix((one.features for one in examples), numbers), *_targets(examples), penalty=penalty)
    kept = np.abs(weights).max(axis=1) >= SMALLEST
    return Trained(
        features=tuple(feature for feature, keep in zip(features, kept, strict=True) if keep),
        weights=weights[kept],
        bias=bias,
    )


def matrix(rows: Iterable[Iterable[str]], numbers: dict[str, int]) -> Any:
    """A sparse matrix of which features each row has."""
    ends, columns = [0], []
    for row in rows:
        columns += [number for feature in row if (number := numbers.get(feature)) is not None]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(ends) - 1, len(numbers)))


def _targets(examples: Sequence[Example]) -> tuple[Array, Array]:
    """What each head should say, and where it counts: not where a pair cannot be joined so, nor where nobody knows."""
    heads = range(len(HEADS))
    said = np.array([[head in one.said for head in heads] for one in examples], dtype=float)
    counts = np.array([[head in one.legal and head not in one.open for head in heads] for one in examples], dtype=float)
    return said, counts


def _fit(seen: Any, said: Array, counts: Array, *, penalty: float) -> tuple[Array, Array]:
    rows, heads = seen.shape[1], said.shape[1]
    turned = seen.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        weights, bias = flat[: rows * heads].reshape(rows, heads), flat[rows * heads :]
        sums = seen @ weights + bias
        wrong = counts * (np.logaddexp(0, sums) - said * sums)
        slope = counts * (1 / (1 + np.exp(-np.clip(sums, -30, 30))) - said)
        steps = (turned @ slope + penalty * weights).ravel()
        return float(wrong.sum() + penalty / 2 * (weights**2).sum()), np.concatenate([steps, slope.sum(axis=0)])

    found = minimize(loss, np.zeros((rows + 1) * heads), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    return found[: rows * heads].reshape(rows, heads), found[rows * heads :]
