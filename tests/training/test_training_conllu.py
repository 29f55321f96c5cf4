"""Treebanks become what spaCy learns from."""

from __future__ import annotations

import pytest
import spacy
from small_treebank import ENGLISH, SPANISH, trees
from training.conllu import Sentence, doc, is_tree, read
from training.treebanks import ancora_a, ancora_b, fifth, grouped, gsd_dev


def only(text: str, *, merge: bool, subtypes: bool) -> Sentence:
    (sentence,) = read(text.splitlines(keepends=True), merge=merge, subtypes=subtypes)
    return sentence


def test_words_written_as_one_are_one() -> None:
    words = only(SPANISH, merge=True, subtypes=False).words
    assert [word.text for word in words] == ["Ana", "Ruiz", "no", "verla", "del", "puerto", "."]
    assert [word.head for word in words] == [3, 0, 3, 3, 5, 3, 3]


def test_the_verb_leads_and_else_the_first_word_with_a_head_outside() -> None:
    words = {word.text: word for word in only(SPANISH, merge=True, subtypes=False).words}
    assert (words["verla"].pos, words["verla"].lemma, words["verla"].dep) == ("VERB", "ver", "root")
    assert (words["del"].pos, words["del"].lemma, words["del"].dep) == ("ADP", "de", "case")


def test_words_are_kept_apart_where_nothing_is_merged() -> None:
    assert [word.text for word in only(SPANISH, merge=False, subtypes=True).words][3:7] == ["ver", "la", "de", "el"]


def test_subtypes_are_cut_or_kept() -> None:
    assert "obl:arg" in {word.dep for word in only(SPANISH, merge=True, subtypes=True).words}
    assert "obl:arg" not in {word.dep for word in only(SPANISH, merge=True, subtypes=False).words}


@pytest.mark.parametrize("language", ["en", "es"])
def test_sentences_know_their_documents(language: str) -> None:
    found = list(read(trees(language).splitlines(), merge=True, subtypes=True))
    assert len(found) == 30
    assert (found[0].id, found[0].document, found[29].id, found[29].document) == ("d0-0", "d0", "d9-2", "d9")


def test_what_is_no_tree_is_seen() -> None:
    assert is_tree([1, 1, 1])
    assert not is_tree([1, 0, 2])
    assert not is_tree([0, 1])


def test_empty_nodes_and_comments_are_passed_over() -> None:
    text = ENGLISH.replace("4\tthe", "3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_\n4\tthe")
    assert (
        only(f"# text = …\n{text}", merge=True, subtypes=True).words == only(ENGLISH, merge=True, subtypes=True).words
    )


def test_a_doc_has_the_words_spaces_trees_and_sentences() -> None:
    sentence = only(ENGLISH, merge=False, subtypes=True).words
    found = doc([sentence, sentence], vocab=spacy.blank("en").vocab)
    assert found.text == "Ana Ruiz met the mayor of Yuma. Ana Ruiz met the mayor of Yuma. "
    assert [token.head.i - (8 if token.i > 7 else 0) for token in found] == [2, 0, 2, 4, 2, 6, 4, 2] * 2
    assert [sent.root.text for sent in found.sents] == ["met", "met"]
    assert (found[2].lemma_, found[2].tag_, str(found[2].morph), found[2].dep_) == ("meet", "VBD", "Tense=Past", "ROOT")


def test_no_sentence_teaches_and_is_held_out() -> None:
    parts = [fifth(0, number) for number in range(25)]
    assert parts.count("test") == 5
    assert {ancora_a(number, 0) for number in range(40)} == {"train", "dev"}
    assert [ancora_b(number, 0) for number in range(20)].count("test") == 9
    assert (gsd_dev(0, 1249), gsd_dev(0, 1250)) == ("train", "dev")


def test_sentences_are_grouped_by_three() -> None:
    found = list(read(trees("en").splitlines(), merge=False, subtypes=True))[:7]
    assert [len(group) for group in grouped(found)] == [3, 3, 1]
