"""The progress line appears only on terminals and in long runs, and is cleared."""

from __future__ import annotations

import io

import pytest

from textlint.cli import progress
from textlint.cli.progress import Progress
from textlint.result import Result


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


RESULTS = [Result(f"{number}.txt", None) for number in range(3)]


def progress_of(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, files: int = 3, quiet: bool = False) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    assert list(Progress(files, {"quiet": quiet}).track(RESULTS)) == RESULTS
    return stream.getvalue()


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress_of(monkeypatch, Terminal()) == ""


def test_a_long_run_counts_and_clears_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_SILENT_FOR", 0)
    monkeypatch.setattr(progress, "_EVERY", 0)
    shown = progress_of(monkeypatch, Terminal())
    assert "\r1 of 3 files checked" in shown and "\r3 of 3 files checked" in shown
    assert shown.endswith("\r\x1b[K")
    assert "2 records checked" in progress_of(monkeypatch, Terminal(), files=1)


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Terminal(), True)])
def test_elsewhere_it_shows_nothing(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, quiet: bool) -> None:
    monkeypatch.setattr(progress, "_SILENT_FOR", 0)
    assert progress_of(monkeypatch, stream, quiet=quiet) == ""
