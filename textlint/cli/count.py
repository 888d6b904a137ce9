"""Count findings and problems, which decide the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.result import Result


class Count:
    """The number of remaining findings and of problems."""

    def __init__(self) -> None:
        self.findings = 0
        self.problems = 0

    def track(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` unchanged, counting their findings and problems."""
        for result in results:
            self.findings += len(result.diagnostics)
            self.problems += len(result.problems)
            yield result
