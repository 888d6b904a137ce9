"""Count the findings, fixes and problems of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from textlint.diagnostic import SEVERITIES
from textlint.result import Problem, Result
from textlint.startup.values import Any


class Tally:
    """The counts of a run; its size depends on the number of rules and problems, not on the number of findings.

    The results of one file must follow each other, since `files` counts changes of the path.
    """

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self.findings = 0
        self.fixed = 0
        self.severities: Counter[str] = Counter()
        self.applicabilities: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self._path: str | None = None
        self._path_has_findings = False

    def track(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` unchanged, counting them."""
        for result in results:
            self._count(result)
            yield result

    def _count(self, result: Result) -> None:
        if result.path != self._path:
            self.files += 1
            self._path = result.path
            self._path_has_findings = False
        if result.diagnostics and not self._path_has_findings:
            self.files_with_findings += 1
            self._path_has_findings = True
        for diagnostic in result.diagnostics:
            self.codes[diagnostic.code] += 1
            self.severities[diagnostic.severity] += 1
            if diagnostic.fix:
                self.applicabilities[diagnostic.fix.applicability] += 1
        self.findings += len(result.diagnostics)
        self.fixed += len(result.fixed)
        self.problems += result.problems

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as the `summary` of the JSON output."""
        return {
            "files": self.files,
            "files_with_findings": self.files_with_findings,
            "findings": self.findings,
            "severities": {severity: self.severities[severity] for severity in SEVERITIES},
            "fixed": self.fixed,
            "fixable": {name: self.applicabilities[name] for name in ("safe", "unsafe")},
            "codes": dict(sorted(self.codes.items())),
            "problems": len(self.problems),
        }


def plural(number: int, noun: str) -> str:
    """Return `number` and `noun`, with an "s" unless the number is 1."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
