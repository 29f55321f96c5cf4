from __future__ import annotations

import html as escaping
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.errors import ReadingError
from binatgraph.reading import read_bytes
from binatgraph.reading.html import read
from binatgraph.reading.repair import repair

FIRST = (
    "Hermosillo and Phoenix will clean their wastewater together, the two governors announced on Wednesday after a meeting"
    " of three hours, and a laboratory shared by four universities will watch over the result from next October on."
)
SECOND = (
    "The works begin with a line of pipes below Nogales, according to the office of the governor, and the money for them"
    " comes in equal parts from both states and from the development bank that serves the border."
)
MENU = "<nav><ul><li><a href=/>Home</a><li><a href=/n>News of the day</a></ul></nav>"
FOOT = "<footer><p>Office of Trade, 1700 West Street, Phoenix. All rights reserved. Please read our terms of use.</p></footer>"


def blocks(page: str) -> list[str]:
    return read(page.encode("utf-8")).text.split("\n\n")


def test_a_page_that_is_nothing_but_its_article_is_kept_whole() -> None:
    page = f"<h1>Pipes</h1><p>Nogales.</p><ul><li>Water<li>Trade</ul><table><tr><td>1<td>2</table><p>{FIRST}</p><p>– 30 –</p>"
    assert blocks(page) == ["Pipes", "Nogales.", "- Water\n- Trade", "| 1 | 2 |", FIRST, "– 30 –"]


def test_an_article_among_menus_keeps_its_lists_tables_headings_and_short_paragraphs() -> None:
    page = f"""<html><body class="has-sidebar nav-open">{MENU}<div class=page><h1>Pipes</h1><div class=text>
    <p>Nogales.</p><p>{FIRST}</p><h2>Points</h2><ul><li>Water</li><li>Energy</li></ul><p>“Soon,” said Ruiz.</p>
    <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>5</td></tr></table><p>{SECOND}</p><p>End.</p>
    </div></div><aside><h3>Most read</h3><p>A bridge in Laredo opens</p></aside>{FOOT}</body></html>"""
    assert blocks(page) == [
        "Pipes",
        "Nogales.",
        FIRST,
        "Points",
        "- Water\n- Energy",
        "“Soon,” said Ruiz.",
        "| Year | Cost |\n|---|---|\n| 2024 | 5 |",
        SECOND,
        "End.",
    ]


def test_furniture_within_and_around_an_article_goes() -> None:
    page = f"""<body><header id=masthead><p><a href=/>Border News</a></p>{MENU}</header><div id=content><main><article>
    <header class=entry-header><h1>Pipes</h1><div class=entry-meta>June 3 by <a href=x>Ana</a></div></header><p>{FIRST}</p>
    <div class=share-buttons><p>Tell your friends</p></div><p>{SECOND}</p><div class=related><h3>Related</h3><ul>
    <li><a href=1>Mayor of Tucson opens a school</a></ul></div><footer>Filed under <a href=c>Water</a></footer></article>
    <div id=comments><p>I think that Joe Doe of Tucson should have been there too, because all of this is his work.</p></div>
    </main><div class=widget-area><p>Sign up for letters</p></div></div>{FOOT}</body>"""
    assert blocks(page) == ["Pipes", FIRST, SECOND]


def test_a_list_of_linked_members_amid_an_article_stays() -> None:
    members = "<ul><li><a href=1>City of Nogales</a><li><a href=2>Port of Guaymas</a></ul>"
    page = f"<body>{MENU}<article><h1>Members</h1><p>{FIRST}</p>{members}<p>{SECOND}</p></article>{FOOT}</body>"
    assert blocks(page) == ["Members", FIRST, "- City of Nogales\n- Port of Guaymas", SECOND]


@pytest.mark.parametrize("text", ["Ruiz met Soto in Nogales.", FIRST])
def test_a_short_note_among_menus_is_found(text: str) -> None:
    assert blocks(f"<body>{MENU}<main><h1>Talks</h1><p>{text}</p></main>{FOOT}</body>") == ["Talks", text]


