"""Reported speech: who says what a sentence tells ("Ruiz said that …", "según la CILA, …", "…, said Ruiz").

It is looked for when the frames have run: by then "Ana Ruiz, mayor of Nogales, said that" has become "⟨person⟩ said that".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.skeleton import CLASSES, CLOSE, OPEN, SLOT, Skeleton
from binatgraph.names import fold

_SPEAKER = rf"(?P<speaker>{OPEN}[{CLASSES['person']}{CLASSES['org']}]+\d+{CLOSE})"
_ANY_SLOT = rf"{OPEN}[A-Z]+\d+{CLOSE}"
_PHRASE = rf"(?:[^{OPEN}{CLOSE}.;:?!]|{_ANY_SLOT}){{0,80}}?"
"""Where and when something was said, names and all; the width is that of a phrase, not of a clause."""
_QUOTES = '“”"«»'

Speech = tuple[re.Pattern[str], ...]


class Report(NamedTuple):
    """A name (its number) that says something, and the names in what it says."""

    speaker: int
    said: frozenset[int]


def compile_speech(lexicon: Lexicon) -> Speech:
    """The wordings of reported speech, from the verbs of a language and what introduces what is said."""
    verbs, that, according, articles, places = (
        "|".join(map(re.escape, lexicon.spelled[key]))
        for key in ("speech", "that", "according", "articles", "locative")
    )
    article = rf"(?:(?:{articles}) )?"
    adverbs = rf"(?: (?!(?:{articles})\b)[^\W\d_]+){{0,3}}"
    when = rf"(?:{adverbs}|{adverbs} {article}{_ANY_SLOT}| (?:{places}) {_PHRASE})"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{_SPEAKER}{adverbs} (?:{verbs})\b{when},? (?:{that})\b(?P<said>.*)",
            rf"{_SPEAKER}{adverbs} (?:{verbs})\b{when}[:,] [{_QUOTES}](?P<said>.*)",
            rf"^(?P<said>.*[,{_QUOTES}]) {article}(?:{verbs}) {article}{_SPEAKER}",
            rf"^(?P<said>.*[,{_QUOTES}]) {article}{_SPEAKER}{adverbs} (?:{verbs})\b{adverbs}[.{_QUOTES}]*$",
            rf"^(?P<said>.*?)\b(?:{according}) {article}{_SPEAKER}(?P<also>.*)",
        )
    )


def introductions(lexicon: Lexicon) -> tuple[str, ...]:
    """What stands right before the name of one who tells something: "according to", with and without an article."""
    articles = ("", *(f"{article} " for article in lexicon.spelled["articles"]))
    return tuple(f"{words} {article}" for words in lexicon.spelled["according"] for article in articles)


def reports(skeleton: Skeleton, *, speech: Speech, lexicon: Lexicon) -> Iterator[Report]:
    """The reports in a sentence over which the frames have run."""
    for pattern in speech:
        for match in pattern.finditer(skeleton.text):
            parts = match.groupdict()
            speakers = _names(skeleton, parts["speaker"])
            introduced = "also" in parts  # "according to ⟨name⟩": what stands before and behind
            if speakers and (introduced or not _is_governed(match, lexicon)):
                said = _names(skeleton, parts["said"] + parts.get("also", ""))
                yield Report(speakers[0], frozenset(said) - {speakers[0]})


def speaker_of(names: Collection[int], told: Iterable[Report]) -> int | None:
    """Who says what is claimed of some names: the first report that has all of them in what is said."""
    return next((report.speaker for report in told if report.said.issuperset(names)), None)


def _names(skeleton: Skeleton, text: str) -> list[int]:
    return [name for _, number in SLOT.findall(text) for name in skeleton.slots[int(number)].names]


def _is_governed(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the name depends on the words before it: in "the mayor of Nogales said that" Nogales says nothing."""
    before = [fold(word) for word in match.string[: match.start("speaker")].rsplit(maxsplit=2)[-2:]]
    words = [word for word in before if word not in lexicon.words["articles"]]
    prepositions = lexicon.words["complements"] | lexicon.words["at_body"] | lexicon.words["locative"]
    return bool(words) and words[-1] in prepositions
