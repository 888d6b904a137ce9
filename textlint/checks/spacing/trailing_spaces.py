"""Find spaces at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.text.characters import NO_BREAK_SPACE, SPACES


def check(document: Document) -> Iterator[Finding]:
    """Yield the spaces between the last word of a line and its line break, including no-break and zero-width spaces.

    Of several blank lines only the first is checked, because the others are reported as extra blank lines. In Markdown,
    two or more normal spaces are a line break and are left alone.
    """
    text = document.text
    is_markdown = document.path.lower().endswith((".md", ".markdown"))
    after_blank_line = True
    for start, end in document.lines:
        if start == end or text[end - 1] not in SPACES:
            after_blank_line = start == end
            continue
        kept = len(text[start:end].rstrip(SPACES))
        if kept == 0 and (after_blank_line or end == len(text)):
            after_blank_line = True
            continue
        after_blank_line = kept == 0
        if is_markdown and kept and text[start + kept : end].strip(" ") == "" and end - start - kept > 1:
            continue
        if kept and text[start + kept - 1] in "ÂÃ" and text[start + kept] == NO_BREAK_SPACE:
            continue  # mojibake: the space is half of a character
        yield Finding(start + kept, end, edits=(Edit(start + kept, end, ""),))
