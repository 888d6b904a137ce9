"""Remove the text of articles from results, for reports that may be shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic
from textlint.result import Result
from textlint.rule import Rule


def redacted(results: Iterable[Result], rules: Sequence[Rule]) -> Iterator[Result]:
    """Yield `results` without any text of the articles, for any reporter.

    Position, code, severity and the rule's summary are kept. The message (replaced by the summary), the words found,
    the notes and the document are removed. A fix keeps its applicability but loses its edits, since edits without their
    text would be deletions. Paths and record names are kept.
    """
    summaries = {rule.code: rule.summary for rule in rules}
    for result in results:
        yield result._replace(
            document=None,
            diagnostics=tuple(_redact(diagnostic, summaries) for diagnostic in result.diagnostics),
            fixed=tuple(_redact(diagnostic, summaries) for diagnostic in result.fixed),
        )


def _redact(diagnostic: Diagnostic, summaries: dict[str, str]) -> Diagnostic:
    fix = diagnostic.fix and diagnostic.fix._replace(edits=())
    return diagnostic._replace(message=summaries.get(diagnostic.code, diagnostic.name), text="", notes=(), fix=fix)
