"""Find tests that still pass when the function they test returns nothing.

    python -m benchmarks.vacuous [--only NAME] [--workers 2]

For each function of textlint that a test module imports, run the tests of that module with a replacement for the function.
The replacement returns an empty value of the annotated type (an empty iterator, list, tuple or string, False, 0 or None). A
test that calls the function and still passes is listed, unless its name shows that it expects an empty result ("nothing",
"silent", "empty", "none", "no_").
"""

from __future__ import annotations

import argparse
import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
VARIABLE = "TEXTLINT_EMPTY_FUNCTION"  # read by the plugin below: "module:function"
_SECONDS = 300
_ABOUT_NOTHING = ("nothing", "silent", "empty", "none", "no_", "never", "not_", "without", "leaves", "alone", "clean")


class Case(NamedTuple):
    """A function, and the test functions of one module that call it by name."""

    tests: Path
    module: str
    function: str
    callers: tuple[str, ...]


def cases() -> Iterator[Case]:
    """Yield each function that a test module imports from textlint and calls in a test."""
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
        for module, name, local in _imported(tree):
            callers = tuple(function.name for function in functions if _calls(function, local))
            if callers and _is_function(module, name):
                yield Case(path, module, name, callers)


def _imported(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textlint."):
            for alias in node.names:
                yield node.module or "", alias.name, alias.asname or alias.name


def _calls(function: ast.FunctionDef, name: str) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id == name for statement in function.body for node in ast.walk(statement)
    )


def _is_function(module: str, name: str) -> bool:
    path = ROOT / f"{module.replace('.', '/')}.py"
    if not path.exists():
        return False
    return any(
        isinstance(node, ast.FunctionDef) and node.name == name for node in ast.parse(path.read_text("utf-8")).body
    )


def passing(case: Case) -> tuple[str, ...]:
    """Return the callers that pass although the function returns nothing."""
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=", "-p", "benchmarks.vacuous", str(case.tests)]  # fmt: skip
    environment = {**os.environ, VARIABLE: f"{case.module}:{case.function}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    outcomes: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        outcome, _, identity = line.partition(" ")
        if outcome in ("PASSED", "FAILED", "ERROR", "XFAIL") and "::" in identity:
            name = identity.split("::")[1].split("[")[0].split(" ")[0]
            outcomes.setdefault(name, set()).add(outcome)
    return tuple(
        name
        for name in case.callers
        if outcomes.get(name) == {"PASSED"} and not any(word in name for word in _ABOUT_NOTHING)
    )


def pytest_configure() -> None:
    """Replace the function named by the variable, as a plugin of pytest, before any test module is imported."""
    from importlib import import_module

    module_name, _, name = os.environ.get(VARIABLE, "").partition(":")
    if not name:
        return
    module = import_module(module_name)
    empty = _empty_value(str(getattr(module, name).__annotations__.get("return", "None")))
    setattr(module, name, lambda *_, **__: empty() if callable(empty) else empty)


def _empty_value(annotation: str) -> object:
    outer = annotation.partition("[")[0].strip("'\"")
    values: dict[str, object] = {
        "list": list, "tuple": tuple, "dict": dict, "set": set, "frozenset": frozenset, "str": "", "bytes": b"", "bool": False,
        "int": 0, "float": 0.0, "Iterator": lambda: iter(()), "Iterable": tuple, "Sequence": tuple, "Mapping": dict,
    }  # fmt: skip
    return values.get(outer)


def main() -> None:
    """Print each test that passes with an empty function, by file, and exit with 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only test files whose name contains this")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    chosen = [case for case in cases() if options.only in case.tests.name]
    count = 0
    with ThreadPoolExecutor(options.workers) as pool:
        for case, names in zip(chosen, pool.map(passing, chosen), strict=True):
            for name in names:
                count += 1
                print(
                    f"{case.tests.name}::{name} passes when {case.module}.{case.function} returns nothing", flush=True
                )
    print(f"{count} tests of {len(chosen)} functions", file=sys.stderr)
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
