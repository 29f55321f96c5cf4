"""UTF-8 that was read in another encoding, put right where it is certain: `β€œ` is a quotation mark, in any language.

ftfy finds and undoes what was misread throughout. What it cannot see is one line that mixes misread and good characters,
a code page whose undefined bytes were filled from another one, and a lone Greek or box-drawing pair in a word; for these
a table is derived here: the characters that documents of two languages hold, their UTF-8 bytes, and how every code page
that is still met shows them.
"""

from __future__ import annotations

import re
from functools import cache

_TYPOGRAPHIC = "‐‑‒–—―‘’‚‛“”„†‡•…‰′″‹›€™−\u2009\u200b\u202f\ufeff"
_LETTERS = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»ºª°·§©®\u00a0"
_PAIR = 2
_CODE_PAGES = ("cp1252", "cp1253", "cp1250", "mac_roman", "cp437", "cp850")

# How the first bytes of two and more show in these code pages, before what the second one shows as: hardly in any good text.
_SUSPECT = re.compile(r"[ÂÃÄÅâïðĂĹďΒΓΔΕβο√¬‚Ô├┬∩´][^\x00-\x7f]|[\x80-\x9f]|[ÃÂ] ")
_LATIN = "A-Za-zÀ-ÖØ-öø-ÿ"


def unscramble(text: str) -> str:
    r"""Undo misread UTF-8; a text without any comes back as it is.

    >>> unscramble("β€œMega RegiΓ³nβ€\x9d")
    '“Mega Región”'
    >>> unscramble("“Mega Región”")
    '“Mega Región”'
    """
    if not _SUSPECT.search(text):
        return text
    sure, pairs, table = _patterns()
    text = sure.sub(lambda match: table[match.group()], text)
    text = pairs.sub(lambda match: table[match.group()], text)
    return "\n".join(_by_ftfy(line) if _SUSPECT.search(line) else line for line in text.split("\n"))


def _by_ftfy(line: str) -> str:
    """The encoding step of ftfy alone, on a line that it finds damaged: quotes, ligatures and the like stay."""
    import ftfy  # noqa: PLC0415  (a tenth of a second that undamaged texts do not need)
    from ftfy.badness import is_bad  # noqa: PLC0415

    return str(ftfy.fix_encoding(line)) if is_bad(line) else line


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What to look for: long sequences anywhere, pairs beside a letter only; and what each stands for."""
    table: dict[str, str] = {}
    for character in _TYPOGRAPHIC + _LETTERS:
        for page in _CODE_PAGES:
            for form in _misread(character, page):
                table.setdefault(form, character)
    for page in ("cp1252", "cp1253"):  # its last byte is undefined there, and often lost
        table.setdefault(_misread("”", page)[0][:2], "”")
    sure = [form for form in table if len(form) > _PAIR or form[-1] == "€"]
    pairs = [form for form in table if len(form) == _PAIR and form[-1] != "€" and form[0] not in "ÂÃ"]  # ftfy's own
    return (
        re.compile(_any_of(sure)),
        re.compile(f"(?<=[{_LATIN}])(?:{_any_of(pairs)})|(?:{_any_of(pairs)})(?=[{_LATIN}])"),
        table,
    )


def _any_of(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _misread(character: str, page: str) -> list[str]:
    """How a code page shows the UTF-8 bytes of a character: undefined bytes as controls, and as Windows-1252 has them."""
    data = character.encode("utf-8")
    return ["".join(_shown(byte, page, other) for byte in data) for other in ("latin-1", "cp1252")]


def _shown(byte: int, *pages: str) -> str:
    one = bytes([byte])
    for page in pages:
        try:
            return one.decode(page)
        except UnicodeDecodeError:
            continue
    return one.decode("latin-1")
