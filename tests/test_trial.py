"""`textlint test --corpus`: findings in real text are counted, sampled and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rule_samples import EXAMPLES, PHRASE, rule_toml, write_rule

from textlint.__main__ import _run

OFF = rule_toml("XX102", '[phrase]\nany = ["eggs"]\n', top="enabled = false", examples=EXAMPLES.replace('fixed = ""\n', "").replace("spam", "eggs"))  # fmt: skip
FIX = '[fix]\napplicability = "safe"\nkeeps = "rest"\n'


@pytest.fixture
def corpus(here: Path) -> Path:
    """Ten articles with as much spam as their number says, in a folder beside a pack of two rules."""
    write_rule(here / "pack", rule_toml("XX101", PHRASE + FIX))
    write_rule(here / "pack", OFF)
    for number in range(10):
        folder = here / "corpus"
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.txt").write_text("Ham\n" + f"and spam {number}\n" * number)
    (here / "corpus/eggs.jsonl").write_text('{"id": "e", "text": "Ham and eggs"}\n')
    return here / "corpus"


def tried(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert _run(["test", "--corpus", "corpus", "--output-format", "json", *words]) == 0
    return json.loads(capsys.readouterr().out)


def test_counts(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trial = tried(capsys, "pack")
    assert (trial["documents"], trial["words"]) == (11, 10 + 3 * 45 + 3)
    spam, eggs = trial["rules"]
    assert (spam["code"], spam["findings"], spam["documents"], spam["fixes"]) == ("XX101", 45, 9, {"safe": 45})
    assert spam["per_1000_words"] == pytest.approx(1000 * 45 / 148, abs=1e-4)
    assert (eggs["enabled"], eggs["findings"], eggs["fixes"]) == (False, 1, {"none": 1})
    assert (eggs["sample"][0]["record"], eggs["sample"][0]["before"]) == ("e", "Ham and ")


def test_a_sample_is_drawn_by_its_seed(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def places(*words: str) -> list[tuple[str, int]]:
        sample = tried(capsys, "pack", "XX101", *words)["rules"][0]["sample"]
        return [(item["path"], item["line"]) for item in sample]

    assert len(places()) == 5
    assert places() == places() == sorted(places())
    assert any(places("--seed", str(seed)) != places() for seed in range(1, 4))
    assert len(places("--sample", "100")) == 45
    assert places("--sample", "0") == []


def test_rules_by_code_name_and_prefix(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [rule["code"] for rule in tried(capsys, "pack", "rule-xx102")["rules"]] == ["XX102"]
    assert [rule["code"] for rule in tried(capsys, "pack", "--select", "xx1")["rules"]] == ["XX101", "XX102"]
    assert {rule["code"][:2] for rule in tried(capsys, "AT1")["rules"]} == {"AT"}
    assert len(tried(capsys)["rules"]) > 100


def test_terminal_output(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "0.txt").write_text("Hidden\x1b[31m spam\n")
    assert _run(["test", "--corpus", "corpus", "--sample", "100", "pack"]) == 0
    shown = capsys.readouterr().out
    assert "XX101 rule-xx101: A sample\n  46 findings in 10 of 11 documents" in shown
    assert "corpus/3.txt:2:5: and >>spam<< 3" in shown
    assert "XX102 rule-xx102 (off)" in shown
    assert "\x1b" not in shown
    assert "2 rules with findings, 0 without." in shown


@pytest.mark.parametrize("words", [["nosuch"], ["corpus", "nosuch"], ["corpus", "pack", "ZZ1"], ["-"]])
def test_problems_are_2(corpus: Path, words: list[str]) -> None:
    assert _run(["test", "--corpus", *words]) == 2


def test_an_unreadable_text_is_reported_and_the_others_are_tried(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "bad.txt").write_bytes(b"\xff\xfe\x00\xd8\x00")
    assert _run(["test", "--corpus", "corpus", "pack"]) == 2
    out, err = capsys.readouterr()
    assert "11 documents" in out
    assert "corpus/bad.txt" in err
