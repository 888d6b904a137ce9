"""`--only-changed` reports only findings on lines changed since a revision."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from textlint.__main__ import _run
from textlint.errors import ConfigError
from textlint.files.changes import changed_since

FAULT = "A line. \n"


def git(folder: Path, *arguments: str) -> None:
    names = {f"GIT_{role}_{what}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    for name in ("old.txt", "gone.txt", 'ä "b".txt'):
        (tmp_path / name).write_text(FAULT * 5)
    (tmp_path / "records.jsonl").write_text('{"text": "Fine."}\n{"text": "Bad. \\nline."}\n')
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "start")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, int]]:
    capsys.readouterr()
    _run(["check", "--isolated", "--select", "SP202", "--only-changed", "HEAD", "--output-format", "jsonl", *words])
    items = map(json.loads, capsys.readouterr().out.splitlines())
    return [(item["path"], item.get("record_line") or item["line"]) for item in items]


def test_reports_changed_lines_new_files_and_changed_records(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(capsys) == []
    (repository / 'ä "b".txt').write_text(FAULT * 2 + "Another line. \n" + FAULT * 2)
    (repository / "new.txt").write_text(FAULT)
    (repository / "gone.txt").unlink()
    with (repository / "records.jsonl").open("a") as file:
        file.write('{"text": "Bad too. \\nline."}\n')
    assert found(capsys) == [("new.txt", 1), ("records.jsonl", 3), ('ä "b".txt', 3)]
    (repository / ".gitignore").write_text("new.txt\n")
    assert ("new.txt", 1) not in found(capsys)


def test_a_deleted_line_counts_as_a_change_of_the_lines_around_it(repository: Path) -> None:
    (repository / "old.txt").write_text("1\n2\n4\n5\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "next")
    (repository / "old.txt").write_text("1\n2\n5\n")
    assert changed_since("HEAD").files == {str((repository / "old.txt").resolve()): ((2, 3),)}


@pytest.mark.parametrize("revision", ["nothing", "--all", "HEAD:old.txt", ""])
def test_an_unknown_revision_is_rejected(repository: Path, revision: str) -> None:
    with pytest.raises(ConfigError, match="git cannot list the changes"):
        changed_since(revision or "HEAD~7", str(repository))


def test_it_fails_outside_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ConfigError):
        changed_since("HEAD", str(tmp_path))
    assert _run(["check", "--fix", "--only-changed", "HEAD"]) == 2
    assert "--only-changed cannot be combined" in capsys.readouterr().err
