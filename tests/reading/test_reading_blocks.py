from __future__ import annotations

import pytest
from lxml import html

from binatgraph.reading.blocks import lines_of, render


def text_of(page: str) -> str:
    return render(lines_of(html.document_fromstring(page)))


def test_blocks_are_parted_by_an_empty_line_and_headings_get_no_full_stop() -> None:
    page = "<h1>Agenda</h1><p>One.</p><div>Two<section>Three</section>Four</div><blockquote><p>Five</p></blockquote>"
    assert text_of(page) == "Agenda\n\nOne.\n\nTwo\n\nThree\n\nFour\n\nFive"


def test_white_space_within_a_block_runs_together() -> None:
    assert text_of("<p>\n  The  <b>two</b>\n\tstates&nbsp; met </p>") == "The two states met"


def test_words_are_not_parted_by_inline_elements() -> None:
    assert text_of("<p><b>So</b>nora<wbr>–<i>Ari</i>zona<!-- note -->, <?x y?>2024</p>") == "Sonora–Arizona, 2024"


def test_a_line_break_ends_a_line_and_two_end_a_block() -> None:
    assert text_of("<p>Ana Ruiz<br>Mayor<br/>of Nogales<br>\n<br>Next.</p>") == "Ana Ruiz\nMayor of Nogales\n\nNext."


def test_items_of_a_list_are_lines_of_one_block() -> None:
    assert (
        text_of("<p>Both:</p><ul><li>Water<li><p>Trade</p></ul><ol><li>First</ol>")
        == "Both:\n\n- Water\n- Trade\n\n- First"
    )


def test_nested_lists_stay_flat_and_in_order() -> None:
    assert text_of("<ul><li>Water<ul><li>Rivers<li>Wells</ul>and pipes</li><li>Trade</ul>") == (
        "- Water\n- Rivers\n- Wells\nand pipes\n- Trade"
    )


def test_an_empty_item_leaves_no_bullet_behind() -> None:
    assert text_of("<ul><li></li></ul><p>After</p>") == "After"


def test_terms_and_their_definitions_stand_together() -> None:
    assert text_of("<dl><dt>Chair<dd>Ana Ruiz<dt>Seat<dd>Nogales</dl><p>End") == "Chair\nAna Ruiz\nSeat\nNogales\n\nEnd"


def test_rows_of_a_table_are_lines_with_a_rule_below_the_headings() -> None:
    page = "<table><caption>Trade</caption><thead><tr><th>Year<th>Value</thead><tr><td>2023<td><p>21 <b>billion</b></p></table>"
    assert text_of(page) == "Trade\n| Year | Value |\n|---|---|\n| 2023 | 21 billion |"


def test_a_row_of_headings_needs_no_thead_and_a_table_without_headings_gets_no_rule() -> None:
    assert text_of("<table><tr><th>A<th>B<tr><td>1<td>2</table>") == "| A | B |\n|---|---|\n| 1 | 2 |"
    assert text_of("<table><tr><td>1<td>2<tr><th>3<td>4</table>") == "| 1 | 2 |\n| 3 | 4 |"


def test_a_bar_within_a_cell_is_escaped_and_an_empty_cell_keeps_its_place() -> None:
    assert text_of("<table><tr><td>a|b<td><td>c</table>") == "| a\\|b |  | c |"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h2>News</h2><p>Text.</p><td>Side</table>",
        "<table role=presentation><tr><td>News<td>Text.<td>Side</table>",
        "<table><tr><td>News<tr><td>Text.<tr><td>Side</table>",
        f"<table><tr><td>News<td>{'word ' * 200}<td>Side</table>",
        "<table><tr><td>News<td><table><tr><td>Text.</table><td>Side</table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_no_table(page: str) -> None:
    blocks = text_of(page).split("\n\n")
    assert (len(blocks), blocks[0], blocks[-1]) == (3, "News", "Side")


def test_preformatted_text_keeps_its_lines() -> None:
    assert text_of("<p>a</p><pre>ACTA 1\n  uno\n\nACTA 2\n</pre>") == "a\n\nACTA 1\n  uno\n\nACTA 2"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<noscript>no</noscript>",
        "<template><p>no</p></template>",
        "<select><option>no</select>",
        "<button>no</button>",
        "<svg><title>no</title></svg>",
        "<span hidden>no</span>",
        "<span style='color:red; Display : none'>no</span>",
        "<textarea>no</textarea>",
    ],
)
def test_scripts_controls_and_what_is_hidden_are_no_text(hidden: str) -> None:
    assert text_of(f"<p>yes {hidden}yes</p>") == "yes yes"


def test_a_hidden_block_still_parts_what_stands_around_it() -> None:
    assert text_of("<div>one<ul hidden><li>no</ul>two<ul><li>three</ul></div>") == "one\n\ntwo\n\n- three"


def test_a_button_in_a_heading_is_the_heading() -> None:
    assert text_of("<h3><button>Who presides?</button></h3><p>Ana Ruiz.</p>") == "Who presides?\n\nAna Ruiz."


def test_entities_are_characters_and_stay_so() -> None:
    assert text_of("<p>AT&amp;T &lt;b&gt; &amp;lt; &ntilde; &#8211; &#x2014;</p>") == "AT&T <b> &lt; ñ – —"


def test_a_paragraph_of_nothing_that_can_be_seen_is_none() -> None:
    assert text_of("<p>a</p><p>&nbsp;</p><p>\u200b</p><p> </p><p>b</p>") == "a\n\nb"


def test_lines_know_their_element_and_how_much_of_them_leads_elsewhere() -> None:
    lines = lines_of(html.document_fromstring("<ul><li><a href=x>abc</a><li>abc</ul><p>See <a>here</a>"))
    assert [(line.text, line.element.tag, line.linked) for line in lines] == [
        ("- abc", "li", 1.0),
        ("- abc", "li", 0.0),
        ("See here", "p", 0.5),
    ]
