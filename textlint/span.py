"""Spans of text, and the edits and findings that refer to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textlint.startup.values import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace the code points from `start` to `end` (exclusive) with `text`."""

    start: int
    end: int
    text: str


class Finding(NamedTuple):
    """What a check found: its span, values for the rule's message, and the edits of a fix.

    `values` fill the placeholders of the rule's message other than `{text}`, which the engine fills with the text of
    the span. `applicability` can only lower the one in the rule's `[fix]` table (safe > unsafe > display), for a
    finding that is less certain than others. None means that of the rule.
    """

    start: int
    end: int
    values: Mapping[str, str] = {}
    edits: tuple[Edit, ...] = ()
    notes: tuple[str, ...] = ()
    applicability: str | None = None


class Cue(NamedTuple):
    """A match of a rule for page furniture, used as evidence when the text around it is judged.

    `kind` is the `cue` value of the rule, such as "share" or "newsletter".
    """

    start: int
    end: int
    kind: str


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with `edits` applied; they must not overlap.

    Raises ValueError when two edits overlap, since the result would depend on their order.
    """
    parts: list[str] = []
    position = 0
    for edit in sorted(edits):
        if edit.start < position:
            raise ValueError(f"edits overlap at {edit.start}")
        parts += (text[position : edit.start], edit.text)
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)
