"""The page in a real browser, opened from the disk.

Whatever a test does, `show` sees to it that nothing is fetched and no error is written to the console. Without a browser
the tests are skipped, and say so.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from html import escape
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from networks import BAD, crowd, hostile, sample

from binatgraph.page import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

    Show = Callable[..., Page]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
NAMES = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1400, "height": 900}


@dataclass(slots=True)
class Seen:
    """What a page did beside being looked at."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"no browser on the path ({', '.join(NAMES)}): the page is not tested in one")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a page from the disk. At the end, no page may have fetched or complained about anything."""
    seen = Seen()
    with ExitStack() as contexts:

        def opened(html: str, *, address: str = "", **options: Any) -> Page:
            file = tmp_path / "network.html"
            file.write_text(html, encoding="utf-8")
            context = browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce", **options})
            contexts.callback(context.close)
            page = watched(context, seen)
            page.goto(f"{file.as_uri()}{address}")
            return page

        yield opened
    assert [address for address in seen.requests if not address.startswith(("file:", "data:"))] == []
    assert seen.complaints == []


def watched(context: BrowserContext, seen: Seen) -> Page:
    context.set_default_timeout(20_000)
    page = context.new_page()

    def stopped(dialog: Dialog) -> None:
        seen.complaints.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", stopped)
    return page


@cache
def html(language: str = "en") -> str:
    return page(sample(), title="Binational actors", language=language)


def at_actor(view: Page, actor: str) -> tuple[float, float]:
    """Where an actor is on the screen."""
    return on_screen(view, "id => picture.network.getPosition(numberOf.get(id))", actor)


def at_line(view: Page, one: str, other: str) -> tuple[float, float]:
    """Where the middle of the line between two actors is on the screen."""
    middle = """([one, other]) => {
      const [a, b] = [one, other].map((id) => picture.network.getPosition(numberOf.get(id)));
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    }"""
    return on_screen(view, middle, [one, other])


def on_screen(view: Page, where: str, argument: Any) -> tuple[float, float]:
    point = view.evaluate(f"argument => picture.network.canvasToDOM(({where})(argument))", argument)
    box = view.locator("#canvas").bounding_box()
    assert box
    return box["x"] + point["x"], box["y"] + point["y"]


def hidden(view: Page) -> set[str]:
    """The actors that are in the drawing and not shown."""
    return set(view.evaluate("nodes.get().filter((node) => node.hidden).map((node) => actors[node.id].id)"))


def ink(view: Page) -> float:
    """The part of the canvas that something is drawn on."""
    count = """() => {
      const canvas = document.querySelector("#canvas canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let drawn = 0;
      for (let i = 3; i < data.length; i += 4) drawn += data[i] > 0;
      return drawn / (data.length / 4);
    }"""
    return float(view.evaluate(count))


def test_the_network_is_drawn(show: Show) -> None:
    view = show(html())
    assert view.title() == "Binational actors"
    assert 0.01 < ink(view) < 0.5
    assert view.locator("#summary").inner_text() == "30 actors, 34 relations, 2 documents"
    assert view.evaluate("picture.network.body.nodeIndices.length") == 29  # one has no relations


def test_the_places_are_those_that_were_given(show: Show) -> None:
    view = show(html())
    x, y = view.evaluate("(() => { const { x, y } = picture.network.getPosition(0); return [x, y]; })()")
    first = sample().nodes[min(sample())]
    assert (x, y) == (first["x"], first["y"])


def test_nobody_chosen_the_panel_says_how_to_begin(show: Show) -> None:
    panel = show(html()).locator("#panel")
    assert "Click an actor to see its offices and relations." in panel.inner_text()
    assert panel.get_by_role("button", name="Arizona", exact=True).is_visible()


def test_a_click_on_an_actor_shows_its_offices_and_sentences(show: Show) -> None:
    view = show(html())
    view.mouse.click(*at_actor(view, "person/katie-hobbs"))
    panel = view.locator("#panel")
    assert panel.locator("h2").inner_text() == "Katie Hobbs"
    said = panel.inner_text()
    for words in (
        "Official",
        "Gov. Hobbs",
        "United States",
        "Offices",
        "Governor",
        "Governor Katie Hobbs opened the plenary in Phoenix.",
        "La gobernadora de Arizona, Katie Hobbs, inauguró la plenaria.",
        "notes/plenary.txt",
        "A plenary in Phoenix",
        "27 June 2025",
        "confidence 93 %",
        "stated",
        "Alfonso Durazo Montaño",
    ):
        assert words in said, words
    assert view.url.endswith("#person/katie-hobbs")


