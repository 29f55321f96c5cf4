"""How a clause puts what it says: asserted, reported, planned, hedged or denied."""

from __future__ import annotations

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.skeleton import SLOT
from binatgraph.model import Modality

_ORDER = (Modality.DENIED, Modality.HEDGED, Modality.PLANNED, Modality.REPORTED)
"""The first that a clause shows counts: "said that it will not join" is a denial."""


def modality(clause: str, *, lexicon: Lexicon) -> Modality:
    """The modality of a clause of a skeleton.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> modality("the council will join the forum", lexicon=load_lexicon("en"))
    <Modality.PLANNED: 'Planned'>
    """
    words = SLOT.sub("•", clause)
    return next((m for m in _ORDER if lexicon.modality[m.value.lower()].search(words)), Modality.ASSERTED)
