"""From text to names and claims: the spaCy tokenizer, phrase and token rules, and frames kept as data per language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from binatgraph.language.lexicon import LANGUAGES

if TYPE_CHECKING:
    from binatgraph.model import Analysis, Concept, Document, RegisterName

__all__ = ["LANGUAGES", "Extractor", "extractor"]

Extractor = Callable[["Document"], "Analysis"]


def extractor(
    *, names: Iterable[RegisterName] = (), roles: Iterable[Concept] = (), sectors: Iterable[Concept] = ()
) -> Extractor:
    """The built-in extractor: a function from a document to its analysis.

    This is the seam of the entry-point group "binatgraph.extractors": another package may offer a function that takes
    the same three arguments (the names of the register, the roles and the sectors, as data) and gives such a function back.
    """
    from binatgraph.language.analysis import analyse, load_rules  # noqa: PLC0415  (spaCy takes a second to import)

    rules = load_rules(names=names, roles=roles, sectors=sectors)
    return lambda document: analyse(document, rules=rules)