def test_a_click_on_a_line_shows_the_sentences_behind_it(show: Show) -> None:
    view = show(html())
    view.mouse.click(*at_line(view, "organization/sre", "initiative/minute-1"))
    said = view.locator("#panel").inner_text()
    assert "The secretariat has not signed Minute 1." in said
    assert "denied" in said


def test_a_click_beside_everything_leads_back_to_the_beginning(show: Show) -> None:
    view = show(html(), address="#person/katie-hobbs")
    box = view.locator("#canvas").bounding_box()
    assert box
    view.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    assert "Click an actor" in view.locator("#panel").inner_text()
    assert "#" not in view.url


def test_hovering_a_line_says_what_it_means(show: Show) -> None:
    view = show(html())
    view.mouse.move(*at_line(view, "person/katie-hobbs", "place/us-az"))
    assert view.locator("#hint").inner_text() == "Katie Hobbs – office: Governor – Arizona"
    view.mouse.move(*at_line(view, "organization/sre", "initiative/minute-1"))
    hint = view.locator("#hint", has_text="Minute 1")
    assert hint.inner_text() == "Secretariat of Foreign Affairs – denied: signed – Minute 1"


def test_a_relation_that_is_not_held_is_dashed_and_said_in_words(show: Show) -> None:
    view = show(html(), address="#organization/asu")
    assert view.locator("#panel .modality").inner_text() == "planned"
    dashed = view.evaluate("drawn.edges.filter((edge) => edge.dashes).length")
    assert dashed == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("maria lopez", "María López"),
        ("LÓPEZ", "María López"),
        ("comision sonora arizona", "Sonora-Arizona Commission"),
        ("montano alfonso", "Alfonso Durazo Montaño"),
        ("gov hobbs", "Katie Hobbs"),
        ("nobody", "Nobody Known"),
    ],
)
def test_search_finds_without_accents_and_by_other_names(show: Show, typed: str, found: str) -> None:
    view = show(html())
    view.get_by_role("combobox").fill(typed)
    assert view.get_by_role("option").first.locator("span").first.inner_text().startswith(found)
    view.keyboard.press("Enter")
    assert view.locator("#panel h2").inner_text() == found


def test_the_suggestions_are_reached_by_keys(show: Show) -> None:
    view = show(html())
    view.get_by_role("combobox").fill("nogales")
    assert view.get_by_role("option").count() == 3
    view.keyboard.press("ArrowDown")
    second = view.get_by_role("option").nth(1)
    assert second.get_attribute("aria-selected") == "true"
    assert view.get_by_role("combobox").get_attribute("aria-activedescendant") == second.get_attribute("id")
    view.keyboard.press("Escape")
    assert view.get_by_role("option").count() == 0


def test_a_search_that_finds_nobody_says_so(show: Show) -> None:
    view = show(html())
    view.get_by_role("combobox").fill("xyzzy")
    assert view.locator("#found").inner_text() == "Nobody of that name"


def test_the_legend_hides_and_shows_a_kind(show: Show) -> None:
    view = show(html())
    before = hidden(view)
    people = view.locator("#kinds").get_by_role("button", name="People")
    people.click()
    assert people.get_attribute("aria-pressed") == "false"
    assert {"person/katie-hobbs", "person/maria-lopez"} <= hidden(view)
    assert "place/us-az" not in hidden(view)
    people.press("Enter")
    assert hidden(view) == before == {"person/nobody"}


def test_relations_are_filtered(show: Show) -> None:
    view = show(html())
    for button in view.locator("#relations button:not([data-id=metWith])").all():
        button.click()
    shown = set(view.evaluate("nodes.get().filter((node) => !node.hidden).map((node) => actors[node.id].id)"))
    assert shown == {"person/katie-hobbs", "person/alfonso-durazo-montano"}
    assert view.evaluate("edges.get().filter((edge) => !edge.hidden).length") == 1
    view.locator("#relations").get_by_role("button", name="Show all").click()
    assert hidden(view) == {"person/nobody"}


