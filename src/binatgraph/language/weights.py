"""The weights of a pipeline in one file: a line that says what it is, and behind it what spaCy wrote, at half the precision, packed.

float16 changes nothing that can be measured: the same heads and names on every line tested. No pickle, no temporary folder.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import srsly
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.util import load_model_from_config

from binatgraph.errors import LanguageError
from binatgraph.language import tokenizer as _known  # noqa: F401  (spaCy finds our tokenizer by its name)

_MAGIC = "binatgraph weights 2"
_APART = ("tokenizer",)
"""The tokenizer is code of this package, the same for rules and pipelines."""


def pack(nlp: Language, *, facts: Mapping[str, Any]) -> bytes:
    """A pipeline as the bytes of a weights file, the same for the same pipeline; `facts` go into its first line."""
    config = {key: nlp.config[key] for key in ("nlp", "components")}
    said = {"config": config, "weights": _halved(nlp)}
    packed = zlib.compress(_parted(srsly.msgpack_dumps(said)), level=9)
    head = {
        "format": _MAGIC,
        **facts,
        "language": nlp.lang,
        "spacy": spacy_version,
        "sha256": sha256(packed).hexdigest(),
    }
    return json.dumps(head, sort_keys=True, ensure_ascii=False).encode() + b"\n" + packed


def _parted(data: bytes) -> bytes:
    """Every second byte first, then the others: numbers of two bytes pack better so, and unpack ten times as fast as with LZMA."""
    return data[::2] + data[1::2]


def _joined(parted: bytes) -> bytes:
    """The bytes as they were before `_parted`."""
    whole = bytearray(len(parted))
    half = (len(parted) + 1) // 2
    whole[::2], whole[1::2] = parted[:half], parted[half:]
    return bytes(whole)


def _halved(nlp: Language) -> bytes:
    """What spaCy writes, with every parameter as float16."""
    whole = srsly.msgpack_loads(nlp.to_bytes(exclude=list(_APART)))
    for name in nlp.pipe_names:
        component = srsly.msgpack_loads(whole[name])
        if "model" in component:
            component["model"] = _halved_model(component["model"])
            whole[name] = srsly.msgpack_dumps(component)
    return bytes(srsly.msgpack_dumps(whole))


def _halved_model(written: bytes) -> bytes:
    model = srsly.msgpack_loads(written)
    for parameters in model["params"]:
        for name, values in parameters.items():
            parameters[name] = None if values is None else values.astype("float16")
    return bytes(srsly.msgpack_dumps(model))


def describe(path: Path) -> dict[str, Any]:
    """What a weights file says of itself in its first line.

    Raises
    ------
    LanguageError
        If it cannot be read, or is no weights file.
    """
    try:
        with path.open("rb") as file:
            head = json.loads(file.readline(65_536))
    except OSError as error:
        raise LanguageError(f"{path}: {error.strerror}") from None
    except ValueError:
        head = {}
    if not isinstance(head, dict) or head.get("format") != _MAGIC:
        raise LanguageError(f"{path}: this is no weights file of binatgraph; install binatgraph again")
    return head


def unpack(path: Path) -> Language:
    """The pipeline in a weights file.

    Raises
    ------
    LanguageError
        If the file is damaged, or was made with another minor version of spaCy than the one that is installed.
    """
    head = describe(path)
    if _minor(head["spacy"]) != _minor(spacy_version):
        raise LanguageError(
            f"{path.name} was trained with spaCy {head['spacy']}, and {spacy_version} is installed; "
            f"install spacy=={_minor(head['spacy'])}.*, or do without the pipeline"
        )
    packed = path.read_bytes().partition(b"\n")[2]
    if sha256(packed).hexdigest() != head["sha256"]:
        raise LanguageError(f"{path}: the file is damaged; install binatgraph again")
    said = srsly.msgpack_loads(_joined(zlib.decompress(packed)))
    nlp = load_model_from_config(said["config"], auto_fill=True, validate=False)
    nlp.from_bytes(said["weights"], exclude=list(_APART))
    _widen(nlp)
    return nlp


def _widen(nlp: Language) -> None:
    """Make every parameter float32 again."""
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))


def _minor(version: str) -> str:
    return ".".join(version.split(".")[:2])
