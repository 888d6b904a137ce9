"""The architecture, read from the source: who may import whom, where layers live, and how large a module may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_LINES = 300
MOST_AT_THE_TOP = 35  # modules and packages in textlint/
LONGER: dict[str, str] = {}
LAYER_ORDER = ("damage", "words", "page", "speech")
# Layers whose docstring does not say so yet.
UNMARKED_LAYERS: set[tuple[str, str]] = set()
PUBLIC_READERS = ("textlint.cli", "textlint.__main__", "training", "benchmarks")

# Each entry: whoever starts with the first may import nothing that starts with one of the second.
FORBIDDEN = {
    "textlint.checks": (
        "textlint.rule", "textlint.rulebook", "textlint.engine", "textlint.reporters", "textlint.files", "textlint.cli",
    ),
    "textlint.layers": (
        "textlint.checks", "textlint.engine", "textlint.matching", "textlint.rulebook", "textlint.files",
    ),
    "textlint.reporters": ("textlint.checks", "textlint.cli"),
    "textlint.readers": ("textlint.engine",),
    "textlint.lsp": ("textlint.cli",),
}  # fmt: skip
# Each entry: whoever starts with the first may import, of textlint, only what starts with one of the second.
ALLOWED = {
    "textlint.text": ("textlint.text", "textlint.startup", "textlint.span"),
    "textlint.startup": ("textlint.startup", "textlint.version"),
    "textlint.layers.linear_model": ("textlint.errors", "textlint.startup"),
    "textlint.families": ("textlint.startup",),
}


@cache
def sources() -> dict[str, Path]:
    """Return the modules of the package, the benchmarks and the training by name."""
    folders = (ROOT / name for name in ("textlint", "benchmarks", "training"))
    paths = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return {_name(path): path for path in paths}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(sources()[module].read_text("utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Return the modules of ours that `module` imports anywhere in it, inside functions and for types too."""
    found = set()
    for node in import_statements(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            assert node.level == 0, f"{module} imports relatively"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in sources() else str(node.module) for name in names}
    return frozenset(found & sources().keys()) - {module}


@cache
def import_statements(module: str) -> list[ast.Import | ast.ImportFrom]:
    return [node for node in statements(tree(module)) if isinstance(node, (ast.Import, ast.ImportFrom))]


def statements(parent: ast.AST) -> Iterator[ast.AST]:
    """Yield all statements within `parent`, never looking into expressions, which takes long."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for node in getattr(parent, field, ()):
            yield node
            yield from statements(node)


def package() -> list[str]:
    return [name for name in sources() if name.split(".")[0] == "textlint"]


def is_within(module: str, *places: str) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)


def pairs() -> list[tuple[str, str]]:
    """Return each module of the package with each module that it imports."""
    found = [(module, imported) for module in package() for imported in sorted(imports(module))]
    assert len(found) > 500
    return found


def cycle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_modules_import_in_no_circle() -> None:
    assert cycle({module: set(imports(module)) for module in package()}) == []


def test_packages_import_in_no_circle() -> None:
    graph: dict[str, set[str]] = {}
    for module, imported in pairs():
        here, there = (".".join(name.split(".")[:2]) for name in (module, imported))
        if here != there:
            graph.setdefault(here, set()).add(there)
    assert len(graph) > 20
    assert cycle(graph) == []


def test_a_circle_would_be_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}})


@pytest.mark.parametrize("place", FORBIDDEN)
def test_a_place_does_not_import_what_is_above_it(place: str) -> None:
    wrong = [pair for pair in pairs() if is_within(pair[0], place) and is_within(pair[1], *FORBIDDEN[place])]
    assert wrong == []


@pytest.mark.parametrize("place", ALLOWED)
def test_a_place_imports_only_what_is_below_it(place: str) -> None:
    wrong = [pair for pair in pairs() if is_within(pair[0], place) and not is_within(pair[1], *ALLOWED[place])]
    assert wrong == []


def test_checks_import_no_other_check() -> None:
    checks = [pair for pair in pairs() if is_within(pair[0], "textlint.checks")]
    assert checks
    assert [pair for pair in checks if is_within(pair[1], "textlint.checks")] == []


def test_layers_read_downward_only() -> None:
    wrong = []
    for module, imported in pairs():
        if is_within(module, "textlint.layers") and is_within(imported, "textlint.layers"):
            here, there = module.split(".")[2], imported.split(".")[2]
            if there not in (here, "shared", "linear_model") and (
                here not in LAYER_ORDER or LAYER_ORDER.index(there) > LAYER_ORDER.index(here)
            ):
                wrong.append((module, imported))
    assert wrong == []


def test_each_folder_of_layers_has_its_place_in_the_order() -> None:
    folders = {path.name for path in (ROOT / "textlint" / "layers").iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders == {*LAYER_ORDER, "shared"}


def test_only_the_command_starts_the_language_server() -> None:
    readers = {module for module, imported in pairs() if is_within(imported, "textlint.lsp")}
    assert {module for module in readers if not is_within(module, "textlint.lsp")} == {"textlint.cli.commands.lsp"}


def test_the_public_names_are_for_other_programs() -> None:
    readers = {module for module in sources() if "textlint" in imports(module)}
    assert readers, "the benchmarks import them"
    assert {module for module in readers if not is_within(module, *PUBLIC_READERS)} == set()


@cache
def layers_asked_for() -> set[tuple[str, str, str]]:
    """Return the module that asks for each layer, and the module and name of the function that builds it."""
    asked = set()
    for module in package():
        if ".layer(" not in sources()[module].read_text("utf-8"):
            continue
        origins = {}
        for node in import_statements(module):
            if isinstance(node, ast.ImportFrom):
                origins |= {alias.asname or alias.name: (str(node.module), alias.name) for alias in node.names}
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "layer":
                built = node.args[0]
                if isinstance(built, ast.Attribute) and isinstance(built.value, ast.Name):
                    asked.add((module, ".".join(origins[built.value.id]), built.attr))
                else:
                    assert isinstance(built, ast.Name), f"{module}: a layer is asked for by the name of its function"
                    asked.add((module, *origins.get(built.id, (module, built.id))))
    assert len(asked) > 20
    return asked


def test_layers_live_in_layers_or_are_private() -> None:
    wrong = [
        (module, name)
        for module, origin, name in layers_asked_for()
        if not is_within(origin, "textlint.layers") and not (module == origin and name.startswith("_"))
    ]
    assert wrong == []


def test_a_layer_says_that_it_is_one() -> None:
    unmarked = set()
    for _, origin, name in layers_asked_for():
        function = next(node for node in tree(origin).body if isinstance(node, ast.FunctionDef) and node.name == name)
        if "a layer" not in (ast.get_docstring(function) or "").lower():
            unmarked.add((origin, name))
    assert unmarked == UNMARKED_LAYERS


def test_modules_are_short() -> None:
    lengths = {module: len(sources()[module].read_text("utf-8").splitlines()) for module in package()}
    assert {module for module, length in lengths.items() if length > MOST_LINES} == LONGER.keys()


def test_few_modules_and_packages_are_at_the_top() -> None:
    top = [
        path for path in (ROOT / "textlint").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]  # fmt: skip
    assert 20 < len(top) <= MOST_AT_THE_TOP
