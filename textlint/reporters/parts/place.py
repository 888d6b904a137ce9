"""Find the position of a finding in its file, for programs that know only files and lines."""

from __future__ import annotations

import os

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.result import Result
from textlint.startup.values import NamedTuple


class Place(NamedTuple):
    """Lines and columns from 1, in code points; the columns are None if only the line in the file is known."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


def place_of(diagnostic: Diagnostic, document: Document | None) -> Place:
    """Return the position of the finding in its file.

    For a record this is the line that contains it. For a web page it is the line of the page, without columns, because
    columns count in the extracted text.
    """
    if diagnostic.record_line is not None:
        return Place(diagnostic.record_line, None, diagnostic.record_line, None)
    if not is_file_text(document):
        return Place(diagnostic.line, None, diagnostic.end_line, None)
    return Place(diagnostic.line, diagnostic.column, diagnostic.end_line, diagnostic.end_column)


def is_file_text(document: Document | None) -> bool:
    """Return whether columns and offsets in the document are those in its file; False for a redacted document."""
    return document is not None and document.record is None and not document.file_lines


def record_of(result: Result) -> str | None:
    """Return the name of the result's record, even if its document was redacted, or None for a file."""
    if result.document is not None:
        return result.document.record
    return next((found.record for found in (*result.diagnostics, *result.fixed)), None)


def slashed(path: str) -> str:
    """Return `path` with forward slashes and no leading `./`, as services that match it to a repository require."""
    return path.replace(os.sep, "/").removeprefix("./")
