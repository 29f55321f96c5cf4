"""What the trained pipelines see, as plain values; without weights there is none, and that is no error."""

from __future__ import annotations

import dataclasses
import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from binatgraph.errors import LanguageError
from binatgraph.language import pipelines
from binatgraph.language.pipelines import Named, Parse, Pipeline, load_pipeline, load_pipelines, parse
from binatgraph.model import Kind

LANGUAGES = ("en", "es")
MOST_BYTES = 6_000_000


@pytest.fixture(scope="module", params=LANGUAGES)
def pipeline(request: pytest.FixtureRequest) -> Pipeline:
    found = load_pipeline(request.param)
    assert found is not None
    return found


def one(text: str, *, language: str = "en") -> Parse:
    found = load_pipeline(language)
    assert found is not None
    return parse(found, [text])[0]


def test_words_stand_where_they_are_and_hang_together() -> None:
    text = "Arizona Governor Katie Hobbs met\nwith Alfonso Durazo in Phoenix.  They signed an agreement."
    found = one(text)
    assert [text[word.start : word.end] for word in found.words] == [word.text for word in found.words]
    assert all(0 <= word.head < len(found.words) for word in found.words)
    met = next(at for at, word in enumerate(found.words) if word.text == "met")
    assert (found.words[met].pos, found.words[met].lemma, found.words[met].head) == ("VERB", "meet", met)
    assert len(found.sentences) == 2
    assert found.sentences[-1][1] == len(found.words)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "Arizona Governor Katie Hobbs met with Sonora Governor Alfonso Durazo in Phoenix.",
            [
                ("Arizona", "Place"),
                ("Katie Hobbs", "Person"),
                ("Sonora", "Place"),
                ("Alfonso Durazo", "Person"),
                ("Phoenix", "Place"),
            ],
        ),
        (
            "es",
            "La gobernadora de Chihuahua, Maru Campos, se reunió en El Paso con la Comisión Internacional de Límites y Aguas.",
            [
                ("Chihuahua", "Place"),
                ("Maru Campos", "Person"),
                ("El Paso", "Place"),
                ("Comisión Internacional de Límites y Aguas", "Organization"),
            ],
        ),
    ],
)
def test_names_have_a_kind_and_no_title(language: str, text: str, names: list[tuple[str, str]]) -> None:
    assert [(text[n.start : n.end], n.kind.value) for n in one(text, language=language).names] == names


@given(st.text())
def test_any_text_gives_places_inside_it(text: str) -> None:
    for language in LANGUAGES:
        found = one(text, language=language)
        assert all(text[word.start : word.end] for word in found.words)
        assert [word for a, b in found.sentences for word in found.words[a:b]] == list(found.words)
        assert all(0 <= name.start < name.end <= len(text) for name in found.names)


def test_an_empty_text_has_nothing(pipeline: Pipeline) -> None:
    assert parse(pipeline, ["", " \n"]) == [Parse(words=(), sentences=(), names=())] * 2


def test_a_wall_of_brackets_takes_no_minutes(pipeline: Pipeline) -> None:
    (found,) = parse(pipeline, ["a " + "(" * 40_000 + " b"])
    assert [word.text for word in found.words] == ["a", "b"]


def test_the_same_texts_give_the_same_parses(pipeline: Pipeline) -> None:
    texts = ["Ana Ruiz spoke in Nogales.", "Habló en Nogales Ana Ruiz.", ""] * 50
    assert parse(pipeline, texts) == parse(pipeline, texts)


def test_without_weights_there_is_no_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "files", lambda _: tmp_path)
    assert load_pipeline.__wrapped__("en") is None


def test_another_pipeline_is_used_when_it_is_named(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Yuma"}, {"label": "DATE", "pattern": "Monday"}])  # type: ignore[attr-defined]  # an entity ruler
    nlp.to_disk(tmp_path / "theirs")
    theirs = load_pipeline("en", named=str(tmp_path / "theirs"))
    assert theirs is not None
    (found,) = parse(theirs, ["Yuma on Monday."])
    assert found.names == (Named(start=0, end=4, kind=Kind.PLACE),)
    assert found.sentences == ((0, 4),)
    with pytest.raises(LanguageError, match="is for 'en', not for 'es'"):
        load_pipeline("es", named=str(tmp_path / "theirs"))


def test_the_pipelines_of_all_languages_are_loaded_with_those_that_are_named(tmp_path: Path) -> None:
    spacy.blank("es").to_disk(tmp_path / "theirs")
    found = load_pipelines({"es": str(tmp_path / "theirs")})
    assert set(found) == {"en", "es"}
    assert found["en"] == load_pipeline("en")
    assert found["es"].version != load_pipelines({})["es"].version
    with pytest.raises(LanguageError, match="named for fr; there are en, es"):
        load_pipelines({"fr": "fr_core_news_sm"})


def test_a_pipeline_that_is_not_there_says_what_can_be_named() -> None:
    with pytest.raises(LanguageError, match="name an installed package or a folder") as refused:
        load_pipeline("en", named="no_such_pipeline")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_that_of_the_weights(language: str) -> None:
    folder = files("binatgraph.language") / language
    content = (folder / "pipeline.bgw").read_bytes()
    card = json.loads((folder / "card.json").read_text("utf-8"))
    assert (card["language"], card["bytes"], card["sha256"]) == (language, len(content), sha256(content).hexdigest())
    assert len(content) <= MOST_BYTES
    assert card["licence"] == "CC BY-SA 4.0"
    assert all(source["title"] and source["project"] and source["licence"] for source in card["data"])


def test_the_notice_names_what_is_on_the_cards() -> None:
    notice = (files("binatgraph.language") / "NOTICE").read_text("utf-8")
    assert "CC BY-SA 4.0" in notice
    for language in LANGUAGES:
        card = json.loads((files("binatgraph.language") / language / "card.json").read_text("utf-8"))
        assert {source["title"] for source in card["data"] if source["title"] not in " ".join(notice.split())} == set()


def test_a_parse_is_made_of_plain_values() -> None:
    found = one("Ana Ruiz spoke.")
    assert dataclasses.is_dataclass(found)
    assert {type(value) for word in found.words for value in word} == {str, int}
