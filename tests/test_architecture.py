"""The rules of the house, as far as a machine can see them."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import binatgraph

SOURCE = Path(binatgraph.__file__).parent
CHECKOUT = SOURCE.parents[1]
MODULES = sorted(SOURCE.rglob("*.py"))
LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 50


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), filename=str(module))


def documented(node: ast.AST) -> set[int]:
    """Give the lines of the docstrings below a node."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    strings = [one.body[0] for one in ast.walk(node) if isinstance(one, kinds) and one.body and ast.get_docstring(one)]
    return {line for one in strings for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}


def size(module: Path, node: ast.AST, first: int, last: int) -> int:
    """Count the lines of code: what is said about it does not count, and neither do comments and empty lines."""
    said = documented(node)
    lines = enumerate(module.read_text("utf-8").splitlines(), start=1)
    return sum(
        first <= number <= last and number not in said and bool(line.strip()) and not line.strip().startswith("#")
        for number, line in lines
    )


def functions(node: ast.AST) -> Iterator[ast.FunctionDef]:
    yield from (one for one in ast.walk(node) if isinstance(one, ast.FunctionDef))


def test_floors_and_doors_are_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 kept, 0 broken" in done.stdout


def test_no_module_is_too_long() -> None:
    sizes = {str(one.relative_to(SOURCE)): size(one, tree(one), 1, sys.maxsize) for one in MODULES}
    assert {name: lines for name, lines in sizes.items() if lines > LINES_OF_A_MODULE} == {}


def test_no_function_is_too_long() -> None:
    sizes = {
        f"{module.relative_to(SOURCE)}: {one.name}": size(module, one, one.lineno, one.end_lineno or one.lineno)
        for module in MODULES
        for one in functions(tree(module))
    }
    assert {name: lines for name, lines in sizes.items() if lines > LINES_OF_A_FUNCTION} == {}


def test_no_error_is_caught_without_a_name() -> None:
    caught = {
        f"{module.relative_to(SOURCE)}:{one.lineno}": ast.unparse(one.type) if one.type else "everything"
        for module in MODULES
        for one in ast.walk(tree(module))
        if isinstance(one, ast.ExceptHandler) and not _reraises(one)
    }
    wide = {place: what for place, what in caught.items() if what in {"everything", "Exception", "BaseException"}}
    assert wide == {}


def _reraises(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler only cleans up: it ends with a bare `raise`."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_no_error_is_passed_over_in_silence() -> None:
    silent = [
        f"{module.relative_to(SOURCE)}:{one.lineno}"
        for module in MODULES
        for one in ast.walk(tree(module))
        if isinstance(one, ast.ExceptHandler) and all(isinstance(line, ast.Pass) for line in one.body)
    ]
    assert silent == []


def test_nothing_reads_the_environment() -> None:
    readers = {"environ", "getenv", "environb"}
    found = {
        f"{module.relative_to(SOURCE)}:{one.lineno}"
        for module in MODULES
        for one in ast.walk(tree(module))
        if (isinstance(one, ast.Attribute) and one.attr in readers)
        or (isinstance(one, ast.alias) and one.name in readers)
    }
    assert found == set()


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(one.relative_to(SOURCE)) for one in MODULES if one.stat().st_size and not ast.get_docstring(tree(one))
    ]
    assert silent == []


def test_functions_take_no_arguments_by_any_name() -> None:
    """A `**kwargs` hides what is allowed; what another library calls with its own words is named here."""
    found = {
        f"{module.relative_to(SOURCE)}: {one.name}"
        for module in MODULES
        for one in functions(tree(module))
        if one.args.kwarg
    }
    assert found <= {"store/dataset.py: query"}


@pytest.mark.parametrize("name", [name for name in binatgraph.__all__ if inspect.isroutine(getattr(binatgraph, name))])
def test_a_public_function_has_an_example_that_runs(name: str) -> None:
    """Give each an example of its own or a place in that of the package; the doctests run both."""
    examples = [line for line in inspect.getdoc(binatgraph).splitlines() if line.startswith((">>>", "..."))]  # type: ignore[union-attr]  # it has one
    in_package = any(f"binatgraph.{name}(" in line for line in examples)
    assert in_package or ">>> " in (inspect.getdoc(getattr(binatgraph, name)) or "")


def test_the_tests_mirror_the_package() -> None:
    parts = {one.name for one in SOURCE.iterdir() if (one / "__init__.py").exists()}
    tested = {one.name for one in (CHECKOUT / "tests").iterdir() if one.is_dir()}
    missing = parts - tested - {one.stem.removeprefix("test_") for one in (CHECKOUT / "tests").glob("test_*.py")}
    assert missing == set()
