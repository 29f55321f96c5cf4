"""The names of a document in their sentences: found, typed by what stands around them, and grouped into actors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from binatgraph.language.candidates import candidates
from binatgraph.language.coreference import Group, Naming, groups
from binatgraph.language.frames import apply
from binatgraph.language.layout import BlockKind
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.merging import merged, without_honoured
from binatgraph.language.phrases import NOTHING_KNOWN, Phrases, index, known_at
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Knowledge, Scene, build
from binatgraph.language.scenes import scenes
from binatgraph.language.tables import named_by_headings
from binatgraph.language.tokens import Token
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
    first = [_found(scene, told=NOTHING_KNOWN, rules=rules) for scene in scenes(document, rules=rules)]
    told = index(_told(groups(list(_namings(first, document, lexicon=rules.lexicon)), lexicon=rules.lexicon)))
    numbered = tuple(
        _numbered(_found(scene, told=told, rules=rules) if _is_news(scene, told) else scene for scene in first)
    )
    namings = tuple(_namings(numbered, document, lexicon=rules.lexicon))
    found = tuple(groups(namings, lexicon=rules.lexicon))
    group_of = {name: number for number, group in enumerate(found) for name in group.names}
    return Cast(scenes=numbered, namings=namings, groups=found, group_of=group_of)


def certain(cast: Cast, *, titled: Collection[int]) -> Cast:
    """A cast without persons of one word whom no fuller name and no title (`titled`, by group) shows to be persons.

    Such a word was taken for a person by its place in one sentence; it is a town, a company or a team as often.
    """
    doubtful = {
        number
        for number, group in enumerate(cast.groups)
        if group.kind.top is Kind.PERSON and " " not in group.name and number not in titled
    }
    return replace(cast, group_of={name: group for name, group in cast.group_of.items() if group not in doubtful})


def supported(cast: Cast, *, claimed: Collection[int]) -> Cast:
    """A cast without actors that a pipeline alone sees, once, and of which nothing is `claimed` (names, by number).

    In bulletins and news nine in ten of them are no actors: buildings, products, headings; of those with a claim most are.
    """
    told = {cast.group_of[name] for name in claimed if name in cast.group_of}
    lonely = {
        number
        for number, group in enumerate(cast.groups)
        if number not in told and len(group.names) == 1 and cast.namings[group.names[0]].doubtful
    }
    return replace(cast, group_of={name: group for name, group in cast.group_of.items() if group not in lonely})


def _found(scene: Scene, *, told: Phrases, rules: Rules) -> Scene:
    """A scene with its names; a frame that says of what kind an unknown name is types it ("…, director of X")."""
    sentence, lexicon = scene.sentence, rules.lexicon
    headline = scene.block.kind in _HEADINGS
    names = candidates(sentence, lexicon=lexicon, register=rules.register, document=told, headline=headline)
    if scene.seen and not headline:
        names = merged(names, scene.seen, sentence, lexicon=lexicon)
    names = without_honoured(names, sentence, lexicon=lexicon)
    if scene.headings:
        names = named_by_headings(sentence, names, scene.headings, lexicon=lexicon)
    scene = replace(scene, names=names)
    kinds = {number: name.kind for number, name in enumerate(names.names)}
    if None not in kinds.values():
        return scene
    skeleton = build(scene, Knowledge(kinds=kinds), lexicon=lexicon)
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


def _numbered(found: Iterable[Scene]) -> Iterator[Scene]:
    first = 0
    for scene in found:
        yield replace(scene, first=first)
        first += len(scene.names.names)


def _namings(found: Iterable[Scene], document: Document, *, lexicon: Lexicon) -> Iterator[Naming]:
    """The names of some scenes as coreference sees them."""
    first = 0
    for scene in found:
        for number, name in enumerate(scene.names.names):
            start, end = scene.sentence[name.start].start, scene.sentence[name.end - 1].end
            yield Naming(
                text=" ".join(document.text[start:end].split()),
                start=start,
                end=end,
                kind=name.kind,
                known=name.known,
                beside=first + number - 1 if _is_defined(scene, number, lexicon=lexicon) else None,
                doubtful=name.doubtful,
            )
        first += len(scene.names.names)


def _is_defined(scene: Scene, number: int, *, lexicon: Lexicon) -> bool:
    """Whether a name is an acronym in brackets behind the name before: "… Commission (AMC)", "Comisión … (la CILA)".

    The brackets may say that it is one: "(AMC, por sus siglas en inglés)".
    """
    name, sentence = scene.names.names[number], scene.sentence
    if number == 0 or name.end != name.start + 1 or not sentence[name.start].shouted:
        return False
    opened = scene.names.names[number - 1].end
    return (
        name.start - opened in {1, 2}
        and sentence[opened].text == "("
        and name.end < len(sentence)
        and (sentence[name.end].text == ")" or _says_acronym(sentence[name.end :], lexicon=lexicon))
    )


def _says_acronym(rest: Sequence[Token], *, lexicon: Lexicon) -> bool:
    inside = takewhile(lambda token: token.text not in {"(", ")"}, rest)
    return any(token.folded in lexicon.words["acronym"] for token in inside)