def test_questions_that_unfold_are_kept_with_their_answers() -> None:
    page = f"""<body>{MENU}<main><h1>Questions</h1><h3><button>Who presides?</button></h3><div><p>{FIRST}</p></div>
    <h3><button>How often does it meet?</button></h3><div><p>Twice a year.</p></div></main>{FOOT}</body>"""
    assert blocks(page) == ["Questions", "Who presides?", FIRST, "How often does it meet?", "Twice a year."]


def test_a_page_laid_out_with_tables_is_read_like_any_other() -> None:
    page = f"""<table><tr><td colspan=2 id=menu><a href=a>Home</a> | <a href=b>News</a></td></tr><tr><td><a href=1>One</a><br>
    <a href=2>Two</a></td><td><h2>Pipes</h2><b>Nogales.</b> {FIRST}<br><br>{SECOND}</td></tr></table>"""
    assert blocks(page) == ["Pipes", f"Nogales. {FIRST}", SECOND]


def test_a_headline_in_the_header_of_the_page_is_kept_and_the_name_of_the_site_is_not() -> None:
    rest = f"<p>{FIRST}</p><p>{SECOND}</p>{FOOT}"
    assert blocks(f"<body><header><h1>Pipes</h1>{MENU}</header>{rest}")[0] == "Pipes"
    assert blocks(f"<body><header><h1><a href=/>Border News</a></h1>{MENU}</header>{rest}")[0] == FIRST


def test_a_page_of_nothing_but_menus_is_empty() -> None:
    assert read(f"<html><body>{MENU}{FOOT * 3}</body></html>".encode()).text == ""


def test_a_long_page_keeps_every_paragraph() -> None:
    page = (
        f"<body>{MENU}<main>"
        + "".join(f"<p>Minute {n} was signed in El Paso.</p>" for n in range(6000))
        + f"</main>{FOOT}"
    )
    assert len(blocks(page)) == 6000


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Pipes | News</title><meta property='og:title' content='Pipes &amp; water'>", "Pipes & water"),
        ("<title>Pipes | News</title>", "Pipes"),
        ("", "Pipes"),
    ],
)
def test_the_title_is_what_the_page_calls_itself(head: str, title: str) -> None:
    assert read(f"<html><head>{head}</head><body><h1> Pipes </h1></body></html>".encode()).title == title


def test_of_several_headlines_none_is_the_title() -> None:
    assert read(b"<title>All\nnews</title><h1>One</h1><h1>Two</h1>").title == "All news"


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang=es-MX><p>x", "es-MX"),
        ("<html><meta http-equiv=Content-Language content=es><p>x", "es"),
        ("<html><meta property=og:locale content=en_US><p>x", "en_US"),
        ("<html><p>x", None),
    ],
)
def test_the_declared_language_is_read(page: str, language: str | None) -> None:
    assert read(page.encode()).language == language


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-06-03T23:30:00-07:00">', "2024-06-03"),
        ('<meta name="dcterms.date" content="2024-06-03">', "2024-06-03"),
        ('<meta name="DC.date.issued" content="2024-06-03">', "2024-06-03"),
        ('<meta name="citation_date" content="2024/06/03">', "2024-06-03"),
        ('<meta name="date" content="June 3, 2024">', None),
        ('<meta name="date" content="2024-13-40">', None),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-06-03T08:00Z"}</script>',
            "2024-06-03",
        ),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2024-01-01"},'
                '{"@type": ["Article"], "datePublished": "2024-06-03"}]}</script>'
            ),
            "2024-06-03",
        ),
        ('<script type="application/ld+json">{"@type": "Person", "datePublished": "2024-06-03"}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        (f'<script type="application/ld+json">{"[" * 5000}</script>', None),
        ('<time datetime="2024-06-03">3 de junio</time>', "2024-06-03"),
        (
            '<time datetime="2023-01-01"></time><time class="entry-date published" datetime="2024-06-03"></time>',
            "2024-06-03",
        ),
        ('<time datetime="2023-01-01"></time><time datetime="2024-06-03"></time>', None),
        ('<time datetime="2024-06">', None),
        (
            '<meta name="date" content="2020-01-01"><meta property="article:published_time" content="2024-06-03">',
            "2024-06-03",
        ),
        ("<p>Published on 3 June 2024</p>", None),
    ],
)
def test_the_date_is_what_the_page_declares_and_never_guessed(head: str, published: str | None) -> None:
    assert read(f"<html><body>{head}<p>Text.</p></body></html>".encode()).published == published


