"""Read JSON Lines as a stream: each line is an object with a document in one of its fields."""

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
_WHITE_SPACE = patterns.expression(r"[ \t\r\n]*")
_ESCAPE = patterns.expression(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", patterns.DOTALL
)
_DECODER = json.JSONDecoder()


def read(file: InputFile, first: int = 0) -> Iterator[Unit]:
    """Yield each line as a unit; a line that is not a record, or lacks the text field, gives a problem.

    `first` is the number, from 0, of the first line of the stream, if the stream is a part of a file.
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
            f"not UTF-8 at byte {error.start} of the line",
            remedy="Convert the file to UTF-8, which JSON Lines requires.",
        ) from None
    try:
        record: Any = _DECODER.decode(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at column {error.colno}", remedy="Fix or remove the line.") from None
    except ValueError as error:  # a number with more digits than Python parses
        raise InputError(f"not JSON: {error}", remedy="Fix or remove the line.") from None
    except RecursionError:
        raise InputError("nested too deeply", remedy="Fix or remove the line.") from None
    if not isinstance(record, dict) or not isinstance(record.get(file.text_field), str):
        raise InputError(
            f"the field “{file.text_field}” is missing or is not a string",
            remedy="Each line must be an object; name the field that contains its text with --text-field.",
        )
    identity = str(number) if record.get("id") is None else str(record["id"])
    metadata = {key: value for key in _METADATA if isinstance(value := record.get(key), str) and value}
    document = Document(record[file.text_field], file.path, identity, number + 1, metadata)
    return Unit(raw, document, partial(_rewrite, raw, line, file.text_field))


def _rewrite(raw: bytes, line: str, field: str, edits: Sequence[Edit]) -> bytes:
    """Return the line with the edits applied to the field's JSON string and every other character unchanged."""
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
    """Return the span of a top-level key's string value in a line of JSON, without its quotes.

    If the key occurs several times, the last one counts, as for the JSON decoder.
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
    assert found is not None, "the decoded record has the field"
    return found


def _skip(line: str, position: int) -> int:
    match = _WHITE_SPACE.match(line, position)
    return match.end() if match else position


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
