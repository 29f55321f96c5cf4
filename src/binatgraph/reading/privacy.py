"""E-mail addresses and telephone numbers, blotted out before anything is stored: documents give them, a graph must not.

Every character of one becomes `•`, so that no offset moves. Numbers of the United States and Mexico are known by their
shape; shorter ones only behind a cue ("tel.", "phone", "call … at"), or behind an address or a number that was blotted
out ("… or 555-0142"). Years, amounts, ranges, dates, postal codes and numbers of files have other shapes or no cue.
"""

from __future__ import annotations

import re

BLOT = "•"

_EMAIL = re.compile(r"(?<![\w.%+'-])(?P<n>[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+)")
_SPELLED_AT = re.compile(r"[(\[](?:at|arroba)[)\]]", re.IGNORECASE)
_SPELLED_EMAIL = re.compile(
    r"(?<![\w.-])(?P<n>[\w.-]{1,64} ?[(\[](?:at|arroba)[)\]] ?[\w-]+(?:(?:\.| ?[(\[](?:dot|punto)[)\]] ?)[\w-]+)+)",
    re.IGNORECASE,
)

_SEP = "[ .–‑-]"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_BEFORE = r"(?<![\w$€£#])(?<!\d[-.,–/])(?<!\w[.–-])"
_AFTER = r"(?!\d|[-.–]\d)"
_EXT = r"(?:extensi[oó]n|exts?|x)[.:]? ?\d{1,6}"
_EXTENSION = rf"(?:[ ,;]{{0,2}}(?:{_EXT}|\({_EXT}\)))?"
_PREFIX = rf"(?:(?:\+ ?1|(?:\+ ?)?52|\(\+?52\)|0?1|044|045){_SEP}{{0,3}}(?:1{_SEP})?)?"
_FULL = "|".join(
    (
        rf"{_PREFIX}\([2-9]\d\d?\){_SEP}{{0,3}}\d{{2,4}}{_SEP}?\d\d(?:{_SEP}?\d\d){{1,2}}",  # (664) 123-4567
        rf"{_PREFIX}[2-9]\d\d{_SEP}\d{{3}}(?:[.–‑-]\d{{4}}| (?!{_YEAR})\d{{4}}|{_SEP}\d\d{_SEP}\d\d)",  # 664-123-45-67
        rf"{_PREFIX}(?:55|56|33|81){_SEP}(?!{_YEAR}\D{_YEAR})\d{{4}}{_SEP}\d{{4}}",  # 55 1234 5678
        rf"0?1{_SEP}800{_SEP}\d{{3}}{_SEP}?\d\d{_SEP}?\d\d",  # 01 800 123 4567
        r"\+ ?\d(?:[ .()–‑-]{0,3}\d){8,14}",  # +526641234567, and abroad
    )
)
_SHORT = (
    rf"(?!{_YEAR}\D{_YEAR})(?:\d{{3,4}}{_SEP}\d{{4}}|\d{{3}}{_SEP}\d\d{_SEP}\d\d)"  # 123-4567, 1234 5678, 123-45-67
)
_CUED = rf"{_FULL}|\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{4}}|{_SHORT}|(?!{_YEAR}-\d\d-\d\d)(?:\d{{7,13}}|\d{{2,3}}{_SEP}\d{{7,8}}|\d\d(?:{_SEP}\d\d){{3,4}})"

_DEVICE = (
    r"\b(?:tel(?:s|[eé]fonos?|ephones?)?|phones?|fax|cel|cell|celular(?:es)?|mobile|m[oó]vil|whats ?app|conmutador|hotline"
    r"|toll[ -]free|lada|marque|marcar|dial)\b[.:)\]]*"
    r"(?:[ :.–-]|\b(?:numbers?|n[uú]meros?|no|n[uú]m|is|es|at|al|on|line|office|oficina|gratuito|fax|us)\b){0,8}"
)
_CALL = r"\b(?:call|calling|llam\w+|contact\w*)\b[^.\n\d•]{0,40}\b(?:at|al|a los?|n[uú]mero|number) "
_ALSO = rf"{BLOT}(?: ?[,;/|] ?(?:(?:or|o|u|and|y|e) )?| (?:or|o|u|and|y|e) )(?:at |al )?"

_NUMBER = re.compile(rf"{_BEFORE}(?P<n>(?:{_FULL}){_AFTER}{_EXTENSION})", re.IGNORECASE)
_AFTER_DEVICE = re.compile(rf"{_DEVICE}(?P<n>(?:{_CUED}){_AFTER}{_EXTENSION})", re.IGNORECASE)
_AFTER_CALL = re.compile(rf"{_CALL}(?P<n>{_SHORT}{_AFTER}{_EXTENSION})", re.IGNORECASE)
_AFTER_BLOT = re.compile(rf"{_ALSO}(?P<n>{_SHORT}{_AFTER}{_EXTENSION})", re.IGNORECASE)


def mask(text: str) -> str:
    """The text with a `•` for each character of an e-mail address or a telephone number; as long as before. Idempotent.

    >>> mask("Write to ana@example.org or call (520) 555-0142.")
    'Write to ••••••••••••••• or call ••••••••••••••.'
    >>> mask("From 2015-2019 it delivered 350,000 acre-feet.")
    'From 2015-2019 it delivered 350,000 acre-feet.'
    """
    while (masked := _once(text)) != text:  # one that is blotted out is the cue of the next
        text = masked
    return text


def _once(text: str) -> str:
    if "@" in text:
        text = _EMAIL.sub(_blot, text)
    if _SPELLED_AT.search(text):
        text = _SPELLED_EMAIL.sub(_blot, text)
    for pattern in (_NUMBER, _AFTER_DEVICE, _AFTER_CALL, _AFTER_BLOT):
        text = pattern.sub(_blot, text)
    return text


def _blot(match: re.Match[str]) -> str:
    """The match with its number or address blotted out, and its cue as it was."""
    start, end = (place - match.start() for place in match.span("n"))
    whole = match.group()
    return whole[:start] + BLOT * (end - start) + whole[end:]
