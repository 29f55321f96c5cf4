"""What must never get into the repository: addresses of package indexes, places on a machine, borrowed words, heavy files."""

from __future__ import annotations

import ast
import io
import re
import shutil
import subprocess
import tokenize
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
EVALUATION = CHECKOUT.parent / "shared" / "eval"
MOST_BYTES = 3_000_000
MOST_WEIGHTS = 6_000_000
WRITTEN = {".md", ".ipynb", ".html", ".txt", ".toml", ".py"}
INDEXES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "anaconda" + ".org",
    "crates" + ".io",
    "jsdelivr" + ".net/npm",
]
PLACES = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/[\w.-]+|[A-Z]:\\\\?Users\\")
NAMES = (  # nobody's words
    "Economic Development Council of the State of Sinaloa",
    "Banco de Desarrollo de América del Norte BDAN",
    "Treaty relating to the Utilization of Waters of the Colorado and Tijuana Rivers and of the Rio Grande",
)
MADE_UP = {"/home/me"}  # in examples of what is refused


@cache
def files() -> tuple[Path, ...]:
    """Give what git has or would take: nothing that it ignores."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("this is no checkout of git: which files belong to the project cannot be told")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout.split("\0")
    return tuple(path for name in names if name and (path := CHECKOUT / name).is_file())


def texts() -> dict[str, str]:
    """Give the text files by name."""
    found = {}
    for path in files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[path.relative_to(CHECKOUT).as_posix()] = data.decode("utf-8", "replace")
    return found


def test_no_file_names_a_package_index() -> None:
    assert {name: host for name, text in texts().items() for host in INDEXES if host in text} == {}


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = {name: set(PLACES.findall(text)) - MADE_UP for name, text in texts().items()}
    assert {name: places for name, places in found.items() if places} == {}


def test_no_file_is_heavy() -> None:
    sizes = {path: path.stat().st_size for path in files()}
    assert {
        str(path): size
        for path, size in sizes.items()
        if size > (MOST_WEIGHTS if path.suffix == ".bgw" else MOST_BYTES)
    } == {}


def test_every_text_is_utf_8_with_line_feeds() -> None:
    odd = [name for name, text in texts().items() if "\ufffd" in text and not name.startswith("tests/")]
    assert odd == []
    assert [name for name, text in texts().items() if "\r\n" in text] == []


def test_the_constraints_have_versions_and_no_addresses() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+( ; .+)?|#.*|", line)] == []
    assert "://" not in "".join(lines)


def test_what_is_needed_is_constrained() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text("utf-8").splitlines()
    known = {line.split("==")[0].lower().replace("_", "-") for line in lines}
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[^\w-]", one)[0].lower().replace("_", "-") for one in needed}
    assert names - known == set()


def words(text: str) -> list[str]:
    """Give words without case and accents, so that no spelling hides a borrowed run."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain)


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(*(found[start:] for start in range(length)), strict=False))


def said(name: str, text: str) -> list[str]:
    """Give what is written in a file: of Python each string and comment for itself, since names in a list are no sentence."""
    if not name.endswith(".py"):
        return [text]
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    comments = " ".join(token.string for token in tokens if token.type == tokenize.COMMENT)
    strings = (one.value for one in ast.walk(ast.parse(text)) if isinstance(one, ast.Constant))
    return [comments, *(value for value in strings if isinstance(value, str))]


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the annotated documents (../shared/eval) are not here")
def test_no_run_of_eight_words_comes_from_the_annotated_documents() -> None:
    borrowed: set[tuple[str, ...]] = set()
    for path in EVALUATION.rglob("*.txt"):
        borrowed |= runs(path.read_text("utf-8"))
    assert len(borrowed) > 1000
    borrowed -= {run for name in NAMES for run in runs(name)}
    written = {name: text for name, text in texts().items() if Path(name).suffix in WRITTEN}
    shared = {
        name: sorted({" ".join(run) for part in said(name, text) for run in runs(part) & borrowed})[:3]
        for name, text in written.items()
    }
    assert {name: found for name, found in shared.items() if found} == {}
