"""Test the benchmarks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import furniture, measure, peers, profile, report, run, text_damage
from benchmarks.corpus import SHAPES, articles, write_file, write_folder, write_records, write_shapes
from benchmarks.figures import Figures, Files, Growth, Shape, Speed
from textlint import Edit, lint_text
from textlint.diagnostic import Diagnostic, Fix


def test_the_corpus_is_reproducible_and_has_the_requested_size(tmp_path: Path) -> None:
    texts = list(articles(120_000))
    assert texts == list(articles(120_000)) and texts != list(articles(120_000, seed=2))
    assert 120_000 <= sum(map(len, texts)) < 160_000
    assert len(set(texts)) == len(texts)
    folder = write_folder(tmp_path / "corpus", 20_000)
    assert next(articles(5_000, str(folder))) in texts
    assert [json.loads(line)["id"] for line in write_records(tmp_path / "a.jsonl", 9_000).read_text().splitlines()][
        :2
    ] == ["0", "1"]
    assert 9_990 < write_file(tmp_path / "a.txt", 10_000).stat().st_size <= 10_000


def test_the_corpus_has_about_as_many_faults_as_real_pages() -> None:
    texts = list(articles(150_000))
    rate = sum(len(lint_text(text)) for text in texts) / sum(map(len, texts)) * 1000
    assert 0.6 < rate < 1.6
    assert any(not lint_text(text) for text in texts)


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_have_their_shape(shape: str, tmp_path: Path) -> None:
    text = write_shapes(tmp_path, 300_000, shape).read_text()
    assert 200_000 < len(text) <= 300_000
    assert {"one line": "\n" not in text, "short lines": text.count("\n") > 25_000, "spaces": text.isspace()}[shape]


def test_the_exponent_is_the_slope() -> None:
    assert measure.exponent([10, 100, 1000], [2, 20, 200]) == pytest.approx(1)
    assert measure.exponent([10, 100, 1000], [1, 100, 10_000]) == pytest.approx(2)


def test_commands_run_in_turn() -> None:
    runs = measure.in_turn({"good": [sys.executable, "-c", "0"], "bad": [sys.executable, "-c", "exit(3)"]}, 2, cores=1)
    assert [runs[name].code for name in ("good", "bad")] == [0, 3]
    assert runs["good"].cpu > 0 and runs["good"].memory > 1


def test_a_command_is_stopped_after_its_timeout() -> None:
    assert measure.run([sys.executable, "-c", "import time; time.sleep(60)"], timeout=0.2).code == measure.STOPPED


def test_memory_is_that_of_the_command_and_not_of_the_benchmark() -> None:
    held = b"x" * 200_000_000
    assert measure.run([sys.executable, "-S", "-c", "0"]).memory < 100 < len(held) / 2**20


def test_a_command_that_fails_measures_nothing() -> None:
    with pytest.raises(measure.Failed, match="ended with 127"):
        measure.run(["/no/such/command"])
    with pytest.raises(measure.Failed, match="ended with 2"):
        measure.run([sys.executable, "-m", "textlint", "check", "--isolated", "/no/such/file"])


def test_a_tool_that_cannot_print_its_help_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, code in (("typos", 0), ("vale", 1)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    found = {tool.name: tool for tool in peers.installed()}
    assert found["typos"].command[0] == found["typos"].all_cores[0] == str(tmp_path / "typos")
    assert "vale" not in found


def test_all_parts_run_on_a_small_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    run.main(["--alone", "--size", "0.02", "--largest", "0.01", "--rounds", "1"])
    text = capsys.readouterr().out
    for words in ("one article, start to end", "when none has changed", "| one line |", "JSON Lines", "| 10 kB |"):
        assert words in text


FIGURES = Figures(
    "2026-01-02",
    "4 cores",
    4,
    bare=measure.Run(0.01, 0.01, 9, 0),
    start={"textlint": measure.Run(0.04, 0.04, 30, 0)},
    speed={"textlint": Speed(100, 6e6, 2e7, 50), "proselint": Speed(100, 3e5, None, 40)},
    growth={"textlint": Growth([1000, 10_000], [0.001, 0.01], 1.0, 60)},
    shapes={"one line": Shape(10**8, 1, None, 300, 300)},
    files=Files(10_000, 50_000_000, 8, 4, 0.5, 1000, 60, 61),
)


def test_the_table_says_what_was_measured() -> None:
    text = report.full(FIGURES, [peers.OURS])
    assert "| **textlint**: all stable rules | 40 ms | 4.0 | 6.0 MB/s | 20 MB/s | 50 MiB | 1.00 |" in text
    assert "textlint checks 20 times as much text as proselint in the same time" in text
    assert "10,000 files (50 MB): 8.0 s with one process, 4.0 s with 4 (2.00 times as fast), 0.50 s" in text
    assert "| one line | 100 MB | 1.0 | given up |" in text


def test_the_table_goes_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- speed -->\nold\n\nold\n<!-- end of speed -->\nafter\n")
    report.put(page, "speed", r"new \1")
    assert page.read_text() == "before\n<!-- speed -->\nnew \\1\n<!-- end of speed -->\nafter\n"
    with pytest.raises(ValueError, match="no comments for the mark color"):
        report.put(page, "color", "red")


def test_the_pages_have_places_for_the_table() -> None:
    root = Path(report.__file__).parents[1]
    for page in ("README.md", "docs/performance.md"):
        assert (root / page).read_text().count("<!-- speed -->\n") == 1


def test_the_picture_is_drawn(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    from benchmarks import plot

    plot.draw(FIGURES, tmp_path / "a.svg")
    assert "<svg" in (tmp_path / "a.svg").read_text()


def test_the_profile_lists_rules_layers_and_expressions() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.profile", "--size", "0.1"],
        cwd=Path(profile.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "| the scan for literals |" in done.stdout and "textlint.layers.speech.tokens" in done.stdout
    rows = [line.split("|") for line in done.stdout.splitlines() if line.startswith("| BP")]
    assert any(float(row[4]) > 0 for row in rows)


def test_words_of_ignored_lines_do_not_change_the_score() -> None:
    body, aside = Counter("a b c".split()), Counter("a t".split())
    assert furniture._score(Counter("a b c".split()), body, aside) == (1, 1, pytest.approx(1))
    assert furniture._score(Counter("a a t b c".split()), body, aside) == (1, 1, pytest.approx(1))
    assert furniture._score(Counter("a b c x".split()), body, aside)[:2] == (0.75, 1)


@pytest.mark.parametrize(
    ("replacement", "is_exact"), [("survey revealed", True), ("survey  revealed", True), ("surveyreveal ed", False)]
)
def test_exact_fixes(replacement: str, is_exact: bool) -> None:
    text = "The surveyrevealed much."
    fix = Fix("safe", "letters", (Edit(4, 18, replacement),))
    item = Diagnostic("", None, None, "SP101", "", "", "", "surveyrevealed", 4, 18, 1, 5, 1, 19, (), fix)
    assert text_damage._is_exact_fix(text, item, {"start": 4, "end": 18, "gold": "survey revealed"}) is is_exact
