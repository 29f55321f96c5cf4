"""The sample documents: enough of them, of every format, with their sources, and in words of our own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).resolve().parents[2]
FOLDER = CHECKOUT / "graph" / "documents"
EVALUATION = CHECKOUT.parent / "shared" / "eval"
FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?)\n---\n(?P<text>.*)\Z", re.DOTALL)
FURNITURE = ("nav", "footer", "aside", "script", "style", "form")
LINES = ("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "caption", "figcaption", "blockquote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample document: its own words, and what is said about it."""

    path: Path
    text: str
    metadata: dict[str, Any]

    @property
    def language(self) -> str:
        return self.path.name[:2]

    @property
    def sources(self) -> list[str]:
        sources: list[str] = self.metadata["sources"]
        return sources


def from_html(raw: str) -> tuple[dict[str, Any], str]:
    """Split a page into the metadata of its head and the lines of its article, without what stands around that."""
    page = lxml.html.fromstring(raw.encode("utf-8"))
    named = [(meta.get("name") or meta.get("property"), meta.get("content")) for meta in page.iter("meta")]
    metadata: dict[str, Any] = {"title": page.findtext(".//title"), "language": page.get("lang")}
    metadata["sources"] = [content for name, content in named if name == "dcterms.source"]
    metadata["licence"] = next((content for name, content in named if name == "dcterms.license"), None)
    days = {content for name, content in named if name in ("dcterms.date", "article:published_time")}
    assert len(days) <= 1, "two different dates"
    metadata["date"] = next(iter(days), None)
    article = next(page.iter("article", "main", "body"))
    for element in list(article.iter(*FURNITURE)):
        element.drop_tree()
    lines = [e.text_content() for e in article.iter(*LINES) if not any(True for _ in e.iterdescendants(*LINES))]
    return metadata, "\n".join(" ".join(line.split()) for line in lines)


def from_markdown(raw: str) -> tuple[dict[str, Any], str]:
    """Split a file into its front matter and its text without marks."""
    parts = FRONT_MATTER.match(raw)
    assert parts, "no front matter"
    text = re.sub(r"^\s*\|?[\s:|-]+\|\s*$|^\s*(#+|>|[-*+]|\d+\.)\s+|[*_`|]+", " ", parts["text"], flags=re.MULTILINE)
    return yaml.safe_load(parts["yaml"]), text


def read(path: Path) -> Sample:
    raw = path.read_text("utf-8")
    if path.suffix == ".html":
        metadata, text = from_html(raw)
    elif path.suffix == ".md":
        metadata, text = from_markdown(raw)
    else:
        metadata, text = yaml.safe_load(path.with_suffix(".meta.yaml").read_text("utf-8")), raw
    return Sample(path=path, text=text, metadata=metadata)


PATHS = sorted(path for path in FOLDER.glob("e[ns]-*") if not path.name.endswith(".meta.yaml"))
every_document = pytest.mark.parametrize("sample", [read(path) for path in PATHS], ids=[path.name for path in PATHS])


def tokens(text: str) -> list[str]:
    """Words without case and accents, so that no spelling hides a borrowed run."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain)


def runs(text: str, length: int = 8) -> Iterator[tuple[str, ...]]:
    words = tokens(text)
    return zip(*(words[start:] for start in range(length)), strict=False)


@cache
def runs_of_the_evaluation() -> frozenset[tuple[str, ...]]:
    files = (path for path in EVALUATION.rglob("*") if path.suffix in {".txt", ".json", ".md"})
    return frozenset(run for path in files for run in runs(path.read_text("utf-8")))


def sentences(sample: Sample) -> set[tuple[str, ...]]:
    """Sentences of six words and more; shorter ones are labels that documents may well have in common."""
    parts = (part for line in sample.text.splitlines() for part in re.split(r"(?<=[.!?])\s+", line))
    return {words for part in parts if len(words := tuple(tokens(part))) >= 6}


def test_there_are_enough_documents_in_both_languages() -> None:
    count = Counter(path.name[:2] for path in PATHS)
    assert count["en"] >= 14
    assert count["es"] >= 10


def test_each_language_has_text_markdown_and_html() -> None:
    for language in ("en", "es"):
        assert {p.suffix for p in PATHS if p.name.startswith(language)} == {".txt", ".md", ".html"}


def test_no_file_stands_in_the_folder_that_belongs_to_no_document() -> None:
    beside = {path.with_suffix(".meta.yaml") for path in PATHS if path.suffix == ".txt"}
    assert set(FOLDER.iterdir()) == {*PATHS, *beside, FOLDER / "README.md"}


def test_some_pages_carry_the_furniture_of_real_ones() -> None:
    for language in ("en", "es"):
        pages = [p.read_text("utf-8") for p in PATHS if p.suffix == ".html" and p.name.startswith(language)]
        assert sum("<nav" in page and "<footer" in page for page in pages) >= 2


@every_document
def test_a_document_is_as_long_as_a_short_article(sample: Sample) -> None:
    assert 120 <= len(sample.text.split()) <= 400


@every_document
def test_a_document_says_its_title_language_and_licence(sample: Sample) -> None:
    assert sample.metadata["title"].strip()
    assert sample.metadata["language"] == sample.language
    assert sample.metadata["licence"] == "CC0-1.0"


@every_document
def test_a_document_names_addresses_as_its_sources(sample: Sample) -> None:
    assert sample.sources
    assert len(set(sample.sources)) == len(sample.sources)
    assert all(re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", source) for source in sample.sources)


@every_document
def test_a_date_where_there_is_one_is_a_day(sample: Sample) -> None:
    day = sample.metadata.get("date")
    assert day is None or date.fromisoformat(str(day)) <= date(2026, 12, 31)


def test_most_documents_are_dated_and_some_are_not() -> None:
    dated = [bool(read(path).metadata.get("date")) for path in PATHS]
    assert not all(dated)
    assert sum(dated) / len(dated) > 0.8


@every_document
def test_nothing_that_is_said_about_a_document_stands_in_its_text(sample: Sample) -> None:
    said = [*sample.sources, "CC0", "binatgraph", "sources:", "licence:", "dcterms"]
    assert [word for word in said if word in sample.text] == []


@every_document
def test_a_document_holds_no_email_address_and_no_telephone_number(sample: Sample) -> None:
    assert not re.search(r"\S@\S|\+\d{1,3}[ (]|\(\d{2,3}\)\s?\d|\b\d{2,3}[ .-]\d{3,4}[ .-]\d{4}\b", sample.text)
    assert not re.search(r"\b\d{3}-\d{4}\b", sample.text)


@every_document
def test_no_run_of_eight_words_comes_from_the_evaluation(sample: Sample) -> None:
    if not EVALUATION.exists():
        pytest.skip("the evaluation documents do not lie beside this checkout")
    assert sorted(" ".join(run) for run in set(runs(sample.text)) & runs_of_the_evaluation()) == []


def test_no_two_documents_share_a_sentence() -> None:
    seen = Counter(sentence for path in PATHS for sentence in sentences(read(path)))
    assert [" ".join(sentence) for sentence, count in seen.items() if count > 1] == []


def test_the_table_in_the_readme_has_every_document_with_its_language_and_date() -> None:
    cells = (line.strip("|").split("|") for line in (FOLDER / "README.md").read_text("utf-8").splitlines())
    rows = {row[0].strip(" `"): [cell.strip() for cell in row[2:]] for row in cells if len(row) == 4}
    table = {name: row for name, row in rows.items() if name.startswith(("en-", "es-"))}
    assert table == {path.name: [path.name[:2], str(read(path).metadata.get("date") or "none")] for path in PATHS}
