"""The benchmarks measure what they say."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import furniture, measure, text_damage
from benchmarks.corpus import articles, write_folder, write_records, write_shapes
from textlint import Edit
from textlint.diagnostic import Diagnostic, Fix


def test_the_corpus_is_the_same_every_time_and_as_large_as_asked_for(tmp_path: Path) -> None:
    texts = list(articles(60_000))
    assert texts == list(articles(60_000)) and texts != list(articles(60_000, seed=2))
    assert 60_000 <= sum(map(len, texts)) < 80_000
    assert len(set(texts)) == len(texts)
    folder = write_folder(tmp_path / "corpus", 20_000)
    assert next(articles(5_000, str(folder))) in texts
    assert [json.loads(line)["id"] for line in write_records(tmp_path / "a.jsonl", 9_000).read_text().splitlines()][
        :2
    ] == ["0", "1"]


def test_shapes_have_their_shape(tmp_path: Path) -> None:
    texts = {name: path.read_text() for name, path in write_shapes(tmp_path, 300_000).items()}
    assert {len(text) for text in texts.values()} <= set(range(200_000, 300_001))
    assert "\n" not in texts["one line"] and texts["blanks"].isspace() and texts["short lines"].count("\n") > 10_000


def test_the_exponent_is_the_slope() -> None:
    assert measure.exponent([10, 100, 1000], [2, 20, 200]) == pytest.approx(1)
    assert measure.exponent([10, 100, 1000], [1, 100, 10_000]) == pytest.approx(2)


def test_commands_run_in_turn() -> None:
    runs = measure.in_turn({"good": [sys.executable, "-c", "0"], "bad": [sys.executable, "-c", "exit(3)"]}, 2, cores=1)
    assert [runs[name].code for name in ("good", "bad")] == [0, 3]
    assert runs["good"].cpu > 0 and runs["good"].memory > 1


def test_words_that_count_for_neither_side_cost_nothing() -> None:
    body, aside = Counter("a b c".split()), Counter("a t".split())
    assert furniture._score(Counter("a b c".split()), body, aside) == (1, 1, pytest.approx(1))
    assert furniture._score(Counter("a a t b c".split()), body, aside) == (1, 1, pytest.approx(1))
    assert furniture._score(Counter("a b c x".split()), body, aside)[:2] == (0.75, 1)


@pytest.mark.parametrize(
    ("replacement", "is_exact"), [("survey revealed", True), ("survey  revealed", True), ("surveyreveal ed", False)]
)
def test_a_repair_is_exact_or_not(replacement: str, is_exact: bool) -> None:
    text = "The surveyrevealed much."
    fix = Fix("safe", "letters", (Edit(4, 18, replacement),))
    item = Diagnostic("", None, None, "SP101", "", "", "", "surveyrevealed", 4, 18, 1, 5, 1, 19, (), fix)
    assert text_damage._repairs_exactly(text, item, {"start": 4, "end": 18, "gold": "survey revealed"}) is is_exact
