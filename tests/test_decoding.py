"""Bytes are decoded in one defined way or rejected with a line; edits change only their own bytes (R3, R10)."""

from __future__ import annotations

import codecs

import pytest
from edit_strategies import edits_of
from hypothesis import given
from hypothesis import strategies as st

from textlint.errors import InputError
from textlint.readers.decoding import decode, encode_edits
from textlint.span import Edit, apply_edits

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_determines_the_encoding(encoding: str) -> None:
    decoded = decode(MARKS[encoding] + "Zoë\U0001f600\x00".encode(encoding), "a.txt")
    assert decoded == ("Zoë\U0001f600\x00", encoding, MARKS[encoding], "")


def test_utf_8_needs_no_mark() -> None:
    assert decode("Zoë\x00".encode(), "a.txt") == ("Zoë\x00", "utf-8", b"", "")


def test_windows_1252_is_detected_by_its_bytes() -> None:
    decoded = decode("“Zoë’s café”".encode("cp1252"), "a.txt")
    assert (decoded.text, decoded.encoding) == ("“Zoë’s café”", "cp1252")
    assert "not UTF-8" in decoded.note


def test_a_declared_encoding_takes_precedence_over_a_guess_but_not_over_a_mark() -> None:
    assert decode("жук".encode("cp1251"), "a.txt", "cp1251").text == "жук"
    assert decode(codecs.BOM_UTF8 + "жук".encode(), "a.txt", "cp1251").text == "жук"


@pytest.mark.parametrize(
    ("data", "line", "place"),
    [
        (b"one\ntwo\ncaf\xe9 and caf\xc3\xa9\n", 3, "offset 11"),
        (b"one\r\ntwo\rcaf\xe9 and caf\xc3\xa9\n", 3, "offset 12"),
        (b"nul\x00 caf\xe9", 1, "offset 8"),
        (b"caf\xe9 \x81", 1, "offset 3"),
        (codecs.BOM_UTF8 + b"one\ncaf\xe9", 2, "offset 10"),
        (codecs.BOM_UTF16_LE + "one\rtwo\n".encode("utf-16-le") + b"\x00\xdc", 3, "offset 18"),
        (codecs.BOM_UTF16_LE + "\u0a0a".encode("utf-16-le") + b"\x00\xdc", 1, "offset 4"),
        (codecs.BOM_UTF16_BE + b"\x00", 1, "offset 2"),
    ],
)
def test_an_invalid_byte_is_reported_with_its_line_and_offset(data: bytes, line: int, place: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert caught.value.line == line
    assert place in caught.value.message
    assert "--encoding" in caught.value.remedy


@pytest.mark.parametrize("name", ["nosuch", "rot13", "hex", "base64", "zip", "a\x00b", "é" * 200])
def test_invalid_encodings_are_rejected(name: str) -> None:
    with pytest.raises(InputError, match="unknown encoding"):
        decode(b"text", "a.txt", name)


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "unicode_escape", "utf-7", "utf-16", "iso2022_jp", "undefined", "ascii"]
)
def test_text_that_a_declared_encoding_cannot_decode_is_rejected(name: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        decode(b"\xff\\x \xe9.." + b"\xff" * 80, "a.txt", name)


@given(
    st.binary(max_size=40),
    st.sampled_from(
        [
            "",
            "utf-8",
            "latin-1",
            "cp1251",
            "shift_jis",
            "utf-7",
            "utf-16",
            "utf-8-sig",
            "iso2022_jp",
            "idna",
            "punycode",
            "gb18030",
        ]
    ),
)
def test_any_bytes_are_decoded_or_rejected(data: bytes, declared: str) -> None:
    try:
        decoded = decode(data, "a.txt", declared)
    except InputError as error:
        assert error.path == "a.txt"
    else:
        assert decoded.encoding
        if data.isascii() and declared in ("", "utf-8", "latin-1"):
            assert decoded.text == data.decode("ascii")


@given(st.data(), st.sampled_from([*MARKS, "bare"]), st.text(max_size=20))
def test_edits_change_only_their_own_bytes(data: st.DataObject, encoding: str, text: str) -> None:
    mark = MARKS.get(encoding, b"")
    encoding = "utf-8" if encoding == "bare" else encoding
    raw = mark + text.encode(encoding)
    decoded = decode(raw, "a.txt")
    edits = data.draw(edits_of(decoded.text))
    try:
        written = encode_edits(raw, decoded, edits)
    except InputError:
        assert "\ufeff" in text or not mark
        return
    assert written == decoded.bom + apply_edits(decoded.text, edits).encode(encoding)


@given(
    st.data(),
    st.binary(max_size=30),
    st.sampled_from(
        ["cp1252", "shift_jis", "cp932", "gb18030", "utf-7", "utf-16", "utf-8-sig", "iso2022_jp", "big5", "punycode"]
    ),
)
def test_edits_in_any_encoding_can_be_read_back_or_are_rejected(data: st.DataObject, raw: bytes, declared: str) -> None:
    try:
        decoded = decode(raw, "a.txt", declared)
        edits = data.draw(edits_of(decoded.text))
        written = encode_edits(raw, decoded, edits)
    except InputError:
        return
    assert decode(written, "a.txt", declared).text == apply_edits(decoded.text, edits)
    if not edits:
        assert written == raw


def test_a_byte_order_mark_declared_by_name_is_not_written_again() -> None:
    raw = b"one spam two"
    for declared in ("utf-8-sig", "utf-16"):
        data = raw if declared == "utf-8-sig" else raw.decode().encode("utf-16-le")
        with pytest.raises(InputError, match="cannot be fixed"):
            encode_edits(data, decode(data, "a.txt", declared), [Edit(4, 9, "")])


def test_a_fix_that_would_change_the_detected_encoding_is_rejected() -> None:
    raw = "Ã[spam]© caf".encode("cp1252")
    decoded = decode(raw, "a.txt")
    with pytest.raises(InputError, match="cannot be fixed"):
        encode_edits(raw, decoded, [Edit(1, 7, "")])


def test_a_fix_that_cannot_be_encoded_is_rejected() -> None:
    raw = b"caf\xe9"
    with pytest.raises(InputError, match="cannot be encoded in cp1252"):
        encode_edits(raw, decode(raw, "a.txt"), [Edit(0, 1, "ж")])