def test_those_without_relations_are_shown_on_demand(show: Show) -> None:
    view = show(html())
    view.get_by_label("Also the 1 without relations").check()
    assert hidden(view) == set()


def test_what_is_not_beside_the_chosen_is_dimmed(show: Show) -> None:
    view = show(html(), address="#person/jose-pena")
    dim = set(view.evaluate("nodes.get().filter((node) => node.opacity < 1).map((node) => actors[node.id].id)"))
    assert len(dim) == 28
    assert not {"person/jose-pena", "organization/vidrios"} & dim


def test_an_address_leads_to_an_actor(show: Show) -> None:
    view = show(html(), address="#organization/csa")
    assert view.locator("#panel h2").inner_text() == "Sonora-Arizona Commission"
    view.locator("#panel").get_by_role("button", name="María López").click()
    assert view.url.endswith("#person/maria-lopez")
    view.go_back()
    assert view.locator("#panel h2", has_text="Sonora-Arizona Commission").is_visible()


@pytest.mark.parametrize("address", ["#person/unknown", "#%E0%A4%A", "#a&b&c", "#<img src=x onerror=alert(1)>"])
def test_an_address_that_leads_nowhere_leads_to_the_beginning(show: Show, address: str) -> None:
    assert "Click an actor" in show(html(), address=address).locator("#panel").inner_text()


def test_the_language_is_switched(show: Show) -> None:
    view = show(html(), address="#organization/csa")
    view.get_by_role("button", name="Español").click()
    assert view.locator("html").get_attribute("lang") == "es"
    assert view.locator("#panel h2").inner_text() == "Comisión Sonora-Arizona"
    assert view.locator("#summary").inner_text() == "30 actores, 34 relaciones, 2 documentos"
    assert view.get_by_role("combobox").get_attribute("placeholder") == "Buscar un nombre…"
    assert "participa en" in view.locator("#relations").inner_text().lower()
    view.get_by_role("button", name="English").click()
    assert view.locator("#panel h2").inner_text() == "Sonora-Arizona Commission"


def test_the_page_opens_in_the_language_that_was_asked_for(show: Show) -> None:
    assert show(html("es")).get_by_role("button", name="Lista").is_visible()


def test_the_list_has_everybody_and_every_relation(show: Show) -> None:
    view = show(html())
    view.get_by_role("button", name="List").click()
    people, relations = view.locator("#list table").all()
    assert people.locator("tbody tr").count() == 30
    assert relations.locator("tbody tr").count() == 34
    relations.get_by_role("row").filter(has_text="denied").get_by_role("button", name="1 sentence").click()
    assert "The secretariat has not signed Minute 1." in view.locator("#panel").inner_text()


def test_the_page_is_used_with_keys_alone(show: Show) -> None:
    view = show(html())
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "skip"
    view.keyboard.press("Enter")
    assert view.locator("#list").is_visible()
    view.locator("#list").get_by_role("button", name="Katie Hobbs").first.press("Enter")
    assert view.locator("#panel h2").inner_text() == "Katie Hobbs"
    view.keyboard.press("Escape")
    assert "Click an actor" in view.locator("#panel").inner_text()


def test_fit_shows_everything_again(show: Show) -> None:
    view = show(html())
    scale = view.evaluate("picture.network.getScale()")
    view.get_by_role("button", name="Zoom in").click()
    assert view.evaluate("picture.network.getScale()") > scale
    view.get_by_role("button", name="Show everything").click()
    assert view.evaluate("picture.network.getScale()") == pytest.approx(scale)


def test_a_web_address_of_a_document_can_be_followed_and_sends_nothing_along(show: Show) -> None:
    view = show(html(), address="#person/katie-hobbs")
    followed = view.locator("#panel a").first
    assert followed.get_attribute("href") == "https://example.org/plenary.html"
    assert followed.get_attribute("rel") == "noopener noreferrer"


