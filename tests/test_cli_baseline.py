"""`textlint baseline` and `check --baseline`, from an empty folder to an unused entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint.__main__ import _run

FAULTY = "First line. \nSecond line.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "textlint.toml").write_text('baseline = "textlint.baseline"\nselect = ["SP202"]\n')
    (tmp_path / "a.txt").write_text(FAULTY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_only_new_findings_are_reported_and_fixed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["baseline", "create", "--reason", "as delivered"]) == 0
    assert (folder / "textlint.baseline").read_text().count("\n") == 1
    assert _run(["check"]) == 0
    (folder / "a.txt").write_text("New head. \n" + FAULTY)
    assert _run(["check"]) == 1
    assert _run(["check", "--isolated", "--select", "SP202", "--output-format", "jsonl"]) == 1
    capsys.readouterr()
    assert _run(["check", "--diff"]) == 1
    assert "-New head. \n" in capsys.readouterr().out
    assert _run(["check", "--fix"]) == 0
    assert (folder / "a.txt").read_text() == "New head.\n" + FAULTY


def test_unused_entries_are_reported_and_pruned(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.txt").write_text(FAULTY)
    (folder / "c.txt").write_text(FAULTY)
    assert _run(["baseline", "create"]) == 0
    (folder / "a.txt").write_text("Clean.\n")
    (folder / "b.txt").unlink()
    capsys.readouterr()
    assert _run(["check", "."]) == 0
    captured = capsys.readouterr()
    assert "1 unused entry" in captured.err
    assert "a.txt" in captured.err
    assert _run(["baseline", "prune"]) == 0
    assert [line.split(",")[0] for line in (folder / "textlint.baseline").read_text().splitlines()] == [
        '{"path": "c.txt"'
    ]


def test_update_accepts_new_findings_and_keeps_reasons(folder: Path) -> None:
    assert _run(["baseline", "create", "--reason", "first"]) == 0
    (folder / "b.txt").write_text(FAULTY)
    assert _run(["baseline", "update", "--reason", "second"]) == 0
    content = (folder / "textlint.baseline").read_text()
    assert content.index('"reason": "first"') < content.index('"reason": "second"')
    assert _run(["check"]) == 0


def test_create_does_not_overwrite_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "textlint.baseline").write_text("mine")
    assert _run(["baseline", "create"]) == 2
    assert (folder / "textlint.baseline").read_text() == "mine"
    assert "already" in capsys.readouterr().err


def test_nothing_is_written_if_a_file_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["baseline", "create", "a.txt", "missing.txt"]) == 2
    assert not (folder / "textlint.baseline").exists()
    assert "missing.txt" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"<<<<<<< ours\n", b"\xff"])
def test_a_baseline_that_cannot_be_read_stops_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    if content is not None:
        (folder / "textlint.baseline").write_bytes(content)
    assert _run(["check"]) == 2
    assert "textlint.baseline" in capsys.readouterr().err
