"""Report in GitLab's code quality format, which is shown in merge requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.identity import fingerprints
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.json_text import to_json
from textlint.reporters.parts.place import place_of, slashed
from textlint.result import Result
from textlint.rule import Rule
from textlint.text.sanitize import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield one JSON array of issues; a fingerprint depends on the words and their context, not on their position."""
    yield "["
    separator = "\n"
    for result in results:
        for diagnostic, fingerprint in fingerprints(result):
            place = place_of(diagnostic, result.document)
            issue = {
                "description": visible(diagnostic.message) or diagnostic.code,
                "check_name": visible(f"{diagnostic.code} {diagnostic.name}"),
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[diagnostic.severity],
                "location": {
                    "path": slashed(diagnostic.path),
                    "lines": {"begin": place.line, "end": place.end_line},
                },
            }
            yield separator + to_json(issue)
            separator = ",\n"
    yield "\n]\n"
