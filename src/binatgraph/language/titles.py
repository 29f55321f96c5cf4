"""Titles and offices in tokens: "Deputy Under Secretary for Farm Production", "director general de Atención al Migrante"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.tokens import Sentence, Token

_LONGEST_HEAD = 5
"""Tokens of a head: "chargé d'affaires" has four, and a hyphen counts."""
_LONGEST_COMPLEMENT = 8
_LOWER_WORDS = 3
"""A complement in lower case ("director de programas y operaciones") that is longer is the rest of a clause."""
_NOUNS_BEFORE = 3
"""Capitalised nouns before a head in English: "Homeland Security Secretary" has two."""


class Title(NamedTuple):
    """Tokens `start` to `end` (half-open) are a title; `head` is its folded singular head.

    The title proper begins at `core`: before it stands what the office is about ("Homeland Security" in "Homeland Security
    Deputy Secretary").
    """

    start: int
    end: int
    head: str
    plural: bool
    core: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What the search in one sentence looks at; `is_name` says whether a name of an actor begins at a token."""

    sentence: Sentence
    lexicon: Lexicon
    is_name: Callable[[int], bool]


def titles(sentence: Sentence, *, lexicon: Lexicon, is_name: Callable[[int], bool]) -> list[Title]:
    """The titles of a sentence, left to right. `is_name` says whether a name of an actor begins at a token."""
    reader = _Reader(sentence=sentence, lexicon=lexicon, is_name=is_name)
    found: list[Title] = []
    position = 0
    while position < len(sentence):
        head = _head_at(sentence, position, lexicon=lexicon)
        if head is None or is_name(position):
            position += 1
            continue
        floor = found[-1].end if found else 0
        start, core = _modifiers_before(reader, position, floor=floor)
        end = _complement(reader, _modifiers_after(reader, head[0]))
        found.append(Title(start, end, head[1], head[2], core))
        position = end
    return found


def _head_at(sentence: Sentence, start: int, *, lexicon: Lexicon) -> tuple[int, str, bool] | None:
    """The longest head that begins at a token: the token behind it, its singular, and whether it stands in the plural."""
    heads, prefix = lexicon.titles.heads, _former_prefix(sentence[start], lexicon)
    if sentence[start].folded.removeprefix(prefix).split(" ", 1)[0] not in lexicon.titles.beginnings:
        return None
    best = None
    text = ""
    for end, token in enumerate(sentence[start : start + _LONGEST_HEAD], start + 1):
        if not token.folded and token.text not in {"-", "’", "'"}:
            break
        text = f"{text} {token.folded}".strip().removeprefix(prefix)
        if token.folded and text in heads and not _is_body(token, text, lexicon):
            best = (end, heads[text], heads[text] != text)
    return best


def _former_prefix(token: Token, lexicon: Lexicon) -> str:
    """What makes one word of "former" and a head: "exalcalde"."""
    if token.folded in lexicon.titles.beginnings:
        return ""
    prefixes = (word for word in lexicon.titles.former if token.folded.startswith(word))
    return next((word for word in prefixes if token.folded.removeprefix(word) in lexicon.titles.heads), "")


def _is_body(token: Token, head: str, lexicon: Lexicon) -> bool:
    """Whether only the accent tells a body from an office, and it does: "Secretaría", not "secretaria" nor "SECRETARIA"."""
    return head in lexicon.cues.kinds and token.text.lower() not in lexicon.titles.spelled


def _modifiers_before(reader: _Reader, head: int, *, floor: int) -> tuple[int, int]:
    """Where a title begins, and where without what it is about.

    Before the head: deputy, former, majority …; in English also capitalised nouns ("Homeland Security Secretary").
    """
    sentence, lexicon = reader.sentence, reader.lexicon
    nouns_allowed = _NOUNS_BEFORE if sentence[head].capital and not lexicon.cues.first else 0
    start, core = head, None
    while start > floor:
        token = sentence[start - 1]
        if token.folded not in lexicon.titles.before and (token.text != "-" or start - 1 == floor):
            if not nouns_allowed or not _is_plain_noun(reader, start - 1):
                break
            core = start if core is None else core
            nouns_allowed -= 1
        start -= 1
    while sentence[start].text == "-":
        start += 1
    return start, start if core is None else core


def _is_plain_noun(reader: _Reader, at: int) -> bool:
    """Whether a capitalised word may belong to a title: it neither says what a name is nor goes on with one."""
    token, lexicon = reader.sentence[at], reader.lexicon
    if at == 0 or not token.capital or token.shouted or not token.text.isalpha():
        return False
    if token.folded in lexicon.words["never"] or token.folded in lexicon.demonyms:
        return False
    says_kind = token.folded in lexicon.cues.kinds and token.folded not in lexicon.cues.weak
    return not says_kind and not _goes_on_with_name(reader, at)


def _goes_on_with_name(reader: _Reader, at: int) -> bool:
    """Whether a name stands before in the same run of capitals: "El Paso Water Director" is no "Water Director"."""
    while at >= 0 and (reader.sentence[at].capital or reader.sentence[at].text == "-"):
        if reader.is_name(at):
            return True
        at -= 1
    return False


def _modifiers_after(reader: _Reader, end: int) -> int:
    """General, emeritus, municipal …; also behind a hyphen.

    A demonym only where a body follows ("cónsul mexicano en Tucson"): else the office is held at the country that it names.
    """
    sentence, lexicon = reader.sentence, reader.lexicon
    while end < len(sentence):
        word = end + 1 if sentence[end].text == "-" and end + 1 < len(sentence) else end
        if sentence[word].folded not in lexicon.titles.after:
            break
        body_follows = word + 1 < len(sentence) and sentence[word + 1].folded in lexicon.titles.links
        if sentence[word].folded in lexicon.demonyms and not body_follows:
            break
        end = word + 1
    return end


def _complement(reader: _Reader, end: int) -> int:
    """What an office is for: a phrase that holds no name, and is followed by a name's "of" or by the phrase's end."""
    sentence, lexicon = reader.sentence, reader.lexicon
    if end >= len(sentence) or sentence[end].folded not in lexicon.titles.links:
        return end
    last, lower = _complement_words(reader, end)
    body = sentence[end].folded in lexicon.words["body_follows"] and not lower
    return end if last == end or (body and not _name_follows(reader, last)) else last


def _complement_words(reader: _Reader, link: int) -> tuple[int, int]:
    """How far the words behind a link belong to the office, and how many of them stand in lower case."""
    sentence, lexicon = reader.sentence, reader.lexicon
    last, lower = link, 0
    for position in range(link + 1, min(len(sentence), link + 1 + _LONGEST_COMPLEMENT)):
        token = sentence[position]
        if reader.is_name(position) or not token.folded or token.folded in lexicon.titles.heads:
            break
        if token.capital:
            if lower or _is_cue(reader, position):
                break
            last = position + 1
        elif token.folded in lexicon.words["connectors"]:
            touches = token.folded in lexicon.titles.links and last == position
            if touches and _name_follows(reader, position):
                break
        elif lower == _LOWER_WORDS or _ends_phrase(token, lexicon):
            break
        else:
            lower += 1
            last = position + 1
    return last, lower


def _ends_phrase(token: Token, lexicon: Lexicon) -> bool:
    word = token.folded
    return word in lexicon.nominals or word in lexicon.words["never"] or word in lexicon.words["speech"]


def _is_cue(reader: _Reader, at: int) -> bool:
    """Whether the capitals from a token on are a name by their head, which stands first or last in them."""
    head = at
    if not reader.lexicon.cues.first:
        while head + 1 < len(reader.sentence) and reader.sentence[head + 1].capital:
            head += 1
    return reader.sentence[head].folded in reader.lexicon.cues.kinds


def _name_follows(reader: _Reader, at: int) -> bool:
    """Whether "of the", "at the", "de la" and a name come next; without such words, whether a comma does."""
    sentence, words = reader.sentence, reader.lexicon.words
    after = at
    while after < len(sentence) and (
        sentence[after].folded in words["connectors"] or sentence[after].folded in words["at_body"]
    ):
        after += 1
    if after == len(sentence):
        return False
    if after == at:
        return sentence[at].text in {",", ";", ")"}
    return reader.is_name(after) or _is_cue(reader, after) or sentence[after].shouted
