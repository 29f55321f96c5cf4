"""How a text is cut into tokens: spaCy's rules of the language, our hyphens and abbreviations. Pipelines are trained on the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex, registry

from binatgraph.language.lexicon import load_lexicon

NAME = "binatgraph.tokenizer.v1"
"""What the configuration of a pipeline calls this tokenizer; importing this module makes it known to spaCy."""

_LETTER = r"[^\W\d_]"
_HYPHEN = rf"(?<={_LETTER})[-–—/](?={_LETTER})"
"""A hyphen between letters parts two tokens in both languages: "U.S.-Mexico" is not one name."""
_BEHIND_ABBREVIATION = r"(?<=[a-zA-Z]\.)[-–—](?=[a-zA-Z])"

_DATELINE = rf"(?<={_LETTER})\.[-–—]+"
"""What closes a dateline is no part of the place: "Hermosillo.- El gobernador …"."""


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]  # catalogue has no types
def make_tokenizer() -> Callable[[Language], Any]:
    """A function that makes the tokenizer of a pipeline, as spaCy's configuration wants it.

    >>> import spacy
    >>> nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    >>> [token.text for token in nlp("The U.S.-Mexico border.")]
    ['The', 'U.S.', '-', 'Mexico', 'border', '.']
    """
    return _tokenizer


def _tokenizer(nlp: Language) -> Any:
    tokenizer = registry.tokenizers.get("spacy.Tokenizer.v1")()(nlp)
    tokenizer.infix_finditer = compile_infix_regex(
        [*(nlp.Defaults.infixes or ()), _HYPHEN, _BEHIND_ABBREVIATION]
    ).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), _DATELINE]).search
    for text in sorted(load_lexicon(nlp.lang).abbreviations):
        tokenizer.add_special_case(text, [{"ORTH": text}])
    return tokenizer
