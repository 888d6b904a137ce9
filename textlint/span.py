"""Spans of text, and the edits and findings that are made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textlint.startup.values import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace the code points from `start` up to `end` with `text`."""

    start: int
    end: int
    text: str


class Finding(NamedTuple):
    """What a check saw: where, the words for the rule's message, and perhaps a repair.

    `values` fill the placeholders of the rule's message besides `{text}`, which the engine fills with the words found.
    `applicability` can only lower what the rule's `[fix]` table allows (safe > unsafe > display): a check that is less
    sure than usual says so here. None means as sure as the rule.
    """

    start: int
    end: int
    values: Mapping[str, str] = {}
    edits: tuple[Edit, ...] = ()
    notes: tuple[str, ...] = ()
    applicability: str | None = None


class Cue(NamedTuple):
    """A phrase or pattern of a rule that speaks of page furniture, as evidence for the judgment of its neighbors.

    `kind` is the rule's `cue` word, such as "share" or "newsletter".
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
