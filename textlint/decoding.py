"""Bytes to text and back: which encoding, and edits that leave every other byte as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from textlint.errors import InputError
from textlint.span import Edit
from textlint.values import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = "cp1252"
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_PAIR = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")


class Decoded(NamedTuple):
    """A text with all that is needed to write it back: its encoding and its byte-order mark.

    `note` says how the encoding was found out where the bytes did not say it themselves; it is empty for UTF-8.
    """

    text: str
    encoding: str
    bom: bytes
    note: str = ""


def decode(data: bytes, path: str, declared: str = "") -> Decoded:
    """Return the text of `data`: by its byte-order mark, else as `declared`, else UTF-8, else Windows-1252.

    The last is tried only where the bytes are not UTF-8, hold no control characters and none of the byte pairs that
    UTF-8 text is full of; a file of mixed encodings is refused. Raises InputError, with the line of the first byte that
    does not fit and the remedy.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_decode(data[len(bom) :], encoding, path, len(bom)), encoding, bom)
    if declared:
        try:
            codecs.lookup(declared)
        except LookupError:
            raise InputError(
                f"unknown encoding “{declared}”", path, remedy="Name one that Python knows, such as cp1252."
            ) from None
        return Decoded(_decode(data, declared, path, 0), declared, b"", "")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        if _CONTROLS.search(data) or _UTF8_PAIR.search(data):
            raise _undecodable(data, "utf-8", path, error) from None
    try:
        return Decoded(data.decode(_LEGACY), _LEGACY, b"", f"not UTF-8; read as {_LEGACY}")
    except UnicodeDecodeError as error:
        raise _undecodable(data, "utf-8", path, error) from None


def _decode(data: bytes, encoding: str, path: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, encoding, path, error, skipped) from None


def _undecodable(data: bytes, encoding: str, path: str, error: UnicodeDecodeError, skipped: int = 0) -> InputError:
    line = data.count(b"\n", 0, error.start) + 1
    return InputError(
        f"cannot be read as {encoding}: byte 0x{data[error.start]:02x} at offset {error.start + skipped} does not fit",
        path,
        line,
        "Nothing of it was checked. Give its encoding with --encoding, or convert it to UTF-8.",
    )


def encode_edits(data: bytes, decoded: Decoded, edits: Sequence[Edit]) -> bytes:
    """Return `data` with `edits` (code points of the decoded text) applied; all other bytes are copied.

    Raises InputError if a replacement cannot be written in the encoding of the file.
    """
    parts = [decoded.bom]
    position = 0
    offset = len(decoded.bom)
    for edit in sorted(edits):
        start = offset + _size(decoded, position, edit.start)
        parts.append(data[offset:start])
        parts.append(_encoded(edit.text, decoded.encoding))
        offset = start + _size(decoded, edit.start, edit.end)
        position = edit.end
    parts.append(data[offset:])
    return b"".join(parts)


def _size(decoded: Decoded, start: int, end: int) -> int:
    return len(decoded.text[start:end].encode(decoded.encoding))


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"the repair “{error.object[error.start : error.end]}” cannot be written in {encoding}",
            remedy="Convert the file to UTF-8 first.",
        ) from None
