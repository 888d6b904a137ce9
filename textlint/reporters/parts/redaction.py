"""Results without the words of the article, for reports that leave the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic
from textlint.result import Result
from textlint.rule import Rule


def redacted(results: Iterable[Result], rules: Sequence[Rule]) -> Iterator[Result]:
    """Yield `results` with every word of the articles taken out; give them to any reporter.

    Place, code, severity and the rule's own summary stay. Message, words found, notes, replacement texts and the
    documents themselves go; a fix keeps its applicability and loses its edits, since edits without their words would
    delete. Record names are the input's own and stay, as paths do.
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
