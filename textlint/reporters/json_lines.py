"""One finding a line as JSON, for programs that read as they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.json_text import to_json
from textlint.result import Result
from textlint.rule import Rule


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield the findings that remain, one JSON object a line; problems have no place here."""
    for result in results:
        for diagnostic in result.diagnostics:
            yield to_json(diagnostic.to_dict()) + "\n"
