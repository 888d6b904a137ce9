"""Format an explanation for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from textlint.explanation.values import Explanation, Reason
from textlint.explanation.words import (
    Labeled,
    heading_of,
    nothing_at,
    surroundings_of,
    where_of,
    words_of_model,
    words_of_reason,
)
from textlint.text.sanitize import visible

_LABEL = 15  # columns
_WIDTH = 110


def to_terminal(explanation: Explanation) -> Iterator[str]:
    """Yield the lines of an explanation, with control characters replaced."""
    words = f" “{explanation.text}”" if explanation.text else ""
    yield visible(f"{where_of(explanation)}{words}")
    reasons = (*explanation.findings, *explanation.nearly)
    if not reasons and not explanation.candidates:
        yield nothing_at(explanation)
    shown = None
    for reason in reasons:
        around = (reason.line, reason.zone, reason.before, reason.after)
        if around != shown:
            shown = around
            yield from _laid_out(surroundings_of(reason))
        yield from _rule(reason)
    for judged in explanation.candidates:
        yield ""
        yield visible(f"{', '.join(judged.codes)} {judged.line}:{judged.column}")
        yield from _laid_out(words_of_model(judged))


def _rule(reason: Reason) -> Iterator[str]:
    yield ""
    yield visible(heading_of(reason))
    yield from _laid_out(words_of_reason(reason))


def _laid_out(labeled: Iterable[Labeled]) -> Iterator[str]:
    before = ""
    for label, text in labeled:
        start = f"  {'' if label == before else label:{_LABEL}}"
        yield fill(
            visible(text), _WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False
        )
        before = label
