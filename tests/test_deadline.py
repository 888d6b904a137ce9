"""A slow expression affects only its document, not the run (R13)."""

from __future__ import annotations

import re
import signal
import sys
import threading
from pathlib import Path

import pytest
from rule_samples import EXAMPLES, rule_toml, rules_of, write_rule

from textlint.errors import Overtime
from textlint.files.deadline import deadline
from textlint.files.fixing import fix_file
from textlint.files.inspection import Options, inspect

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no interval timers")

HOSTILE = rule_toml(
    tables='[pattern]\nany = ["""spam(a+)+$"""]\n[fix]\napplicability = "safe"\nkeeps = "rest"\n', examples=EXAMPLES
)
STUCK = "spam" + "a" * 60 + "!"


def test_an_expression_is_interrupted_in_the_middle_of_a_match() -> None:
    with pytest.raises(Overtime, match="gave up after"), deadline(0.05, "a.txt", 3):
        re.search("(a+)+$", STUCK)


def test_an_expression_of_regex_is_interrupted_too() -> None:
    import regex

    with pytest.raises(Overtime), deadline(0.05):
        for length in range(10, 4000, 10):
            regex.search(f"^(?:a?){{{length}}}a{{{length}}}$(?V1)", "a" * length + "!", regex.IGNORECASE)
            regex.search(r"(?:(\w)(?:\1|.)?)*$", "a" * length + "!!")
            regex.search(r"(\w*)*\1\1x", "ab" * length)


def test_the_alarm_is_off_afterwards() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(10):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) is before


def test_zero_seconds_mean_no_deadline() -> None:
    with deadline(0):
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_large_document_has_more_time() -> None:
    for size, seconds in ((999_999, 30), (6_000_000, 60), (100_000_000, 530)):
        with deadline(30, size=size):
            assert signal.getitimer(signal.ITIMER_REAL)[0] == pytest.approx(seconds, abs=1)


def test_other_threads_have_no_deadline() -> None:
    done = []

    def work() -> None:
        with deadline(10):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_the_document_is_reported_and_the_run_goes_on(here: Path) -> None:
    (here / "a.jsonl").write_text(f'{{"text": "{STUCK}"}}\n{{"text": "spamaa"}}\n')
    rules = rules_of(HOSTILE)
    first, second = inspect("a.jsonl", rules, Options(timeout=0.05))
    assert first.document is None
    assert (first.problems[0].path, first.problems[0].line) == ("a.jsonl", 1)
    assert "gave up" in first.problems[0].message
    assert [finding.text for finding in second.diagnostics] == ["spamaa"]


def test_the_document_is_not_fixed_but_the_others_are(here: Path) -> None:
    (here / "a.jsonl").write_text(f'{{"text": "{STUCK}"}}\n{{"text": "spamaa"}}\n')
    inspection = fix_file("a.jsonl", rules_of(HOSTILE), Options(timeout=0.05))
    assert [len(result.problems) for result in inspection.results] == [1, 0]
    assert (here / "a.jsonl").read_text() == f'{{"text": "{STUCK}"}}\n{{"text": ""}}\n'


def test_the_command_line_exits_with_2(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from textlint.__main__ import _run

    write_rule(here / "pack", HOSTILE)
    (here / "a.txt").write_text(STUCK + "\n")
    (here / "b.txt").write_text("spamaa\n")
    command = [
        "check",
        "--isolated",
        "--rules",
        "pack",
        "--select",
        "XX",
        "--timeout",
        "1",
        "--output-format",
        "concise",
        "a.txt",
        "b.txt",
    ]
    assert _run(command) == 2
    out = capfd.readouterr().out
    assert "gave up after 1 seconds" in out
    assert "b.txt:1:1" in out
