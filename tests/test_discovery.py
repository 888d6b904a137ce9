"""The files that a run reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from textlint.files.discovery import find_files
from textlint.readers import FORMATS, find_reader


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x\n")


def test_folders_yield_files_with_known_suffixes_in_order(here: Path) -> None:
    make(here, "b.txt", "a.md", "c.py", "sub/d.jsonl", ".git/e.txt", "node_modules/f.txt")
    assert find_files(["."]).paths == ["a.md", "b.txt", "sub/d.jsonl"]
    assert find_files(["c.py", "b.txt", "./b.txt", "."]).paths == ["c.py", "b.txt", "a.md", "sub/d.jsonl"]


def test_gitignore_nested_and_negated(here: Path) -> None:
    make(here, "a.txt", "b.txt", "sub/b.txt", "sub/c.txt", "out/d.txt")
    (here / ".gitignore").write_text("b.txt\nout/\n")
    (here / "sub" / ".gitignore").write_text("!b.txt\nc.txt\n")
    assert find_files(["."]).paths == ["a.txt", "sub/b.txt"]
    assert find_files(["b.txt"]).paths == ["b.txt"]


def test_a_gitignore_that_is_a_folder(here: Path) -> None:
    make(here, "a.txt", ".gitignore/x")
    assert find_files(["."]).paths == ["a.txt"]


def test_exclude_is_relative_to_its_root(here: Path) -> None:
    make(here, "a.txt", "sub/a.txt", "sub/b.txt")
    assert find_files(["."], ["/a.txt", "sub/b*"], ".").paths == ["sub/a.txt"]


def test_links_do_not_loop(here: Path) -> None:
    make(here, "sub/a.txt")
    (here / "sub" / "loop").symlink_to(here)
    (here / "sub" / "again.txt").symlink_to(here / "sub" / "a.txt")
    assert find_files(["."]).paths == ["sub/a.txt"]


def test_a_missing_path_is_a_problem(here: Path) -> None:
    found = find_files(["nosuch.txt", "-"])
    assert found.paths == ["-"]
    assert [problem.path for problem in found.problems] == ["nosuch.txt"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_suffix_of_the_readers_is_found_and_hooked(suffix: str, here: Path) -> None:
    make(here, f"a{suffix}")
    assert find_files(["."]).paths == [f"a{suffix}"]
    hooks = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text("utf-8")
    check, fix = re.findall(r"files: (.*)", hooks)
    assert re.search(check, f"a{suffix}")
    assert bool(re.search(fix, f"a{suffix}")) == (FORMATS[suffix] != "html"), "web pages are never rewritten"


def test_the_hooks_take_no_other_suffix() -> None:
    hooks = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text("utf-8")
    for files in re.findall(r"files: (.*)", hooks):
        listed = {f".{word.rstrip('?')}" for word in files.split("(")[1].split(")")[0].split("|")}
        assert listed
        assert listed <= set(FORMATS)


def test_each_reader_is_a_module() -> None:
    for name in set(FORMATS.values()):
        assert (
            find_reader(f"a{next(suffix for suffix in FORMATS if FORMATS[suffix] == name)}").__module__
            == f"textlint.readers.{name}"
        )
