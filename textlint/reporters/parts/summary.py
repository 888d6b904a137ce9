"""Write the summary of a report: what was found, fixed, and left."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.diagnostic import SEVERITIES
from textlint.reporters.parts.tally import Tally, plural
from textlint.result import Problem
from textlint.text.sanitize import visible


def summarize(tally: Tally) -> Iterator[str]:
    """Yield the summary lines of a report."""
    files = plural(tally.files, "file")
    if tally.findings:
        kinds = ", ".join(
            f"{tally.severities[severity]:,} info"
            if severity == "info"
            else plural(tally.severities[severity], severity)
            for severity in SEVERITIES
            if tally.severities[severity]
        )
        where = f"in {tally.files_with_findings:,} of {files}" if tally.files > 1 else f"in {files}"
        yield f"{plural(tally.findings, 'finding')} {where}: {kinds}.\n"
    elif tally.files and not tally.problems:
        yield f"Nothing found in {files}.\n"
    fixes = list(_fix_counts(tally))
    if fixes:
        yield ", ".join(fixes) + ".\n"
    if tally.problems:
        yield f"{plural(len(tally.problems), 'problem')}: the run is incomplete.\n"


def _fix_counts(tally: Tally) -> Iterator[str]:
    safe, unsafe = tally.applicabilities["safe"], tally.applicabilities["unsafe"]
    if tally.fixed:
        yield f"{tally.fixed:,} fixed"
    if safe:
        yield f"{safe:,} more with --fix" if tally.fixed else f"[*] {safe:,} fixable with --fix"
    if unsafe:
        yield f"{unsafe:,} {'more' if tally.fixed or safe else 'fixable'} with --unsafe-fixes"


def describe_problem(problem: Problem) -> str:
    """Return a problem as lines for a terminal: its place and message, and how to fix it."""
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    head = f"{place}: {problem.message}" if place else problem.message
    lines = f"error: {visible(head)}\n"
    if problem.remedy:
        lines += f"  {visible(problem.remedy)}\n"
    return lines
