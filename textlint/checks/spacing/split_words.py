"""Find words that a space has split in two."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.words.split_words import find_split_words
from textlint.span import Edit, Finding


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each split word. Its edit deletes the space.

    Values for the message: `joined`. The fix of a finding that is likely but not sure is lowered to unsafe.
    """
    text = document.text
    for word in document.layer(find_split_words):
        yield Finding(
            word.start,
            word.end,
            values={"joined": text[word.start : word.cut] + text[word.resumes : word.end]},
            edits=(Edit(word.cut, word.resumes, ""),),
            applicability=None if word.is_sure else "unsafe",
        )
