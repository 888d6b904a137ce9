"""Several passes of edits seen as one: composing edits, undoing them, and tracing a place back through them."""

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
    """Return the edits that do at once what `first` and then `second` do.

    `between` is the text after `first`, to which `second` refers. Edits that touch are joined.
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
    """Return where `offset`, in the text after `edits`, stood before them.

    An offset inside a replacement comes from the end of what was replaced; with `before`, an offset at a replacement's
    start comes from before it.
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
    """Return where the replacements of `edits` stand in the text after them."""
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
