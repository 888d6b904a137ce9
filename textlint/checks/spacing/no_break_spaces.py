"""Find no-break spaces where a normal space belongs."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns
from textlint.text.characters import NO_BREAK_SPACE, SPACES

_REACH = 24  # code points of context on either side; chosen by reading, not measured
_BOUND_LEFT = patterns.expression(
    r"(?:[«‹„§№#©ÂÃ]|\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Mt|No|Nos|vs?|p|pp)\.?|(?<![.\w])\w\.|"
    r"\b(?:Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Hon|Fig|Vol|Sec|Ch|Art|ca|cf|e\.g|i\.e)\.)$"
)
_BOUND_RIGHT = patterns.expression(
    r"[»›:;!?%°…×=+<>|/]|\.(?!\w)|[-$€£¥]|(?:km|kg|cm|mm|mg|ml|m|g|ft|lb|mph|am|pm|[ap]\.m\.)\b"
)
_CAPITAL_LEFT = patterns.expression(r"\b[A-Z][\w'’.-]*$")
_NO_UNIT = patterns.expression(
    r"(?:and|or|but|that|which|who|in|on|at|for|from|to|with|by|as|was|were|is|are|has|have|had|will|would|when|while|after|"
    r"before|because|of|the|a)\b"
)
_LAST_WORD = patterns.expression(r"\S+[ \t]*(?:[\r\n]|\Z)")


def check(document: Document) -> Iterator[Finding]:
    """Yield each single no-break space between words that need not stay together.

    A no-break space in a number, before a unit, after a title, between initials, before a dash or before French
    punctuation is on purpose, and one after “Â” or “Ã” is half of a character. One between two names, before a number
    or before the last word of a line may be on purpose: it is reported only if the text has others that cannot be, such
    as those that stripped links leave.
    """
    text = document.text
    if NO_BREAK_SPACE not in text:
        return
    strong: list[int] = []
    weak: list[int] = []
    position = text.find(NO_BREAK_SPACE)
    while position >= 0:
        verdict = _verdict(text, position)
        if verdict != "bound" and not document.layer(code.build).holds(position):
            (strong if verdict == "plain" else weak).append(position)
        position = text.find(NO_BREAK_SPACE, position + 1)
    for position in sorted(strong + weak) if strong else ():
        yield Finding(position, position + 1, edits=(Edit(position, position + 1, " "),))


def _verdict(text: str, position: int) -> str:
    """Say whether the no-break space at `position` is "bound" on purpose, "plain" misuse, or "either"."""
    left = text[max(0, position - _REACH) : position]
    right = text[position + 1 : position + 1 + _REACH]
    if not left or not right or left[-1] in SPACES + "\r\n" or right[0] in SPACES + "\r\n":
        return "bound"  # repeated spaces or the edge of a line: left to other rules
    if left[-1].isdigit():
        return "either" if _NO_UNIT.match(right) else "bound"
    if _BOUND_LEFT.search(left):
        return "bound"
    if right[0] in "—–":
        return "either"
    if right[0].isdigit():
        return "either" if patterns.search(r"(?:^|\W)[a-z]{2,9}$", left) else "bound"
    if _BOUND_RIGHT.match(right):
        return "bound"
    are_names = _CAPITAL_LEFT.search(left) and right[0].isupper()
    if are_names or _LAST_WORD.match(right) or patterns.search(r"(?:^|\s)\w$", left):
        return "either"
    return "plain"
