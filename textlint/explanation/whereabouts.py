"""Find the files behind a rule: its rule file, check, layers, data, training scripts, tests and documentation page.

In a checkout, paths are relative to the project's folder. In an installed package, they are relative to the folder that
contains the package.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from textlint.checks import find_check
from textlint.rule import Rule
from textlint.startup.locations import PACKAGE, data_file, rules_folder
from textlint.startup.values import NamedTuple

_ROOT = os.path.dirname(PACKAGE)
# The modules that match phrases, patterns and blocks, and check the conditions of a match.
_MATCHING = ("textlint.matching.matcher", "textlint.matching.judgement")


class Whereabouts(NamedTuple):
    """Paths of the files behind a rule. Files that do not exist are left out, such as tests in an installed package.

    `code` is the module of the check, or the modules that match phrases and patterns. `layers` are the modules in
    textlint/layers that it imports, directly or indirectly. `training` are the scripts that write the data files. `page`
    is the script that writes the rule's page in the documentation.
    """

    rule_file: str
    code: tuple[str, ...]
    layers: tuple[str, ...]
    data: tuple[str, ...]
    training: tuple[str, ...]
    tests: tuple[str, ...]
    page: str

    def paths(self) -> Iterator[str]:
        """Yield all paths."""
        yield self.rule_file
        yield from (*self.code, *self.layers, *self.data, *self.training, *self.tests)
        if self.page:
            yield self.page


def whereabouts(rule: Rule) -> Whereabouts:
    """Return the files behind a rule."""
    check = find_check(rule.check, rule.origin)
    modules = _MATCHING if check is None else (check.__module__,)
    reached = _reached(modules)
    layers = tuple(name for name in reached if name.startswith("textlint.layers."))
    data = sorted({name for module in (*modules, *reached) for name in _arguments(module, "data_file")})
    lexicons = sorted({name for module in (*modules, *reached) for name in _arguments(module, "read_lexicon")})
    lexicons += [rule.parameters["lexicon"]] if "lexicon" in rule.parameters else []
    names = [module.rpartition(".")[2] for module in (*modules, *layers)]
    return Whereabouts(
        shown_path(rule.origin),
        tuple(_paths(map(_source_of, modules))),
        tuple(_paths(map(_source_of, layers))),
        tuple(_paths([*(data_file(name) for name in data), *map(_lexicon, lexicons)])),
        tuple(_paths(os.path.join(_ROOT, "training", f"{stem}.py") for stem in dict.fromkeys(map(_trained_by, data)))),
        tuple(_paths(_tests(("rules", *names)))),
        next(_paths([os.path.join(_ROOT, "docs", "_ext", "generated.py")]), ""),
    )


def shown_path(path: str) -> str:
    """Return the path of a built-in file relative to the package or its rules. Other paths are returned unchanged."""
    for folder in (os.path.dirname(rules_folder()), _ROOT):
        if path.startswith(folder + os.sep):
            return os.path.relpath(path, folder).replace(os.sep, "/")
    return path


def training_command(path: str) -> str:
    """Return the command that runs a training script, taken from its docstring."""
    with open(os.path.join(_ROOT, path), encoding="utf-8") as file:
        docstring = ast.get_docstring(ast.parse(file.read())) or ""
    commands = re.findall(r"python [^`\n]*", docstring)
    return commands[0] if commands else f"python {path}"


def _tests(names: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        for stem in (f"test_{name}.py", f"test_check_{name}.py"):
            yield os.path.join(_ROOT, "tests", stem)


def _lexicon(name: str) -> str:
    return os.path.join(rules_folder(), "lexicons", "en", f"{name}.toml")


def _paths(candidates: Iterable[str]) -> Iterator[str]:
    return (shown_path(path) for path in candidates if path and os.path.exists(path))


def _trained_by(data: str) -> str:
    """Return the name of the script that writes a data file: `lexicon` for all word lists, else the file's own name."""
    stem = data.partition(".")[0]
    return "lexicon" if data.endswith((".marisa", ".txt")) else stem


@cache
def _reached(modules: tuple[str, ...]) -> tuple[str, ...]:
    """Return the modules in `layers` and `text` that `modules` import, directly or indirectly, sorted."""
    reached: set[str] = set()
    pending = list(modules)
    while pending:
        for name in _imports(pending.pop()):
            if name.startswith(("textlint.layers.", "textlint.text.")) and name not in reached:
                reached.add(name)
                pending.append(name)
    return tuple(sorted(reached))


@cache
def _imports(module: str) -> tuple[str, ...]:
    """Return the textlint modules that a module imports anywhere in its source."""
    found = []
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textlint."):
            within = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [name for name in within if _source_of(name)] or [str(node.module)]
    return tuple(found)


@cache
def _arguments(module: str, function: str) -> tuple[str, ...]:
    """Return the string arguments of all calls of `function` in a module."""
    return tuple(
        str(node.args[0].value)
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == function
        and isinstance(node.args[0], ast.Constant)
    )


@cache
def _tree(module: str) -> ast.Module:
    path = _source_of(module)
    if not path:
        return ast.Module([], [])
    with open(path, encoding="utf-8") as file:
        return ast.parse(file.read())


def _source_of(module: str) -> str:
    """Return the path of a module's source, or "" if it has no source or is not part of textlint."""
    path = os.path.join(_ROOT, *module.split(".")) + ".py"
    return path if os.path.exists(path) else ""
