"""Find words that are repeated by mistake."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_DOUBLED = patterns.expression(
    r"(?<![\w'’.-])([a-z]{2,20})([ \t\u00a0]+|[ \t]*\r?\n[ \t]*)(\1)(?![\w'’-]|\.\w)", patterns.IGNORECASE
)
_AFTER_BLANK, _AFTER_BREAK = (  # for folded text: where a closer look is needed
    patterns.expression(rf"{before}([a-z]{{2,20}})(?: +| *\r?\n *)\1(?![\w'-])") for before in (" ", "\n")
)
_SURE = frozenset(
    "the an of to and or but for from with by at on as than into about between under over was were are be been being has "
    "have its his their our your my they we she he this these those who which when where while because if not also said "
    "would could should can may might will what".split()
)
_MODAL_NAMES = frozenset(("may", "will", "can"))


def check(document: Document) -> Iterator[Finding]:
    """Yield function words that appear twice in a row, in lowercase except for the first letter of a sentence.

    Words that English repeats (“had had”, “that that”), names, species and words of emphasis are left alone. So is a
    pair with a line break in between, unless the text is hard-wrapped.
    """
    text = document.text
    for match in _pairs(document):
        first, gap, second = match.groups()
        word = second.lower()
        if word not in _SURE or not second.islower() or not (first.islower() or _starts_sentence(text, match.start())):
            continue
        if ("\n" in gap or "\r" in gap) and not document.is_hard_wrapped:
            continue
        if document.is_quoted(*match.span()) or document.layer(code.build).holds(match.start()):
            continue
        cut = Edit(match.end(1), match.end(), "")
        yield Finding(*match.span(), edits=(cut,))


def _pairs(document: Document) -> Iterator[patterns.Match[str]]:
    """Yield repeated words; searching for the space or line feed before them first is many times as fast."""
    for expression in (_AFTER_BLANK, _AFTER_BREAK):
        for place in expression.finditer(document.folded):
            if match := _DOUBLED.match(document.text, place.start() + 1):
                yield match


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' \t\u00a0“"')
    is_first = not before or before[-1] in ".!?\r\n"
    return is_first and text[start : start + 4].split()[0].lower() not in _MODAL_NAMES
