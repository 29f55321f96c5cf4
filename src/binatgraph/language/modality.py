"""How a clause puts what it says: asserted, reported, planned, hedged or denied."""

from __future__ import annotations

import re

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.skeleton import SLOT
from binatgraph.model import Modality

_ORDER = (Modality.DENIED, Modality.HEDGED, Modality.PLANNED, Modality.REPORTED)
"""The first that a clause shows counts: "said that it will not join" is a denial."""
_NAME, _OTHER = "•", "◦"
"""A name of the claim or between its two, and one before or behind them."""
_BOUNDARIES = (";", ":", ". ", "“", "(", "\n")
_BY_THE_WAY = re.compile(r"[\s,(’'s-]*(?:[A-ZÁÉÍÓÚÑ][\w.-]*\s+)*|\s*(?:\([^)]*\)\s*)?[,(][^,.;:]{0,60}")
"""Between two names of which one explains the other ("Loreto, Baja California", "Ruiz, mayor of …", "Texas Sheriff Reed"): said by
the way, whatever the clause around them says."""
_BEFORE, _BEHIND = 80, 120
"""Characters around a clause that may say how it is put ("officials denied reports that …"); farther words are of other clauses."""


def modality(clause: str, *, lexicon: Lexicon, before: str = "", behind: str = "") -> Modality:
    """The modality of a clause of a skeleton, from its first name to its second.

    `before` and `behind` are the words around it in its part of the sentence: "denied that", "…, if the council agrees".

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> modality("the council will join the forum", lexicon=load_lexicon("en"))
    <Modality.PLANNED: 'Planned'>
    """
    clause, before, behind = SLOT.sub(_NAME, clause), SLOT.sub(_OTHER, before), SLOT.sub(_OTHER, behind)
    own = lexicon.modality["aside"].sub(",", clause)
    turns = list(lexicon.modality["turn"].finditer(own))
    own = own[turns[-1].end() :] if turns else own
    whole = before + clause
    for how in _ORDER:
        key = how.value.lower()
        if lexicon.modality[key].search(own) or lexicon.modality[f"{key}_behind"].search(behind):
            return how
        if any(match.start() < len(before) for match in lexicon.modality[f"{key}_before"].finditer(whole)):
            return how
    return Modality.ASSERTED


def modality_between(before: str, between: str, after: str, *, lexicon: Lexicon) -> Modality:
    """How a sentence puts what it says of two names: `before`, `between` and `after` are its words around them.

    For pairs of names that no frame joins. Only the part of the sentence in which the names stand is looked at, but an "if" at
    its beginning and a question mark at its end count for all of it.

    >>> from binatgraph.language.lexicon import load_lexicon
    >>> modality_between("The bank urged ", " to sign the ", ".", lexicon=load_lexicon("en"))
    <Modality.HEDGED: 'Hedged'>
    """
    if _BY_THE_WAY.fullmatch(between):
        before = after = ""
    part = before[max((before.rfind(mark) + len(mark) for mark in _BOUNDARIES if mark in before), default=0) :]
    end = min((at for mark in _BOUNDARIES if (at := after.find(mark)) >= 0), default=len(after))
    question = "?" if after.rstrip('”"»’) \n').endswith("?") else ""
    return modality(
        f"{_NAME}{between}{_NAME}", before=part[-_BEFORE:], behind=after[:end][:_BEHIND] + question, lexicon=lexicon
    )
