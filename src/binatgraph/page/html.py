"""The page, through pyvis: its network, its bundled vis-network, and a template of our own that loads nothing.

pyvis' templates fetch scripts and styles from the network, and put names into the page as HTML; neither may happen here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup
from pyvis.network import Network

from binatgraph.page.drawing import MOST_DRAWN, Drawing, drawing
from binatgraph.page.groups import GROUPS

if TYPE_CHECKING:
    import networkx as nx

_HERE = files("binatgraph.page")
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = ("data", "picture", "labels", "panel", "search", "list", "start")
_MOST_ROWS = 500  # of the table for readers without scripts
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 1e9, "selectConnectedEdges": False, "multiselect": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 2},
    "edges": {
        "smooth": False,
        "color": {"color": "#8593A0", "highlight": "#1F2933", "hover": "#44515E"},
        "arrows": {"to": {"scaleFactor": 0.4}},
        "hoverWidth": 1,
        "selectionWidth": 1.5,
    },
}


class _Page(Network):  # type: ignore[misc] # pyvis has no types
    """A pyvis network that renders our template. Its lists are filled directly: `from_nx` takes quadratic time."""

    def __init__(self, drawn: Drawing, title: str) -> None:
        super().__init__(directed=True, heading=title)
        self.nodes, self.edges = drawn.nodes, drawn.edges
        self.options = _OPTIONS | {
            "groups": {group.id: _look(group.color, group.line, group.shape) for group in GROUPS}
        }
        loader = jinja2.PackageLoader("binatgraph.page", package_path="")
        self.templateEnv = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
        self.path = "template.html.j2"


def html(graph: nx.MultiDiGraph, *, title: str, language: str) -> str:
    """The page; see `binatgraph.page.page`."""
    drawn = drawing(graph)
    words = tomllib.loads(_text("words.toml"))
    scripts = [_vis(), *(_text("script", f"{name}.js") for name in _SCRIPTS)]
    known = {
        "language": language,
        "words": words,
        "groups": [asdict(group) for group in GROUPS],
        "most": MOST_DRAWN,
        "actors": drawn.actors,
        "facts": drawn.facts,
        "documents": drawn.documents,
    }
    style = _text("network.css")
    made = _Page(drawn, title)
    made.templateEnv.filters.update(json=_json, embedded=_embedded)
    made.templateEnv.globals.update(
        language=language,
        words=words[language],
        known=known,
        rows=_rows(drawn, language),
        left_out=max(len(drawn.facts) - _MOST_ROWS, 0),
        style=Markup(style),  # noqa: S704 - our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own files, and vis-network
        policy=_policy(scripts, style),
    )
    rendered: str = made.generate_html()
    return rendered


def _text(*path: str) -> str:
    return _HERE.joinpath(*path).read_text(encoding="utf-8")


def _vis() -> str:
    """vis-network as pyvis ships it, with its licence on top."""
    return files("pyvis").joinpath(_VIS).read_text(encoding="utf-8").replace("\r\n", "\n")


def _look(color: str, line: str, shape: str) -> dict[str, Any]:
    bright = {"background": color, "border": "#111820"}
    return {"shape": shape, "color": {"background": color, "border": line, "highlight": bright, "hover": bright}}


def _json(value: Any) -> Markup:
    """JSON that no HTML parser and no script reads as anything else."""
    return _embedded(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _embedded(text: str) -> Markup:
    """JSON text, with what could end the element around it as escapes of JSON."""
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704 - made safe above


def _policy(scripts: list[str], style: str) -> str:
    """A content security policy that lets these scripts run and this style apply, and nothing be fetched."""
    hashes = " ".join(_hash(script) for script in scripts)
    parts = ["default-src 'none'", f"style-src {_hash(style)}", "img-src data:", f"script-src {hashes}"]
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _rows(drawn: Drawing, language: str) -> list[dict[str, Any]]:
    """Rows of the table that is shown where no script runs, those said most often first."""
    facts = sorted(drawn.facts, key=lambda fact: -fact["weight"])[:_MOST_ROWS]
    name = [actor["label"][language] for actor in drawn.actors]
    return [{**fact, "from": name[fact["from"]], "to": name[fact["to"]], "said": _said(fact, drawn)} for fact in facts]


def _said(fact: dict[str, Any], drawn: Drawing) -> list[dict[str, Any]]:
    return [{**one, **drawn.documents[one["in"]]} for one in fact["evidence"][:1]]
