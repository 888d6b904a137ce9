"""Expressions that take more than linear time are detected (R12)."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_samples import EXAMPLES, PHRASE, rule_of, rule_toml, write_rule

from textlint.authoring.linearity import find_slowness, slow_expressions


@pytest.mark.parametrize(
    "expression",
    [
        r"\s+$",
        r"(a+)+$",
        r"^(\w+\s?)*$",
        r"\S+@\S+",
        r"foo.*bar",
        r".*foo",
        r"^.*sign.*up.*$",
        r"\d+(?:,\d+)*x",
        r"(?:ab|a|b)+c",
        r"(?=.*foo.*bar)x",
    ],
)
def test_slow(expression: str) -> None:
    assert find_slowness(expression, True)


@pytest.mark.parametrize(
    "expression",
    [
        "comment",
        r"foo.{0,80}bar",
        r"\b\w+ subscribe",
        r"^\s*share\b.*$",
        r"\[bookmark:[ \u00a0]*[A-Za-z_][\w.-]{0,60}\]",
        r"^(?=.*\bsaid\b).*[.]$",
        r"(?<!\s)\s+$",
        r"(?<![\d,])(?>\d+)(?:,\d{3}){0,5}x",
        r"\p{Lu}{1,20}",
        r"[^\W\d_]{2,30}(?:, [^\W\d_]{2,30}){0,5}",
    ],
)
def test_linear(expression: str) -> None:
    assert find_slowness(expression, True) is None


def test_every_expression_of_a_rule_is_tried() -> None:
    block = "[block]\nstart = ['''foo''', '''\\s+$ foo''']\nend = ['''.*x''']\n[where]\nunless = ['''(a+)+$''']\n"
    messages = list(slow_expressions(rule_of(rule_toml(tables=block, examples=EXAMPLES))))
    assert [message.split("'")[1] for message in messages] == ["\\\\s+$ foo", ".*x", "(a+)+$"]
    assert all("repeated many times" in message for message in messages)


def test_phrases_are_linear() -> None:
    assert list(slow_expressions(rule_of(rule_toml(tables=PHRASE)))) == []


def test_the_command_fails_for_a_slow_pack(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from textlint.__main__ import _run

    write_rule(
        here / "pack",
        rule_toml(tables="[pattern]\nany = ['''spam(?:a+)+$|spam''']\n", examples=EXAMPLES.replace('fixed = ""\n', "")),
    )
    assert _run(["test", "pack"]) == 1
    out = capfd.readouterr().out
    assert "not linear" in out and "XX101" in out and "1 expression not linear" in out
