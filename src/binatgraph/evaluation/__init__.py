"""How good extraction is: annotated documents against what `extract` says of them."""

from __future__ import annotations

from binatgraph.evaluation.matching import Error
from binatgraph.evaluation.scores import Ratio, Scores, score

__all__ = ["Error", "Ratio", "Scores", "score"]
