"""Find what regular expressions match outside code, where it is damage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.layers.shared import code
from textlint.matching.expressions import compile_expression
from textlint.span import Edit, Finding
from textlint.startup import patterns


def check(
    document: Document, expressions: Sequence[str], case: bool = False, lines: bool = False, markdown: bool = True
) -> Iterator[Finding]:
    """Yield what one of `expressions` matches on a line, outside code and texts about code.

    The fix deletes the match, except for its group `keep` if it has one. With `lines`, the whole line of a match is
    reported and deleted with its line break, even if it looks like code. With `markdown` false, Markdown files are left
    alone. If deleting the match would run two words together, a space is left.
    """
    held = document.layer(code.build)
    if held.is_subject or (not markdown and document.path.lower().endswith((".md", ".markdown"))):
        return
    text = document.text
    for index, (line_start, line_end) in enumerate(document.lines):
        if line_start == line_end:
            continue
        line = text[line_start:line_end]
        position = 0
        for match in _matches(line, expressions, case):
            start, end = line_start + match.start(), line_start + match.end()
            if match.start() < position or start == end or (not lines and held.holds(start)):
                continue
            position = match.end()
            if lines:
                yield Finding(line_start, line_end, edits=(Edit(*document.lines.with_break(index), ""),))
                break
            yield Finding(start, end, edits=_edits(text, start, end, match, line_start))


def _matches(line: str, expressions: Sequence[str], case: bool) -> list[patterns.Match[str]]:
    found = [match for expression in expressions for match in compile_expression(expression, not case).finditer(line)]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def _edits(text: str, start: int, end: int, match: patterns.Match[str], line_start: int) -> tuple[Edit, ...]:
    kept = match.groupdict().get("keep")
    if kept is not None:
        inner, outer = line_start + match.start("keep"), line_start + match.end("keep")
        return tuple(edit for edit in (Edit(start, inner, ""), Edit(outer, end, "")) if edit.start < edit.end)
    welds = start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
    return (Edit(start, end, " " if welds else ""),)
