"""Only LF, CRLF and CR break lines (R19)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.text.lines import Lines

texts = st.text(alphabet="ab \n\r\u2028\x85\x0c\U0001f600")


@given(texts)
def test_lines_and_their_breaks_are_the_whole_text(text: str) -> None:
    lines = Lines(text)
    assert "".join(text[slice(*lines.with_break(index))] for index in range(len(lines))) == text
    assert [text[start:end] for start, end in lines] == re.split(r"\r\n|\r|\n", text)


@given(texts)
def test_a_position_can_be_converted_back_to_its_offset(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert lines[line - 1].start + column - 1 == offset
        with_break = lines.with_break(line - 1)
        assert with_break.start <= offset <= with_break.end


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
def test_other_separators_do_not_break_lines(character: str) -> None:
    assert len(Lines(f"one{character}two")) == 1


def test_columns_count_code_points() -> None:
    assert Lines("\U0001f600\U0001f600x").position(2) == (1, 3)


def test_a_text_that_ends_in_a_break_has_an_empty_last_line() -> None:
    assert len(Lines("one\r\n")) == 2
    assert Lines("one\r\n")[1] == (5, 5)
    assert len(Lines("")) == 1
