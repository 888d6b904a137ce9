"""Find words that have lost the space between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.words.run_together import RunTogether, find_run_together
from textlint.span import Edit, Finding

_LINK_STRIPPED = "A no-break space is next to it, which often means that a link was stripped."


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield a finding for each chunk with run-together words of `kind`. Its edits insert the missing spaces.

    `kind` is "words", "capital", "sentence", "punctuation" or "several" (see `RunTogether`). Values for the message:
    `parted`, the words as they should read. The fix of a finding that is likely but not sure is lowered to unsafe.
    """
    for found in document.layer(find_run_together):
        if found.kind == kind:
            yield Finding(
                found.start,
                found.end,
                values={"parted": _parted(document.text, found)},
                edits=tuple(Edit(cut, cut, " ") for cut in found.cuts),
                notes=(_LINK_STRIPPED,) if found.is_beside_no_break_space else (),
                applicability=None if found.is_sure else "unsafe",
            )


def _parted(text: str, found: RunTogether) -> str:
    """Return the words with the spaces put back."""
    bounds = [found.start, *found.cuts, found.end]
    return " ".join(text[start:end] for start, end in itertools.pairwise(bounds)).strip()
