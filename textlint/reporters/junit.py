"""Report in the XML format of JUnit: each document is a suite, each finding a failed test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.place import record_of
from textlint.reporters.parts.xml_text import attributes, to_xml
from textlint.result import Result
from textlint.rule import Rule


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield a `testsuite` per document; a clean one contains one passed test, and a problem is an error."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="textlint">\n'
    for result in results:
        yield from _suite(result)
    yield "</testsuites>\n"


def _suite(result: Result) -> Iterator[str]:
    record = record_of(result)
    suffix = "" if record is None else f"#{record}"
    failures, errors = len(result.diagnostics), len(result.problems)
    counts = attributes(tests=max(failures + errors, 1), failures=failures, errors=errors, skipped=0, time=0)
    yield f"<testsuite{attributes(name=result.path + suffix)}{counts}>\n"
    for problem in result.problems:
        place = "read" if problem.line is None else f"line {problem.line}"
        yield f"<testcase{attributes(name=place, classname=result.path, time=0)}>"
        message = f"{problem.message} {problem.remedy}".rstrip()
        yield f"<error{attributes(message=problem.message, type='problem')}>{to_xml(message)}</error></testcase>\n"
    for diagnostic in result.diagnostics:
        name = f"{diagnostic.code} {diagnostic.name} {diagnostic.line}:{diagnostic.column}"
        place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}: "
        yield f"<testcase{attributes(name=name, classname=result.path, time=0)}>"
        yield f"<failure{attributes(message=diagnostic.message, type=diagnostic.code)}>"
        yield f"{to_xml(place + diagnostic.message)}</failure></testcase>\n"
    if not failures and not errors:
        yield f"<testcase{attributes(name='clean', classname=result.path, time=0)}/>\n"
    yield "</testsuite>\n"
