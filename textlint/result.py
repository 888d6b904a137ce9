"""The result of checking one document: its findings, the fixed ones, and the problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.startup.values import NamedTuple

# Returns those findings of a document that may be fixed: not accepted by a baseline, or approved by the user.
Filter = Callable[[Document, Sequence[Diagnostic]], Sequence[Diagnostic]]


class Problem(NamedTuple):
    """An error that affects one file: where, what, and how to fix it. Any problem makes the exit code 2.

    `line` counts from 1 and is None if the problem concerns the whole file.
    """

    path: str
    line: int | None
    message: str
    remedy: str = ""


class Result(NamedTuple):
    """The result for one document, or for a file that could not be read.

    `document` is the document after fixing, which the offsets of `diagnostics` refer to, or None if it could not be
    read. `diagnostics` are the remaining findings, sorted by position; `fixed` are those whose edits were applied
    (their offsets refer to the text before the edit).
    """

    path: str
    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()
