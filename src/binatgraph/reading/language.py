"""Which language a text is in: English, Spanish, or neither for sure.

Small words decide, because they stand in every sentence whatever it is about; names do not, because a page in English is
full of Spanish ones. Six languages are counted so that French, Portuguese, German and Italian are not taken for one of
the two. Libraries must always guess; here a list of names, or too little text, is "und" (undetermined, BCP 47).

A bulletin may hold both languages: `languages` says of each part that is plainly in another one where it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise

from binatgraph.model import Passage

READ = ("en", "es")
UNDETERMINED = "und"
_OTHER = "other"

_WORD = re.compile(
    r"(?!(?<!\w)[bcdfghjklmnpqrstvwxz](?![\w’']))[^\W\d_]+"
)  # French writes "d'une"; "D.C." is an abbreviation
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_LOWER, _UPPER = "a-zñáéíóúü", "A-ZÑÁÉÍÓÚÜ"
_SPANISH_ONLY = re.compile(  # words in one case: a name in an English text has a capital and small letters
    rf"[¿¡]|\b(?:[{_LOWER}]*ñ[{_LOWER}]*|[{_UPPER}]*Ñ[{_UPPER}]*|[{_LOWER}]{{2,}}(?:ó|ión)|[{_UPPER}]{{2,}}(?:Ó|IÓN))\b"
)
_MAX_CHARACTERS = 200_000
_MIN_HITS = 2  # small words; one sentence in thirty has fewer
_MIN_HITS_ALONE = (
    1  # where no other language has any: one sentence, "Arizona Governor Hobbs met with Sonora Governor Durazo"
)
_MIN_WORDS_ALONE = 6  # "University of Arizona" is a name
_MIN_HITS_OTHER = 4  # another language is the rarer case, and must be plainer
_MIN_SHARE = 0.15  # of all words; running text has 0.35 to 0.5
_MIN_SHARE_ALONE = 0.07  # where no other language has any
_MIN_MORE = 1  # small words more than the next language has
_MIN_LEAD = 1.15  # times as many as the next language; Catalan and Spanish share many
_OWN_LEAD = 1.02  # between the two languages that are read, where a text may well hold both
_PLAIN_HITS, _PLAIN_LEAD = 5, 1.5  # of a paragraph: it must be plainer than a document, for there are more of them
_WRAPPED = 110  # characters; shorter lines may be parts of one paragraph
_HEADING = 120
_LONG = 10  # small words from which two languages in one text are likelier than chance


def detect(text: str) -> str:
    """The language of a text: "en", "es" or "und".

    >>> detect("The governor of the state said that it was a first step.")
    'en'
    >>> detect("El gobernador del estado dijo que era un primer paso.")
    'es'
    >>> detect("Alfonso Durazo Montaño")
    'und'
    """
    found = _judge(text)
    return UNDETERMINED if found == _OTHER else found


def settle(declared: str | None, text: str) -> str:
    """The language of a text of which a file declares one: the file is believed where the text does not tell.

    Templates of pages often declare the wrong one; a text that is plainly neither is "und" whatever is declared.

    >>> settle("en-US", "Nogales, Sonora"), settle("en", "El acuerdo fue firmado por los dos gobiernos de la región.")
    ('en', 'es')
    """
    found = _judge(text)
    if found != UNDETERMINED:
        return UNDETERMINED if found == _OTHER else found
    primary = re.split(r"[-_]", (declared or "").strip().casefold())[0]
    return primary if primary in READ else UNDETERMINED


def languages(declared: str | None, text: str) -> tuple[str, tuple[Passage, ...]]:
    r"""The language of a text, and the passages in it that are in another one.

    What does not tell by itself (a heading, a name, a short line) is in the language of what it stands with. A text whose
    halves are in the two languages is in that of the longer half.

    >>> english = "The mayor said that it was a start for the city, and that the people of the valley had waited for it."
    >>> spanish = "El alcalde dijo que era un comienzo para la ciudad, y que la gente del valle lo esperaba desde hace años."
    >>> language, (passage,) = languages(None, f"{english}\n\n{spanish}")
    >>> language, passage.start, passage.language
    ('es', 0, 'en')
    """
    whole = settle(declared, text)
    parts = _parts(text)
    if len(parts) == 1:
        return whole, ()
    told = _inherited(parts, [_plainly(text[start:end]) for start, end in parts], text)
    spoken = {language for language in told if language is not None}
    if whole == UNDETERMINED and _judge(text) != _OTHER:
        whole = max(READ, key=lambda one: _length(parts, told, one)) if spoken & set(READ) else whole
    if spoken <= {whole}:
        return whole, ()
    return whole, tuple(_passages(parts, told, whole))


def _passages(parts: list[tuple[int, int]], told: list[str | None], whole: str) -> Iterator[Passage]:
    """Neighbours of one language that is not that of the whole."""
    for language, group in groupby(zip(parts, told, strict=True), key=lambda pair: pair[1]):
        spans = [span for span, _ in group]
        if language not in (whole, None):
            yield Passage(start=spans[0][0], end=spans[-1][1], language=str(language))


def _parts(text: str) -> list[tuple[int, int]]:
    """Where paragraphs stand: long lines, and short ones that stand together."""
    lines = [match.span() for match in _LINE.finditer(text)]
    parts: list[tuple[int, int]] = lines[:1]
    for before, line in pairwise(lines):
        together = line[0] == before[1] + 1 and max(before[1] - before[0], line[1] - line[0]) <= _WRAPPED
        parts[-1:] = [(parts[-1][0], line[1])] if together else [parts[-1], line]
    return parts or [(0, len(text))]


def _inherited(parts: list[tuple[int, int]], told: list[str | None], text: str) -> list[str | None]:
    """The languages of parts; one that does not tell has that of the one before, a heading that of what it is above."""
    known = list(told)
    for place in reversed(range(len(parts) - 1)):
        start, end = parts[place]
        if known[place] is None and end - start <= _HEADING and text[end - 1] not in '.!?”»"':
            known[place] = known[place + 1]
    for place in range(1, len(parts)):
        known[place] = known[place] or known[place - 1]
    return known


def _plainly(text: str) -> str | None:
    """The language of a paragraph, if it is beyond doubt; Spanish shares a third of its small words with French."""
    hits, words = _counted(text)
    first = max(sorted(hits), key=lambda language: hits[language])
    if hits[first] < max(_PLAIN_HITS, _MIN_SHARE * words):
        return None
    leads = {other: _PLAIN_LEAD if other in READ else _MIN_LEAD for other in hits if other != first}
    plain = all(hits[first] >= lead * hits[other] for other, lead in leads.items())
    return (first if first in READ else UNDETERMINED) if plain else None


def _length(parts: list[tuple[int, int]], told: list[str | None], language: str) -> int:
    return sum(end - start for (start, end), one in zip(parts, told, strict=True) if one == language)


def _counted(text: str) -> tuple[dict[str, float], int]:
    """How many small words of each language a text has, and how many words."""
    words = Counter(_WORD.findall(text.lower()))
    hits = _hits(words)
    hits["es"] += len(_SPANISH_ONLY.findall(text))
    return hits, words.total()


def _judge(text: str) -> str:
    """One of the two languages, "other" for another one, or "und"."""
    hits, words = _counted(text[:_MAX_CHARACTERS])
    (first, most), (second, next_most) = sorted(hits.items(), key=lambda item: (-item[1], item[0]))[:2]
    lead = _OWN_LEAD if {first, second} == set(READ) and most > _LONG else _MIN_LEAD
    alone = next_most == 0 and words >= _MIN_WORDS_ALONE
    least = _MIN_HITS_OTHER if first not in READ else _MIN_HITS_ALONE if alone else _MIN_HITS
    share = _MIN_SHARE_ALONE if alone else _MIN_SHARE
    if most < max(least, share * words, lead * next_most, next_most + _MIN_MORE):
        return UNDETERMINED
    return first if first in READ else _OTHER


def _hits(words: Counter[str]) -> dict[str, float]:
    """How many of the words are small words of each language; many are of several."""
    known = _function_words()
    hits = dict.fromkeys(_languages(), 0.0)
    for word in words.keys() & known.keys():
        for language in known[word]:
            hits[language] += words[word]
    return hits


@cache
def _languages() -> tuple[str, ...]:
    """The languages whose small words are counted."""
    return tuple(sorted(set().union(*_function_words().values())))


@cache
def _function_words() -> Mapping[str, tuple[str, ...]]:
    """The languages of each small word."""
    text = (files(__package__) / "function_words.toml").read_text("utf-8")
    languages: dict[str, list[str]] = {}
    for language, words in tomllib.loads(text).items():
        for word in sorted(set(words.split())):
            languages.setdefault(word, []).append(language)
    return {word: tuple(spoken) for word, spoken in languages.items()}
