"""The two halves of a pipeline become one, and a weights file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import binatgraph.language as stage
from binatgraph.language.pipelines import WEIGHTS
from binatgraph.language.weights import pack

FOLDER = Path(stage.__file__).parent
CARD = "card.json"


def assemble(syntax: Path, ner: Path) -> Language:
    """Syntax and names as one pipeline. Names come first: a sentence that the parser ends too early must not cut a name."""
    whole = spacy.load(syntax)
    whole.add_pipe("ner", source=spacy.load(ner), first=True)
    return whole


def write(nlp: Language, *, seed: int, folder: Path = FOLDER) -> Path:
    """Write the weights into the folder of their language."""
    path: Path = folder / nlp.meta["lang"] / WEIGHTS
    path.write_bytes(pack(nlp, facts={"seed": seed, "licence": "CC BY-SA 4.0"}))
    return path


def write_card(card: dict[str, Any], *, folder: Path = FOLDER) -> None:
    """Write the card beside the weights."""
    text = json.dumps(card, indent=2, ensure_ascii=False)
    (folder / card["language"] / CARD).write_text(f"{text}\n", "utf-8")
