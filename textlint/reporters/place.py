"""Where in its file a finding stands, for programs that know files and lines only."""

from __future__ import annotations

import os

from textlint.diagnostic import Diagnostic
from textlint.values import NamedTuple


class Place(NamedTuple):
    """Lines and columns from 1, in code points; the columns are None where only the line of a record is known."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


def place_of(diagnostic: Diagnostic) -> Place:
    """Return where the finding stands in its file; for one in a record, the line that holds the record."""
    if diagnostic.record_line is not None:
        return Place(diagnostic.record_line, None, diagnostic.record_line, None)
    return Place(diagnostic.line, diagnostic.column, diagnostic.end_line, diagnostic.end_column)


def slashed(path: str) -> str:
    """Return `path` with forward slashes and no leading `./`, as services that match it with a repository ask."""
    return path.replace(os.sep, "/").removeprefix("./")
