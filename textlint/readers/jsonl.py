"""JSON Lines: each line an object, one of its fields a document; read in a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from json.decoder import scanstring  # type: ignore[attr-defined]

from textlint.document import Document
from textlint.errors import InputError
from textlint.readers import InputFile, Unit
from textlint.result import Problem
from textlint.span import Edit, Span
from textlint.startup import patterns
from textlint.startup.values import Any

_METADATA = ("title", "date", "byline", "author", "url", "source", "language")
_BLANK = patterns.expression(r"[ \t\r\n]*")
_ESCAPE = patterns.expression(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", patterns.DOTALL
)
_DECODER = json.JSONDecoder()


def read(file: InputFile, first: int = 0) -> Iterator[Unit]:
    """Yield each line as a unit; a line that is no record, or lacks the text field, is a unit with a problem.

    `first` is the number, from 0, of the first line of the stream, where that is a part of a file.
    """
    for number, raw in enumerate(file.stream, first):
        if not raw.strip():
            yield Unit(raw)
            continue
        try:
            yield _record(file, number, raw)
        except InputError as error:
            yield Unit(raw, problem=Problem(file.path, number + 1, error.message, error.remedy))


def _record(file: InputFile, number: int, raw: bytes) -> Unit:
    try:
        line = raw.decode("utf-8-sig" if number == 0 else "utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8 at byte {error.start} of the line", remedy="JSON Lines are UTF-8; convert the file."
        ) from None
    try:
        record: Any = _DECODER.decode(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at column {error.colno}", remedy="Mend or remove the line.") from None
    except ValueError as error:  # a number of more digits than Python will read
        raise InputError(f"not JSON: {error}", remedy="Mend or remove the line.") from None
    except RecursionError:
        raise InputError("nested too deep", remedy="Mend or remove the line.") from None
    if not isinstance(record, dict) or not isinstance(record.get(file.text_field), str):
        raise InputError(
            f"no text in the field “{file.text_field}”",
            remedy="Each line is an object; name the field that holds its text with --text-field.",
        )
    identity = str(number) if record.get("id") is None else str(record["id"])
    metadata = {key: value for key in _METADATA if isinstance(value := record.get(key), str) and value}
    document = Document(record[file.text_field], file.path, identity, number + 1, metadata)
    return Unit(raw, document, partial(_rewrite, raw, line, file.text_field))


def _rewrite(raw: bytes, line: str, field: str, edits: Sequence[Edit]) -> bytes:
    """Return the line with the edits made inside the field's JSON string, every other character of it untouched."""
    value = _value_span(line, field)
    starts = [value.start + match.start() for match in _ESCAPE.finditer(line[value.start : value.end])]
    starts.append(value.end)
    is_ascii = line.isascii()
    parts: list[str] = []
    position = 0
    for edit in sorted(edits):
        words = json.dumps(edit.text, ensure_ascii=is_ascii or _has_surrogate(edit.text))[1:-1]
        parts += (line[position : starts[edit.start]], words)
        position = starts[edit.end]
    parts.append(line[position:])
    mark = raw[:3] if raw.startswith(b"\xef\xbb\xbf") else b""
    return mark + "".join(parts).encode("utf-8")


def _value_span(line: str, field: str) -> Span:
    """Return where the string value of a top-level key stands in a line of JSON, without its quotes.

    The last of several equal keys counts, as it does for the decoder.
    """
    found = None
    position = _skip(line, line.index("{") + 1)
    while line[position] != "}":
        key, position = scanstring(line, position + 1, True)
        start = _skip(line, _skip(line, position) + 1)
        _, position = _DECODER.raw_decode(line, start)
        if key == field:
            found = Span(start + 1, position - 1)
        position = _skip(line, position)
        if line[position] == ",":
            position = _skip(line, position + 1)
    assert found is not None, "the record was decoded and held the field"
    return found


def _skip(line: str, position: int) -> int:
    match = _BLANK.match(line, position)
    return match.end() if match else position


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
