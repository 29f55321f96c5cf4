"""A piece of a run becomes a name with its kind, or the known names in a piece that is none as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from binatgraph.language.heads import foreign_kind, head_kind, is_person, looks_personal, named_kind
from binatgraph.language.quotations import OPENING
from binatgraph.language.view import Candidate, View
from binatgraph.model import Kind

_BEFORE_A_BEGINNING = OPENING | {":", "¿", "¡", "–", "—", "|"}


def named(view: View, start: int, end: int) -> Iterator[Candidate]:
    """The names in a piece: what holds a known name and says no more is that known name."""
    start = _first_word(view, start, end)
    if start == end:
        return
    known = view.known.get(start)
    whole = known if known is not None and known.end >= end else _whole(view, start, end)
    inner = [name for at, name in sorted(view.known.items()) if start <= at and name.end <= end]
    if whole is not None:
        yield whole
    elif _is_person_around(view, start, end, inner):
        yield Candidate(start, end, Kind.PERSON)
    elif inner:
        yield from _around(view, start, end, inner)
    elif view.sentence[start].folded not in view.lexicon.demonyms and not (
        end == start + 1 and _is_initial(view, start)
    ):
        yield Candidate(start, end, _lone_kind(view, start, end))


def _first_word(view: View, start: int, end: int) -> int:
    """Where a name begins in a piece: behind marks, and behind the first word of a sentence if a person follows it.

    "Habló Ana Ruiz" begins with a verb, "Ana Luisa Ruiz" with a given name, "Fundación Ana Ruiz" with a head.
    """
    while start < end and not view.sentence[start].folded:
        start += 1
    if start + 1 >= end or start in view.known or not _is_initial(view, start) or head_kind(view, start, end):
        return start
    person_behind = is_person(view, start + 1, end, least=2) and not is_person(view, start, end, least=2)
    return start + 1 if person_behind else start


def _whole(view: View, start: int, end: int) -> Candidate | None:
    """A name by its head, or a part of a known place: "Southern Arizona"."""
    kind = named_kind(view, start, end)
    if kind is not None:
        return Candidate(start, _with_place(view, start, end), kind)
    inner = view.known.get(start + 1)
    compass = inner is not None and view.sentence[start].folded in view.lexicon.places.regions
    if compass and inner and inner.end == end and inner.kind is not None and inner.kind.top is Kind.PLACE:
        return Candidate(start, end, Kind.REGION)
    return None


def _with_place(view: View, start: int, end: int) -> int:
    """The place belongs to the name of a mission: "Consulate of Mexico in Tucson"."""
    after = end + 1
    if after not in view.known or not view.is_link(end, "locative"):
        return end
    text = " " + " ".join(t.folded for t in view.sentence[start:end])
    return view.known[after].end if any(f" {head}" in text for head in view.lexicon.cues.with_place) else end


def _is_person_around(view: View, start: int, end: int, inner: Sequence[Candidate]) -> bool:
    """A person, also when a word of the name is a place ("Luis Mexicali"), but not when a longer name is in it."""
    others = (name for name in inner if name.kind is not None and name.kind.top is not Kind.PERSON)
    return is_person(view, start, end, least=2) and all(name.end - name.start == 1 for name in others)


def _around(view: View, start: int, end: int, inner: Sequence[Candidate]) -> Iterator[Candidate]:
    """Known names in a piece, and what stands between them when a hyphen does not tie it to them."""
    first, sentence = inner[0], view.sentence
    body = first.start == start and first.kind is not None and first.kind.top is Kind.ORGANIZATION
    if body and sentence[start].shouted and len(inner) == 1 and end - first.end > 1 and sentence[first.end].folded:
        yield Candidate(start, end, first.kind)  # a unit: "USDA Rural Development"
        return
    position = start
    for name in inner:
        if position < name.start and sentence[name.start - 1].text != "-":
            yield from named(view, position, name.start)
        yield name
        position = name.end
    if position < end and sentence[position].text != "-":
        yield from named(view, position, end)


def _is_initial(view: View, at: int) -> bool:
    """Whether a capital says nothing here: a letter alone ("(R)"), or a sentence, a quotation, what follows a dateline begins."""
    if len(view.sentence[at].text) == 1:
        return True
    before = view.sentence[at - 1].text if at else ""
    return at == 0 or before in _BEFORE_A_BEGINNING or before.endswith(".-")


def _lone_kind(view: View, start: int, end: int) -> Kind | None:
    """What a name without a head may be: a body of one word, a town by its first word, a person by the surname."""
    words = view.sentence[start:end]
    text = " ".join(t.folded for t in words)
    if text in view.lexicon.cues.alone:
        return view.lexicon.cues.alone[text]
    if len(words) == 1:
        return None
    if words[0].folded in view.lexicon.places.starts:
        return Kind.CITY
    if (foreign := foreign_kind(view, words)) is not None:
        return foreign
    surname = words[-1].folded in view.register.surnames and words[0].folded not in view.lexicon.words["common"]
    return Kind.PERSON if surname and looks_personal(words) else None
