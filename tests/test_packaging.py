"""The wheel has all that binatgraph needs, and nothing else: built, installed elsewhere, and run there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import binatgraph

CHECKOUT = Path(binatgraph.__file__).parents[2]
SAMPLES = CHECKOUT / "graph" / "documents"
GOLD = CHECKOUT / "graph" / "gold"
DATA = "binatgraph/data"

pytestmark = [
    pytest.mark.skipif(
        not (CHECKOUT / "pyproject.toml").exists(), reason="this is no checkout: there is nothing to build"
    ),
    pytest.mark.skipif(
        not (find_spec("hatchling") and find_spec("build")), reason="hatchling or build is not installed"
    ),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel by the pip that made this environment, which has none of its own; else unpack it."""
    target = tmp_path_factory.mktemp("installed")
    python = next(path for name in ("python3", "python", "python.exe") if (path := _base(name)).exists())
    options = ["--no-deps", "--no-index", "--disable-pip-version-check", "--quiet", "--target", str(target)]
    done = subprocess.run([str(python), "-m", "pip", "install", *options, str(wheel)], capture_output=True, check=False)
    if done.returncode:
        print("no pip here: the wheel is unpacked")  # noqa: T201  (what was tested must be seen)
        zipfile.ZipFile(wheel).extractall(target)
    return target


def _base(name: str) -> Path:
    folder = Path(sys.base_prefix)
    return folder / name if name.endswith(".exe") else folder / "bin" / name


def test_the_wheel_holds_sources_language_data_queries_and_the_graph_it_starts_from(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    sources = {str(path.relative_to(CHECKOUT / "src")) for path in (CHECKOUT / "src").rglob("*") if path.is_file()}
    sources = {name for name in sources if "__pycache__" not in name}
    assert sources <= set(names)
    for language in ("en", "es"):
        assert f"binatgraph/language/{language}/frames.toml" in names
    assert "binatgraph/store/queries/office-holders.rq" in names
    assert "binatgraph/py.typed" in names
    assert {f"{DATA}/documents/{path.name}" for path in SAMPLES.iterdir()} <= set(names)
    gold = {path.relative_to(GOLD).as_posix() for path in GOLD.rglob("*") if path.is_file()}
    assert {f"{DATA}/gold/{name}" for name in gold} <= set(names)
    assert {f"{DATA}/register/people.csv", f"{DATA}/ontology/roles.ttl", f"{DATA}/judgements.jsonl"} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top.split("-")[0] for top in tops} == {"binatgraph"}
    unwanted = ("test", "shared", "notebooks", "__pycache__", "conftest", "store/generation-", "hypothesis")
    assert [name for name in archive.namelist() if any(word in name for word in unwanted)] == []
    size = dict.fromkeys((True, False), 0)
    for info in archive.infolist():
        size[info.filename.endswith(".bgw")] += info.compress_size
    assert size[False] < 5_000_000
    assert size[True] < 15_000_000


def test_an_installed_binatgraph_builds_the_samples_it_came_with(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), os.environ.get("PYTHONPATH", "")])}
    where = "import binatgraph, binatgraph.config as c; print(binatgraph.__file__, c.data_path('documents'))"
    asked = [sys.executable, "-c", where]
    done = subprocess.run(asked, check=True, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert done.stdout.count(str(installed)) == 2
    command = [sys.executable, "-m", "binatgraph", "build", "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path, env=environment)
    summary = json.loads(done.stdout)
    assert summary["documents"] == sum(path.suffix in {".txt", ".html", ".md"} for path in SAMPLES.glob("e[ns]-*"))
    assert (summary["refused"], summary["other_files"]) == ([], {"README.md": 1})
    assert (tmp_path / "graph" / "network.html").exists()


def test_an_installed_binatgraph_measures_itself_on_the_annotations_it_came_with(
    installed: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), os.environ.get("PYTHONPATH", "")])}
    where = [sys.executable, "-c", "import binatgraph.config as c; print(c.data_path('gold'))"]
    done = subprocess.run(where, check=True, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert Path(done.stdout.strip()) == installed / "binatgraph" / "data" / "gold"
    command = [sys.executable, "-m", "binatgraph", "evaluate", "--lang", "es", "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert json.loads(done.stdout)["documents"] == sum(1 for _ in (GOLD / "es").glob("*.json"))
