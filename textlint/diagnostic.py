"""A finding of a rule, as reported to users and programs."""

from __future__ import annotations

from textlint.span import Edit
from textlint.startup.values import Any, NamedTuple

SEVERITIES = ("error", "warning", "info")
APPLICABILITIES = ("safe", "unsafe", "display")


class Fix(NamedTuple):
    """A fix: either all or none of its edits are applied.

    `applicability` is "safe" (applied with `--fix`), "unsafe" (also needs `--unsafe-fixes`) or "display" (only shown).
    `keeps` is what the fixer verifies before applying them: "rest", "letters", "bytes" or "nothing".
    """

    applicability: str
    keeps: str
    edits: tuple[Edit, ...]


class Diagnostic(NamedTuple):
    """One finding of one rule.

    `start` and `end` are offsets in code points into the document's text; lines and columns count from 1. `record` is
    the name of the document if its file contains several, and `record_line` the line of the file that contains it.
    """

    path: str
    record: str | None
    record_line: int | None
    code: str
    name: str
    severity: str
    message: str
    text: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    notes: tuple[str, ...]
    fix: Fix | None

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as the JSON object of the output format; `record_line` is left out if it is None."""
        fix = self.fix and {
            "applicability": self.fix.applicability,
            "edits": [edit._asdict() for edit in self.fix.edits],
        }
        item = self._asdict() | {"notes": list(self.notes), "fix": fix}
        if self.record_line is None:
            del item["record_line"]
        return item
