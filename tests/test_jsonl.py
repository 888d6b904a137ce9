"""Records of JSON Lines are read one by one, and only their text is rewritten."""

from __future__ import annotations

import io

import pytest

from textlint.readers import InputFile, Unit
from textlint.readers.jsonl import read
from textlint.span import Edit


def units(data: bytes, field: str = "text") -> list[Unit]:
    return list(read(InputFile("a.jsonl", io.BytesIO(data), text_field=field)))


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (rb'{"text": "spam \u00e9"}', rb'{"text": " \u00e9"}'),
        ('{"text" :\t"spam é",  "x": 1.0}\r\n'.encode(), '{"text" :\t" é",  "x": 1.0}\r\n'.encode()),
        (rb'{"text": "spam\/ \ud83d\ude00 \n"}', rb'{"text": "\/ \ud83d\ude00 \n"}'),
        (rb'{"text": "spam \ud800"}', rb'{"text": " \ud800"}'),
        (b'\xef\xbb\xbf{"text": "spam"}\n', b'\xef\xbb\xbf{"text": ""}\n'),
        (b'{"text": "first", "text": "spam"}', b'{"text": "first", "text": ""}'),
        (b'{"a": {"text": "spam"}, "text": "spam"}', b'{"a": {"text": "spam"}, "text": ""}'),
        (rb'{"t\u0065xt": "spam", "n": 1e400}', rb'{"t\u0065xt": "", "n": 1e400}'),
    ],
)
def test_all_other_bytes_are_unchanged(line: bytes, after: bytes) -> None:
    (unit,) = units(line)
    assert unit.rewrite is not None
    assert unit.rewrite([Edit(0, 4, "")]) == after


def test_new_letters_are_escaped_like_those_of_the_line() -> None:
    ascii_line, other = units(b'{"text": "spam"}\n' + '{"text": "spam é"}\n'.encode())
    assert ascii_line.rewrite is not None and other.rewrite is not None
    assert ascii_line.rewrite([Edit(0, 4, "’\n")]) == b'{"text": "\\u2019\\n"}\n'
    assert other.rewrite([Edit(0, 4, "’\n")]) == '{"text": "’\\n é"}\n'.encode()


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[]",
        b"1",
        b'{"text": 1}',
        b'{"x": "y"}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"text": "a", "n": ' + b"1" * 5000 + b"}",
        b'{"text": "a\tb"}',
    ],
    ids=range(9),
)
def test_an_invalid_line_is_a_problem_and_the_others_are_read(bad: bytes) -> None:
    found = units(b'{"text": "a"}\n\n' + bad + b'\n{"id": "x", "text": "b"}')
    assert b"".join(unit.raw for unit in found) == b'{"text": "a"}\n\n' + bad + b'\n{"id": "x", "text": "b"}'
    assert [unit.document and unit.document.text for unit in found] == ["a", None, None, "b"]
    assert found[2].problem is not None and found[2].problem.line == 3 and found[2].problem.remedy
    assert found[3].document is not None
    assert (found[0].document.record, found[3].document.record, found[3].document.record_line) == ("0", "x", 4)  # type: ignore[union-attr]


def test_another_field_can_contain_the_text() -> None:
    (unit,) = units(b'{"text": "a", "body": "b", "title": "T"}', "body")
    assert unit.document is not None and unit.document.text == "b"
    assert unit.document.metadata["title"] == "T"
