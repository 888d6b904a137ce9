"""`textlint extract`, and checking a page: output files, fixes, and the lines of findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textlint.cli.table import run_click

PAGE = """<!doctype html>
<html lang="en"><head><title>Ferry</title></head>
<body>
<nav>Home News Sport</nav>
<article>
<h1>The ferry is late</h1>
<p>The ferry was <b>late</b> again on Monday, and the harbour office blamed the fog for it.</p>
<p>[bookmark: _GoBack]The second ferry did not sail at all, since its pilot was ill.</p>
</article>
</body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox" / "monday"
    folder.mkdir(parents=True)
    path = folder / "ferry.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_writes_fixed_text_to_the_output_folder(page: Path, tmp_path: Path) -> None:
    inbox, output = tmp_path / "inbox", tmp_path / "texts"
    assert run_click(["extract", str(inbox), "-o", str(output)]) == 0
    text = (output / "monday" / "ferry.txt").read_text("utf-8")
    assert "The ferry was late again on Monday" in text
    assert "bookmark" not in text
    assert "Sport" not in text


def test_raw_fixes_nothing_and_existing_files_are_kept(page: Path) -> None:
    assert run_click(["extract", "--raw", str(page)]) == 0
    target = page.with_suffix(".txt")
    assert "[bookmark: _GoBack]" in target.read_text("utf-8")
    target.write_text("mine", "utf-8")
    assert run_click(["extract", str(page)]) == 2
    assert target.read_text("utf-8") == "mine"
    assert run_click(["extract", "--force", str(page)]) == 0
    assert "ferry" in target.read_text("utf-8")


def test_a_page_that_cannot_be_read_does_not_stop_the_others(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_click(["extract", "missing.html", str(page)]) == 2
    assert page.with_suffix(".txt").exists()
    assert "missing.html" in capsys.readouterr().err


def test_a_finding_has_the_line_of_the_page(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run_click(["check", "--isolated", "--select", "RS101", "--output-format", "jsonl", str(page)]) == 1
    finding = json.loads(capfdbinary.readouterr().out)
    assert (finding["line"], finding["text"]) == (8, "[bookmark: _GoBack]")


def test_fixing_a_page_fails_and_suggests_extract(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_click(["check", "--isolated", "--fix", str(page)]) == 2
    assert "textlint extract" in capfd.readouterr().out
    assert page.read_text("utf-8") == PAGE
