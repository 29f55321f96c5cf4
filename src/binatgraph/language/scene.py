"""A sentence of a document with what was found in it, and the skeleton that frames are matched against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from binatgraph.language.layout import Block
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.skeleton import DEMONYM, TITLE, TITLES, Skeleton, Slot, slot_of, write
from binatgraph.language.syntax import Syntax
from binatgraph.language.tables import Headings
from binatgraph.language.tokens import Sentence
from binatgraph.language.view import NO_NAMES, Candidate, Names
from binatgraph.model import Kind
from binatgraph.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with what was found in it; `first` is the number of its first name in the document.

    A row of a table is one sentence, with the headings of the table where they say what stands in its columns. `seen` are the
    names that a pipeline sees, `syntax` is the tree of the sentence; both are empty without a pipeline.
    """

    sentence: Sentence
    block: Block
    names: Names = NO_NAMES
    first: int = 0
    headings: Headings = ()
    seen: tuple[Candidate, ...] = ()
    syntax: Syntax = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What a skeleton needs to know of the names in it.

    `kinds` by number of the name; `countries`: the name of a place by the folded name that demonyms are about; `nominals`:
    the name that a common noun stands for, by the noun's token.
    """

    kinds: Mapping[int, Kind | None]
    countries: Mapping[str, int] = field(default_factory=dict)
    nominals: Mapping[int, int] = field(default_factory=dict)


def build(scene: Scene, knowledge: Knowledge, *, lexicon: Lexicon) -> Skeleton:
    """The skeleton of a scene."""
    sentence = scene.sentence
    slots: dict[int, tuple[int, Slot]] = {}
    for at, token in enumerate(sentence):
        if (place := lexicon.demonyms.get(token.folded)) is not None:
            country = knowledge.countries.get(fold(place))
            slots[at] = at + 1, Slot(letters=DEMONYM, names=() if country is None else (country,))
    for at, number in knowledge.nominals.items():
        slots.setdefault(at, (at + 1, slot_of(knowledge.kinds.get(number), number)))
    for title in scene.names.titles:
        holder = knowledge.nominals.get(title.start)
        own = Slot(letters=TITLES if title.plural else TITLE, text=words(sentence, title.start, title.end))
        slots[title.start] = title.end, own if holder is None else slot_of(knowledge.kinds.get(holder), holder)
    for number, name in enumerate(scene.names.names, scene.first):
        slots[name.start] = name.end, slot_of(knowledge.kinds.get(number), number)
    return write(sentence, slots)


def words(sentence: Sentence, start: int, end: int) -> str:
    """The words of some tokens, with one space where the document has white space."""
    text = sentence[start].text
    for before, token in zip(sentence[start : end - 1], sentence[start + 1 : end], strict=True):
        text += (" " if token.start > before.end else "") + token.text
    return text
