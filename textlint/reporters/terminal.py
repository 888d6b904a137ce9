"""Report findings for a terminal: grouped by file, each with its line and its words marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.families import FAMILIES
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.frame import frame
from textlint.reporters.parts.summary import describe_problem, summarize
from textlint.reporters.parts.tally import Tally, plural
from textlint.result import Result
from textlint.rule import Rule
from textlint.text.sanitize import shorten, visible

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "code": "1", "margin": "34", "good": "32"}
_MARGIN = "      "
_LONGEST_PLACE_LIST = 6
_SAME_WORDS = tuple(family.same_words for family in FAMILIES if family.same_words)


def report(results: Iterable[Result], rules: Sequence[Rule], options: ReportOptions) -> Iterator[str]:
    """Yield the findings of each document below its path, then problems and counts."""
    tally = Tally()
    for result in tally.track(results):
        if result.diagnostics or (options.show_fixes and result.fixed):
            yield _heading(result, options)
            for group in _fold_repeats(result.diagnostics):
                yield describe(group, result.document, options)
            if options.show_fixes:
                yield from _fixed(result, options)
            yield "\n"
    for problem in tally.problems:
        yield _paint(describe_problem(problem), "error", options)
    if not options.quiet:
        yield from summarize(tally)


def _heading(result: Result, options: ReportOptions) -> str:
    heading = result.path
    first = next(iter(result.diagnostics or result.fixed))
    if first.record is not None:
        line = "" if first.record_line is None else f" (line {first.record_line})"
        heading += f", record {first.record}{line}"
    return _paint(visible(heading), "path", options) + "\n"


def _fold_repeats(diagnostics: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Return the findings in order, grouping repeats of the same issue.

    Repeats are the same vague source (AT1xx, the same words) and the same kind of wrong space: an article that says
    “officials” twenty times has one issue, not twenty.
    """
    groups: dict[object, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        key: object = id(diagnostic)
        if diagnostic.text and diagnostic.code.startswith(_SAME_WORDS):
            key = (diagnostic.code, diagnostic.text.casefold())
        elif diagnostic.text.isspace():
            key = (diagnostic.code, diagnostic.message, diagnostic.fix and diagnostic.fix.applicability)
        groups.setdefault(key, []).append(diagnostic)
    return list(groups.values())


def describe(group: Sequence[Diagnostic], document: Document | None, options: ReportOptions) -> str:
    """Return the first finding of `group` as shown in the terminal, with the positions of its repeats (the others)."""
    first = group[0]
    mark = _paint(" [*]", "good", options) if first.fix and first.fix.applicability == "safe" else ""
    severity = _paint(first.severity, first.severity, options)
    code = _paint(visible(first.code), "code", options)
    lines = [f"  {first.line}:{first.column} {severity} {code}{mark} {visible(first.message)}"]
    margin = _paint(_MARGIN + "|", "margin", options)
    if document is not None:
        shown = frame(document, first.start, first.end, options.width - len(_MARGIN) - 2)
        lines += (
            f"{margin} {shown.before}{shown.words}{shown.after}".rstrip(),
            f"{margin} {_paint(shown.carets, first.severity, options)}",
        )
        if shown.further_lines:
            lines.append(f"{margin} … and {plural(shown.further_lines, 'line')} more")
    notes = [*first.notes, *_repeat_note(group[1:])]
    if first.fix:
        notes.append(_describe_fix(first.fix))
    lines += (f"{_paint(_MARGIN + '=', 'margin', options)} {visible(note)}" for note in notes)
    return "\n".join(lines) + "\n"


def _repeat_note(repeats: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield a note with the positions of the repeats, if there are any."""
    if repeats:
        places = ", ".join(f"{repeat.line}:{repeat.column}" for repeat in repeats[:_LONGEST_PLACE_LIST])
        more = "" if len(repeats) <= _LONGEST_PLACE_LIST else " …"
        yield f"{len(repeats) + 1} times in this text: also at {places}{more}"


def _describe_fix(fix: Fix) -> str:
    """Return a short description of the fix and its applicability."""
    if not fix.edits:
        action = "not shown"
    elif len(fix.edits) > 1:
        action = f"{plural(len(fix.edits), 'edit')}"
    elif fix.edits[0].text == " ":
        action = "replace with a space"
    elif fix.edits[0].text.strip():
        action = f"replace with “{shorten(fix.edits[0].text, 60)}”"
    else:
        action = "replace with white space" if fix.edits[0].text else "delete"
    qualifier = {"safe": "", "unsafe": " (unsafe)", "display": " (never applied)"}[fix.applicability]
    return f"fix{qualifier}: {action}"


def _fixed(result: Result, options: ReportOptions) -> Iterator[str]:
    """Yield the number of findings of each rule that were fixed in the document."""
    for (code, name), number in sorted(Counter((fixed.code, fixed.name) for fixed in result.fixed).items()):
        yield f"  {_paint('fixed', 'good', options)} {visible(code)} {visible(name)}: {number}\n"


def _paint(text: str, style: str, options: ReportOptions) -> str:
    """Return `text` in the colors of `style` if color is enabled."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if options.color else text
