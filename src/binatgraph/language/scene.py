"""The names of a document in their sentences: found, typed by what stands around them, and grouped into actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from binatgraph.language.candidates import Names, candidates
from binatgraph.language.coreference import Group, Naming, groups
from binatgraph.language.frames import Frame, apply
from binatgraph.language.layout import Block, BlockKind, blocks
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.phrases import Phrases, index
from binatgraph.language.skeleton import DEMONYM, LETTERS, TITLE, UNKNOWN, Skeleton, Slot
from binatgraph.language.tokens import Sentence, sentences
from binatgraph.model import Document, Kind, RegisterName
from binatgraph.names import fold, surname_forms

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_NEAR = 250
"""Code points; about two sentences."""
_ARTICLES_BEFORE_NOMINAL = frozenset({"the", "this", "that", "el", "la", "este", "esta", "dicho", "dicha", "del", "al"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with what was found in it; `first` is the number of its first name in the document."""

    sentence: Sentence
    block: Block
    names: Names
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The scenes of a document and who plays in them: names in order, the actors they are grouped into, who is who."""

    scenes: tuple[Scene, ...]
    namings: tuple[Naming, ...]
    groups: tuple[Group, ...]
    group_of: Mapping[int, int] = field(default_factory=dict)


def cast(
    document: Document,
    *,
    lexicon: Lexicon,
    phrases: Phrases,
    frames: Mapping[str, tuple[Frame, ...]],
    levels: Sequence[str],
) -> Cast:
    """The names of a document, typed and grouped.

    Headlines in Title Case and capitals come last: there, only names known from the body count.
    """
    parts = list(_sentences(document, lexicon=lexicon))
    found = {
        at: candidates(s, lexicon=lexicon, phrases=phrases, headline=b.kind in _HEADINGS)
        for at, (s, b) in enumerate(parts)
    }
    scenes = _scenes(parts, found)
    namings = _typed(scenes, document, lexicon=lexicon, frames=frames, levels=levels)
    body = _names_of(groups(namings))
    known = index(body, language=document.language)
    merged = _with(phrases, known)
    found = {
        at: candidates(s, lexicon=lexicon, phrases=merged, headline=b.kind in _HEADINGS)
        for at, (s, b) in enumerate(parts)
    }
    scenes = _scenes(parts, found)
    namings = _typed(scenes, document, lexicon=lexicon, frames=frames, levels=levels)
    found_groups = tuple(groups(namings))
    group_of = {name: number for number, group in enumerate(found_groups) for name in group.names}
    return Cast(scenes=tuple(scenes), namings=tuple(namings), groups=found_groups, group_of=group_of)


def _sentences(document: Document, *, lexicon: Lexicon) -> Iterator[tuple[Sentence, Block]]:
    for block in blocks(document.text, lexicon=lexicon):
        if block.kind is not BlockKind.FURNITURE:
            text = document.text[block.start : block.end]
            for sentence in sentences(text, offset=block.start, language=lexicon.language):
                yield sentence, block


def _scenes(parts: Sequence[tuple[Sentence, Block]], found: Mapping[int, Names]) -> list[Scene]:
    scenes: list[Scene] = []
    first = 0
    for at, (sentence, block) in enumerate(parts):
        scenes.append(Scene(sentence=sentence, block=block, names=found[at], first=first))
        first += len(found[at].names)
    return scenes


def _typed(
    scenes: Iterable[Scene],
    document: Document,
    *,
    lexicon: Lexicon,
    frames: Mapping[str, tuple[Frame, ...]],
    levels: Sequence[str],
) -> list[Naming]:
    """The names of all scenes; a frame that says of what kind an unknown name is types it ("…, director of X")."""
    namings: list[Naming] = []
    for scene in scenes:
        own = _namings(scene, document)
        kinds = {scene.first + i: n.kind for i, n in enumerate(own)}
        skeleton = build(scene, kinds=kinds, lexicon=lexicon)
        for _ in apply(skeleton, frames=frames, levels=levels):
            pass
        namings.extend(
            replace(n, kind=skeleton.types.get(scene.first + i)) if n.kind is None else n for i, n in enumerate(own)
        )
    return namings


def _namings(scene: Scene, document: Document) -> list[Naming]:
    found = []
    for number, name in enumerate(scene.names.names):
        start, end = scene.sentence[name.start].start, scene.sentence[name.end - 1].end
        before = scene.names.names[number - 1] if number else None
        bracket = before is not None and name.start == before.end + 1 and scene.sentence[before.end].text == "("
        possessed = before is not None and name.start == before.end + 2 and scene.sentence[name.start - 1].text == "("
        defines = (bracket or possessed) and name.end < len(scene.sentence) and scene.sentence[name.end].text == ")"
        is_acronym = defines and scene.sentence[name.start].shouted and name.end == name.start + 1
        found.append(
            Naming(
                text=" ".join(document.text[start:end].split()),
                start=start,
                end=end,
                kind=name.kind,
                known=name.known,
                beside=scene.first + number - 1 if is_acronym else None,
            )
        )
    return found


def _names_of(found: Iterable[Group]) -> list[RegisterName]:
    """What the body calls its actors: whole names, and the surnames of persons."""
    names = []
    for group in found:
        names.append(RegisterName(text=group.name, kind=group.kind))
        if group.kind.top is Kind.PERSON:
            names.extend(RegisterName(text=form, kind=group.kind) for form in sorted(surname_forms(group.name)))
    return names


def _with(phrases: Phrases, others: Phrases) -> Phrases:
    lengths = {word: phrases.lengths.get(word, ()) for word in others.lengths}
    joined = {word: tuple(sorted({*sizes, *others.lengths[word]}, reverse=True)) for word, sizes in lengths.items()}
    return replace(phrases, kinds={**others.kinds, **phrases.kinds}, lengths={**phrases.lengths, **joined})


def build(
    scene: Scene,
    *,
    kinds: Mapping[int, Kind | None],
    lexicon: Lexicon,
    countries: Mapping[str, int] | None = None,
    nominals: Mapping[int, int] | None = None,
) -> Skeleton:
    """The skeleton of a scene. `kinds` are the kinds of its names by number, `countries` the first name of the place that a
    demonym is about, `nominals` the name that a common noun (by token) stands for.
    """
    skeleton = Skeleton(text="", slots=[])
    starts = {name.start: (name.end, scene.first + number) for number, name in enumerate(scene.names.names)}
    title_starts = {title.start: title for title in scene.names.titles}
    parts: list[str] = []
    position, previous_end = 0, None
    while position < len(scene.sentence):
        token = scene.sentence[position]
        if previous_end is not None and token.start > previous_end:
            parts.append(" ")
        end = position + 1
        if position in starts:
            end, number = starts[position]
            kind = kinds.get(number)
            parts.append(skeleton.add(Slot(letters=LETTERS[kind] if kind else UNKNOWN, names=(number,))))
        elif position in title_starts:
            end = title_starts[position].end
            words = _text(scene.sentence, position, end)
            parts.append(skeleton.add(Slot(letters=TITLE, text=words)))
        elif token.folded in lexicon.demonyms:
            place = fold(lexicon.demonyms[token.folded])
            names = (countries[place],) if countries and place in countries else ()
            parts.append(skeleton.add(Slot(letters=DEMONYM, names=names)))
        elif nominals and position in nominals:
            number = nominals[position]
            kind = kinds.get(number)
            parts.append(skeleton.add(Slot(letters=LETTERS[kind] if kind else UNKNOWN, names=(number,))))
        else:
            parts.append(token.text)
        previous_end = scene.sentence[end - 1].end
        position = end
    skeleton.text = "".join(parts)
    return skeleton


def _text(sentence: Sentence, start: int, end: int) -> str:
    out = sentence[start].text
    for before, token in zip(sentence[start:end], sentence[start + 1 : end], strict=False):
        out += (" " if token.start > before.end else "") + token.text
    return out


def nominals(cast_: Cast, scene: Scene, *, lexicon: Lexicon) -> dict[int, int]:
    """The tokens of a scene that are a definite common noun for an actor named before ("the commission"), with its name.

    The nearest earlier name that has the noun in it, else the only actor of the kind so far; what could be two is left open.
    """
    taken = {at for n in (*scene.names.names, *scene.names.titles) for at in range(n.start, n.end)}
    found = {}
    for at, token in enumerate(scene.sentence):
        kinds = lexicon.nominals.get(token.folded)
        if (
            kinds is None
            or at in taken
            or at == 0
            or scene.sentence[at - 1].folded not in _ARTICLES_BEFORE_NOMINAL
            or token.capital
        ):
            continue
        antecedent = _antecedent(cast_, token.folded, kinds, before=token.start)
        if antecedent is not None:
            found[at] = antecedent
    return found


def _antecedent(cast_: Cast, noun: str, kinds: tuple[Kind, ...], *, before: int) -> int | None:
    earlier = [n for n in cast_.group_of if cast_.namings[n].end <= before]
    group = {n: cast_.groups[cast_.group_of[n]] for n in earlier}
    headed = [n for n in earlier if noun in fold(group[n].name).split() and group[n].kind.top is kinds[0].top]
    if headed:
        return max(headed)
    of_kind = [n for n in earlier if group[n].kind in kinds or group[n].kind.top in kinds]
    near = [n for n in of_kind if before - cast_.namings[n].end < _NEAR]
    return next((max(some) for some in (near, of_kind) if len({cast_.group_of[n] for n in some}) == 1), None)
