"""Find where a space is missing within punctuation, after deciding whether straight quotes are opening or closing."""

from __future__ import annotations

from textlint.layers.words.gap import Gap
from textlint.layers.words.punctuation_gaps import CLOSING
from textlint.startup import patterns

_LONGEST_LINE = 5000  # code points before the gap that count as its line; chosen for speed
_SINGLE_OPENING = patterns.expression(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSING = patterns.expression(r"(?<=[\w.,!?])['’](?!\w)")


def place(text: str, start: int, gap: Gap) -> Gap | None:
    """Return the gap with its exact place in the chunk at `start`, or None if there is no gap in its punctuation.

    A straight quote is closing if a quotation is open earlier in the line, else opening. An apostrophe is closing only if
    a quotation is open or it is between a word and a capital.
    """
    punctuation = gap.punctuation
    if not any(quote in punctuation for quote in "\"'’"):
        return gap
    first = gap.cut - (0 if gap.shape == "open" else len(punctuation) - len(punctuation.lstrip(CLOSING)))
    position = start + first
    earliest = max(0, position - _LONGEST_LINE)
    line = text[text.rfind("\n", earliest, position) + 1 or earliest : position]
    is_open = line.count('"') % 2 == 1
    single_open = len(_SINGLE_OPENING.findall(line)) > len(_SINGLE_CLOSING.findall(line))
    for offset, sign in enumerate(punctuation):
        if sign == '"':
            if not is_open:
                return gap._replace(cut=first + offset, shape=gap.shape if offset else "open")
            is_open = False
        elif sign == "'":
            if not single_open:
                return gap._replace(cut=first + offset) if offset else None
            single_open = False
        elif sign == "’" and not offset and not single_open and not _separates_words(gap):
            return None
    return gap


def _separates_words(gap: Gap) -> bool:
    """Return whether an apostrophe is between a whole word and a capitalized word, unlike in O’Brien."""
    return gap.right[:1].isupper() and len(gap.right) > 1 and len(gap.left) > 2
