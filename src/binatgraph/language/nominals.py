"""Words that stand for actors named before: "the commission", "dicha empresa", "the governor", "she"."""

from __future__ import annotations

from collections.abc import Iterator

from binatgraph.language.antecedents import Antecedents
from binatgraph.language.lexicon import Lexicon
from binatgraph.language.scene import Scene
from binatgraph.language.titles import Title


def nominals(scene: Scene, antecedents: Antecedents, *, lexicon: Lexicon) -> dict[int, int]:
    """The tokens of a scene at which a common noun, a bare title or a pronoun stands for an actor, with a number of its name."""
    found = _stand_ins(scene, antecedents, lexicon)
    return {at: number for at, number in found if number is not None}


def _stand_ins(scene: Scene, antecedents: Antecedents, lexicon: Lexicon) -> Iterator[tuple[int, int | None]]:
    """From left to right, as antecedents must be asked."""
    titles = {title.start: title for title in scene.names.titles}
    taken = {at for name in scene.names.names for at in range(name.start, name.end)}
    taken |= {at for title in scene.names.titles for at in range(title.start, title.end)}
    for at, token in enumerate(scene.sentence):
        kinds = lexicon.nominals.get(token.folded)
        if at in titles and _is_bare(scene, titles[at], lexicon):
            yield at, antecedents.title(titles[at].head, before=token.start)
        elif at not in taken and token.text.lower() in lexicon.spelled["pronouns"]:  # folded, "él" is "el"
            yield at, antecedents.pronoun(before=token.start)
        elif at not in taken and kinds is not None and not token.capital and _is_definite(scene, at, lexicon):
            yield at, antecedents.noun(token.folded, kinds, before=token.start)


def _is_definite(scene: Scene, at: int, lexicon: Lexicon) -> bool:
    return at > 0 and scene.sentence[at - 1].folded in lexicon.words["definite"]


def _is_bare(scene: Scene, title: Title, lexicon: Lexicon) -> bool:
    """Whether a title stands for its holder: "the" before it, no comma before that (an apposition), no name or "of" behind."""
    sentence = scene.sentence
    if title.plural or sentence[title.start].capital or not _is_definite(scene, title.start, lexicon):
        return False
    apposition = title.start > 1 and sentence[title.start - 2].text == ","
    names_follow = any(name.start == title.end for name in scene.names.names)
    of_follows = title.end < len(sentence) and sentence[title.end].folded in lexicon.titles.links
    return not (apposition or names_follow or of_follows)
