"""The setting `rule-url`: reports and the editor link to the pages of rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textlint.cli.table import run_click

SETTINGS = '[tool.textlint]\nrule-url = "https://rules.example.org/{code}/{name}.html"\n'


def test_sarif_links_to_the_page_of_each_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "a.txt").write_text("The ferry [bookmark: _GoBack]was late.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_click(["check", "--output-format", "sarif", "a.txt"]) == 1
    rules = json.loads(capfdbinary.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
    pages = {rule["id"]: rule["helpUri"] for rule in rules}
    assert pages["RS101"] == "https://rules.example.org/RS101/word-bookmark.html"


def test_the_editor_knows_the_setting(tmp_path: Path) -> None:
    from textlint.lsp.linting import Linting

    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    linted = Linting().lint(str(tmp_path / "a.txt"), "The ferry [bookmark: _GoBack]was late.\n")
    assert linted is not None
    assert linted.pages.url_of("RS101", "word-bookmark") == "https://rules.example.org/RS101/word-bookmark.html"
