"""Compose edits of several passes into one, invert edits, and trace offsets back through them."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.span import Edit, Span, apply_edits


def invert(edits: Sequence[Edit], text: str) -> list[Edit]:
    """Return the edits that turn the result of applying `edits` to `text` back into `text`."""
    inverse, shift = [], 0
    for start, end, replacement in sorted(edits):
        inverse.append(Edit(start + shift, start + shift + len(replacement), text[start:end]))
        shift += len(replacement) - (end - start)
    return inverse


def compose(first: Sequence[Edit], second: Sequence[Edit], between: str) -> tuple[Edit, ...]:
    """Return edits with the same effect as `first` followed by `second`.

    `between` is the text after `first`, which `second` refers to. Edits that touch are merged.
    """
    spans = [*(Span(edit.start, edit.end) for edit in second), *_images(first)]
    composed = []
    for start, end in _joined(spans):
        inside = [
            Edit(edit.start - start, edit.end - start, edit.text)
            for edit in second
            if start <= edit.start <= edit.end <= end
        ]
        words = apply_edits(between[start:end], inside)
        composed.append(Edit(origin(start, first, before=True), origin(end, first), words))
    return tuple(composed)


def origin(offset: int, edits: Sequence[Edit], before: bool = False) -> int:
    """Return the offset in the text before `edits` that corresponds to `offset` in the text after them.

    An offset inside a replacement maps to the end of the replaced text; with `before`, an offset at the start of a
    replacement maps to the start of the replaced text.
    """
    shift = 0
    for start, end, replacement in sorted(edits):
        image = start + shift
        if offset < image or (before and offset == image):
            break
        if offset < image + len(replacement):
            return end
        shift += len(replacement) - (end - start)
    return offset - shift


def _images(edits: Sequence[Edit]) -> list[Span]:
    """Return the spans of the replacements of `edits` in the text after them."""
    images, shift = [], 0
    for start, end, replacement in sorted(edits):
        images.append(Span(start + shift, start + shift + len(replacement)))
        shift += len(replacement) - (end - start)
    return images


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
