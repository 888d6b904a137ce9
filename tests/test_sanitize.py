"""No control character from an article reaches a terminal (R16)."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.text.sanitize import display_width, shorten, visible

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text”, café, 日本語 😀", "plain “text”, café, 日本語 😀"),
        ("a\x1b[31mb\x07", "a␛[31mb␇"),
        ("a\tb\nc\x7f", "a␉b␊c␡"),
        ("\x9b1m", "<U+009B>1m"),
        ("10\xa0km", "10⍽km"),
        ("a\u202eb\u2066\u200b\ufeff", "a<U+202E>b<U+2066><U+200B><U+FEFF>"),
        ("\ud800", "<U+D800>"),
        ("[bookmark: _GoBack]", "[bookmark: _GoBack]"),
    ],
)
def test_makes_invisible_characters_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_leaves_no_control_character() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not {character for character in visible(every) if category(character) in HIDDEN}


@given(st.text(st.characters()), st.integers(3, 50))
def test_shortens_to_the_width_and_keeps_both_ends(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert short == text if len(text) <= width else "…" in short


def test_puts_the_ellipsis_in_the_middle() -> None:
    assert shorten("the beginning and the very end", 15) == "the beginn…end"
    assert shorten("short", 5) == "short"


def test_counts_the_columns_of_wide_and_combining_characters() -> None:
    assert display_width("abc") == 3
    assert display_width("日本") == 4
    assert display_width("e\u0301") == 1
