"""Which gaps of a document's chunks are candidates, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from textlint.document import Document
from textlint.layers.words import candidates
from textlint.layers.words.chunks import Chunk, OddChunks
from textlint.layers.words.gap import Gap

CHUNK = "zqabvwxq"
FREQUENCIES = {
    "fog": 4.0,
    "zqab": 3.0,
    "vwxq": 2.0,
    "xzqabvwxq": 3.0,
    "izqabvwxq": 3.0,
    "yzqabvwxq": 2.9,
    "xyzqabvwxq": 5.0,
}

Find = Callable[..., list[tuple[int, int]]]


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch) -> Find:
    """Return a function that finds the candidates among given gaps of a chunk, as (start of the chunk, cut in the text)."""

    def find(text: str, *gaps: Gap, chunk: str = CHUNK) -> list[tuple[int, int]]:
        monkeypatch.setattr(candidates, "odd_chunks", lambda document: OddChunks([Chunk(chunk, gaps, "")], []))
        monkeypatch.setattr(candidates, "zipf", lambda word: FREQUENCIES.get(word, 0.0))
        return [(found.context.start, found.cut) for found in candidates.find_candidates(Document(text))]

    return find


LOWER = Gap(4, "lower", "zqab", "vwxq", CHUNK)
OTHER = Gap(2, "lower", "zq", "abvwxq", CHUNK)


@pytest.mark.parametrize(
    ("text", "gaps", "expected"),
    [
        ("a zqabvwxq end", [LOWER], [(2, 6)]),
        ("a zqabvwxq zqabvwxq", [LOWER], [(2, 6), (11, 15)]),
        ("a zqabvwxq end", [LOWER, OTHER], [(2, 6), (2, 4)]),
        ("a zqabvwxqs end", [LOWER], []),
        ("a zqabvwxq end", [], []),
    ],
)
def test_each_gap_at_each_place(text: str, gaps: list[Gap], expected: list[tuple[int, int]], find: Find) -> None:
    assert find(text, *gaps) == expected


@pytest.mark.parametrize(
    ("left", "right", "text", "is_candidate"),
    [
        # "vwxq", the rarer word, must stand by itself somewhere
        ("zqab", "vwxq", "zqabvwxq, vwxq", True),
        ("zqab", "vwxq", "zqabvwxq, Vwxq", True),
        ("zqab", "vwxq", "zqabvwxq, zqab", False),
        ("vwxq", "zqab", "vwxqzqab, vwxq", True),
        ("vwxq", "zqab", "vwxqzqab, zqab", False),
        ("Vwxq", "zqab", "Vwxqzqab, vwxq", True),
        # of two as rare as each other, the left one
        ("zqaa", "zqbb", "zqaazqbb, zqaa", True),
        ("zqaa", "zqbb", "zqaazqbb, zqbb", False),
    ],
)
def test_an_unknown_name_stands_by_itself_elsewhere(
    left: str, right: str, text: str, is_candidate: bool, find: Find
) -> None:
    text = text.replace(",", " ,")
    assert len(find(text, Gap(4, "name", left, right, left + right), chunk=left + right)) == is_candidate
    for shape in ("lower", "case", "title"):
        assert len(find(text, Gap(4, shape, left, right, left + right), chunk=left + right)) == 1


@pytest.mark.parametrize(
    ("text", "is_candidate"),
    [
        ("X zqabvwxq", False),
        ("x zqabvwxq", False),
        ("the X zqabvwxq", False),
        ("Y zqabvwxq", True),  # too rare
        ("I zqabvwxq", True),
        ("i zqabvwxq", True),
        ("xy zqabvwxq", True),
        ("X, zqabvwxq", True),
        ("zqabvwxq X", True),
    ],
)
def test_a_lone_letter_before_may_begin_the_word(text: str, is_candidate: bool, find: Find) -> None:
    assert len(find(text, LOWER)) == is_candidate


def test_punctuation_after_the_chunk_does_not_count_to_the_word(find: Find) -> None:
    assert find("X zqabvwxq.", LOWER, chunk="zqabvwxq.") == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ('He said "zqab" "vwxq', None),
        ('zqab"vwxq fog"', 4),
        ('"fog zqab"vwxq', 10),
    ],
)
def test_a_straight_quote_belongs_to_the_word_before_or_after(text: str, cut: int | None, find: Find) -> None:
    gap = Gap(5, "punct", "zqab", "vwxq", punctuation='"')
    assert [found[1] for found in find(text, gap, chunk='zqab"vwxq')] == ([] if cut is None else [cut])
