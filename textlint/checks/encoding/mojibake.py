"""Find text that was decoded with the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.damage import misreadings
from textlint.span import Edit, Finding


def check(document: Document, proved: bool) -> Iterator[Finding]:
    """Yield each run of mojibake, with the text before and after the fix.

    If `proved`, yield the runs whose fix gives the damaged text again when it is decoded with the wrong encoding; if
    not, yield the others, in which bytes were also lost.
    """
    for run in document.layer(misreadings.build):
        if run.is_proved == proved:
            values = {"before": document.text[run.start : run.end], "after": run.fixed}
            yield Finding(run.start, run.end, values=values, edits=(Edit(run.start, run.end, run.fixed),))
