from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.text.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. Berg left. He ran.", ["Mr. Berg left.", "He ran."]),
        ("They live in the U.S. He left.", ["They live in the U.S.", "He left."]),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("Nordmill Inc. The firm grew.", ["Nordmill Inc.", "The firm grew."]),
        ("“Why?” he asked.", ["“Why?” he asked."]),
        ("It cost 3.5 million. Why?", ["It cost 3.5 million.", "Why?"]),
    ],
)
def test_sentences_end_at_punctuation_but_not_at_abbreviations(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(alphabet='aB. !?"”'))
def test_sentences_contain_all_visible_text(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
