"""Report the whole run as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.json_text import to_json
from textlint.reporters.parts.tally import Tally
from textlint.result import Result
from textlint.rule import Rule


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield `{"version", "findings", "problems", "summary"}`, with the counts last."""
    tally = Tally()
    yield f'{{"version": {to_json(options.version)},\n"findings": ['
    separator = "\n"
    for result in tally.track(results):
        for diagnostic in result.diagnostics:
            yield separator + to_json(diagnostic.to_dict())
            separator = ",\n"
    problems = [problem._asdict() for problem in tally.problems]
    yield f'],\n"problems": {to_json(problems)},\n"summary": {to_json(tally.to_dict())}}}\n'
