"""How a clause puts what it says: asserted, reported, planned, hedged or denied."""

from __future__ import annotations

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.skeleton import SLOT
from binatgraph.model import Modality

_ORDER = (Modality.DENIED, Modality.HEDGED, Modality.PLANNED, Modality.REPORTED)
"""The first that a clause shows counts: "said that it will not join" is a denial."""


_FROM_BEFORE = frozenset({Modality.DENIED, Modality.REPORTED})
"""They stand before what is said ("denied that …", "according to …"); a "will" before it belongs to another verb."""


def modality(clause: str, *, lexicon: Lexicon, before: str = "") -> Modality:
    """The modality of a clause of a skeleton; `before` are the words before it in its part of the sentence.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> modality("the council will join the forum", lexicon=load_lexicon("en"))
    <Modality.PLANNED: 'Planned'>
    """
    own, whole = SLOT.sub("•", clause), SLOT.sub("•", before + clause)
    for how in _ORDER:
        if lexicon.modality[how.value.lower()].search(whole if how in _FROM_BEFORE else own):
            return how
    return Modality.ASSERTED
