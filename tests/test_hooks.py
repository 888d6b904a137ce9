"""The two hooks in a real git repository with pre-commit, and commits of damaged articles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml")
pytest.importorskip("pre_commit")

ROOT = Path(__file__).parent.parent
DAMAGED = "The ferry was late. \n\n\n\n[bookmark: _GoBack]The harbour office blamed the fog.\n"
FIXED = "The ferry was late.\n\nThe harbour office blamed the fog.\n"


def git(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.pathsep.join([str(folder / "bin"), os.environ["PATH"]]),
        "HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder / "pre-commit-home"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PRE_COMMIT_COLOR": "never",
    }
    for name in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{name}_NAME": "An Editor", f"GIT_{name}_EMAIL": "editor@example.org"}
    done = subprocess.run(words, cwd=folder / "repo", env=environment, capture_output=True, text=True, encoding="utf-8")
    if check:
        assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder that holds a git repository `repo` with nothing in it, and `textlint` on its path."""
    (tmp_path / "repo").mkdir()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "textlint"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}:$PYTHONPATH" exec "{sys.executable}" -m textlint "$@"\n')
    program.chmod(0o755)
    git(tmp_path, "git", "init", "-q", "-b", "main")
    return tmp_path


def install(folder: Path, hook: str) -> None:
    """Install one of our hooks as it is published, but for running the program that is here instead of a built one."""
    published = {item["id"]: item for item in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    settings = {"repos": [{"repo": "local", "hooks": [{**published[hook], "language": "system"}]}]}
    (folder / "repo" / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), "utf-8")
    git(folder, sys.executable, "-m", "pre_commit", "install")
    git(folder, "git", "add", ".pre-commit-config.yaml")
    git(folder, "git", "commit", "-q", "-m", "Check articles")


def test_check_hook_stops_a_damaged_article_and_changes_nothing(repository: Path) -> None:
    install(repository, "textlint")
    article = repository / "repo" / "article.txt"
    article.write_bytes(DAMAGED.encode())
    git(repository, "git", "add", "article.txt")
    done = git(repository, "git", "commit", "-m", "Add an article", check=False)
    assert done.returncode != 0
    assert "RS101" in done.stdout + done.stderr
    assert "[bookmark: _GoBack]" in done.stdout + done.stderr
    assert article.read_bytes() == DAMAGED.encode()
    assert git(repository, "git", "show", ":article.txt").stdout == DAMAGED


def test_fix_hook_fixes_it_and_the_second_commit_passes(repository: Path) -> None:
    install(repository, "textlint-fix")
    article = repository / "repo" / "article.txt"
    article.write_bytes(DAMAGED.encode())
    git(repository, "git", "add", "article.txt")
    assert git(repository, "git", "commit", "-m", "Add an article", check=False).returncode != 0
    assert article.read_bytes() == FIXED.encode()
    assert git(repository, "git", "show", ":article.txt").stdout == DAMAGED, "the hook never touches the index"
    git(repository, "git", "add", "article.txt")
    git(repository, "git", "commit", "-q", "-m", "Add an article")
    assert git(repository, "git", "show", "HEAD:article.txt").stdout == FIXED


def test_other_files_and_what_is_not_staged_are_left_alone(repository: Path) -> None:
    install(repository, "textlint-fix")
    folder = repository / "repo"
    (folder / "article.txt").write_text("The ferry was late.\n", "utf-8")
    git(repository, "git", "add", "article.txt")
    git(repository, "git", "commit", "-q", "-m", "Add an article")
    staged = "The ferry was late. \nThe fog lifted.\n"
    unstaged = staged + "A note that is not staged yet. \n"
    (folder / "article.txt").write_text(staged, "utf-8")
    git(repository, "git", "add", "article.txt")
    (folder / "article.txt").write_text(unstaged, "utf-8")
    (folder / "program.py").write_text("x = 1  \n", "utf-8")
    git(repository, "git", "add", "program.py")
    done = git(repository, "git", "commit", "-m", "Change it", check=False)
    assert done.returncode != 0
    # pre-commit puts the unstaged part aside; the hook's change collides with it, so pre-commit takes the change back.
    assert (folder / "article.txt").read_text("utf-8") == unstaged
    assert git(repository, "git", "show", ":article.txt").stdout == staged
    assert (folder / "program.py").read_text("utf-8") == "x = 1  \n"
