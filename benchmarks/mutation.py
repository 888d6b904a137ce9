"""Mutation testing of the code that decides about words and of the fixer.

    python -m benchmarks.mutation [--sample 240] [--seed 1] [--workers 2] [--output FILE]

Make small changes (mutants) to the code, one at a time, with the operators of cosmic-ray, and run the tests of that code on
each. A mutant survives if all tests pass: either a test is missing, or the change has no effect. The sample is drawn with a
fixed seed, so two runs on the same code try the same mutants. There are many ways to replace an operator; only one of them
is drawn for each place, because most of them fail in the same way. The mutants are tried in copies of the checkout, which
itself does not change. Needs the extra `mutation`.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
MODULES = ("textlint/layers/words/*.py", "textlint/checks/spacing/*word*.py", "textlint/checks/spacing/run_together.py",
           "textlint/layers/linear_model.py", "textlint/edits/*.py", "textlint/fixer.py", "textlint/overlap.py")  # fmt: skip
# The tests of that code, the fastest first: a mutant counts as killed at the first test that fails.
TESTS = (
    "test_gaps", "test_letter_gaps", "test_punctuation_gaps", "test_word_features", "test_word_verdicts", "test_chunks",
    "test_quote_marks", "test_broken_word", "test_split_words", "test_context", "test_run_together",
    "test_check_run_together", "test_linear_model", "test_overlap", "test_proof", "test_composition", "test_fixer",
    "test_engine", "test_articles", "test_damaged_articles",
)  # fmt: skip
# The examples of the rules that this code serves.
EXAMPLES = tuple(
    f"tests/test_rules.py::test_examples_hold[{code}]"
    for code in ("SP101", "SP102", "SP103", "SP104", "SP105", "SP111", "SP112", "SP113")
)
_COPIED = ("textlint", "rules", "tests", "fixtures", "benchmarks", "training", "docs", "README.md", "pyproject.toml")
_SECONDS = 120  # for the tests of one mutant; a mutant that takes longer is assumed to loop and counts as killed
_WITHOUT_MEANING = ("RemoveDecorator",)  # `cache` and `cached_property` only make things faster


class Mutant(NamedTuple):
    """One change: the file (relative to the checkout), cosmic-ray's operator, which occurrence, and the line it is on."""

    file: str
    operator: str
    arguments: tuple[tuple[str, Any], ...]
    occurrence: int
    line: int
    definition: str


def find_mutants() -> list[Mutant]:
    """Return all mutants of the modules, except in annotations and decorators, where they do not change behavior."""
    from cosmic_ray.commands import init
    from cosmic_ray.work_db import WorkDB, use_db

    files = sorted({path for pattern in MODULES for path in ROOT.glob(pattern) if path.name != "__init__.py"})
    with (
        tempfile.TemporaryDirectory() as folder,
        use_db(str(Path(folder) / "mutants.sqlite"), WorkDB.Mode.create) as known,
    ):
        init(files, known, {})
        changes = [change for item in known.work_items for change in item.mutations]
    found = []
    for change in changes:
        name = change.operator_name.rpartition("/")[2]
        path = Path(change.module_path)
        if name in _WITHOUT_MEANING or change.start_pos in _positions_in_annotations(path):
            continue
        found.append(
            Mutant(
                path.relative_to(ROOT).as_posix(),
                change.operator_name,
                tuple(sorted(change.operator_args.items())),
                change.occurrence,
                change.start_pos[0],
                change.definition_name or "",
            )
        )
    return sorted(found)


def _positions_in_annotations(path: Path, known: dict[Path, set[tuple[int, int]]] = {}) -> set[tuple[int, int]]:  # noqa: B006
    """Return the (line, column) of every node inside an annotation of the file; cached."""
    if path not in known:
        tree = ast.parse(path.read_text("utf-8"))
        known[path] = {
            position
            for annotation in _annotations(tree)
            for node in ast.walk(annotation)
            if hasattr(node, "lineno")
            for position in _spots(node)
        }
    return known[path]


