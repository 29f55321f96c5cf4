"""Which language a text is in: English, Spanish, or neither for sure.

Small words decide, because they stand in every sentence whatever it is about; names do not, because a page in English is
full of Spanish ones. Six languages are counted so that French, Portuguese, German and Italian are not taken for one of
the two. Libraries must always guess; here a list of names, or too little text, is "und" (undetermined, BCP 47).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

READ = ("en", "es")
UNDETERMINED = "und"
_OTHER = "other"

_WORD = re.compile(r"[^\W\d_]+")
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


def _judge(text: str) -> str:
    """One of the two languages, "other" for another one, or "und"."""
    sample = text[:_MAX_CHARACTERS]
    words = Counter(_WORD.findall(sample.lower()))
    hits = _hits(words)
    hits["es"] += len(_SPANISH_ONLY.findall(sample))
    (first, most), (second, next_most) = sorted(hits.items(), key=lambda item: (-item[1], item[0]))[:2]
    lead = _OWN_LEAD if {first, second} == set(READ) and most > _LONG else _MIN_LEAD
    alone = next_most == 0 and words.total() >= _MIN_WORDS_ALONE
    least = _MIN_HITS_OTHER if first not in READ else _MIN_HITS_ALONE if alone else _MIN_HITS
    share = _MIN_SHARE_ALONE if alone else _MIN_SHARE
    if most < max(least, share * words.total(), lead * next_most, next_most + _MIN_MORE):
        return UNDETERMINED
    return first if first in READ else _OTHER


def _hits(words: Counter[str]) -> dict[str, float]:
    """How many of the words are small words of each language; many are of several."""
    known = _function_words()
    hits = dict.fromkeys(sorted(set().union(*known.values())), 0.0)
    for word in words.keys() & known.keys():
        for language in known[word]:
            hits[language] += words[word]
    return hits


@cache
def _function_words() -> Mapping[str, tuple[str, ...]]:
    """The languages of each small word."""
    text = (files(__package__) / "function_words.toml").read_text("utf-8")
    languages: dict[str, list[str]] = {}
    for language, words in tomllib.loads(text).items():
        for word in sorted(set(words.split())):
            languages.setdefault(word, []).append(language)
    return {word: tuple(spoken) for word, spoken in languages.items()}
