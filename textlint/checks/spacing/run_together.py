"""Find words that have lost the blank between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.words.run_together import RunTogether, find_run_together
from textlint.span import Edit, Finding


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield a finding for each weld of `kind`, with the missing blanks as its edits.

    `kind` is "words", "capital", "sentence", "punctuation" or "several" (`textlint.layers.words.run_together.RunTogether`). Values for the
    message: `parted`, the words as they should read. A weld that is likely rather than sure is lowered to unsafe.
    """
    for weld in document.layer(find_run_together):
        if weld.kind == kind:
            yield Finding(
                weld.start,
                weld.end,
                values={"parted": _parted(document.text, weld)},
                edits=tuple(Edit(cut, cut, " ") for cut in weld.cuts),
                notes=("A no-break space stands beside it, as where a link was stripped.",) if weld.by_nbsp else (),
                applicability=None if weld.is_sure else "unsafe",
            )


def _parted(text: str, weld: RunTogether) -> str:
    """Return the words of the weld with the blanks put back."""
    bounds = [weld.start, *weld.cuts, weld.end]
    return " ".join(text[start:end] for start, end in itertools.pairwise(bounds)).strip()
