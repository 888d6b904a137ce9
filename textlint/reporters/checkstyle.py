"""Report in the XML format of Checkstyle, which many build servers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.place import place_of
from textlint.reporters.parts.xml_text import attributes
from textlint.result import Result
from textlint.rule import Rule


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield a `file` element per document that has findings or problems, with an `error` element for each."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for result in results:
        if not result.diagnostics and not result.problems:
            continue
        yield f"<file{attributes(name=result.path)}>\n"
        for problem in result.problems:
            message = f"{problem.message} {problem.remedy}".rstrip()
            values = attributes(line=problem.line or 1, severity="error", message=message, source="textlint")
            yield f"<error{values}/>\n"
        for diagnostic in result.diagnostics:
            place = place_of(diagnostic, result.document)
            values = attributes(
                line=place.line,
                column=place.column,
                severity=diagnostic.severity,
                message=diagnostic.message,
                source=f"textlint.{diagnostic.code}",
            )
            yield f"<error{values}/>\n"
        yield "</file>\n"
    yield "</checkstyle>\n"
