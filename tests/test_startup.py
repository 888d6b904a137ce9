"""Checking one article imports only the necessary modules (R27)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {
    "argparse", "bs4", "click", "contextlib", "dataclasses", "email", "enum", "ftfy", "hashlib", "html.entities",
    "importlib.metadata", "inspect", "json", "logging", "lxml", "msgspec", "multiprocessing", "numpy", "pathlib", "pathspec",
    "pyarrow", "random", "re", "regex", "rich", "signal", "tempfile", "tomllib", "typing", "unittest", "urllib", "wordfreq",
    "ahocorasick_rs", "binascii", "concurrent", "difflib", "sqlite3", "subprocess", "textlint.files.baseline", "textlint.files.changes",
    "textlint.cli.progress", "textlint.files.cached_inspection", "textlint.fixer", "textlint.matching.literals", "textlint.files.pool",
    "textlint.layers.page.returning", "textlint.rulebook.file", "textlint.text.sic", "textlint.files.writer",
}  # fmt: skip
# what the way to the rules and through the matcher does without too; checks and layers may have their reasons
HEAVY_FOR_THE_GROUND = {"marisa_trie", "math", "unicodedata"}
MOST_MODULES = 132  # of our own: each takes a tenth of a millisecond
ARTICLE = ROOT / "fixtures" / "clean" / "harbour-news.txt"
PROGRAM = """
import sys
from textlint.__main__ import _run
code = _run(["check", "--isolated", *{words!r}, {path!r}])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def modules_after_check(path: Path, *words: str) -> set[str]:
    program = PROGRAM.format(path=str(path), words=words)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(2):  # the first run may have to compile the rules
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False
        )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    return modules_after_check(ARTICLE)


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_not_imported_for_one_clean_article(name: str, loaded: set[str]) -> None:
    assert name not in loaded


def test_the_lowest_modules_import_even_less() -> None:
    assert not modules_after_check(ARTICLE, "--select", "BP1", "--ignore", "BP18") & HEAVY_FOR_THE_GROUND


def test_only_the_modules_of_the_checks_that_may_run_are_imported(loaded: set[str]) -> None:
    assert sum(name.startswith("textlint.") for name in loaded) <= MOST_MODULES


def test_the_lexicon_is_opened_only_for_unusual_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The boat was late again. Nobody in the office knew why it had not come.\n")
    assert "marisa_trie" not in modules_after_check(path)


def test_the_package_itself_imports_nothing() -> None:
    program = "import sys, textlint; print(*[name for name in sys.modules if name.startswith('textlint.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
