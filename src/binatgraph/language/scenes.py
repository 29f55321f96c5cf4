"""A document becomes scenes: its sentences, list items and rows, with what a pipeline sees in them if there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from binatgraph.language.layout import Block, BlockKind, blocks
from binatgraph.language.pipelines import Parse, parse
from binatgraph.language.ruleset import Rules
from binatgraph.language.scene import Scene
from binatgraph.language.syntax import align, named
from binatgraph.language.tables import Headings, headings, row_sentence
from binatgraph.language.tokens import sentences
from binatgraph.language.view import Candidate
from binatgraph.model import Document


def scenes(document: Document, *, rules: Rules) -> Iterator[Scene]:
    """The sentences of a document, without furniture and without the headings of tables, as a pipeline sees them if there is one."""
    lexicon = rules.lexicon
    found = blocks(document.text, lexicon=lexicon)
    parses = _parses(found, document.text, rules=rules)
    above: Block | None = None
    table: Headings | None = None
    for block in found:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.ROW:
            row = row_sentence(text, offset=block.start, language=lexicon.language)
            begins = (
                above is None or above.kind is not BlockKind.ROW or "\n\n" in document.text[above.end : block.start]
            )
            table = headings(row, lexicon=lexicon) if begins else table
            if table is None or not begins:
                yield _seen(Scene(sentence=row, block=block, headings=table or ()), parses)
        elif block.kind is not BlockKind.FURNITURE:
            for sentence in sentences(text, offset=block.start, language=lexicon.language):
                yield _seen(Scene(sentence=sentence, block=block), parses)
        above = block


def _parses(found: Sequence[Block], text: str, *, rules: Rules) -> dict[int, Parse]:
    """What the pipeline sees in each block, by where it begins; a row of a table has names and no syntax worth looking at."""
    if rules.pipeline is None:
        return {}
    read = [block for block in found if block.kind is not BlockKind.FURNITURE]
    return {
        block.start: seen
        for block, seen in zip(read, parse(rules.pipeline, (text[b.start : b.end] for b in read)), strict=True)
    }


def _seen(scene: Scene, parses: Mapping[int, Parse]) -> Scene:
    own = parses.get(scene.block.start)
    if own is None:
        return scene
    names = (Candidate(*name) for name in named(own, scene.sentence, offset=scene.block.start))
    tree = align(own, scene.sentence, offset=scene.block.start) if scene.block.kind is not BlockKind.ROW else ()
    return replace(scene, seen=tuple(names), syntax=tree)
