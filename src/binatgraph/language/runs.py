"""Runs of capitals: the longest stretch of a sentence that could be one name or several joined by small words."""

from __future__ import annotations

from binatgraph.language.view import View
from binatgraph.model import Kind

_TIES = frozenset({"-", "–", "&", "/"})
_DASHES = frozenset({"-", "–"})
"""With a space before it a dash parts what stands on its two sides."""
_LONGEST_LINK = 3
""""de la", "on behalf of the": tokens between two words of a name."""
_LONGEST_NUMBER = 4
"""Digits: "Minute 323", "Title 42", "Expo 2024"; a longer number is an amount or an address."""
_LONGEST_LEGAL_FORM = 4
"""Letters: "Inc", "Ltd", "Corp" belong to the name before the comma, "Company" begins another phrase."""


def begins(view: View, at: int) -> bool:
    """Whether a run can begin at a token. A letter before a hyphen ("T-MEC" is one token, "e-mail" none) begins none."""
    if at in view.blocked:
        return False
    if at in view.known:
        return True
    token = view.sentence[at]
    if not token.capital or not token.folded or token.folded in view.lexicon.words["never"]:
        return False
    return len(token.text) > 1 or at + 1 == len(view.sentence) or view.sentence[at + 1].text != "-"


def run_end(view: View, start: int) -> int:
    """The token behind the run that begins at a token."""
    end = view.known[start].end if start in view.known else start + 1
    while end < len(view.sentence) and (further := _step(view, end)) > end:
        end = further
    return end


def _step(view: View, at: int) -> int:
    """The token behind the next word of a run, or `at` where the run ends."""
    steps = (_over_word, _over_tie, _over_compound, _over_legal_form, _over_links)
    return next((end for step in steps if (end := step(view, at)) is not None), at)


def _over_word(view: View, at: int) -> int | None:
    token = view.sentence[at]
    if at in view.known and at not in view.blocked:
        return view.known[at].end
    if view.is_word_of_name(at) and token.folded not in view.lexicon.words["never"]:
        return at + 1
    numbered = token.text.isdigit() and len(token.text) <= _LONGEST_NUMBER and _takes_number(view, at - 1)
    return at + 1 if numbered else None


def _takes_number(view: View, at: int) -> bool:
    """A number belongs to a name when a name of numbered things is before it ("Acta 330"), not a known name ("Sonora 2024")."""
    return view.sentence[at].capital and view.sentence[at].folded not in view.register.lengths


def _over_tie(view: View, at: int) -> int | None:
    after = at + 1
    token = view.sentence[at]
    if token.text not in _TIES or after == len(view.sentence) or not _is_tied(view, after):
        return None
    if token.text in _DASHES and view.sentence[at - 1].end < token.start:
        return None
    return view.known[after].end if after in view.known else after + 1


def _is_tied(view: View, at: int) -> bool:
    """Behind a hyphen a known name may have lost its capital: "Sonora-arizona Commission"."""
    word = (view.sentence[at].folded,)
    return view.is_word_of_name(at) or word in view.register.kinds or word in view.document.kinds


def _over_compound(view: View, at: int) -> int | None:
    """A part of a word in lower case: "High-level Economic Dialogue", "Cali-baja Mega-region", but not "Sonora-based"."""
    after = at + 1
    if view.sentence[at].text != "-" or after == len(view.sentence) or not view.sentence[after].text.islower():
        return None
    first, last = view.sentence[at - 1], view.sentence[after]
    if not first.end == view.sentence[at].start == last.start - 1 or last.folded in view.lexicon.words["compounds"]:
        return None
    if any(known.start < at <= known.end for known in view.known.values()):
        return None
    says_kind = f"{first.folded} {last.folded}" in view.lexicon.cues.kinds
    return after + 1 if says_kind or view.is_word_of_name(after + 1) else None


def _over_legal_form(view: View, at: int) -> int | None:
    """Behind a comma only a short word for a company goes on with a name: "Acme, Inc."."""
    after = at + 1
    if view.sentence[at].text != "," or after == len(view.sentence):
        return None
    token = view.sentence[after]
    company = token.capital and view.lexicon.cues.kinds.get(token.folded) is Kind.COMPANY
    return after + 1 if company and len(token.folded) <= _LONGEST_LEGAL_FORM else None


def _over_links(view: View, at: int) -> int | None:
    """Small words, and the word of a name behind them."""
    after = at
    while after < len(view.sentence) and after - at < _LONGEST_LINK and is_link(view, after):
        after += 1
    if after == at or not view.is_word_of_name(after):
        return None
    if view.sentence[after].folded in view.lexicon.words["never"]:
        return None
    return view.known[after].end if after in view.known else after + 1


def is_link(view: View, at: int) -> bool:
    """Whether a token may join two words of a name."""
    return (at not in view.blocked and view.is_link(at, "connectors")) or view.sentence[at].text == "&"
