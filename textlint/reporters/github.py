"""Report as annotations on a pull request, with workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.place import place_of, slashed
from textlint.result import Problem, Result
from textlint.rule import Rule
from textlint.text.sanitize import shorten, visible

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_MOST = 10  # GitHub shows ten annotations of each severity per step and drops the rest
_LONGEST_MESSAGE = 1000


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield at most ten annotations of each severity, the most severe first, then the number of findings left out.

    To see all findings, also write the format `markdown` to the job summary.
    """
    kept: dict[str, list[str]] = {command: [] for command in _COMMANDS.values()}
    problems: list[str] = []
    left_out = 0
    for result in results:
        for problem in result.problems:
            if len(problems) < _MOST:
                problems.append(_problem(problem))
            else:
                left_out += 1
        for diagnostic in result.diagnostics:
            annotations = kept[_COMMANDS[diagnostic.severity]]
            if len(annotations) < _MOST:
                annotations.append(_annotation(diagnostic, result.document))
            else:
                left_out += 1
    left_out += max(len(problems) + len(kept["error"]) - _MOST, 0)
    kept["error"] = [*problems, *kept["error"]][:_MOST]
    for annotations in kept.values():
        yield from annotations
    if left_out:
        yield f"{left_out:,} more are not annotated, because GitHub shows at most {_MOST} of each severity.\n"


def _annotation(diagnostic: Diagnostic, document: Document | None) -> str:
    place = place_of(diagnostic, document)
    properties = {
        "title": f"{diagnostic.code} {diagnostic.name}",
        "file": slashed(diagnostic.path),
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.column is not None and place.line == place.end_line:
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return _command(_COMMANDS[diagnostic.severity], properties, diagnostic.message)


def _problem(problem: Problem) -> str:
    properties = {"title": "textlint", "file": slashed(problem.path)}
    if problem.line is not None:
        properties["line"] = str(problem.line)
    return _command("error", properties, f"{problem.message} {problem.remedy}".rstrip())


def _command(name: str, properties: dict[str, str], message: str) -> str:
    words = ",".join(f"{key}={_escape_property(visible(value))}" for key, value in properties.items() if value)
    return f"::{name} {words}::{_escape(visible(shorten(message, _LONGEST_MESSAGE)))}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
