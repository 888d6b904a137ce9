"""What a rule says of a place in a document, as users and programs read it."""

from __future__ import annotations

from textlint.span import Edit
from textlint.startup.values import Any, NamedTuple

SEVERITIES = ("error", "warning", "info")
APPLICABILITIES = ("safe", "unsafe", "display")


class Fix(NamedTuple):
    """A repair: all its edits together or none.

    `applicability` is "safe" (applied by `--fix`), "unsafe" (with `--unsafe-fixes` too) or "display" (only shown).
    `keeps` is what the fixer proves before it applies them: "rest", "letters", "bytes" or "nothing".
    """

    applicability: str
    keeps: str
    edits: tuple[Edit, ...]


class Diagnostic(NamedTuple):
    """One finding of one rule.

    `start` and `end` are code points into the document's text; lines and columns count from 1. `record` names the
    document inside a file of several, `record_line` the line of the file that holds it.
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
        """Return the finding as the JSON object of the output contract; `record_line` stands only where there is one."""
        fix = self.fix and {
            "applicability": self.fix.applicability,
            "edits": [edit._asdict() for edit in self.fix.edits],
        }
        item = self._asdict() | {"notes": list(self.notes), "fix": fix}
        if self.record_line is None:
            del item["record_line"]
        return item
