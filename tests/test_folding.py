"""A folded text has the length of the text, and letters that expressions consider equal fold to the same one."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.text.folding import fold


@given(st.text())
def test_the_length_is_unchanged(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_every_character_folds_to_one() -> None:
    for code in range(sys.maxunicode + 1):
        assert len(fold(chr(code))) == 1, hex(code)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aΑΣσςİIıſS’“\u00a0–\t"), st.text(alphabet="aΑΣσςİIıſS’“\u00a0–\t"))
def test_a_part_folds_as_in_the_whole_text(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Don’t", "don't"),
        ("“Stop”", '"stop"'),
        ("10\u00a0km", "10 km"),
        ("a\tb", "a b"),
        ("1914–18", "1914-18"),
        ("İSTANBUL", "istanbul"),
        ("ΟΔΟΣ", "οδοσ"),
        ("STRASSE", "strasse"),
        ("Straße", "straße"),
        ("long—dash", "long—dash"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("letters", ["Iıİi", "Ssſ", "Kk\u212a", "µμΜ", "Σσς"])
def test_letters_that_expressions_consider_equal_fold_to_the_same_letter(letters: str) -> None:
    matched = [letter for letter in letters if re.match(letters[-1], letter, re.IGNORECASE)]
    assert len({fold(letter) for letter in matched}) == 1
