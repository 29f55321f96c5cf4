"""What the rules of one language need, made once and used for every document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from binatgraph.language.frames import Frames, compile_frames
from binatgraph.language.lexicon import LANGUAGES, Lexicon, load_lexicon
from binatgraph.language.offices import role_labels
from binatgraph.language.phrases import Phrases, index
from binatgraph.language.pipelines import Pipeline
from binatgraph.language.scorer import Scorer
from binatgraph.language.sector_labels import SectorLabels, sector_labels
from binatgraph.language.speech import Speech, compile_speech, introductions
from binatgraph.model import Concept, RegisterName


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The data of a language, the names known beforehand, and the roles and sectors by their labels."""

    lexicon: Lexicon
    register: Phrases
    frames: Frames
    speech: Speech
    roles: Mapping[str, Sequence[Concept]]
    sectors: SectorLabels = field(default_factory=SectorLabels)
    pipeline: Pipeline | None = None
    scorer: Scorer | None = None

    @property
    def order(self) -> Sequence[str]:
        """The levels of frames as they run."""
        order: list[str] = self.lexicon.frames["order"]
        return order


def load_rules(
    *,
    names: Iterable[RegisterName] = (),
    roles: Iterable[Concept] = (),
    sectors: Iterable[Concept] = (),
    pipelines: Mapping[str, Pipeline] | None = None,
    scorer: Scorer | None = None,
) -> dict[str, Rules]:
    """The rules of all languages, ready to run; the names of the register, the roles and the sectors are handed over as data.

    With the trained `pipelines` (by language) and the `scorer` they see more; without, they are rules alone.

    >>> sorted(load_rules())
    ['en', 'es']
    """
    register, labels, topics = index(names), role_labels(roles), sector_labels(sectors)
    rules = {}
    for language in LANGUAGES:
        lexicon = load_lexicon(language)
        frames = compile_frames(lexicon.frames, language=language, introductions=introductions(lexicon))
        rules[language] = Rules(
            lexicon=lexicon,
            register=register,
            frames=frames,
            speech=compile_speech(lexicon),
            roles=labels,
            sectors=topics,
            pipeline=(pipelines or {}).get(language),
            scorer=scorer,
        )
    return rules
