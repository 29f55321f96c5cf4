"""The tree of a sentence beside its tokens, and the ways in it."""

from __future__ import annotations

from small_scorer import tree

from binatgraph.language.pipelines import Named, Parse, Word
from binatgraph.language.syntax import Way, align, case_of, governor, head_of, leader, named, way
from binatgraph.language.tokens import Sentence, sentences
from binatgraph.model import Kind

# Ana Ruiz and Luis Peña met with Rosa Ibarra in Nogales.
WORDS = ("ana", "ruiz", "and", "luis", "peña", "met", "with", "rosa", "ibarra", "in", "nogales")
ANA, LUIS, MET, ROSA, NOGALES = 0, 3, 5, 7, 10
TREE = tree([
    "ana PROPN nsubj 5", "ruiz PROPN flat 0", "and CCONJ cc 3", "luis PROPN conj 0", "peña PROPN flat 3",
    "meet VERB root -1", "with ADP case 7", "rosa PROPN obl 5", "ibarra PROPN flat 7", "in ADP case 10", "nogales PROPN nmod 7",
])  # fmt: skip


def sentence(text: str, *, offset: int = 0) -> Sentence:
    return sentences(text, offset=offset, language="en")[0]


def parsed(*words: tuple[str, int, str, int], names: tuple[Named, ...] = ()) -> Parse:
    """Give a parse of words: text, start, relation, head."""
    made = tuple(Word(text, at, at + len(text), "X", text.upper(), "", head, dep) for text, at, dep, head in words)
    return Parse(words=made, sentences=((0, len(made)),), names=names)


def test_a_node_stands_at_the_token_of_its_word() -> None:
    seen = parsed(("Ana", 0, "nsubj:pass", 1), ("left", 4, "root", 1))
    nodes = align(seen, sentence("Ana left", offset=100), offset=100)
    assert [(one.lemma, one.dep, one.head) for one in nodes] == [("ana", "nsubj", 1), ("left", "root", -1)]


def test_a_token_without_a_word_hangs_on_nothing() -> None:
    nodes = align(parsed(("Ana", 0, "nsubj", 0)), sentence("Ana left"), offset=0)
    assert (nodes[1].dep, nodes[1].head) == ("dep", -1)


def test_a_head_in_another_sentence_is_none() -> None:
    seen = parsed(("Ana", 0, "nsubj", 2), ("left", 4, "root", 2), ("Luis", 10, "root", 2))
    assert [one.head for one in align(seen, sentence("Ana left"), offset=0)] == [-1, -1]


def test_a_name_of_the_pipeline_is_a_range_of_tokens() -> None:
    seen = parsed(names=(Named(0, 8, Kind.PERSON),))
    assert list(named(seen, sentence("Ana Ruiz left", offset=7), offset=7)) == [(0, 2, Kind.PERSON)]


def test_a_name_that_begins_inside_a_token_is_none() -> None:
    assert list(named(parsed(names=(Named(1, 8, Kind.PERSON),)), sentence("Ana Ruiz left"), offset=0)) == []


def test_the_head_of_a_name_is_the_word_whose_head_lies_outside() -> None:
    assert (
        head_of(tree(["the DET det 2", "bridge NOUN compound 2", "board NOUN nsubj 3", "sit VERB root -1"]), 0, 3) == 2
    )


def test_the_head_of_a_name_that_hangs_together_in_a_ring_is_its_first_word() -> None:
    assert head_of(tree(["ana X flat 1", "ruiz X flat 0"]), 0, 2) == 0


def test_the_leader_of_a_list_is_its_first_word() -> None:
    assert leader(TREE, LUIS) == ANA
    assert leader(TREE, ROSA) == ROSA


def test_a_ring_of_coordinated_words_has_an_end() -> None:
    assert leader(tree(["a X conj 1", "b X conj 0"]), 0) == 1


def test_the_way_leads_up_to_the_common_governor_and_down() -> None:
    assert way(TREE, ANA, NOGALES) == Way(("nsubj",), MET, ("obl", "nmod"))


def test_one_may_be_above_the_other() -> None:
    assert way(TREE, ROSA, NOGALES) == Way((), ROSA, ("nmod",))


def test_a_long_way_is_none() -> None:
    chain = tree([f"w X dep {at - 1}" for at in range(9)])
    assert way(chain, 8, 1) == Way(("dep",) * 7, 1, ())
    assert way(chain, 8, 0) is None


def test_words_of_two_trees_have_no_way() -> None:
    assert way(tree(["a X root -1", "b X root -1"]), 0, 1) is None


def test_the_preposition_of_a_word_is_its_case() -> None:
    assert case_of(TREE, ROSA, WORDS) == "with"
    assert case_of(TREE, ANA, WORDS) == ""


def test_the_governor_is_the_nearest_verb_or_noun_above_names() -> None:
    assert governor(TREE, NOGALES) == MET
    assert governor(TREE, MET) == -1
