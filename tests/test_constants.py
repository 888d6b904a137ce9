"""Every threshold says where it comes from: a comment at each numeric constant of checks and layers, and in rule files."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACES = ("checks", "layers", "matching/judgement.py", "fixer.py", "overlap.py")
SOURCE = re.compile(r"\b(?:measured|chosen|because|so that|as many as|defined by)\b", re.IGNORECASE)
PLAIN = (0.0, 1.0, 0.5)  # may stand in a comparison without a name
# Modules and rules whose constants are not explained yet.
NOT_YET: set[str] = set()
RULES_NOT_YET: set[str] = set()


@cache
def modules() -> list[Path]:
    places = [ROOT / "textlint" / place for place in PLACES]
    return [path for place in places for path in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "textlint").as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def is_numeric(node: ast.expr | None) -> bool:
    """Say whether an expression is a number, or a tuple or list of numbers."""
    match node:
        case ast.Constant(value=value):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ast.UnaryOp(operand=operand):
            return is_numeric(operand)
        case ast.BinOp(left=left, right=right):
            return is_numeric(left) and is_numeric(right)
        case ast.Tuple(elts=items) | ast.List(elts=items):
            return bool(items) and all(map(is_numeric, items))
    return False


def numeric_constants(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each numeric constant of a module."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and is_numeric(node.value):
            yield node.lineno, ast.unparse(node.targets[0])
        elif isinstance(node, ast.AnnAssign) and is_numeric(node.value):
            yield node.lineno, ast.unparse(node.target)


def comment_at(lines: list[str], number: int) -> str:
    """Return the comment on line `number` and those right above it."""
    comments = [lines[number - 1].partition("#")[2]]
    while number > 1 and lines[number - 2].lstrip().startswith("#"):
        number -= 1
        comments.insert(0, lines[number - 1].lstrip().lstrip("#"))
    return " ".join(comments).strip()


def unexplained(path: Path) -> Iterator[str]:
    """Yield the names of a module's numeric constants whose comment does not say where the value comes from."""
    lines = path.read_text("utf-8").splitlines()
    for number, name in numeric_constants(path):
        if not SOURCE.search(comment_at(lines, number)):
            yield name


def unnamed(path: Path) -> Iterator[str]:
    """Yield the comparisons of a module that hold a float without a name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Compare):
            numbers = [item.value for item in ast.walk(node) if isinstance(item, ast.Constant)]
            if any(isinstance(number, float) and number not in PLAIN for number in numbers):
                yield ast.unparse(node)


def test_constants_say_where_they_come_from() -> None:
    found = {name_of(path): list(numeric_constants(path)) for path in modules()}
    assert sum(map(len, found.values())) > 80
    wrong = {name_of(path): names for path in modules() if (names := list(unexplained(path)))}
    assert {place: names for place, names in wrong.items() if place not in NOT_YET} == {}


def test_floats_in_comparisons_have_names() -> None:
    checks = [path for path in modules() if path.parts[-3] == "checks" or "layers" in path.parts]
    assert len(checks) > 60
    wrong = {name_of(path): found for path in checks if (found := list(unnamed(path)))}
    assert {place: found for place, found in wrong.items() if place not in NOT_YET} == {}


def test_what_is_not_yet_explained_is_needed() -> None:
    for place in NOT_YET:
        path = ROOT / "textlint" / place
        assert [*unexplained(path), *unnamed(path)], f"{place} can go from the list"


def numeric_parameters(path: Path) -> list[str]:
    table = tomllib.loads(path.read_text("utf-8")).get("parameters", {})
    return [
        key
        for key, value in table.items()
        if is_number(value) or (isinstance(value, list) and any(map(is_number, value)))
    ]


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def test_numeric_parameters_of_rules_say_where_they_come_from() -> None:
    paths = [path for path in sorted((ROOT / "rules").rglob("*.toml")) if "lexicons" not in path.parts]
    places = [(path, key) for path in paths for key in numeric_parameters(path)]
    assert len(places) > 5
    wrong = set()
    for path, key in places:
        lines = path.read_text("utf-8").splitlines()
        number = next(number for number, line in enumerate(lines, 1) if re.match(rf"{key}\s*=", line))
        if not SOURCE.search(comment_at(lines, number)):
            wrong.add(path.stem)
    assert wrong == RULES_NOT_YET


def test_a_constant_without_a_source_is_found(tmp_path: Path) -> None:
    path = tmp_path / "sample.py"
    path.write_text(
        "A = 3\nB = (1, 2.5)  # words\nC: int = -4  # words; chosen by reading\n# Measured on pages.\nD, E = 1, 2\nF = 'x'\n"
        "def f(x):\n    return x > 0.6 or x < 0.5 or x == 2\n"
    )
    assert list(unexplained(path)) == ["A", "B"]
    assert list(unnamed(path)) == ["x > 0.6"]
