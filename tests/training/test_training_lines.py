"""Lines and their names: every source says the same in the end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from training.corpus import TOP, parse, read
from training.lines import Line, marked, tagged, written
from training.names import doc, own
from training.recipe import blank
from training.variants import in_capitals, variants, without_accents

TEXT = """\
=== en-note-01 | 2024-03-05 | invented
# The {f:Event|Water Forum} opens

{r:Official|Ana Ruiz} of {n:City|Nogales} spoke.
Rain fell.

- {t:Company|Tully Farms}
"""


def of(line: Line) -> list[tuple[str, str]]:
    return [(line.text[start:end], label) for start, end, label in line.tops]


def test_a_document_gives_a_line_for_each_block_without_its_marks() -> None:
    (document,) = parse(TEXT.splitlines(), where="note.txt")
    found = list(written(document))
    assert [line.text for line in found] == [
        "The Water Forum opens",
        "Ana Ruiz of Nogales spoke. Rain fell.",
        "Tully Farms",
    ]
    assert [of(line) for line in found] == [
        [("Water Forum", "Event")],
        [("Ana Ruiz", "Person"), ("Nogales", "Place")],
        [("Tully Farms", "Organization")],
    ]


def test_every_name_of_the_corpus_is_in_a_line() -> None:
    for document in read():
        kinds = [TOP[document.kinds[name.entity]] for name in document.names]
        assert [label for line in written(document) for _, _, label in line.tops] == kinds


def test_works_and_peoples_are_no_names() -> None:
    row = {"words": ["Mexican", "Ana"], "spaces": [1, 1], "ents": [[0, 1, "MISC"], [1, 2, "PER"]]}
    assert of(tagged(row)) == [("Ana", "Person")]


def test_a_name_that_ends_inside_a_token_teaches_nothing() -> None:
    nlp = blank("en")
    found = doc(Line(text="Yuma met Acme5.", names=((0, 4, "Place"), (9, 12, "Organization"))), nlp=nlp)
    assert [(name.text, name.label_) for name in found.ents] == [("Yuma", "Place")]
    assert [token.ent_iob_ for token in found if token.text.startswith("Acme")] == [""]


def test_almost_every_name_of_the_corpus_is_made_of_whole_tokens() -> None:
    """The rest are plurals and abbreviations that the tokenizer cannot know."""
    for language in ("en", "es"):
        nlp = blank(language)
        taught = [line for one in read() if one.language == language for line in written(one)]
        whole = sum(len(doc(line, nlp=nlp).ents) for line in taught)
        assert whole >= 0.99 * sum(len(line.names) for line in taught)


@given(st.text())
def test_variants_are_as_long_as_the_text(text: str) -> None:
    assert len(in_capitals(text)) == len(without_accents(text)) == len(text)


def test_variants_keep_the_names_and_depend_on_nothing_but_the_lines() -> None:
    lines = [marked("{P|José Ruiz} habló en {L|Peñasco}.")] * 12
    found = list(variants(lines))
    assert found == list(variants(lines))
    assert {line.text for line in found} == {
        "José Ruiz habló en Peñasco.",
        "JOSÉ RUIZ HABLÓ EN PEÑASCO.",
        "Jose Ruiz hablo en Penasco.",
    }
    assert {line.names for line in found} == {lines[0].names}


def test_a_document_teaches_or_chooses() -> None:
    documents = read()
    taught, chosen = own(documents, part="train"), own(documents, part="dev")
    assert len(taught) + len(chosen) == len(documents)
    assert not {one.id for one in taught} & {one.id for one in chosen}
