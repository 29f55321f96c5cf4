"""What the stage knows of a language, read from its folder of data: the same files and keys for each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from binatgraph.errors import LanguageError
from binatgraph.model import Kind
from binatgraph.names import fold

_DISTINCT_WORDS = 65_536
LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Head words that say what a name is: "Commission" last in English, "Comisión" `first` in Spanish. Folded.

    A head of several words may have small ones in it. Where heads stand last these are the heads `across` an "of" ("Port of
    Entry"), longest first; where they stand first, `openings` are the beginnings of all ("memorándum de …").
    """

    kinds: Mapping[str, Kind]
    longest: int
    first: bool
    across: tuple[str, ...]
    openings: frozenset[str]
    weak: frozenset[str]
    alone: Mapping[str, Kind]
    with_place: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Words that titles and offices are made of, folded: heads (with plurals), what stands before and after them.

    `spelled` are the heads as they are written, for those that only an accent tells from something else ("Secretaría").
    """

    heads: Mapping[str, str]
    spelled: frozenset[str]
    beginnings: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    public: frozenset[str]
    honorifics: frozenset[str]
    former: frozenset[str]
    links: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What unknown names of places look like: first words of towns and regions, and words that say only what a place is."""

    starts: frozenset[str]
    regions: frozenset[str]
    generic: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The data of one language; the keys are explained in the files themselves.

    `spelled` has words as they are written, `foreign` the cues of the other language, for names that are not translated.
    `given_names` are those of both languages: people cross the border with their names.
    """

    language: str
    words: Mapping[str, frozenset[str]]
    spelled: Mapping[str, tuple[str, ...]]
    goes_on: Mapping[str, frozenset[str]]
    columns: Mapping[str, str]
    abbreviations: frozenset[str]
    cues: Cues
    foreign: Cues
    titles: Titles
    places: Places
    demonyms: Mapping[str, str]
    nominals: Mapping[str, tuple[Kind, ...]]
    given_names: frozenset[str]
    furniture: Mapping[str, re.Pattern[str]]
    modality: Mapping[str, re.Pattern[str]]
    frames: Mapping[str, Any]
    triggers: Mapping[str, tuple[str, ...]]
    small: Mapping[str, str]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The data of "en" or "es".

    Raises
    ------
    LanguageError
        If there are no data for the language.

    >>> load_lexicon("es").cues.kinds["comision"]
    <Kind.COMMISSION: 'Commission'>
    """
    if language not in LANGUAGES:
        raise LanguageError(f"no data for the language {language!r}; there are {', '.join(LANGUAGES)}")
    words, triggers = _toml(language, "words.toml"), _toml(language, "triggers.toml")
    return Lexicon(
        language=language,
        words={key: _folded(value) for key, value in words["classes"].items()},
        spelled={key: tuple(value) for key, value in words["classes"].items()},
        goes_on={key: _folded(value) for key, value in words["goes_on"].items()},
        columns={fold(heading): key for key, headings in words["columns"].items() for heading in headings},
        abbreviations=frozenset(words["abbreviations"]),
        cues=_cues(_toml(language, "cues.toml")),
        foreign=_cues(_toml(next(other for other in LANGUAGES if other != language), "cues.toml")),
        titles=_titles(_toml(language, "titles.toml")),
        places=_places(words["places"]),
        demonyms={fold(form): name for name, forms in words["demonyms"].items() for form in forms},
        nominals={fold(noun): tuple(Kind(kind) for kind in kinds) for noun, kinds in words["nominals"].items()},
        given_names=_folded(name for one in LANGUAGES for name in _text(one, "given_names.txt").split()),
        furniture=_patterns(_toml(language, "furniture.toml")),
        modality=_patterns(_toml(language, "modality.toml")),
        frames=_toml(language, "frames.toml"),
        triggers={relation: tuple(stems) for relation, stems in triggers["relations"].items()},
        small={fold(word) or word: name for name, those in triggers["small"].items() for word in those},
    )


@lru_cache(maxsize=_DISTINCT_WORDS)
def relations_of(word: str, *, language: str) -> tuple[str, ...]:
    """The relations that a folded word may speak of.

    >>> relations_of("firmaron", language="es")
    ('signed',)
    """
    return tuple(relation for relation, stems in load_lexicon(language).triggers.items() if word.startswith(stems))


def _text(language: str, name: str) -> str:
    return (files("binatgraph.language") / language / name).read_text("utf-8")


def _toml(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(_text(language, name))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(folded for word in words if (folded := fold(word)))


def _patterns(table: Mapping[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {key: re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE) for key, parts in table.items()}


def _cues(data: Mapping[str, Any]) -> Cues:
    kinds = {fold(cue): Kind(kind) for kind, cues in data["heads"].items() for cue in cues}
    first = data["position"] == "first"
    across = sorted((cue for cue in kinds if " of " in cue), key=lambda cue: (-len(cue), cue))
    openings = {cue[: at.end()].strip() for cue in kinds for at in re.finditer(r" |$", cue)}
    return Cues(
        kinds=kinds,
        longest=max(len(cue.split()) for cue in kinds),
        first=first,
        across=() if first else tuple(across),
        openings=frozenset(openings) if first else frozenset(),
        weak=_folded(data["weak"]),
        alone={fold(name): Kind(kind) for kind, names in data["alone"].items() for name in names},
        with_place=_folded(data["with_place"]),
    )


def _titles(data: Mapping[str, Any]) -> Titles:
    singular = {fold(head): fold(head) for head in data["heads"]}
    heads = singular | {fold(form): fold(head) for head, form in data["plurals"].items()}
    return Titles(
        heads=heads,
        spelled=frozenset(form.lower() for form in (*data["heads"], *data["plurals"].values())),
        beginnings=frozenset(head.split()[0] for head in heads),
        before=_folded(data["before"]),
        after=_folded(data["after"]),
        public=_folded(data["public"]),
        honorifics=_folded(data["honorifics"]),
        former=_folded(data["former"]),
        links=_folded(data["links"]),
        stands_for={fold(word): _folded(heads) for word, heads in data["stands_for"].items()},
    )


def _places(data: Mapping[str, Any]) -> Places:
    generic = sorted(_folded(data["generic"]), key=lambda words: (-len(words), words))
    return Places(
        starts=_folded(data["starts"]),
        regions=_folded(data["regions"]),
        generic=re.compile(rf"\b(?:{'|'.join(generic)})\b"),
    )
