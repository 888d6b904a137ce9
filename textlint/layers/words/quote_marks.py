"""Where a missing blank stands among punctuation marks, once straight quotes are read as opening or closing."""

from __future__ import annotations

from textlint.layers.words.gaps import CLOSERS, Gap
from textlint.startup import patterns

_LONGEST_LINE = 5000  # code points of a line that are looked back
_SINGLE_OPENING = patterns.expression(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSING = patterns.expression(r"(?<=[\w.,!?])['’](?!\w)")


def place(text: str, start: int, gap: Gap) -> Gap | None:
    """Return the gap where it falls in the chunk at `start`, None if its marks turn out to leave no gap.

    A straight quote opens or closes by whether the line before it has an open one; an apostrophe closes only a quotation
    that is open, or stands between a word and a capital.
    """
    marks = gap.marks
    if not any(mark in marks for mark in "\"'’"):
        return gap
    first = gap.cut - (0 if gap.shape == "open" else len(marks) - len(marks.lstrip(CLOSERS)))
    position = start + first
    earliest = max(0, position - _LONGEST_LINE)
    line = text[text.rfind("\n", earliest, position) + 1 or earliest : position]
    is_open = line.count('"') % 2 == 1
    single_open = len(_SINGLE_OPENING.findall(line)) > len(_SINGLE_CLOSING.findall(line))
    for offset, mark in enumerate(marks):
        if mark == '"':
            if not is_open:
                return gap._replace(cut=first + offset, shape=gap.shape if offset else "open")
            is_open = False
        elif mark == "'":
            if not single_open:
                return gap._replace(cut=first + offset) if offset else None
            single_open = False
        elif mark == "’" and not offset and not single_open and not _parts_words(gap):
            return None
    return gap


def _parts_words(gap: Gap) -> bool:
    """Say whether an apostrophe stands between a whole word and a capitalized one, unlike in O’Brien."""
    return gap.right[:1].isupper() and len(gap.right) > 1 and len(gap.left) > 2
