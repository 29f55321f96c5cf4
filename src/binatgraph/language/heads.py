"""Head words: what a name says itself to be, by its first words in Spanish, by its last before "of" in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from binatgraph.language.tokens import Token
from binatgraph.language.view import View
from binatgraph.model import Kind

_PERSON_WORDS = 6
"""Capitalised words of a person: "María de los Ángeles" and four surnames."""


class _Head(NamedTuple):
    text: str
    kind: Kind
    capitals: int


def head_kind(view: View, start: int, end: int) -> Kind | None:
    """The kind that the head of some words says, if they have one."""
    head = _head(view, start, end)
    return head.kind if head else None


def named_kind(view: View, start: int, end: int) -> Kind | None:
    """The kind of a whole name by its head: the head alone is no name, and a weak one needs two words beside it.

    Where heads stand first, and in names with a complement or a number, one word is enough ("Plan México", "Minute 323").
    """
    head = _head(view, start, end)
    if head is None:
        return None
    words = view.sentence[start:end]
    numbers = sum(t.text.isdigit() for t in words)
    complement = any(not t.capital and t.folded for t in words)
    weak = head.text in view.lexicon.cues.weak and not (view.lexicon.cues.first or complement or numbers)
    beside = _capitals(words) + numbers - head.capitals
    return head.kind if beside >= (2 if weak else 1) else None


def _head(view: View, start: int, end: int) -> _Head | None:
    cues = view.lexicon.cues
    words = [t for t in view.sentence[start:end] if t.folded]
    across = _ending(words, cues.across)
    if across is not None:
        return _Head(across, cues.kinds[across], _capitals(words[-len(across.split()) :]))
    if not cues.first:
        stop = next((k for k in range(start, end) if view.is_link(k, "complements")), end)
        words = [t for t in view.sentence[start:stop] if t.folded]
        while words and words[-1].text.isdigit():
            words.pop()
    for size in range(min(cues.longest, len(words)), 0, -1):
        part = words[:size] if cues.first else words[-size:]
        text = " ".join(t.folded for t in part)
        if part[0].capital and text in cues.kinds:
            return _Head(text, cues.kinds[text], _capitals(part))
    return None


def _ending(words: Sequence[Token], cues: Sequence[str]) -> str | None:
    """The first of some cues that stands at the end of some words, behind others."""
    if not cues:
        return None
    whole = " ".join(t.folded for t in words)
    return next((cue for cue in cues if whole.endswith(f" {cue}")), None)


def foreign_kind(view: View, words: Sequence[Token]) -> Kind | None:
    """What the head of the other language says of a name that is not translated: "la California Retailers Association"."""
    cues = view.lexicon.foreign
    head = words[0] if cues.first else words[-1]
    return cues.kinds.get(head.folded) if head.capital and head.folded not in cues.weak else None


def is_part_of_head(view: View, words: Sequence[Token]) -> bool:
    """Whether some words begin a head of several words, or end with one, as the language has it."""
    folded = [t for t in words if t.folded]
    if view.lexicon.cues.first:
        return " ".join(t.folded for t in folded) in view.lexicon.cues.openings
    return _ending(folded, view.lexicon.cues.across) is not None


def _capitals(words: Iterable[Token]) -> int:
    return sum(t.capital for t in words)


def is_person(view: View, start: int, end: int, *, least: int) -> bool:
    """Whether words look like a person: a given name first, then capitalised words and particles, `least` words or more."""
    tokens = [t for t in view.sentence[start:end] if t.folded]
    capitals = [
        view.sentence[at] for at in range(start, end) if view.sentence[at].capital and not _is_tied(view, at, start)
    ]
    return (
        least <= len(capitals) <= _PERSON_WORDS
        and _is_given_name(view, capitals[0])
        and all(looks_personal([t]) or t.folded in view.lexicon.words["particles"] for t in tokens)
    )


def _is_tied(view: View, at: int, start: int) -> bool:
    """Whether a hyphen makes a word one with the word before: "Ana-Luisa", "Peña-Ruiz" count once."""
    return at > start and view.sentence[at - 1].text == "-"


def _is_given_name(view: View, token: Token) -> bool:
    """Whether a word is a given name, in the language or in the register."""
    return token.folded in view.lexicon.given_names or token.folded in view.register.given_names


def looks_personal(words: Sequence[Token]) -> bool:
    """Whether all words are written as in names of people: capitalised, but no acronyms and no numbers."""
    return all(
        (t.capital and not t.text.isdigit() and (not t.shouted or len(t.text) < len("ABC"))) or t.text in {"-", "."}
        for t in words
    )
