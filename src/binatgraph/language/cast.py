"""The names of a document in their sentences: found, typed by what stands around them, and grouped into actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from binatgraph.language.candidates import candidates
from binatgraph.language.coreference import Group, Naming, groups
from binatgraph.language.frames import apply
from binatgraph.language.layout import Block, BlockKind, blocks
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.phrases import NOTHING_KNOWN, Phrases, index, known_at
from binatgraph.language.rules import Rules
from binatgraph.language.scene import Knowledge, Scene, build
from binatgraph.language.tokens import Sentence, sentences
from binatgraph.language.view import Names
from binatgraph.model import Document, Kind, RegisterName
from binatgraph.names import surname_forms

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The scenes of a document and who plays in them: names in order, the actors they are grouped into, who is who."""

    scenes: tuple[Scene, ...]
    namings: tuple[Naming, ...]
    groups: tuple[Group, ...]
    group_of: Mapping[int, int]


def cast(document: Document, *, rules: Rules) -> Cast:
    """The names of a document, typed and grouped, in two passes.

    The second looks again where the first has told something new of a sentence: what kind a name has, where it ends, or
    which names stand in a headline in Title Case or capitals, in which only known names count.
    """
    parts = _sentences(document, lexicon=rules.lexicon)
    scenes = [_found(sentence, block, told=NOTHING_KNOWN, rules=rules) for sentence, block in parts]
    told = index(_told(groups(list(_namings(scenes, document)), lexicon=rules.lexicon)))
    scenes = [_found(s.sentence, s.block, told=told, rules=rules) if _is_news(s, told) else s for s in scenes]
    numbered = tuple(_numbered(scenes))
    namings = tuple(_namings(numbered, document))
    found = tuple(groups(namings, lexicon=rules.lexicon))
    group_of = {name: number for number, group in enumerate(found) for name in group.names}
    return Cast(scenes=numbered, namings=namings, groups=found, group_of=group_of)


def _sentences(document: Document, *, lexicon: Lexicon) -> Iterator[tuple[Sentence, Block]]:
    for block in blocks(document.text, lexicon=lexicon):
        if block.kind is not BlockKind.FURNITURE:
            text = document.text[block.start : block.end]
            for sentence in sentences(text, offset=block.start, language=lexicon.language):
                yield sentence, block


def _found(sentence: Sentence, block: Block, *, told: Phrases, rules: Rules) -> Scene:
    """A sentence with its names; a frame that says of what kind an unknown name is types it ("…, director of X")."""
    names = candidates(
        sentence, lexicon=rules.lexicon, register=rules.register, document=told, headline=block.kind in _HEADINGS
    )
    scene = Scene(sentence=sentence, block=block, names=names)
    if all(name.kind is not None for name in names.names):
        return scene
    kinds = {number: name.kind for number, name in enumerate(names.names)}
    skeleton = build(scene, Knowledge(kinds=kinds), lexicon=rules.lexicon)
    for _ in apply(skeleton, frames=rules.frames, levels=rules.order):
        pass  # what frames give is read later, when all kinds are known
    typed = (name._replace(kind=kinds[n] or skeleton.types.get(n)) for n, name in enumerate(names.names))
    return replace(scene, names=Names(tuple(typed), names.titles))


def _told(found: Iterable[Group]) -> Iterator[RegisterName]:
    """What a document calls its actors: whole names, and the surnames of persons."""
    for group in found:
        yield RegisterName(text=group.name, kind=group.kind)
        if group.kind.top is Kind.PERSON:
            for form in sorted(surname_forms(group.name)):
                yield RegisterName(text=form, kind=group.kind)


def _is_news(scene: Scene, told: Phrases) -> bool:
    """Whether a name that the document has told stands in a sentence where it was not found, or not with this kind."""
    found = {(name.start, name.end, name.kind) for name in scene.names.names}
    behind = 0
    for start in range(len(scene.sentence)):
        match = known_at(scene.sentence, start, phrases=told) if start >= behind else None
        if match is not None:
            behind, kind = match
            if (start, behind, kind) not in found:
                return True
    return False


def _numbered(scenes: Iterable[Scene]) -> Iterator[Scene]:
    first = 0
    for scene in scenes:
        yield replace(scene, first=first)
        first += len(scene.names.names)


def _namings(scenes: Iterable[Scene], document: Document) -> Iterator[Naming]:
    """The names of some scenes as coreference sees them."""
    first = 0
    for scene in scenes:
        for number, name in enumerate(scene.names.names):
            start, end = scene.sentence[name.start].start, scene.sentence[name.end - 1].end
            yield Naming(
                text=" ".join(document.text[start:end].split()),
                start=start,
                end=end,
                kind=name.kind,
                known=name.known,
                beside=first + number - 1 if _is_defined(scene, number) else None,
            )
        first += len(scene.names.names)


def _is_defined(scene: Scene, number: int) -> bool:
    """Whether a name is an acronym in brackets behind the name before: "… Commission (AMC)", "Comisión … (la CILA)"."""
    name, sentence = scene.names.names[number], scene.sentence
    if number == 0 or name.end != name.start + 1 or not sentence[name.start].shouted:
        return False
    opened = scene.names.names[number - 1].end
    return (
        name.start - opened in {1, 2}
        and sentence[opened].text == "("
        and name.end < len(sentence)
        and sentence[name.end].text == ")"
    )
