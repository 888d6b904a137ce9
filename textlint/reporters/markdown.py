"""Report as a Markdown table, for the job summary of GitHub Actions and for comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.place import place_of
from textlint.reporters.parts.summary import summarize
from textlint.reporters.parts.tally import Tally
from textlint.result import Result
from textlint.rule import Rule
from textlint.text.sanitize import visible

_PUNCTUATION = re.compile(r"[!-+./:<-@\[-`{-~]")  # ASCII punctuation except comma, semicolon and hyphen
_MOST_BYTES = 900_000  # the limit of a job summary is 1 MiB
_TABLE = "| Place | Rule | Finding |\n| --- | --- | --- |\n"


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield a table of the findings, up to the size limit of a job summary, then problems and counts."""
    tally = Tally()
    size = left_out = 0
    for result in tally.track(results):
        for diagnostic in result.diagnostics:
            row = _row(diagnostic, result.document, options)
            if size + len(row.encode()) > _MOST_BYTES:
                left_out += 1
                continue
            yield row if size else _TABLE + row
            size += len(row.encode())
    yield "\n" if size else ""
    if left_out:
        yield f"{left_out:,} more findings do not fit in this summary.\n\n"
    for problem in tally.problems[:100]:
        place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
        yield f"- **error** {_literal(place)}: {_literal(problem.message)} {_literal(problem.remedy)}\n"
    yield "\n" if tally.problems else ""
    if not options.quiet:
        yield from (_literal(line.rstrip("\n")) + "\n\n" for line in summarize(tally))


def _row(diagnostic: Diagnostic, document: Document | None, options: ReportOptions) -> str:
    place = place_of(diagnostic, document)
    column = "" if place.column is None else f":{place.column}"
    rule = _literal(f"{diagnostic.code} {diagnostic.name}")
    url = options.url_of(diagnostic.code, diagnostic.name)
    if re.fullmatch(r"https?://[\w./#%~-]+", url, re.ASCII):
        rule = f"[{rule}]({url})"
    return f"| {_literal(f'{diagnostic.path}:{place.line}{column}')} | {rule} | {_literal(diagnostic.message)} |\n"


def _literal(text: str) -> str:
    """Return `text` with punctuation as numeric entities, so that no Markdown, HTML or mention in it takes effect."""
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match.group())};", visible(text))
