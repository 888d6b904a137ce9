"""How much went by on its way to the report; it decides the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.result import Result


class Count:
    """The number of findings that remain and of problems, counted as results pass."""

    def __init__(self) -> None:
        self.findings = 0
        self.problems = 0

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` unchanged and count what is in them."""
        for result in results:
            self.findings += len(result.diagnostics)
            self.problems += len(result.problems)
            yield result
