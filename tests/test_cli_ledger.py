from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from textlint.cli.table import run_click
from textlint.ledger.entries import Entry
from textlint.ledger.tables import Line, write

_TEXT = "Critics say the wall leaks.\n\n“We measured it twice,” said Anna Berg, the mayor of the town by the river.\n"


@pytest.fixture
def article(here: Path) -> Path:
    path = here / "a.txt"
    path.write_text(_TEXT, "utf-8")
    return path


def output(here: Path, *words: str) -> str:
    target = here / "out"
    assert run_click(["ledger", "--isolated", "--output-file", str(target), *words]) == 0
    return target.read_text("utf-8")


def test_jsonl_has_the_documented_format(here: Path, article: Path) -> None:
    first, second = [json.loads(line) for line in output(here, "--output-format", "jsonl", "a.txt").splitlines()]
    assert list(first) == ["path", "record", "start", "end", "text", "kind", "source", "cue", "hedges", "codes"]
    assert (first["source"]["type"], first["codes"]) == ("vague", ["AT101"])
    assert (second["kind"], second["source"]["resolved"], second["cue"]["text"]) == (
        "direct-quote",
        "Anna Berg",
        "said",
    )


def test_csv_escapes_formulas() -> None:
    line = Line("a.txt", None, Entry(0, 5, "=1+1", "statistic", None, None, ()), ())
    (row,) = csv.DictReader(io.StringIO("".join(write([line], "csv"))))
    assert row["text"] == "'=1+1"


def test_markdown_and_terminal_show_the_same_lines(here: Path, article: Path) -> None:
    assert "| Critics | say | indirect-quote |" in output(here, "--output-format", "markdown", "a.txt")
    assert "Critics" in output(here, "a.txt")


def test_merge_counts_sources(here: Path, article: Path) -> None:
    lines = [json.loads(line) for line in output(here, "--merge", "--output-format", "jsonl", ".").splitlines()]
    assert {line["name"]: line["named"] for line in lines} == {"Anna Berg": True, "critics": False}


def test_other_languages_have_no_ledger(here: Path) -> None:
    (here / "c.txt").write_text(
        "Die Experten sagen, dass der Hafen zu klein ist und dass er bald zu klein bleibt. " * 4, "utf-8"
    )
    assert output(here, "--output-format", "jsonl", "c.txt") == ""


def test_unreadable_files_are_reported(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_click(["ledger", "--isolated", "nowhere.txt"]) == 2
    assert "nowhere.txt" in capsys.readouterr().err
