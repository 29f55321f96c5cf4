"""Figures: what a document counts, measures and prices, and whom it is about, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from binatgraph.language.abouts import ELSEWHERE, About, about
from binatgraph.language.antecedents import Antecedents
from binatgraph.language.cast import Cast
from binatgraph.language.figure_rules import FigureRules, load_figure_rules
from binatgraph.language.layout import BlockKind
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.measures import Measure, measure
from binatgraph.language.modality import modality
from binatgraph.language.nominals import nominals
from binatgraph.language.passages import Passage, Standing, passage
from binatgraph.language.quantities import Quantity, quantities, with_per
from binatgraph.language.scene import Scene
from binatgraph.language.tabulated import Above, cell_texts, is_header, is_title, of_label, of_row
from binatgraph.model import UNKNOWN, Document, Kind, Modality, Observation, Period, Span

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d,.$])(?:19|20)\d\d(?![\d,.]\d|\d)")
_WEIGHT = {Modality.PLANNED: 0.9, Modality.HEDGED: 0.55, Modality.DENIED: 0.5}
"""What is planned, hedged or denied is less sure; the last two fall under the usual threshold."""
_VERB_WEIGHT = 0.9
"""A figure of which only the verb says what it measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is looked at beside a sentence: the document, its cast, the rules, and what nouns stand for so far."""

    document: Document
    cast: Cast
    lexicon: Lexicon
    rules: FigureRules
    antecedents: Antecedents

    def passage(self, scene: Scene) -> Passage:
        """A scene with the actors that stand in it, common nouns for them among them."""
        nouns = nominals(scene, self.antecedents, lexicon=self.lexicon)
        return passage(scene, self.cast, nominals=nouns, demonyms=self.lexicon.demonyms, rules=self.rules)

    def span(self, name: int) -> Span:
        """Where a name stands."""
        naming = self.cast.namings[name]
        return Span(document=self.document.id, start=naming.start, end=naming.end)


def context_of(document: Document, cast: Cast, *, lexicon: Lexicon) -> Context:
    """The context of a document that is about to be read from its beginning."""
    return Context(
        document=document,
        cast=cast,
        lexicon=lexicon,
        rules=load_figure_rules(lexicon.language),
        antecedents=Antecedents(cast, lexicon=lexicon),
    )


def observations(document: Document, cast: Cast, *, lexicon: Lexicon) -> tuple[Observation, ...]:
    """The figures of a document in order; a question gives none, nor a number of which nothing says what it measures."""
    if _DIGIT.search(document.text) is None:
        return ()
    found = _unique(_read(context_of(document, cast, lexicon=lexicon)))
    return tuple(sorted(found, key=lambda one: (one.evidence, one.about, one.measure, one.value, one.unit)))


def _read(context: Context) -> Iterator[Observation]:
    """The figures of the scenes from first to last, with what stands above each."""
    above, before = Above(), None
    for scene in context.cast.scenes:
        is_row = scene.block.kind is BlockKind.ROW
        if is_row and (before is None or _parted(before, scene, context.document)):
            above = _under_header(scene, above, context)
            if above.table is not None and above.table.sentence is scene.sentence:
                before = scene
                continue
        if _may_count(scene, context.document):
            yield from _of_scene(scene, above, context)
        if is_title(scene):
            above = _under_title(scene, above, context)
        before = scene


def _parted(before: Scene, scene: Scene, document: Document) -> bool:
    """Whether a row is the first of its table."""
    if before.block.kind is not BlockKind.ROW:
        return True
    return "\n\n" in document.text[before.block.end : scene.block.start]


def _under_header(scene: Scene, above: Above, context: Context) -> Above:
    """What stands above the rows of a table that begins with a scene."""
    if scene.headings:
        return replace(above, columns=tuple(heading.text for heading in scene.headings), table=None)
    row = context.passage(scene)
    if is_header(row, context.document.text, rules=context.rules):
        return replace(above, columns=cell_texts(row, context.document.text), table=row)
    return replace(above, columns=(), table=None)


def _under_title(scene: Scene, above: Above, context: Context) -> Above:
    title = context.passage(scene)
    has_actor = any(actor.kind.top is not Kind.PERSON for actor in title.actors)
    headings = (title, *above.headings[:1]) if has_actor else above.headings
    return Above(headings=headings, near=has_actor)


def _may_count(scene: Scene, document: Document) -> bool:
    start, end = scene.sentence[0].start, scene.sentence[-1].end
    return scene.sentence[-1].text != "?" and _DIGIT.search(document.text, start, end) is not None


def _of_scene(scene: Scene, above: Above, context: Context) -> Iterator[Observation]:
    one, text = context.passage(scene), context.document.text
    if scene.block.kind is BlockKind.ROW:
        alone = list(of_row(one, text, above, rules=context.rules))
    else:
        labelled = of_label(one, text, above, rules=context.rules)
        alone = [] if labelled is None else [labelled]
    if alone or scene.block.kind is BlockKind.ROW:
        yield from (_observation(one, a.quantity, a.measure, a.about, context, year=a.year) for a in alone)
    else:
        yield from _of_sentence(one, context)


def _of_sentence(one: Passage, context: Context) -> Iterator[Observation]:
    start = one.sentence[0].start
    text = context.document.text[start : one.sentence[-1].end]
    for quantity in quantities(text, rules=context.rules):
        place = tokens_of(one, start + quantity.start, start + quantity.end)
        said = measure(one, quantity, place)
        if said is None:
            continue
        timed = with_per(quantity, text, rules=context.rules, behind=one.sentence[said.end - 1].end - start)
        whom = about(one, place, said) or _elsewhere(context)
        if whom is not None:
            yield _observation(one, timed, said, whom, context)


def tokens_of(one: Passage, start: int, end: int) -> range:
    """The tokens that lie between two places of a document, those that reach over them too."""
    inside = [at for at, token in enumerate(one.sentence) if token.end > start and token.start < end]
    return range(inside[0], inside[-1] + 1)


def _elsewhere(context: Context) -> About | None:
    """The first actor of a document that is no person: mostly the one its headline names."""
    groups = context.cast.groups
    first = next(
        (g for g in dict.fromkeys(context.cast.group_of.values()) if groups[g].kind.top is not Kind.PERSON), None
    )
    if first is None:
        return None
    name = groups[first].names[0]
    return About(Standing(0, 0, name, groups[first].kind), ELSEWHERE, "headline")


def _observation(
    one: Passage, quantity: Quantity, said: Measure, whom: About, context: Context, *, year: str | None = None
) -> Observation:
    unit = quantity.unit or said.unit
    how = _how(one, quantity, context)
    weight = quantity.sure * _WEIGHT.get(how, 1.0) * (_VERB_WEIGHT if said.is_verb else 1.0)
    return Observation(
        about=context.span(whom.actor.name),
        measure=said.text,
        value=quantity.value,
        unit=f"{unit}/{quantity.per}" if quantity.per else unit,
        evidence=Span(document=context.document.id, start=one.sentence[0].start, end=one.sentence[-1].end),
        confidence=round(whom.confidence * weight, 2),
        rule=f"{context.rules.language}.figures.{whom.rule}",
        period=_in_year(year) if year else _period(one, context),
    )


def _how(one: Passage, quantity: Quantity, context: Context) -> Modality:
    """How the words before and right behind a quantity put it."""
    start = one.sentence[0].start
    text = context.document.text[start : one.sentence[-1].end]
    boundary = max(text.rfind(mark, 0, quantity.start) for mark in (";", "—", "“", ". "))
    return modality(text[boundary + 1 : quantity.end], lexicon=context.lexicon)


def _period(one: Passage, context: Context) -> Period:
    """The one year that a sentence names behind "in", "during" or the like: the figure lies in it."""
    years = set()
    for at, token in enumerate(one.sentence):
        if _YEAR.fullmatch(token.text) and at and one.sentence[at - 1].folded in context.rules.words["in_year"]:
            years.add(token.text)
    if len(years) != 1:
        return UNKNOWN
    return _in_year(years.pop())


def _in_year(year: str) -> Period:
    return Period(start_earliest=f"{year}-01-01", end_latest=f"{year}-12-31")


def _unique(found: Iterable[Observation]) -> list[Observation]:
    """One figure of each id, the most confident."""
    best: dict[str, Observation] = {}
    for one in found:
        if one.id not in best or one.confidence > best[one.id].confidence:
            best[one.id] = one
    return list(best.values())
