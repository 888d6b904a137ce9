"""Writing reports: several at once, statistics, and problems that no report shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textlint.__main__ import _run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("A line. \n")
    return tmp_path


def check(*words: str) -> int:
    return _run(["check", "--isolated", "--select", "SP202", *words])


def test_statistics_replace_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--statistics") == 1
    assert capsys.readouterr().out.startswith("1  SP202  ")
    assert check("--statistics", "--output-format", "json") == 1
    assert json.loads(capsys.readouterr().out)["summary"]["codes"] == {"SP202": 1}


@pytest.mark.parametrize("name", ["jsonl", "json", "sarif", "junit", "html"])
def test_a_problem_is_printed_even_if_the_report_is_for_a_program(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("a.txt", "missing.txt", "--output-format", name) == 2
    assert "missing.txt" in capsys.readouterr().err


def test_a_problem_is_printed_only_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("a.txt", "missing.txt") == 2
    captured = capsys.readouterr()
    assert captured.out.count("missing.txt") == 1
    assert "missing.txt" not in captured.err


def test_several_reports_in_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--output-format", "concise", "--output-format", "jsonl", "--output-file", "out.jsonl") == 1
    assert capsys.readouterr().out.startswith("a.txt:1:8: SP202")
    assert json.loads((folder / "out.jsonl").read_text())["code"] == "SP202"
