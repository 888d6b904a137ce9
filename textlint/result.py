"""What came of one document: its findings, what was repaired, and what could not be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.startup.values import NamedTuple

# Given a document and its findings, those of them that may be repaired: that no baseline accepts, or somebody agreed to.
Filter = Callable[[Document, Sequence[Diagnostic]], Sequence[Diagnostic]]


class Problem(NamedTuple):
    """Something that could not be done: where, what, and how to mend it. Any problem makes the exit code 2.

    `line` counts from 1 and is None where the whole file is meant.
    """

    path: str
    line: int | None
    message: str
    remedy: str = ""


class Result(NamedTuple):
    """The outcome for one document, or for a file of which nothing could be read.

    `document` is the text as it stands after repair, to which the offsets of `diagnostics` refer; it is None where
    nothing could be read. `diagnostics` are the findings that remain, in the order of their place; `fixed` are those
    whose edits were applied (their offsets refer to the text that the edit was made in).
    """

    path: str
    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()
