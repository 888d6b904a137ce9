"""Decode bytes, and encode edits without changing any other byte."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from textlint.errors import InputError
from textlint.span import Edit, apply_edits
from textlint.startup.values import NamedTuple
from textlint.text.lines import Lines

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is a prefix of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = "cp1252"
_REMEDY = "The file was not checked. Give its encoding with --encoding, or convert it to UTF-8."
_CONTROLS = rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]"
# A complete multi-byte character. A partial one does not suggest UTF-8: “café” in Windows-1252 ends in E9 94.
_UTF8_CHARACTER = rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"


class Decoded(NamedTuple):
    """A text with the encoding and byte-order mark needed to write it back.

    `note` says how the encoding was guessed; it is empty if the bytes or the user determine it.
    """

    text: str
    encoding: str
    bom: bytes
    note: str = ""


def decode(data: bytes, path: str, declared: str = "") -> Decoded:
    """Decode `data`: by its byte-order mark, else as `declared`, else as UTF-8, else as Windows-1252.

    Windows-1252 is tried only if the bytes are not UTF-8 and contain neither control characters nor a complete
    multi-byte character of UTF-8, so a file with mixed encodings is rejected. Raises InputError, with the line of the
    first invalid byte.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_decode(data[len(bom) :], encoding, path, len(bom)), encoding, bom)
    if declared:
        _refuse_unless_known(declared, path)
        return Decoded(_decode(data, declared, path, 0), declared, b"", "")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        first = error
    import re  # not needed for UTF-8 files

    if not re.search(_CONTROLS, data) and not re.search(_UTF8_CHARACTER, data):
        try:
            return Decoded(data.decode(_LEGACY), _LEGACY, b"", f"not UTF-8; read as {_LEGACY}")
        except UnicodeDecodeError:
            pass
    raise _undecodable(data, "utf-8", path, first)


def _refuse_unless_known(encoding: str, path: str) -> None:
    try:
        b"a".decode(encoding)
    except UnicodeError:
        return  # it is a text encoding, even if it cannot decode this
    except (LookupError, ValueError):  # no such encoding, not a text encoding, or a NUL in the name
        raise InputError(
            f"unknown encoding “{encoding}”", path, remedy="Use an encoding that Python supports, such as cp1252."
        ) from None


def _decode(data: bytes, encoding: str, path: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, encoding, path, error, skipped) from None
    except UnicodeError as error:  # some codecs do not give the position
        raise InputError(f"cannot be read as {encoding}: {error}", path, remedy=_REMEDY) from None


def _undecodable(data: bytes, encoding: str, path: str, error: UnicodeDecodeError, skipped: int = 0) -> InputError:
    try:
        line = len(Lines(data[: error.start].decode(encoding, "replace")))
    except UnicodeError:  # a codec that cannot skip errors
        line = data.count(b"\n", 0, error.start) + 1
    return InputError(
        f"cannot be read as {encoding}: byte 0x{data[error.start]:02x} at offset {error.start + skipped} is invalid",
        path,
        line,
        _REMEDY,
    )


def encode_edits(data: bytes, decoded: Decoded, edits: Sequence[Edit]) -> bytes:
    """Return `data` with `edits` (code points of the decoded text) applied; all other bytes are copied.

    Raises InputError if a replacement cannot be encoded in the encoding of the file, if the text does not encode to the
    bytes that it was decoded from (stateful encodings, or several byte sequences for one character), or if the new
    bytes would decode to a different text (a deletion can join two bytes that look like UTF-8, or move a mark to the
    start).
    """
    parts = [decoded.bom]
    position = 0
    offset = len(decoded.bom)
    for edit in sorted(edits):
        start = _past(data, offset, decoded, position, edit.start)
        parts += (data[offset:start], _encoded(edit.text, decoded.encoding))
        offset = _past(data, start, decoded, edit.start, edit.end)
        position = edit.end
    _past(data, offset, decoded, position, len(decoded.text))
    parts.append(data[offset:])
    written = b"".join(parts)
    if edits:
        _refuse_unless_read_back(written, decoded, apply_edits(decoded.text, edits))
    return written


def _past(data: bytes, offset: int, decoded: Decoded, start: int, end: int) -> int:
    """Return the byte offset of the end of `text[start:end]`, which starts at `offset`; raises InputError on a mismatch."""
    try:
        piece = decoded.text[start:end].encode(decoded.encoding)
    except UnicodeError:
        piece = b""
    if not data.startswith(piece, offset) or (end > start and not piece):
        raise _not_fixable(decoded)
    return offset + len(piece)


def _refuse_unless_read_back(written: bytes, decoded: Decoded, text: str) -> None:
    declared = decoded.encoding if decoded.note.startswith("declared") else ""
    try:
        is_same = decode(written, "", declared).text == text
    except InputError:
        is_same = False
    if not is_same:
        raise _not_fixable(decoded)


def _not_fixable(decoded: Decoded) -> InputError:
    return InputError(
        f"cannot be fixed in {decoded.encoding}: the bytes would not decode to the fixed text",
        remedy="Convert the file to UTF-8 first.",
    )


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"the replacement “{error.object[error.start : error.end]}” cannot be encoded in {encoding}",
            remedy="Convert the file to UTF-8 first.",
        ) from None
