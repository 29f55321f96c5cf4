"""Small documents in our own words, and folders of them: what the tests of builds and of the command line read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from binatgraph.config import Settings
from binatgraph.pipeline import Tools

TALKS = (
    "Arizona Governor Katie Hobbs met with Sonora Governor Alfonso Durazo in Nogales, Sonora. "
    "Hobbs chairs the Arizona-Mexico Commission."
)
VISITA = (
    "La gobernadora de Arizona, Katie Hobbs, se reunió con Marina del Pilar Ávila, gobernadora de Baja California. "
    "El puerto de entrada de San Luis Río Colorado está en Sonora."
)
COUNCIL = "Ana María Prueba, president of the Verde Valley Trade Council, lives in Tucson, Arizona."
OTHER_COUNCIL = "Ana María Prueba, treasurer of the Verde Valley Trade Council, lives in Phoenix, Arizona."
NAMESAKE = "Ana M. Prueba is the president of the Verde Valley Trade Council."
PAGE = (
    "<!doctype html><html lang=en><head><title>Trucks &amp; trade</title>"
    '<meta property="article:published_time" content="2024-05-06"></head>'
    "<body><article><p>Mayor Jorge Maldonado of Nogales, Arizona, greeted a delegation from Sonora at the Mariposa crossing, "
    "and told the reporters who had come that he expects more lorries next spring.</p></article></body></html>"
)


def everything() -> dict[str, str]:
    """Give the documents of the graph that tests share: two languages, three formats, dates, a text with two names."""
    return {
        "news/talks.txt": TALKS,
        "news/talks.meta.yaml": "title: Talks\ndate: 2024-02-03\n",
        "news/visita.md": f"---\ntitle: Visita\ndate: 2024-03-04\n---\n\n{VISITA}\n",
        "council.txt": COUNCIL,
        "council-again.txt": COUNCIL,
        "trucks.html": PAGE,
    }


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files of these names and contents below a folder, and give the folder back."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def like(tools: Tools, *, settings: Settings) -> Tools:
    """Make tools with other settings that share what is loaded already."""
    if settings == tools.settings:
        return tools
    other = replace(tools, settings=settings)
    if settings.extractor == tools.settings.extractor:
        vars(other).update(register=tools.register, extractor=tools.extractor)
    return other


def outputs(graph: Path) -> tuple[bytes, bytes]:
    """Give the bytes that a build promises."""
    return (graph / "binatgraph.trig").read_bytes(), (graph / "network.html").read_bytes()


def run(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run a command in this process."""
    from binatgraph.cli import cli  # noqa: PLC0415  (most who import this module run none)

    return CliRunner().invoke(cli, [str(word) for word in words], input=stdin, catch_exceptions=False)
