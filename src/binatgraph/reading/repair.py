"""Clean text, made once, before any offset is taken: what comes out here never changes again.

A text without damage comes out character for character as it went in. What counts as damage: misread encodings, foreign
line ends, spaces that only look different, ligatures (ﬁ) of print, invisible characters, letters and accents that are not composed (NFC), and a
space that is missing after a comma or a full stop of prose.
"""

from __future__ import annotations

import re
import unicodedata

from binatgraph.reading.mojibake import unscramble

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(  # controls, soft hyphen, zero width, direction marks, lone surrogates, language tags
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_MAX_PASSES = 10  # damage under damage; each pass makes the text shorter, so that this is never reached in earnest

_LOWER = "a-zß-öø-ÿ"
_UPPER = "A-ZÀ-ÖØ-Þ"
_COMMA = re.compile(r"(?<=[^\W_][^\W_])([.)”’%]?,)(?=[^\W\d_]{2}|[aeouyAEOUY]\b)")
_STOP = re.compile(rf"(?<=[{_LOWER}])\.(?=[¿¡“]?[{_UPPER}])")
_WINDOW = 80
_LEFT_WORD = re.compile(rf"(?:^|[\s(\[“‘«¡¿—–,;:])[{_LOWER}]+(?:['’-][{_LOWER}]+)*$")
_RIGHT_WORD = re.compile(rf"[¿¡“]?([{_UPPER}][{_LOWER}]*)(?![\w@/(\\:-]|\.\w)")
_NO_PROSE = re.compile(r"[@=<>{}\\_#]|://|www\.|\w\.[a-z]{2,4}/", re.IGNORECASE)
_ENDINGS = re.compile(
    r"com|org|net|gov|edu|gob|mil|int|mx|us|info|io|biz|html?|pdf|docx?|xlsx?|pptx?|odt|txt|csv|md"
    r"|jpe?g|png|gif|svg|zip|xml|json|yaml|js|css|php|aspx?|py",
    re.IGNORECASE,
)


def repair(text: str) -> str:
    r"""Clean text; white space at its beginning and the number of its lines stay. Idempotent.

    >>> repair("Governor Hobbs\u00a0met the SeÃ±or in Phoenix,Arizona.\r\n")
    'Governor Hobbs met the Señor in Phoenix, Arizona.\n'
    """
    for _ in range(_MAX_PASSES):
        repaired = _spaced(_clean(text))
        if repaired == text:
            break
        text = repaired
    return text


def _clean(text: str) -> str:
    """Right characters. Encoding goes first: it needs the controls and soft hyphens that are its traces."""
    if text.isascii() and text.isprintable():
        return text
    text = unscramble(text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text).translate(_LIGATURES)
    return unicodedata.normalize("NFC", text)


def _spaced(text: str) -> str:
    """A space where prose lacks one after a comma or a full stop."""
    text = _COMMA.sub(lambda match: match.group() + " " * _is_prose(match), text)
    return _STOP.sub(lambda match: match.group() + " " * (_is_prose(match) and _ends_sentence(match)), text)


def _is_prose(match: re.Match[str]) -> bool:
    """Whether what stands around the match without a space is no address, path, or code."""
    left, right = _around(match)
    return not _NO_PROSE.search((left.split() or [""])[-1] + match.group() + (right.split() or [""])[0])


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether a lower-case word stands before the stop and a capitalised one behind, and neither makes a name of a file or site."""
    left, right = _around(match)
    behind = _RIGHT_WORD.match(right)
    before = _LEFT_WORD.search(left)
    if not behind or not before or len(before.group().strip()) < 2:  # noqa: PLR2004  (a.m., p.m.: one letter is no word)
        return False
    return not _ENDINGS.fullmatch(behind.group(1))


def _around(match: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a match; a window, so that a text without spaces takes no longer."""
    text, start, end = match.string, match.start(), match.end()
    return text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
