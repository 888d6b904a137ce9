"""Parse `FILE:LINE:COLUMN`, and find the document and the place in its text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from textlint.document import Document
from textlint.errors import ConfigError, InputError
from textlint.explanation.places import Place, place_of, whole
from textlint.files.inspection import STDIN, Options, open_source, units_of
from textlint.readers import Unit, format_of
from textlint.span import Span
from textlint.startup.values import NamedTuple

_TARGET = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(?::(?P<column>[0-9]+))?", re.DOTALL)
_REMEDY = "Write FILE:LINE or FILE:LINE:COLUMN, such as article.txt:12 or article.txt:12:5; - is standard input."


class Target(NamedTuple):
    """A place in a file, as given on the command line. Lines and columns count from 1."""

    path: str
    line: int
    column: int | None


def parse_target(words: str) -> Target:
    """Return the target that `FILE:LINE` or `FILE:LINE:COLUMN` names. Raises ConfigError for anything else.

    The file name may contain colons. If a number may be a column or part of the name, the file that exists decides.
    """
    match = _TARGET.fullmatch(words)
    if match is None:
        raise ConfigError(f"“{words}” does not name a line", remedy=_REMEDY)
    path, line, column = match["path"], match["line"], match["column"]
    if column is not None and not os.path.exists(path) and os.path.exists(f"{path}:{line}"):
        path, line, column = f"{path}:{line}", column, None
    return Target(path, int(line), None if column is None else int(column))


def find_place(target: Target, options: Options, text_line: int | None = None) -> tuple[Document, Place]:
    """Return the document with a target, and the place in its text.

    In a JSON Lines file, the line is the line of the record, and `text_line` is a line of the record's text, counted from
    1; without it, the place is the whole text. In a web page, the line is a line of the page. Raises InputError if the
    file cannot be read or has no such place, and ConfigError if `column` or `text_line` does not fit the file.
    """
    path = options.stdin_filename or target.path if target.path == STDIN else target.path
    is_records = format_of(path) == "jsonl"
    if text_line is not None and not is_records:
        raise ConfigError("--text-line is only for JSON Lines files", remedy="Leave it out: FILE:LINE is enough.")
    try:
        with open_source(target.path) as stream:
            units = units_of(target.path, stream, options)
            if is_records:
                document = _record(units, target)
                return document, _place_in_record(document, target, text_line)
            document = _only(units, target)
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", target.path, remedy="Check the path and its permissions."
        ) from None
    return document, _place_on_page(document, target) if document.file_lines else place_of(document, *target[1:])


def _only(units: Iterable[Unit], target: Target) -> Document:
    for unit in units:
        if unit.document is not None:
            return unit.document
    raise InputError("contains no text", target.path)


def _record(units: Iterable[Unit], target: Target) -> Document:
    """Return the record on the target's line of a JSON Lines file."""
    number = 0
    for number, unit in enumerate(units, 1):
        if number == target.line:
            if unit.problem is not None:
                raise InputError(unit.problem.message, target.path, number, unit.problem.remedy)
            if unit.document is None:
                raise InputError("contains no record", target.path, number, "Give the line of a record.")
            return unit.document
    raise InputError(
        f"there is no line {target.line}: the file has {number}", target.path, remedy=f"Give a line from 1 to {number}."
    )


def _place_in_record(document: Document, target: Target, text_line: int | None) -> Place:
    if text_line is not None:
        return place_of(document, text_line, target.column)
    if target.column is None:
        return whole(document)
    if len(document.lines) > 1:
        raise ConfigError(
            "a column needs a line, and the record's text has several",
            remedy="Give the line of the text with --text-line N.",
        )
    return place_of(document, 1, target.column)


def _place_on_page(document: Document, target: Target) -> Place:
    """Return the part of the text that comes from the target's line of a web page."""
    numbers = [number for number, line in enumerate(document.file_lines) if line == target.line]
    if not numbers:
        before = max((line for line in document.file_lines if line < target.line), default=None)
        after = min((line for line in document.file_lines if line > target.line), default=None)
        near = " and ".join(str(line) for line in (before, after) if line is not None)
        raise InputError(
            f"no text of the article starts on line {target.line} of the page",
            target.path,
            remedy=f"The nearest lines where text starts: {near}.",
        )
    if target.column is not None:
        if len(numbers) > 1:
            raise ConfigError(
                f"line {target.line} of the page contains {len(numbers)} lines of text, so a column is ambiguous",
                remedy="Leave the column out.",
            )
        return place_of(document, numbers[0] + 1, target.column)._replace(line=target.line)
    first, last = (place_of(document, number + 1).span for number in (numbers[0], numbers[-1]))
    return Place(Span(first.start, last.end), target.line)
