"""`textlint new-rule` writes a rule from options or answers, and reports on it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from textlint.__main__ import _run
from textlint.rulebook.file import read_rule_file

ROOT = Path(__file__).parent.parent
WORDS = ["new-rule", "pack", "--code", "HR", "--summary", "A prompt to open the app", "--bad", r"A vote.\nRead on in the app\n"]  # fmt: skip
PHRASE = ["--phrase", "read on in the app", "--at", "line"]
GOOD = ["--good", "They read on in the app."]


def test_a_rule_from_options(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run([*WORDS, *PHRASE, *GOOD, "--fix", "safe", "--zone", "body", "--max-words", "8"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("pack/a-prompt-to-open.toml\n  bad: finds “Read on in the app”\n")
    assert "HR101" in shown
    rule, examples = read_rule_file("pack/a-prompt-to-open.toml")
    assert (rule.span, rule.status) == ("line", "preview")
    assert (rule.code, rule.where.zones, rule.where.max_words) == ("HR101", ("body",), 8)
    assert examples[0].fixed == "A vote.\n"
    assert _run(["test", "pack"]) == 0


def test_a_replacement_is_unsafe(here: Path) -> None:
    assert _run([*WORDS, "--phrase", "read on", "--replacement", "Go on", "--good", "Reading on."]) == 0
    rule, examples = read_rule_file("pack/a-prompt-to-open.toml")
    assert rule.fix is not None
    assert (rule.fix.applicability, rule.fix.keeps, examples[0].fixed) == ("unsafe", "nothing", "A vote.\nGo on in the app\n")  # fmt: skip


def test_a_failed_example_exits_with_1(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run([*WORDS, *PHRASE, "--good", "Read on in the app"]) == 1
    assert "good: it finds 'Read on in the app' at 0" in capsys.readouterr().out
    assert list(Path("pack").iterdir())


def test_a_rule_that_already_finds_the_words_is_listed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = ["--good", "Subscribe to our newsletter, they said, and nobody did."]
    words = ["new-rule", "pack", "--summary", "A newsletter", "--bad", r"A vote.\nSubscribe to our newsletter\n"]
    phrase = ["--phrase", "subscribe to our newsletter", "--at", "line"]
    assert _run([*words, *phrase, *good]) == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  note: ")]
    assert len(notes) == 1
    assert "newsletter-appeal already finds “subscribe to our newsletter”" in notes[0].lower()
    assert read_rule_file("pack/a-newsletter.toml")[0].code == "XX101"
    assert _run([*words, *phrase, *good, "--name", "again"]) == 0
    assert "note: XX101 a-newsletter already finds" in capsys.readouterr().out


def test_words_that_no_rule_finds_get_no_note(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["new-rule", "pack", "--summary", "Spam", "--phrase", "spam and eggs", "--bad", "Spam and eggs.", "--good", "Spam."]) == 0  # fmt: skip
    assert "note:" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        [*WORDS, *PHRASE],
        [*WORDS, *PHRASE, *GOOD, "--pattern", "read on"],
        [*WORDS, "--pattern", "read on", "--at", "line", *GOOD],
        [*WORDS, *PHRASE, *GOOD, "--code", "SP101"],
        [*WORDS, *PHRASE, *GOOD, "--code", "BP"],
        [*WORDS, *PHRASE, *GOOD, "--fix", "safe", "--replacement", "x"],
    ],
)
def test_an_invalid_rule_exits_with_2(
    here: Path, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    assert _run(words) == 2
    assert capsys.readouterr().err
    assert not Path("pack").exists()


def test_a_rule_from_answers(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "textlint", "new-rule", "pack"],
        cwd=tmp_path, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    answers = ["read on in the app", "line", "", "A prompt", "open-app", "", r"A vote.\nRead on in the app\n", "They read on in the app.", "", "safe", r"A vote.\n"]  # fmt: skip
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    while True:
        if not select.select([ours], [], [], 30)[0]:
            process.kill()
            raise AssertionError(f"it waits for more: {shown.decode()}")
        try:
            shown += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
    assert process.wait(30) == 0, shown.decode()
    rule, examples = read_rule_file(tmp_path / "pack/open-app.toml")
    assert (rule.code, rule.summary, rule.message) == ("XX101", "A prompt", "“{text}”: A prompt")
    assert [(example.kind, example.fixed) for example in examples] == [("bad", "A vote.\n"), ("good", None)]
    assert rule.fix is not None