def test_hostile_words_run_nothing_and_are_read_as_text(show: Show) -> None:
    attacked = page(hostile(), title=BAD[1])
    view = show(attacked)
    scripts = view.locator("script").count()
    for number, bad in enumerate(BAD):
        view.evaluate("number => choose([number])", view.evaluate("id => numberOf.get(id)", f"person/{bad}"))
        assert view.locator("#panel h2").text_content() == bad
        assert view.locator("#panel blockquote").first.text_content() is not None
        view.get_by_role("combobox").fill(bad)
        view.keyboard.press("Escape")
        view.evaluate("number => choose([drawn.edges[number].from, drawn.edges[number].to])", number)
        view.mouse.move(*at_actor(view, f"person/{bad}"))
    view.get_by_role("button", name="List").click()
    view.get_by_role("button", name="Español").click()
    assert view.evaluate("window.hurt") is None
    assert view.locator("img, iframe, object, embed, body a:not(.skip)").count() == 0
    assert view.locator("script").count() == scripts
    assert view.locator("h1").text_content() == BAD[1]
    assert view.locator("#list th button").filter(has_text=BAD[0]).count() > 0


def test_every_sentence_is_shown_as_it_stands(show: Show) -> None:
    view = show(page(hostile(), title="x"))
    for bad in BAD:
        view.evaluate("id => choose([numberOf.get(id)])", f"person/{bad}")
        assert bad in view.locator("#panel blockquote").all_text_contents()


def test_an_empty_graph_says_so(show: Show) -> None:
    view = show(page(nx.MultiDiGraph(), title="Nobody"))
    assert view.locator("#notice").inner_text() == "Nothing to draw: the documents name no actors."
    view.get_by_role("combobox").fill("a")
    assert view.locator("#found").inner_text() == "Nobody of that name"


def test_without_scripts_the_table_is_read(show: Show) -> None:
    view = show(html(), java_script_enabled=False)
    assert view.locator("noscript table").is_visible()
    assert not view.locator("#picture").is_visible()


def test_on_a_phone_nothing_sticks_out_and_the_panel_lies_below(show: Show) -> None:
    view = show(html(), address="#person/katie-hobbs", **PHONE)
    assert view.evaluate("document.documentElement.scrollWidth") == 390
    picture, panel = view.locator("#picture").bounding_box(), view.locator("#panel").bounding_box()
    assert picture
    assert panel
    assert panel["y"] >= picture["y"] + picture["height"] - 1
    view.touchscreen.tap(*at_actor(view, "place/us-az"))
    assert view.locator("#panel h2").inner_text() == "Arizona"


def test_legend_drawing_and_panel_lie_beside_one_another(show: Show) -> None:
    view = show(html())
    boxes = [view.locator(place).bounding_box() for place in ("#legend", "#stage", "#panel")]
    for left, right in pairwise(boxes):
        assert left
        assert right
        assert left["x"] + left["width"] <= right["x"] + 1


def test_five_hundred_actors_are_drawn_in_a_moment(show: Show) -> None:
    """Stock pyvis takes a minute for as many on the same machine; this is what it takes with a loaded one to spare."""
    text = page(crowd(500), title="Many")
    start = perf_counter()
    view = show(text)
    view.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert ink(view) > 0.01
    assert perf_counter() - start < 10


def test_of_too_many_the_best_connected_are_drawn_and_the_others_found(show: Show) -> None:
    view = show(page(crowd(3100), title="Very many"))
    assert "shows the 3,000 best connected of 3,100 actors" in view.locator("#notice").inner_text()
    left_out = view.evaluate("actors.find((_, number) => !sizeOf.has(number)).label.en")
    view.get_by_role("combobox").fill(left_out)
    view.keyboard.press("Enter")
    panel = view.locator("#panel").inner_text()
    assert left_out in panel
    assert "Not in the drawing." in panel
    assert "They met in the city." in panel


def test_the_page_works_in_the_frame_of_a_notebook(show: Show) -> None:
    framed = (
        f'<!doctype html><iframe srcdoc="{escape(html())}" sandbox="allow-scripts" width="1200" height="700"></iframe>'
    )
    frame = show(framed).frame_locator("iframe")
    frame.get_by_role("combobox").fill("hobbs")
    frame.get_by_role("option").first.click()
    assert frame.locator("#panel h2").inner_text() == "Katie Hobbs"
    frame.locator("#panel").get_by_role("button", name="Close").click()
    assert "Click an actor" in frame.locator("#panel").inner_text()


def test_what_is_chosen_is_printed_with_its_sentences(show: Show) -> None:
    view = show(html(), address="#person/katie-hobbs")
    view.emulate_media(media="print")
    assert not view.get_by_role("combobox").is_visible()
    assert view.locator("#panel blockquote").first.is_visible()
    assert view.evaluate("getComputedStyle(document.querySelector('#panel')).overflowY") == "visible"
