"""Report the number of findings per rule, for `--statistics`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.summary import describe_problem, summarize
from textlint.reporters.parts.tally import Tally
from textlint.result import Result
from textlint.rule import Rule
from textlint.text.sanitize import visible


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield one line per rule, the most frequent first: count, code, summary."""
    tally = Tally()
    for _ in tally.track(results):
        pass
    summaries = {rule.code: rule.summary for rule in rules}
    ranked = sorted(tally.codes.items(), key=lambda item: (-item[1], item[0]))
    width = len(f"{ranked[0][1]:,}") if ranked else 0
    for code, number in ranked:
        yield f"{number:>{width},}  {visible(code)}  {visible(summaries.get(code, ''))}".rstrip() + "\n"
    for problem in tally.problems:
        yield describe_problem(problem)
    if not options.quiet:
        yield from summarize(tally)
