"""Show the progress of a long run on the terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from textlint.result import Result
from textlint.startup.values import Any

_SILENT_FOR = 1.0  # seconds; shorter runs show no progress
_EVERY = 0.2  # seconds


class Progress:
    """Shows how many files, or records of one file, were checked, on a terminal and without `--quiet`."""

    def __init__(self, files: int, options: dict[str, Any]) -> None:
        self._files = files
        self._is_shown = not options["quiet"] and sys.stderr is not None and sys.stderr.isatty()
        self._done = 0

    def track(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` unchanged; the progress line is cleared while a result is reported."""
        if not self._is_shown:
            yield from results
            return
        due, path, is_drawn = time.monotonic() + _SILENT_FOR, "", False
        for result in results:
            if is_drawn:
                self._write("\r\x1b[K")
                is_drawn = False
            yield result
            self._done += self._files == 1 or result.path != path
            path = result.path
            if time.monotonic() >= due:
                sys.stdout.flush()  # the report may be on the same terminal
                self._write(self._line())
                due, is_drawn = time.monotonic() + _EVERY, True
        if is_drawn:
            self._write("\r\x1b[K")

    def _line(self) -> str:
        if self._files == 1:
            return f"\r{self._done:,} records checked\x1b[K"
        return f"\r{self._done:,} of {self._files:,} files checked\x1b[K"

    def _write(self, words: str) -> None:
        sys.stderr.write(words)
        sys.stderr.flush()