def test_a_declared_charset_is_believed_where_the_bytes_are_not_utf8() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head><p>Łódź ñ</p>'
    assert read(page.encode("cp1250", "replace")).text.startswith("Łódź")


def test_xhtml_with_an_encoding_declaration_is_read() -> None:
    page = '<?xml version="1.0" encoding="ISO-8859-1"?><html><body><p>Cámara</p></body></html>'
    assert read(page.encode("latin-1")).text == "Cámara"


@pytest.mark.parametrize("page", ["", "   \n", "<!-- nothing -->", "<html></html>", "<script>x</script>"])
def test_a_page_without_text_has_an_empty_text(page: str) -> None:
    assert read(page.encode()).text == ""


def test_text_without_any_tag_is_a_paragraph() -> None:
    assert read(b"Ruiz met Soto in Nogales.").text == "Ruiz met Soto in Nogales."


def test_a_page_that_is_nested_too_deeply_is_refused_and_a_deep_one_is_read() -> None:
    assert read(b"<div>" * 1500 + b"deep" + b"</div>" * 1500 + b"<p>after").text == "deep\n\nafter"
    with pytest.raises(ReadingError, match="nested more than 2,000 deep"):
        read(b"<div>" * 5000 + b"deep")


def test_nothing_is_said_on_standard_error_where_trafilatura_gives_up() -> None:
    page = f"<body>{MENU}<p>x</p></body>"
    code = f"from binatgraph.reading.html import read; print(read({page.encode()!r}).text)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("x", "")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    page = f"<html><head><meta charset=utf-8></head><body><p>{escaping.escape(text)}</p></body></html>"
    assert repair(read(page.encode("utf-8")).text).strip() == repair(" ".join(text.split())).strip()


TAGS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<ul><li>",
            "</ul>",
            "<table><tr><td>",
            "</table>",
            "<nav>",
            "</nav>",
            "<article>",
        ),
        *(
            "</article>",
            "<h1>",
            "</h1>",
            "<a href=x>",
            "</a>",
            "<br>",
            "<footer>",
            "<!--",
            "-->",
            "<pre>",
            "<?x",
            "&#0;",
            "&amp;",
        ),
        *(
            FIRST,
            "Sonora",
            " ",
            "<script>",
            "</script>",
            "<meta charset=x>",
            "<div class=share>",
            "<body>",
            "</html>",
            "<time datetime=x>",
        ),
    ]
)


@settings(deadline=None)
@given(st.lists(TAGS, max_size=25).map("".join))
def test_whatever_the_tags_a_page_is_read_and_read_the_same_way(page: str) -> None:
    assert read(page.encode()) == read(page.encode())


@pytest.mark.parametrize(
    ("head", "author", "address"),
    [
        (
            '<meta name="author" content="Ana  Ruiz"><link rel="canonical" href="https://a.example/x">',
            "Ana Ruiz",
            "https://a.example/x",
        ),
        (
            '<meta property="article:author" content="https://a.example/ana"><meta property="og:url" content="https://a.example/y">',
            None,
            "https://a.example/y",
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ana Ruiz"}]}</script>',
            "Ana Ruiz",
            None,
        ),
        ('<meta name="author" content="ana@a.example"><link rel="canonical" href="javascript:alert(1)">', None, None),
    ],
)
def test_a_page_declares_its_author_and_its_address(head: str, author: str | None, address: str | None) -> None:
    page = f"<html><head><title>T</title>{head}</head><body><article><p>{'The council met in Nogales. ' * 9}</p></article></body></html>"
    found = read_bytes(page.encode(), source="a.html", media_type="text/html")
    assert (found.author, found.address) == (author, address)
