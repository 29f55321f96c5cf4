"""Titles and offices in tokens: "Deputy Under Secretary for Farm Production", "director general de Atención al Migrante"."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.tokens import Sentence

_LONGEST_HEAD = 4
_LONGEST_COMPLEMENT = 8
_LOWER_WORDS = 3


class Title(NamedTuple):
    """Tokens `start` to `end` (half-open) are a title; `head` is its folded singular head."""

    start: int
    end: int
    head: str
    plural: bool


def titles(sentence: Sentence, *, lexicon: Lexicon, is_name: Callable[[int], bool]) -> list[Title]:
    """The titles of a sentence, left to right. `is_name` says whether a name of an actor begins at a token."""
    found: list[Title] = []
    position = 0
    while position < len(sentence):
        head = None if is_name(position) else _head_at(sentence, position, lexicon=lexicon)
        if head is None:
            position += 1
            continue
        head_end, word, plural = head
        floor = found[-1].end if found else 0
        start = _modifiers_before(sentence, position, floor=floor, lexicon=lexicon, is_name=is_name)
        end = _modifiers_after(sentence, head_end, lexicon=lexicon)
        end = _complement(sentence, end, lexicon=lexicon, is_name=is_name)
        found.append(Title(start, end, word, plural))
        position = end
    return found


def _head_at(sentence: Sentence, start: int, *, lexicon: Lexicon) -> tuple[int, str, bool] | None:
    heads = lexicon.titles.heads
    best = None
    words: list[str] = []
    for end in range(start, min(len(sentence), start + _LONGEST_HEAD + 1)):
        token = sentence[end]
        if not token.folded and token.text not in {"-", "’", "'"}:
            break
        words.extend(token.folded.split())
        text = " ".join(words)
        if text in heads:
            best = (end + 1, heads[text], heads[text] != text)
    return best


def _modifiers_before(
    sentence: Sentence, start: int, *, floor: int, lexicon: Lexicon, is_name: Callable[[int], bool]
) -> int:
    """Deputy, former, majority …; in English also capitalised nouns ("Homeland Security Secretary")."""
    capital_head = sentence[start].capital
    nouns = 0
    while start > floor:
        token = sentence[start - 1]
        if token.folded in lexicon.titles.before or (token.text == "-" and start - 1 > floor):
            start -= 1
        elif (
            lexicon.cues.first
            or not capital_head
            or nouns > 2
            or not _plain_noun(sentence, start - 1, lexicon, is_name)
        ):
            break
        else:
            nouns += 1
            start -= 1
    while sentence[start].text == "-":
        start += 1
    return start


def _plain_noun(sentence: Sentence, position: int, lexicon: Lexicon, is_name: Callable[[int], bool]) -> bool:
    token = sentence[position]
    cue = token.folded in lexicon.cues.kinds and token.folded not in lexicon.cues.weak
    return (
        position > 0
        and token.capital
        and not token.shouted
        and token.text.isalpha()
        and not cue
        and token.folded not in lexicon.words["never"]
        and not any(is_name(at) for at in range(max(0, position - 2), position + 1))
    )


def _modifiers_after(sentence: Sentence, end: int, *, lexicon: Lexicon) -> int:
    while end < len(sentence) and sentence[end].folded in lexicon.titles.after:
        end += 1
    return end


def _complement(sentence: Sentence, end: int, *, lexicon: Lexicon, is_name: Callable[[int], bool]) -> int:
    """What an office is for: a phrase that holds no name, and is followed by a name's "of" or by the phrase's end."""
    if end >= len(sentence) or sentence[end].folded not in lexicon.titles.links:
        return end
    last, lower = end, 0
    position = end + 1
    while position < len(sentence) and position - end <= _LONGEST_COMPLEMENT:
        token = sentence[position]
        joins = token.folded in lexicon.words["connectors"]
        if is_name(position) or not token.folded or token.folded in lexicon.titles.heads:
            break
        if token.capital:
            if lower or _is_cue(sentence, position, lexicon=lexicon):
                break
            last = position + 1
        elif joins:
            if (
                token.folded in lexicon.titles.links
                and last == position
                and _name_follows(sentence, position, is_name, lexicon)
            ):
                break
        elif (
            token.folded in lexicon.nominals
            or token.folded in lexicon.words["never"]
            or token.folded in lexicon.words["speech"]
            or lower >= _LOWER_WORDS
        ):
            break
        else:
            lower += 1
            last = position + 1
        position += 1
    if last == end or (
        sentence[end].folded == "of" and lower == 0 and not _name_follows(sentence, last, is_name, lexicon)
    ):
        return end
    return last


def _is_cue(sentence: Sentence, position: int, *, lexicon: Lexicon) -> bool:
    if lexicon.cues.first:
        return sentence[position].folded in lexicon.cues.kinds
    following = position
    while following + 1 < len(sentence) and sentence[following + 1].capital:
        following += 1
    return sentence[following].folded in lexicon.cues.kinds


def _name_follows(sentence: Sentence, position: int, is_name: Callable[[int], bool], lexicon: Lexicon) -> bool:
    """Whether "of the", "at the", "de la" or a comma and a name come next."""
    after = position
    while after < len(sentence) and (
        sentence[after].folded in lexicon.words["connectors"] or sentence[after].folded in {"at", "in", "with"}
    ):
        after += 1
    if after == position:
        return position < len(sentence) and sentence[position].text in {",", ";", ")"}
    return after < len(sentence) and (
        is_name(after) or _is_cue(sentence, after, lexicon=lexicon) or sentence[after].shouted
    )
