"""From text to names and claims: the spaCy tokenizer, phrase and token rules, and frames kept as data per language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from binatgraph.language.lexicon import LANGUAGES

if TYPE_CHECKING:
    from binatgraph.model import Analysis, Concept, Document, RegisterName

__all__ = ["LANGUAGES", "Extractor", "rules", "trained", "trained_parts"]

Extractor = Callable[["Document"], "Analysis"]


def trained(
    *,
    names: Iterable[RegisterName] = (),
    roles: Iterable[Concept] = (),
    sectors: Iterable[Concept] = (),
    pipelines: Mapping[str, str] | None = None,
) -> Extractor:
    """The usual extractor: rules, with the trained pipelines and the scorer as far as they are installed.

    This is the seam of the entry-point group "binatgraph.extractors": another package may offer a function that takes
    the same arguments (the names of the register, the roles and the sectors, as data, and the spaCy pipelines that the
    settings name for a language) and gives such a function back: from a document to its analysis.
    """
    from binatgraph.language.analysis import analyse, load_rules  # noqa: PLC0415  (spaCy takes a second to import)
    from binatgraph.language.pipelines import load_pipelines  # noqa: PLC0415
    from binatgraph.language.scorer import load_scorer  # noqa: PLC0415

    own = load_rules(
        names=names, roles=roles, sectors=sectors, pipelines=load_pipelines(pipelines or {}), scorer=load_scorer()
    )
    return lambda document: analyse(document, rules=own)


def rules(
    *,
    names: Iterable[RegisterName] = (),
    roles: Iterable[Concept] = (),
    sectors: Iterable[Concept] = (),
    pipelines: Mapping[str, str] | None = None,  # noqa: ARG001  (the seam's arguments)
) -> Extractor:
    """The extractor of rules alone: it finds three relations where the usual one finds four, each explained by a frame one can read."""
    from binatgraph.language.analysis import analyse, load_rules  # noqa: PLC0415  (spaCy takes a second to import)

    own = load_rules(names=names, roles=roles, sectors=sectors)
    return lambda document: analyse(document, rules=own)


def trained_parts(pipelines: Mapping[str, str]) -> dict[str, str]:
    """The versions of what is trained and installed: pipelines by language, and the scorer; what is missing is not in it."""
    from binatgraph.language.pipelines import load_pipelines  # noqa: PLC0415  (spaCy takes a second to import)
    from binatgraph.language.scorer import load_scorer  # noqa: PLC0415

    found = {language: pipeline.version for language, pipeline in load_pipelines(pipelines).items()}
    scorer = load_scorer()
    return found | ({"scorer": scorer.version} if scorer else {})
