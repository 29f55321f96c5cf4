"""Settings say what is wrong with them, in one line; the data that come with the package are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from binatgraph.config import Settings, data_path, load_settings
from binatgraph.errors import SettingsError
from binatgraph.rdf.iris import Iris


def test_a_settings_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('base = "https://example.org/id/"\nthreshold = 0.7\n', "utf-8")
    expected = Settings(base="https://example.org/id/", threshold=0.7)
    assert load_settings(path) == expected


def test_another_pipeline_is_named_by_language(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[pipelines]\nes = "models/es"\n', "utf-8")
    assert load_settings(path) == Settings(pipelines={"es": "models/es"})
    assert hash(load_settings(path)) == hash(Settings())


def test_an_empty_settings_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xef\xbb\xbf")
    assert load_settings(tmp_path / "mine.toml") == Settings()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("treshold = 0.7", "no such setting: treshold; there are base, extractor, pipelines, threshold"),
        ("threshold 0.7", "not TOML"),
        ("threshold = 1.5", "it must be a number between 0 and 1"),
        ("threshold = nan", "it must be a number between 0 and 1"),
        ('threshold = "high"', "it must be a number between 0 and 1"),
        ("threshold = true", "it must be a number between 0 and 1"),
        ('base = "example.org"', "it must be an http"),
        ('base = "https://example.org"', "ends with / or #"),
        ('base = "https://exa mple.org/"', "it must be an http"),
        ('base = "https://[/"', "it must be an http"),
        ('base = "https://example.org/%zz/"', "it must be an http"),
        ("base = 5", "it must be an http"),
        ("extractor = 5", "the name of an extractor"),
        ('pipelines = "en_core_web_sm"', "a table of languages"),
        ("pipelines.en = 5", "a table of languages"),
        ('pipelines.en = ""', "a table of languages"),
    ],
)
def test_a_setting_that_cannot_be_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=message) as refused:
        load_settings(path)
    assert "\n" not in str(refused.value)
    assert "mine.toml" in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_settings_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    for name, message in (("none.toml", "No such file"), ("binary.toml", "not TOML"), (".", "directory")):
        with pytest.raises(SettingsError, match=message):
            load_settings(tmp_path / name)


@pytest.mark.parametrize(
    "base", ["https://example.org/", "http://localhost:8000/id#", "https://example.org/a%20b/año/"]
)
def test_an_address_that_ends_a_segment_is_a_base(base: str) -> None:
    assert Iris(Settings(base=base).base).actor("place/us-az").value == f"{base}place/us-az"


@pytest.mark.parametrize("name", ["ontology", "register", "documents", "judgements.jsonl"])
def test_the_data_of_the_package_are_found(name: str) -> None:
    assert data_path(name).exists()


def test_data_that_are_not_there_say_what_to_do() -> None:
    with pytest.raises(SettingsError, match="install binatgraph again"):
        data_path("nonsense")