def _annotations(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            value = getattr(node, field, None)
            if isinstance(value, ast.AST):
                yield value


def _spots(node: Any) -> Iterator[tuple[int, int]]:
    """Yield each column of the node: an operator is between its operands and has no position in the tree."""
    for column in range(node.col_offset, node.end_col_offset + 1):
        yield node.lineno, column


def draw(mutants: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """Return at most `count` mutants drawn with `seed`, at most one for each kind of change to one line."""
    generator = random.Random(seed)
    kinds: dict[tuple[str, int, str], list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.file, mutant.line, mutant.operator.partition("_")[0]].append(mutant)
    distinct = [generator.choice(alike) for _, alike in sorted(kinds.items())]
    return sorted(generator.sample(distinct, min(count, len(distinct))))


def try_mutant(mutant: Mutant, copy: Path) -> str:
    """Return "killed", "survived" or "timeout" for one mutant, tried in `copy`, which is restored."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    target = copy / mutant.file
    original = target.read_bytes()
    operator = get_operator(mutant.operator)(**dict(mutant.arguments))
    mutated = mutate_code(original, operator, mutant.occurrence)
    if mutated is None:
        raise LookupError(f"no such mutant: {mutant}")
    target.write_bytes(mutated if isinstance(mutated, bytes) else mutated.encode())
    try:
        done = _run_tests(copy)
    except subprocess.TimeoutExpired:
        return "timeout"
    finally:
        target.write_bytes(original)
    return "survived" if done == 0 else "killed"


def _run_tests(copy: Path) -> int:
    tests = [*EXAMPLES, *(f"tests/{name}.py" for name in TESTS)]
    command = [
        sys.executable,
        "-B",
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-o",
        "addopts=",
        *tests,
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "HYPOTHESIS_PROFILE": "quick",
        "TEXTLINT_CACHE_DIR": str(copy / ".textlint-cache"),
    }
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, timeout=_SECONDS, check=False
    ).returncode


def make_copy(folder: Path) -> Path:
    """Copy what the tests need of the checkout into `folder` and return it."""
    for name in _COPIED:
        original = ROOT / name
        if original.is_dir():
            shutil.copytree(original, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif original.exists():
            shutil.copy2(original, folder / name)
    return folder


def run(sample: list[Mutant], workers: int) -> list[tuple[Mutant, str]]:
    """Return each mutant with its outcome, in order. Raises RuntimeError if the tests fail without any mutant."""
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(workers):
            copies.put(make_copy(Path(folder) / str(number)))
        first = copies.get()
        if _run_tests(first) != 0:
            raise RuntimeError("the tests fail on the code as it is; fix that first")
        copies.put(first)

        def outcome(mutant: Mutant) -> tuple[Mutant, str]:
            copy = copies.get()
            try:
                found = try_mutant(mutant, copy)
            finally:
                copies.put(copy)
            print(
                f"{found:8} {mutant.file}:{mutant.line} {mutant.operator.rpartition('/')[2]}",
                file=sys.stderr,
                flush=True,
            )
            return mutant, found

        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(outcome, sample))


def main() -> None:
    """Draw the sample, try it, and print the share of killed mutants and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=240, help="how many mutants to try")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", default="", help="only mutants of files whose path contains this")
    parser.add_argument("--output", type=Path, help="also write the outcomes as JSON Lines")
    options = parser.parse_args()
    mutants = [mutant for mutant in find_mutants() if options.only in mutant.file]
    outcomes = run(draw(mutants, options.sample, options.seed), options.workers)
    if options.output:
        rows = (json.dumps({**mutant._asdict(), "outcome": found}) for mutant, found in outcomes)
        options.output.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    counts = Counter(found for _, found in outcomes)
    killed = len(outcomes) - counts["survived"]
    print(
        f"{killed} of {len(outcomes)} mutants killed ({killed / max(1, len(outcomes)):.1%}), {len(mutants):,} possible"
    )
    for mutant, found in outcomes:
        if found == "survived":
            print(
                f"{mutant.file}:{mutant.line} {mutant.definition} {mutant.operator} #{mutant.occurrence} {dict(mutant.arguments)}"
            )


if __name__ == "__main__":
    main()
