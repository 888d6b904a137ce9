"""`check --fix --interactive`, driven through a pseudo-terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from textlint.__main__ import _run

fcntl = pytest.importorskip("fcntl")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

ROOT = Path(__file__).parent.parent
TEXT = "One line. \nTwo  lines.\nThree lines. \nFour lines. \n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "textlint.toml").write_text('select = ["SP202"]\n')
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    return tmp_path


def converse(folder: Path, answers: list[str], *words: str) -> tuple[int, str]:
    """Type each answer when its question appears; return the exit code and the output."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "textlint", "check", "--fix", "--interactive", *words]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C reaches the child
    )
    os.close(theirs)
    shown, asked = b"", 0
    pending = iter(answers)
    while True:
        if not select.select([ours], [], [], 30)[0]:
            process.kill()
            raise AssertionError(f"no output: {shown.decode()}")
        try:
            chunk = os.read(ours, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
        questions = shown.count(b"[?] ") + shown.count("” with: ".encode())
        if questions > asked and shown.endswith((b"[?] ", "” with: ".encode())):
            asked = questions
            os.write(ours, next(pending).encode() + b"\n")
    os.close(ours)
    return process.wait(30), shown.decode().replace("\r\n", "\n")


def test_some_fixes_are_accepted_and_some_are_not(folder: Path) -> None:
    code, shown = converse(folder, ["y", "?", "n", "yes"], "a.txt")
    assert code == 1
    assert (folder / "a.txt").read_text() == "One line.\nTwo  lines.\nThree lines. \nFour lines.\n"
    assert "apply this fix" in shown
    assert "2 fixed, 1 more with --fix." in shown


def test_all_of_a_rule(folder: Path) -> None:
    code, _ = converse(folder, ["n", "a"], "a.txt", "b.txt")
    assert code == 1
    assert (folder / "a.txt").read_text() == "One line. \nTwo  lines.\nThree lines.\nFour lines.\n"
    assert (folder / "b.txt").read_text() == "One line.\nTwo  lines.\nThree lines.\nFour lines.\n"


def test_quitting_writes_accepted_fixes_only(folder: Path) -> None:
    code, _ = converse(folder, ["y", "q"], "a.txt", "b.txt")
    assert code == 1
    assert (folder / "a.txt").read_text() == TEXT.replace("One line. ", "One line.")
    assert (folder / "b.txt").read_text() == TEXT


def test_accepting_in_the_baseline(folder: Path) -> None:
    converse(folder, ["b", "n", "n"], "a.txt")
    assert (folder / "a.txt").read_text() == TEXT
    assert '"context": "One line. _"' in (folder / "textlint.baseline").read_text()
    converse(folder, ["y", "y"], "a.txt", "--baseline", "textlint.baseline")
    assert (folder / "a.txt").read_text() == "One line. \nTwo  lines.\nThree lines.\nFour lines.\n"


def test_editing_the_replacement(folder: Path) -> None:
    converse(folder, ["e", " Indeed.", "n", "n"], "a.txt")
    assert (folder / "a.txt").read_text().startswith("One line. Indeed.\nTwo")


def test_an_interrupt_leaves_the_file_unchanged(folder: Path) -> None:
    code, _ = converse(folder, ["y", "\x03"], "a.txt")
    assert code == 130
    assert (folder / "a.txt").read_text() == TEXT
    assert sorted(os.listdir(folder)) == ["a.txt", "b.txt", "textlint.toml"]


@pytest.mark.parametrize("words", [["--interactive"], ["--fix", "--interactive", "-"], ["--fix", "--interactive"]])
def test_it_needs_a_terminal_and_files(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["check", *words]) == 2
    assert "--interactive" in capsys.readouterr().err
