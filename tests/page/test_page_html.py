"""The page as text: what is in it, what is not, and that it is always the same."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import BAD, crowd, hostile, link, person, sample

from binatgraph.errors import PageError
from binatgraph.model import Evidence, Modality
from binatgraph.network import network, placed
from binatgraph.page import page


class Elements(HTMLParser):
    """All start tags with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._inside: str | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in self.raw else None
        if self._inside:
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside][-1] += data


@pytest.fixture(scope="module")
def html() -> str:
    return page(sample(), title="Binational actors")


def known(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="known">(.*?)</script>', html, re.DOTALL)
    assert found
    values: dict[str, object] = json.loads(found[1])
    return values


def test_the_same_graph_gives_the_same_bytes(html: str) -> None:
    assert page(sample(), title="Binational actors") == html


def test_the_page_leaves_the_graph_as_it_was() -> None:
    graph = sample()
    before = nx.MultiDiGraph(graph)
    page(graph, title="x")
    assert list(graph.nodes(data=True)) == list(before.nodes(data=True))
    assert list(graph.edges(data=True)) == list(before.edges(data=True))


def test_nothing_in_the_page_leads_out_of_it(html: str) -> None:
    led = [
        value for _, attrs in Elements(html).tags for key, value in attrs.items() if key in {"src", "href", "action"}
    ]
    assert led == ["data:,", "#list"]


def test_the_policy_lets_these_scripts_run_and_nothing_else(html: str) -> None:
    elements = Elements(html)
    (policy,) = [attrs["content"] for tag, attrs in elements.tags if tag == "meta" and attrs.get("http-equiv")]
    assert policy
    kinds = [attrs.get("type") for tag, attrs in elements.tags if tag == "script"]
    running = [text for text, kind in zip(elements.raw["script"], kinds, strict=True) if kind is None]
    for text in running + elements.raw["style"]:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert policy.count("sha256-") == len(running) + 1
    assert "unsafe" not in policy


def test_no_element_has_code_or_style_of_its_own(html: str) -> None:
    own = [key for _, attrs in Elements(html).tags for key in attrs if key.startswith("on") or key == "style"]
    assert own == []


def test_vis_network_comes_with_its_licence(html: str) -> None:
    script = next(text for text in Elements(html).raw["script"] if "vis-network" in text)
    assert "@license" in script[:800]
    assert "The Apache 2.0 License" in script[:800]


def test_the_page_says_what_was_asked_for_in_the_language_that_was_asked_for() -> None:
    tags = Elements(page(sample(), title="Actores & más", language="es")).tags
    assert ("html", {"lang": "es"}) in tags
    assert "<title>Actores &amp; más</title>" in page(sample(), title="Actores & más", language="es")


def test_another_language_is_refused() -> None:
    with pytest.raises(PageError, match="does not speak 'fr'; it speaks en and es"):
        page(sample(), title="x", language="fr")


def test_without_scripts_there_is_a_table_with_the_sentences(html: str) -> None:
    table = html[html.index("<noscript>") : html.index("</noscript>")]
    assert "<q>Governor Katie Hobbs opened the plenary in Phoenix.</q>" in table
    assert "Sonora-Arizona Commission" in table
    assert "(denied)" in table


def test_an_empty_graph_says_so_without_scripts_too() -> None:
    empty = page(nx.MultiDiGraph(), title="Nobody")
    assert "Nothing to draw: the documents name no actors." in empty[empty.index("<noscript>") :]


def test_hostile_words_add_no_element() -> None:
    harmless = placed(network([person("a"), person("b")], []))
    attacked, calm = (Elements(page(graph, title=BAD[1])).tags for graph in (hostile(), harmless))
    names = {tag for tag, _ in calm} | {"th", "td", "tr", "q"}
    assert {tag for tag, _ in attacked} <= names
    assert sum(tag == "script" for tag, _ in attacked) == sum(tag == "script" for tag, _ in calm)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(BAD))
@settings(max_examples=20)
def test_any_text_arrives_as_it_was(text: str) -> None:
    said = Evidence(quote=text, document="d", source="a.txt", confidence=0.9, modality=Modality.ASSERTED, title=text)
    people = [person("a"), person("b")]
    html = page(placed(network(people, [link("person/a", "metWith", "person/b", evidence=(said,))])), title=text)
    values = known(html)
    assert values["documents"] == [{"id": "d", "source": "a.txt", "title": text, "published": None}]
    assert json.loads(json.dumps(values["facts"]))[0]["evidence"][0]["quote"] == text


def test_the_size_of_a_page_grows_with_the_graph_only() -> None:
    """vis-network is half a megabyte, an actor with its relations less than two kilobytes."""
    assert len(page(crowd(500), title="x")) < 600_000 + 500 * 2_000
