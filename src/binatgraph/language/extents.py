"""Where names end inside a run of capitals: which small words join one name, and which stand between two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from binatgraph.language.heads import foreign_kind, head_kind, is_part_of_head, is_person
from binatgraph.language.runs import is_link
from binatgraph.language.view import View
from binatgraph.model import Kind


class _Joint(NamedTuple):
    """Small words `at` to `after` in a run: the piece before them begins at `start`, the run ends at `end`."""

    start: int
    at: int
    after: int
    end: int


def pieces(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run that are names by themselves.

    "Comisión Sonora-Arizona y Consejo de Turismo" has two, "Secretaría de Economía y Trabajo" is one.
    """
    piece = position = start
    while position < end:
        if not is_link(view, position):
            position += 1
            continue
        after = position
        while after < end and is_link(view, after):
            after += 1
        if not _joins(view, _Joint(piece, position, after, end)):
            yield piece, position
            piece = after
        position = after
    yield piece, end


def _joins(view: View, joint: _Joint) -> bool:
    """Whether the words before and behind a joint are one name."""
    token = view.sentence[joint.at]
    if any(known.start <= joint.at < known.end for known in view.known.values()) or _is_in_head(view, joint):
        return True
    if token.folded in view.lexicon.words["conjunctions"] or token.text == "&":
        return _conjunction_joins(view, joint)
    left = head_kind(view, joint.start, joint.at)
    if left is not None:
        return _complement_joins(view, joint, left=left)
    if view.lexicon.foreign.first and foreign_kind(view, view.sentence[joint.start : joint.at]) is not None:
        return token.folded not in view.lexicon.words["complements"] and not _begins_actor(view, joint.after)
    particle = token.folded in view.lexicon.words["particles"]
    return particle and is_person(view, joint.start, joint.at, least=1) and not _right_is_actor(view, joint)


def _is_in_head(view: View, joint: _Joint) -> bool:
    """Whether the joint is part of a head: "Memorándum de Entendimiento", "Chamber of Commerce"."""
    words = view.sentence[joint.start : joint.after + 1]
    return words[0].capital and is_part_of_head(view, words)


def _conjunction_joins(view: View, joint: _Joint) -> bool:
    """Whether "and" joins: "Secretariat of Economy and Labor", "Johnson & Johnson", but not "Mexico and Border Trade Alliance"."""
    before = view.sentence[joint.start : joint.at]
    if view.sentence[joint.at].text == "&" and len(before) <= 1:
        return True
    if any(t.folded in view.lexicon.words["between"] for t in before):
        return True
    left = head_kind(view, joint.start, joint.at)
    right = head_kind(view, joint.after, _next_link(view, joint, "conjunctions"))
    other = _begins_actor(view, joint.after)
    if view.lexicon.cues.first:
        return left is not None and right is None and not other
    if left is None:
        known = view.known.get(joint.start)
        left_is_actor = known is not None and known.end >= joint.at
        return right is not None and not left_is_actor and not is_person(view, joint.start, joint.at, least=2)
    inside = any(t.folded in view.lexicon.words["complements"] for t in before)
    return inside and right is None and not other


def _complement_joins(view: View, joint: _Joint, *, left: Kind) -> bool:
    """Whether "of", "for", "de", "para" … go on with a name that has its head already.

    In Spanish a second head begins another name ("Unidad de Enlace de la Secretaría de …") unless the first is alone.
    """
    word, goes_on = view.sentence[joint.at].folded, view.lexicon.goes_on
    if word in goes_on["always"]:
        return True
    if word in goes_on["unless_head"]:
        alone = sum(t.capital for t in view.sentence[joint.start : joint.at]) == 1
        return alone or _right_head(view, joint) is None
    if word in goes_on["unless_actor"]:
        return not _right_is_actor(view, joint)
    if left.top in {Kind.EVENT, Kind.INITIATIVE}:
        return word in goes_on["of_events"]
    return left.top is Kind.ORGANIZATION and word in goes_on["of_bodies"]


def _right_is_actor(view: View, joint: _Joint) -> bool:
    return _begins_actor(view, joint.after) or _right_head(view, joint) is not None


def _begins_actor(view: View, at: int) -> bool:
    return at in view.known or (at < len(view.sentence) and view.sentence[at].folded in view.lexicon.given_names)


def _right_head(view: View, joint: _Joint) -> Kind | None:
    return head_kind(view, joint.after, _next_link(view, joint, "connectors"))


def _next_link(view: View, joint: _Joint, words: str) -> int:
    return next((k for k in range(joint.after, joint.end) if view.is_link(k, words)), joint.end)
