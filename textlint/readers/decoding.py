"""Bytes to text and back: which encoding, and edits that leave every other byte as it was."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from textlint.errors import InputError
from textlint.span import Edit, apply_edits
from textlint.startup.values import NamedTuple
from textlint.text.lines import Lines

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = "cp1252"
_REMEDY = "Nothing of it was checked. Give its encoding with --encoding, or convert it to UTF-8."
_CONTROLS = rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]"
# A whole character of several bytes. Half of one is no sign of UTF-8: “café” in Windows-1252 ends in E9 94.
_UTF8_CHARACTER = rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"


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

    The last is tried only where the bytes are not UTF-8, hold no control characters and no whole character of several
    bytes as UTF-8 writes it; a file of mixed encodings is refused. Raises InputError, with the line of the first byte that
    does not fit and the remedy.
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
    import re  # a file of UTF-8 does without

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
        return  # it is known, though it cannot read this
    except (LookupError, ValueError):  # no such encoding, or one of bytes to bytes; a NUL in the name
        raise InputError(
            f"unknown encoding “{encoding}”", path, remedy="Name one that Python knows, such as cp1252."
        ) from None


def _decode(data: bytes, encoding: str, path: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, encoding, path, error, skipped) from None
    except UnicodeError as error:  # some codecs do not say where
        raise InputError(f"cannot be read as {encoding}: {error}", path, remedy=_REMEDY) from None


def _undecodable(data: bytes, encoding: str, path: str, error: UnicodeDecodeError, skipped: int = 0) -> InputError:
    try:
        line = len(Lines(data[: error.start].decode(encoding, "replace")))
    except UnicodeError:  # a codec that knows no way to go on
        line = data.count(b"\n", 0, error.start) + 1
    return InputError(
        f"cannot be read as {encoding}: byte 0x{data[error.start]:02x} at offset {error.start + skipped} does not fit",
        path,
        line,
        _REMEDY,
    )


def encode_edits(data: bytes, decoded: Decoded, edits: Sequence[Edit]) -> bytes:
    """Return `data` with `edits` (code points of the decoded text) applied; all other bytes are copied.

    Raises InputError if a replacement cannot be written in the encoding of the file, if the text does not encode to the
    bytes that it was read from (encodings with states or with several spellings of a character), or if the outcome would
    be read as another text (a deletion can bring two bytes together that look like UTF-8, or a mark to the start).
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
    """Return where the bytes of `text[start:end]`, which stand at `offset`, end; raise InputError if they are others."""
    try:
        piece = decoded.text[start:end].encode(decoded.encoding)
    except UnicodeError:
        piece = b""
    if not data.startswith(piece, offset) or (end > start and not piece):
        raise _not_repairable(decoded)
    return offset + len(piece)


def _refuse_unless_read_back(written: bytes, decoded: Decoded, text: str) -> None:
    declared = decoded.encoding if decoded.note.startswith("declared") else ""
    try:
        is_same = decode(written, "", declared).text == text
    except InputError:
        is_same = False
    if not is_same:
        raise _not_repairable(decoded)


def _not_repairable(decoded: Decoded) -> InputError:
    return InputError(
        f"cannot be repaired in {decoded.encoding}: the bytes written would not read as the text that is meant",
        remedy="Convert the file to UTF-8 first.",
    )


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"the repair “{error.object[error.start : error.end]}” cannot be written in {encoding}",
            remedy="Convert the file to UTF-8 first.",
        ) from None
