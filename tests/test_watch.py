"""`check --watch`: saved files are checked again, until interrupted."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from textlint.__main__ import _run

pytest.importorskip("watchfiles")
ROOT = Path(__file__).parent.parent


def test_saved_files_are_checked_again(tmp_path: Path) -> None:
    (tmp_path / "textlint.toml").write_text('select = ["SP202"]\n')
    (tmp_path / "a.txt").write_text("A line. \n")
    (tmp_path / "b.txt").write_text("Fine.\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "textlint", "check", "--watch", "--output-format", "concise", "--quiet"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line)

    threading.Thread(target=read, daemon=True).start()

    def line_after_saving(name: str, content: str) -> str:
        """Save the file until something is said: the watch may start a moment after the first report."""
        for _ in range(60):
            (tmp_path / name).write_text(content)
            try:
                return lines.get(timeout=1)
            except queue.Empty:
                continue
        raise AssertionError("nothing was said")

    def drain() -> None:
        time.sleep(2)
        while not lines.empty():
            lines.get()

    try:
        assert lines.get(timeout=60).startswith("a.txt:1:8: SP202")
        assert line_after_saving("b.txt", "Now faulty. \n").startswith("b.txt:1:12: SP202")
        drain()
        assert "selekt" in line_after_saving("textlint.toml", "selekt = 1\n")
        drain()
        assert "a.txt" in line_after_saving("textlint.toml", 'select = ["SP202"]\n')
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(30)
    assert code == 130


def test_it_fixes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["check", "--watch", "--fix"]) == 2
    assert "--watch" in capsys.readouterr().err
