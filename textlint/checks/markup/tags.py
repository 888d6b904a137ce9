"""Find tags that were left in the text, whole or in part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.damage import tags
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_DOUBTFUL = frozenset(
    "a b i p q s u em tt dd dt th td tr li del ins var time title data map menu main form label".split()
)
_ATTRIBUTE = (
    r"(?:href|src|srcset|class|style|target|rel|alt|title|id|width|height|align|border|hspace|vspace|color|face|size|"
    r"itemprop|property|content|name|value|type|onclick|role|loading|aria-[a-z-]{1,30}|data-[a-z-]{1,40})"
    r"\s?=\s?[\"'“”][^\"'“”<>\n]{0,400}[\"'“”]"
)

_TIGHT = frozenset(("br", "td", "th", "li", "tr"))  # these start a new line, but not a new paragraph


def check(document: Document, part: str) -> Iterator[Finding]:
    """Yield runs of whole tags (`part` "whole") or parts of tags ("half"), outside code and texts about code.

    The fix replaces a run of tags with a line break if one of them starts a new line between words, and deletes it
    otherwise. It is unsafe if a tag without a partner may be a word or symbol in angle brackets.
    """
    if part == "half":
        yield from _halves(document)
        return
    found = document.layer(tags.build)
    partners = {(tag.name, tag.is_closing) for tag in found}
    run: list[tags.Tag] = []
    for tag in found:
        if run and document.text[run[-1].end : tag.start].strip():
            yield _finding(document.text, run, partners)
            run = []
        run.append(tag)
    if run:
        yield _finding(document.text, run, partners)


def _finding(text: str, run: list[tags.Tag], partners: set[tuple[str, bool]]) -> Finding:
    start, end = run[0].start, run[-1].end
    sure = all(
        tag.has_attributes or tag.name not in _DOUBTFUL or (tag.name, not tag.is_closing) in partners for tag in run
    )
    between = _tag_text().sub("", text[start:end])
    is_edge = start == 0 or end == len(text) or text[start - 1] in "\r\n" or text[end] in "\r\n"
    if is_edge:
        replacement = ""
    elif "\n" in between:
        replacement = "\n" * min(between.count("\n"), 2)
    elif any(tag.is_block for tag in run):
        replacement = "\n" if all(tag.name in _TIGHT or not tag.is_block for tag in run) else "\n\n"
    else:
        replacement = between[:1]
    values = {"names": ", ".join(sorted({tag.name for tag in run}))}
    return Finding(start, end, values, (Edit(start, end, replacement),), applicability=None if sure else "unsafe")


def _halves(document: Document) -> Iterator[Finding]:
    text = document.text
    if "=" not in text or document.layer(code.build).is_subject:
        return
    whole = document.layer(tags.build)
    inside = 0  # the tags before this index end before the current match
    for match in _half().finditer(text):
        start, end = match.span()
        while inside < len(whole) and whole[inside].end <= start:
            inside += 1
        if (inside < len(whole) and whole[inside].start < end) or document.layer(code.build).holds(start):
            continue
        at_edge = text[end - 1] == ">" and (start == 0 or text[start - 1] in "\r\n")
        yield Finding(start, end, edits=(Edit(start, end, ""),), applicability=None if at_edge else "unsafe")


@cache
def _half() -> patterns.Pattern[str]:
    return patterns.expression(
        rf"(?:<[a-z][a-z0-9]{{0,10}}\s+)?(?<![\w.-]){_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*+(?:\s*/?>)?"
        r"|<(?:a|img|div|span|iframe|p|script|video|source|figure|input|link|meta)\s+[a-z-]{2,20}=[\"'][^\"'<>\n]{0,400}$",
        patterns.IGNORECASE | patterns.MULTILINE,
    )


@cache
def _tag_text() -> patterns.Pattern[str]:
    return patterns.expression(r"<[^<>]*>")
