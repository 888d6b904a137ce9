"""Find extra blank lines: more than one between paragraphs, or any at the start or end of a text."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding, Span
from textlint.text.characters import SPACES

_NOTHING = frozenset(SPACES + "\r\n")


def check(document: Document, place: str) -> Iterator[Finding]:
    """Yield runs of extra blank lines, with their line breaks.

    `place` is "inside" for runs between lines with words, where the first blank line stays, or "edges" for runs before
    the first and after the last such line, where none stays. In a text without words, nothing is reported.
    """
    text = document.text
    if place == "edges" and _begins_and_ends_with_words(text):
        return
    previous: Span | None = None
    blank = 0  # lines without words since `previous`
    for index, (start, end) in enumerate(document.lines):
        if start == end or not text[start:end].strip(SPACES):
            blank += 1
            continue
        if previous is None and blank and place == "edges":
            yield _surplus(0, start)
        elif (
            previous is not None and blank > 1 and place == "inside" and not document.layer(code.build).holds(start - 1)
        ):
            yield _surplus(document.lines.with_break(index - blank).end, start)
        previous, blank = document.lines.with_break(index), 0
    if previous is not None and previous.end < len(text) and place == "edges":
        yield _surplus(previous.end, len(text))


def _begins_and_ends_with_words(text: str) -> bool:
    """Say whether the text starts and ends with visible characters, apart from a final line break."""
    end = len(text) - text.endswith("\n")
    end -= text[end - 1 : end] == "\r"
    return text[:1] not in _NOTHING and text[end - 1 : end] not in _NOTHING


def _surplus(start: int, end: int) -> Finding:
    return Finding(start, end, edits=(Edit(start, end, ""),))
