"""Names as strings: folding for comparison, slugs for IRIs, and which shorter forms a name goes by."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_ACRONYM_SKIPS = frozenset(
    {"of", "the", "and", "for", "on", "in", "de", "del", "la", "las", "los", "el", "y", "e", "para", "en", "a"}
)
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y", "e", "von", "van", "da", "di", "san", "santa", "der"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def fold(text: str) -> str:
    """Lower case, no accents, words parted by one space: what two spellings of a name have in common. Idempotent.

    >>> fold("  José  Martínez-Peña,  Jr.")
    'jose martinez pena jr'
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", bare)).strip()


def slug(text: str) -> str:
    """A folded name in the letters an IRI may hold unescaped: `a-z`, `0-9` and `-`; "x" where nothing is left.

    >>> slug("Comisión Sonora–Arizona")
    'comision-sonora-arizona'
    """
    ascii_only = fold(text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "x"


def acronyms(name: str) -> frozenset[str]:
    """The acronyms a name could have, with and without its small words, folded.

    >>> sorted(acronyms("Agencia de Desarrollo del Norte"))
    ['adddn', 'adn']
    """
    words = fold(name).split()
    full = "".join(w[0] for w in words)
    short = "".join(w[0] for w in words if w not in _ACRONYM_SKIPS)
    return frozenset(a for a in (full, short) if len(a) > 1)


def surname_forms(name: str) -> frozenset[str]:
    """The folded surnames a person may be called by, in US and in Hispanic custom (one or two surnames, with particles).

    A name of four words or more has two given names or two surnames; both readings are kept.

    >>> sorted(surname_forms("Alfonso Durazo Montaño"))
    ['durazo', 'durazo montano', 'montano']
    >>> sorted(surname_forms("Carlos de la Garza"))
    ['de la garza', 'garza']
    """
    units = _units([w for w in fold(name).split() if w not in _GENERATIONS])
    if len(units) == 1 or not units:
        return frozenset()
    forms = {units[-1]}
    if len(units[1:]) > 1:  # something stands between the first and the last
        forms |= {units[-2], f"{units[-2]} {units[-1]}"}
    return frozenset(forms | {form.split()[-1] for form in forms if form.split()[0] in _PARTICLES})


def _units(words: list[str]) -> list[str]:
    """Words with the particles before them: ["carlos", "de la garza"]; a lone initial stands with no surname."""
    units: list[str] = []
    pending: list[str] = []
    for position, word in enumerate(words):
        if word in _PARTICLES and position > 0:
            pending.append(word)
        elif len(word) == 1 and units:
            continue
        else:
            units.append(" ".join([*pending, word]))
            pending = []
    return units
