"""Head words: what a name says itself to be, by its first words in Spanish, by its last before "of" in English."""

from __future__ import annotations

from collections.abc import Sequence

from binatgraph.language.tokens import Token
from binatgraph.language.view import View
from binatgraph.model import Kind

_PERSON_WORDS = 6
"""Capitalised words of a person: "María de los Ángeles" and four surnames."""


def head_kind(view: View, start: int, end: int) -> Kind | None:
    """The kind that the head of some words says, if they have one."""
    found = _head(view, start, end)
    return found[1] if found else None


def named_kind(view: View, start: int, end: int) -> Kind | None:
    """The kind of a whole name by its head: the head alone is no name, and a weak one needs two words beside it.

    Where heads stand first, and in names with a complement or a number, one word is enough ("Plan México", "Minute 323").
    """
    found = _head(view, start, end)
    if found is None:
        return None
    head, kind = found
    words = view.sentence[start:end]
    numbered = any(t.text.isdigit() for t in words)
    complement = any(not t.capital and t.folded for t in words)
    weak = head in view.lexicon.cues.weak and not (view.lexicon.cues.first or complement or numbered)
    beside = sum(t.capital or t.text.isdigit() for t in words) - len(head.split())
    return kind if beside >= (2 if weak else 1) else None


def _head(view: View, start: int, end: int) -> tuple[str, Kind] | None:
    cues = view.lexicon.cues
    folded = [t for t in view.sentence[start:end] if t.folded]
    if cues.across:
        whole = " ".join(t.folded for t in folded)
        across = next((cue for cue in cues.across if whole.endswith(f" {cue}")), None)
        if across is not None:
            return across, cues.kinds[across]
    if not cues.first:
        stop = next((k for k in range(start, end) if view.is_link(k, "complements")), end)
        folded = [t for t in view.sentence[start:stop] if t.folded]
    for size in range(min(cues.longest, len(folded)), 0, -1):
        part = folded[:size] if cues.first else folded[-size:]
        text = " ".join(t.folded for t in part)
        if part[0].capital and text in cues.kinds:
            return text, cues.kinds[text]
    return None


def is_person(view: View, start: int, end: int, *, least: int) -> bool:
    """Whether words look like a person: a given name first, then capitalised words and particles, `least` words or more."""
    tokens = [t for t in view.sentence[start:end] if t.folded]
    capitals = [t for t in tokens if t.capital]
    return (
        least <= len(capitals) <= _PERSON_WORDS
        and is_given_name(view, capitals[0])
        and all(looks_personal([t]) or t.folded in view.lexicon.words["particles"] for t in tokens)
    )


def is_given_name(view: View, token: Token) -> bool:
    """Whether a word is a given name, in the language or in the register."""
    return token.folded in view.lexicon.given_names or token.folded in view.register.given_names


def looks_personal(words: Sequence[Token]) -> bool:
    """Whether all words are written as in names of people: capitalised, but no acronyms and no numbers."""
    return all(
        (t.capital and not t.text.isdigit() and (not t.shouted or len(t.text) < len("ABC"))) or t.text in {"-", "."}
        for t in words
    )
