"""Identify a finding by its words and their context, so that it can be recognized after other edits."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.result import Result
from textlint.startup.values import NamedTuple
from textlint.text.sanitize import shorten

_REACH = 200  # code points of context to search on either side
_WORDS_EITHER_SIDE = 4
_LONGEST_WORDS = 200


class Identity(NamedTuple):
    """A finding without its position: the key of baselines and fingerprints.

    `context` contains up to four words on either side, on the same line, around a `_` in place of the words found.
    White space in `words` and `context` becomes single spaces, so that rewrapping a text changes nothing.
    """

    path: str
    record: str | None
    code: str
    words: str
    context: str


def identify(diagnostic: Diagnostic, document: Document | None, root: str = "") -> Identity:
    """Return the identity of a finding in `document`; without a document (a redacted report) the context is empty.

    The path is relative to the folder `root`, if given, and has forward slashes.
    """
    record = diagnostic.record
    return Identity(
        relative_path(diagnostic.path, root),
        None if record is None else _encodable(record),
        diagnostic.code,
        _encodable(shorten(" ".join(diagnostic.text.split()), _LONGEST_WORDS)),
        _encodable(_context(document, diagnostic.start, diagnostic.end)) if document is not None else "",
    )


def _encodable(text: str) -> str:
    """Return `text` with lone surrogates, which cannot be encoded, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def relative_path(path: str, root: str = "") -> str:
    """Return `path` relative to the folder `root`, if given, with forward slashes."""
    if not path or path == "-":
        return path
    return _encodable((os.path.relpath(path, root) if root else os.path.normpath(path)).replace(os.sep, "/"))


def _context(document: Document, start: int, end: int) -> str:
    lines = document.lines
    line_start = lines[lines.index_at(start)].start
    line_end = lines[lines.index_at(end)].end
    before = document.text[max(line_start, start - _REACH) : start].split()[-_WORDS_EITHER_SIDE:]
    after = document.text[end : min(line_end, end + _REACH)].split()[:_WORDS_EITHER_SIDE]
    return " ".join([*before, "_", *after])


def fingerprints(result: Result) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding of `result` with a fingerprint of 32 hexadecimal digits, which depends on its identity only.

    Findings of one document with the same identity are distinguished by their order.
    """
    from hashlib import sha256

    seen: Counter[Identity] = Counter()
    for diagnostic in result.diagnostics:
        identity = identify(diagnostic, result.document)
        text = repr((*identity, seen[identity]))
        seen[identity] += 1
        yield diagnostic, sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32]
