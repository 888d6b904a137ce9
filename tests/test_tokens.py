"""Splitting a text into tokens: both methods agree, and no character is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.layers.speech import pieces as room
from textlint.layers.speech import tokens as marking
from textlint.layers.speech.tokens import tokens


def test_the_explicit_letters_are_complete() -> None:
    letters = re.compile(f"[{room._LETTERS}]")
    for code in (*range(0x250), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0)):
        character = chr(code)
        assert bool(letters.match(character)) == bool(re.match(r"[^\W\d_]", character)), hex(code)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. team's co-author said: 5.2%!", ["The", "U.S.", "team", "'s", "co-author", "said", ":", "5.2%", "!"]),
        ("_ So it’s * here\n  and there", ["So", "it", "'s", "here", "\n", "and", "there"]),
        ("The café and the кафе", ["The", "café", "and", "the", "кафе"]),
        ("“All of it,” he said", [room.QUOTE, "he", "said"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    table = Document(text).layer(tokens)
    assert table.words == words
    assert len(table.words) == len(table.starts) == len(table.classes) == len(table.signs)


@given(st.text(alphabet="aAé.' -_\n\"“”,!5%к*(", max_size=60))
def test_both_expressions_agree(text: str) -> None:
    masked = text.replace("’", "'")
    found = [match.span() for match in room._TOKEN.finditer(masked)]
    pieces, starts = room.cut(masked)
    assert starts == [start for start, _ in found]
    assert [room.word_of(piece) for piece in pieces] == [masked[start:end] for start, end in found]


@given(st.text(alphabet="aA. '\n\"!5J(N-", max_size=80))
def test_lines_and_paragraphs_give_the_same_classes(text: str) -> None:
    document = Document(text)
    table = document.layer(tokens)
    pieces, starts = room.cut(table.masked)
    symbols = "".join(map(room.known_symbols().__getitem__, pieces))
    if any(marking._is_broken(text, start, end) for start, end, _ in document.quotations):
        return
    by_paragraph, by_line = list(symbols[::4]), list(symbols[::4])
    marking._mark_paragraphs(document, table.masked, pieces, starts, by_paragraph, symbols[1::4])
    marking._mark_lines(table.masked, starts, symbols, by_line)
    assert by_line == by_paragraph


def test_the_first_token_after_an_offset() -> None:
    table = Document("It rained  all day.").layer(tokens)
    assert [table.at(offset) for offset in (0, 1, 2, 3, 9, 10, 18, 19)] == [0, 0, 1, 1, 2, 2, 4, 5]
