"""The conductor: the only package that knows the order of the stages.

    paths ─ reading ─ language ─ register ─ resolution ─ rdf ─ store ─ network ─ page

The graph is a pure function of the documents, the register, the judgements and the settings. What is kept between builds
(analyses, by document and version) saves time and changes nothing.
"""

from binatgraph.pipeline.building import Summary, build
from binatgraph.pipeline.gathering import Progress
from binatgraph.pipeline.intake import Intake
from binatgraph.pipeline.opening import check, open_graph, read_file, read_text, to_network, to_page
from binatgraph.pipeline.tools import Tools, extract, extract_json
from binatgraph.reading.columns import parse_columns
from binatgraph.reading.member import Item
from binatgraph.reading.web import Web

__all__ = [
    "Intake",
    "Item",
    "Progress",
    "Summary",
    "Tools",
    "Web",
    "build",
    "check",
    "extract",
    "extract_json",
    "open_graph",
    "parse_columns",
    "read_file",
    "read_text",
    "to_network",
    "to_page",
]
