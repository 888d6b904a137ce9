"""Report one JSON object per finding and line, for programs that read a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.json_text import to_json
from textlint.result import Result
from textlint.rule import Rule


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield the remaining findings, one JSON object per line; problems are not included."""
    for result in results:
        for diagnostic in result.diagnostics:
            yield to_json(diagnostic.to_dict()) + "\n"
