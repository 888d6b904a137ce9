"""What makes a finding the same finding after the text around it was edited: its words and what stands beside them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.result import Result
from textlint.startup.values import NamedTuple
from textlint.text.sanitise import shorten

_REACH = 200  # code points looked at on either side
_WORDS_EITHER_SIDE = 4
_LONGEST_WORDS = 200


class Identity(NamedTuple):
    """A finding without its place: the key of baselines and fingerprints.

    `context` holds up to four words on either side, on the same line, around a `_` that stands for the words found.
    White space in `words` and `context` is single blanks, so that rewrapping a text changes nothing.
    """

    path: str
    record: str | None
    code: str
    words: str
    context: str


def identify(diagnostic: Diagnostic, document: Document | None, root: str = "") -> Identity:
    """Return the identity of a finding of `document`; without a document (a redacted report) there is no context.

    The path is taken from the folder `root`, or as it is, with forward slashes.
    """
    record = diagnostic.record
    return Identity(
        relative_path(diagnostic.path, root),
        None if record is None else _written(record),
        diagnostic.code,
        _written(shorten(" ".join(diagnostic.text.split()), _LONGEST_WORDS)),
        _written(_context(document, diagnostic.start, diagnostic.end)) if document is not None else "",
    )


def _written(text: str) -> str:
    """Return `text` as a file can hold it: a byte that could not be decoded becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def relative_path(path: str, root: str = "") -> str:
    """Return `path` as seen from the folder `root` (as it is if there is none), with forward slashes."""
    if not path or path == "-":
        return path
    return _written((os.path.relpath(path, root) if root else os.path.normpath(path)).replace(os.sep, "/"))


def _context(document: Document, start: int, end: int) -> str:
    lines = document.lines
    line_start = lines[lines.index_at(start)].start
    line_end = lines[lines.index_at(end)].end
    before = document.text[max(line_start, start - _REACH) : start].split()[-_WORDS_EITHER_SIDE:]
    after = document.text[end : min(line_end, end + _REACH)].split()[:_WORDS_EITHER_SIDE]
    return " ".join([*before, "_", *after])


def fingerprints(result: Result) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding of `result` with 32 hexadecimal digits that stay the same while its words and context do.

    Findings of one document that are alike in everything but their place are told apart by their order.
    """
    from hashlib import sha256

    seen: Counter[Identity] = Counter()
    for diagnostic in result.diagnostics:
        identity = identify(diagnostic, result.document)
        text = repr((*identity, seen[identity]))
        seen[identity] += 1
        yield diagnostic, sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32]
