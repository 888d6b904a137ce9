"""Report one finding per line, starting with its position, like compilers and grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.summary import describe_problem, summarize
from textlint.reporters.parts.tally import Tally
from textlint.result import Result
from textlint.rule import Rule
from textlint.text.sanitize import visible


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield `path:line:column: CODE [*] message`, with `#record` after the path for a record of a file."""
    tally = Tally()
    for result in tally.track(results):
        for diagnostic in result.diagnostics:
            record = "" if diagnostic.record is None else f"#{diagnostic.record}"
            mark = "[*] " if diagnostic.fix and diagnostic.fix.applicability == "safe" else ""
            place = visible(f"{diagnostic.path}{record}:{diagnostic.line}:{diagnostic.column}")
            yield f"{place}: {visible(diagnostic.code)} {mark}{visible(diagnostic.message)}\n"
        for problem in result.problems:
            yield describe_problem(problem)
    if not options.quiet:
        yield from summarize(tally)
