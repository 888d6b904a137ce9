from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spacing import broken_word
from textlint.checks.spacing.broken_word import check
from textlint.document import Document
from textlint.span import Edit, apply_edits


def fixed(text: str) -> str:
    document = Document(text)
    return apply_edits(
        text, [edit for across in ("line", "space") for f in check(document, across) for edit in f.edits]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no infor-\nmation here", "no information here"),
        ("no infor-\r\nmation here", "no information here"),
        ("no infor- mation here", "no information here"),
        ("a long-\nterm plan", "a long-term plan"),
        ("the re-\nelection of", "the re-election of"),
        ("Anna Holm-\nBerg said", "Anna Holm-Berg said"),
        ("The ferrymen met the ferry-\nmen of the islands", "The ferrymen met the ferrymen of the islands"),
        ("A ferry-man met the ferry-\nman of the islands", "A ferry-man met the ferry-man of the islands"),
    ],
)
def test_joins_or_keeps_the_hyphen(text: str, expected: str) -> None:
    assert fixed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "two- and three-hour trips",
        "two-\nand three-hour trips",
        "it is new- and he says so- but",
        "- harbour\n- quay",
        "a dash --\nthe",
    ],
)
def test_leaves_suspended_hyphens_dashes_and_lists_alone(text: str) -> None:
    assert fixed(text) == text


class Lexicon(NamedTuple):
    """What the lexicon says of "abcd" and "efgh" (or what stands for them), so that each threshold can be met exactly."""

    joined: float = 0.0
    left: float = 0.0
    right: float = 0.0
    pair: float = 0.0
    is_listed: bool = False


def judged(
    monkeypatch: pytest.MonkeyPatch, left: str, right: str, lexicon: Lexicon, before: str = "", across: str = "line"
) -> tuple[str, str | None] | None:
    """Return the joined word and the applicability for `left`, a hyphen, a gap and `right`; None if nothing is found."""
    first, second = left.lower(), right.lower()
    frequencies = {first + second: lexicon.joined, first: lexicon.left, second: lexicon.right}
    monkeypatch.setattr(broken_word, "zipf", lambda word: frequencies.get(word, 0.0))
    monkeypatch.setattr(broken_word, "pair", lambda *words: lexicon.pair if words == (first, second) else 0.0)
    monkeypatch.setattr(broken_word, "is_listed", lambda word: lexicon.is_listed and word == first + second)
    gap = "\n" if across == "line" else " "
    found = list(check(Document(f"{before}{left}-{gap}{right}"), across))
    assert len(found) < 2
    return (found[0].values["joined"], found[0].applicability) if found else None


@pytest.mark.parametrize(
    ("left", "right", "lexicon", "expected"),
    [
        # joined: the fix is safe from a frequency of 3 on
        ("abcd", "efgh", Lexicon(3.0, 4.0, 4.0), ("abcdefgh", None)),
        ("abcd", "efgh", Lexicon(2.9, 4.0, 4.0), ("abcdefgh", "unsafe")),
        # the prefix ends as the word begins
        ("re", "enter", Lexicon(6.0), ("re-enter", "unsafe")),
        ("co", "operate", Lexicon(6.0), ("co-operate", "unsafe")),
        ("pre", "election", Lexicon(6.0), ("pre-election", "unsafe")),
        ("anti", "icing", Lexicon(6.0), ("anti-icing", None)),
        ("semi", "ideal", Lexicon(6.0), ("semi-ideal", None)),
        ("re", "align", Lexicon(6.0), ("realign", None)),
        ("abce", "efgh", Lexicon(6.0), ("abceefgh", None)),
        # a known pair
        ("abcd", "efgh", Lexicon(3.2, 3.5, 3.5, 1.0), ("abcd-efgh", None)),
        ("abcd", "efgh", Lexicon(3.3, 3.5, 3.5, 1.0), ("abcdefgh", None)),
        ("abcd", "efgh", Lexicon(3.2, 3.4, 6.0, 1.0), ("abcdefgh", None)),
        ("abcd", "efgh", Lexicon(3.2, 6.0, 3.4, 1.0), ("abcdefgh", None)),
        ("abcd", "efgh", Lexicon(3.2, 3.5, 3.5), ("abcdefgh", None)),
        # a prefix that is joined, and a word that dictionaries list
        ("over", "efgh", Lexicon(0.0, 5.0, 5.0), ("overefgh", "unsafe")),
        ("abcd", "efgh", Lexicon(0.0, 5.0, 5.0), ("abcd-efgh", "unsafe")),
        ("abcd", "efgh", Lexicon(0.0, 5.0, 5.0, is_listed=True), ("abcdefgh", "unsafe")),
        ("self", "efgh", Lexicon(0.0, 5.0, 5.0, is_listed=True), ("self-efgh", None)),
        # joined, it is unknown
        ("abcd", "efgh", Lexicon(0.0, 3.0, 3.0), ("abcd-efgh", "unsafe")),
        ("abcd", "efgh", Lexicon(0.0, 2.9, 6.0), ("abcdefgh", "unsafe")),
        ("abcd", "efgh", Lexicon(0.0, 6.0, 2.9), ("abcdefgh", "unsafe")),
        ("Abcd", "efgh", Lexicon(0.0, 0.0, 4.0), ("Abcd-efgh", "unsafe")),
        ("aBCD", "efgh", Lexicon(0.0, 0.0, 4.0), ("aBCDefgh", "unsafe")),
        ("Abcd", "efgh", Lexicon(0.0, 0.0, 3.9), ("Abcdefgh", "unsafe")),
        ("Abcd", "efg", Lexicon(0.0, 0.0, 4.0), ("Abcdefg", "unsafe")),
        # joined, it is rarer than the halves
        ("abcd", "efgh", Lexicon(2.4, 4.0, 4.0), ("abcd-efgh", "unsafe")),
        ("abcd", "efgh", Lexicon(2.5, 4.5, 4.5), ("abcdefgh", "unsafe")),
        ("abcd", "efgh", Lexicon(1.9, 3.5, 3.5), ("abcd-efgh", "unsafe")),
        ("abcd", "efgh", Lexicon(2.0, 3.5, 3.5), ("abcdefgh", "unsafe")),
        ("abcd", "efgh", Lexicon(1.0, 3.0, 3.0), ("abcd-efgh", "unsafe")),
        ("abcd", "efgh", Lexicon(1.0, 2.9, 2.9), ("abcdefgh", "unsafe")),
        ("self", "efgh", Lexicon(3.1, 6.0, 6.0), ("self-efgh", None)),
        ("self", "efgh", Lexicon(3.2, 6.0, 6.0), ("selfefgh", None)),
        # capitals
        ("Anna", "Efgh", Lexicon(6.0), ("Anna-Efgh", None)),
        ("ABCD", "Efgh", Lexicon(6.0), ("ABCD-Efgh", "unsafe")),
        ("abcd", "Efgh", Lexicon(6.0), ("abcd-Efgh", "unsafe")),
        ("Abcd", "EFGH", Lexicon(6.0), ("Abcd-EFGH", None)),
        ("ABCD", "EFGH", Lexicon(6.0), ("ABCDEFGH", None)),
        ("abcd", "eFGH", Lexicon(6.0), ("abcdeFGH", None)),
        # function words and suspended hyphens
        ("abcd", "the", Lexicon(6.0), ("abcdthe", None)),
        ("abcd", "und", Lexicon(6.0), None),
        ("abcd", "AND", Lexicon(6.0), None),
    ],
)
def test_a_word_broken_over_lines_is_judged_by_the_lexicon(
    left: str, right: str, lexicon: Lexicon, expected: tuple[str, str | None] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert judged(monkeypatch, left, right, lexicon) == expected


@pytest.mark.parametrize(
    ("left", "right", "lexicon", "expected"),
    [
        ("abcd", "efgh", Lexicon(3.0, 4.0, 4.0), ("abcdefgh", None)),
        ("abcd", "efgh", Lexicon(0.0, 5.0, 5.0, 1.0), ("abcd-efgh", "unsafe")),
        ("abcd", "the", Lexicon(6.0), None),
        ("Abcd", "Efgh", Lexicon(6.0), ("Abcd-Efgh", "unsafe")),
        ("non", "Efgh", Lexicon(6.0), ("non-Efgh", "unsafe")),
        ("abcd", "Efgh", Lexicon(6.0), None),
        ("ABCD", "EFGH", Lexicon(6.0), ("ABCDEFGH", None)),
    ],
)
def test_a_hyphen_with_a_space_may_be_a_dash(
    left: str, right: str, lexicon: Lexicon, expected: tuple[str, str | None] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert judged(monkeypatch, left, right, lexicon, across="space") == expected


JOINED, HYPHENED = Lexicon(4.0, 4.0, 4.0), Lexicon(0.0, 4.0, 4.0)


@pytest.mark.parametrize(
    ("before", "left", "lexicon", "expected"),
    [
        ("abcdefgh ", "abcd", HYPHENED, "abcdefgh"),
        ("abcd-efgh ", "abcd", JOINED, "abcd-efgh"),
        ("abcd-efgh ABCDEFGH abcdefgh ", "abcd", HYPHENED, "abcdefgh"),
        ("abcd-efgh Abcd-Efgh abcdefgh ", "abcd", JOINED, "abcd-efgh"),
        ("abcd-efgh abcdefgh ", "abcd", JOINED, "abcdefgh"),
        ("abcd-efgh abcdefgh ", "abcd", HYPHENED, "abcd-efgh"),
        # a prefix that the document writes with a hyphen
        ("post-war ", "post", JOINED._replace(joined=4.4), "post-efgh"),
        ("post-war ", "post", JOINED._replace(joined=4.5), "postefgh"),
        ("post-wa ", "post", JOINED._replace(joined=4.4), "postefgh"),
        ("impost-war ", "post", JOINED._replace(joined=4.4), "postefgh"),
        ("abcd-war ", "abcd", JOINED._replace(joined=4.4), "abcdefgh"),
    ],
)
def test_the_rest_of_the_document_counts(
    before: str, left: str, lexicon: Lexicon, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = judged(monkeypatch, left, "efgh", lexicon, before)
    assert found is not None and found[0] == expected


@pytest.mark.parametrize(
    ("text", "across", "expected"),
    [
        ("no infor-\nmation", "line", [(3, 16, Edit(8, 10, ""))]),
        ("no infor- \t\r\nmation", "line", [(3, 19, Edit(8, 13, ""))]),
        ("no infor-\nmation", "space", []),
        ("no infor- mation", "space", [(3, 16, Edit(8, 10, ""))]),
        ("no infor‐\u00a0mation", "space", [(3, 16, Edit(8, 10, ""))]),
        ("no infor- mation", "line", []),
        ("a long-\nterm plan", "line", [(2, 12, Edit(7, 8, ""))]),
        ("no infor-\nm", "line", []),
        ("a 2-\nmation", "line", []),
        ("-infor-\nmation", "line", []),
        ("- infor-\nmation", "line", [(2, 15, Edit(7, 9, ""))]),
        ("sailor's-\nmation", "line", [(0, 16, Edit(8, 10, ""))]),
        # no part is joined twice
        ("infor-\nma-\ntion", "line", [(0, 9, Edit(5, 7, ""))]),
        # one that is passed over does not hide the next
        ("8-\nmen, two-\nand infor-\nmation", "line", [(17, 30, Edit(22, 24, ""))]),
        (" " + "a" * 60 + "-\nmation", "line", [(1, 69, Edit(61, 63, ""))]),
        (" " + "a" * 61 + "-\nmation", "line", []),
    ],
)
def test_spans_and_edits_are_exact(text: str, across: str, expected: list[tuple[int, int, Edit]]) -> None:
    assert [(found.start, found.end, *found.edits) for found in check(Document(text), across)] == expected


@given(st.text(st.sampled_from("ab -\n\rA’"), max_size=60))
def test_fixes_only_delete_in_any_text(text: str) -> None:
    after = fixed(text)
    assert len(after) <= len(text)
    assert after.translate({45: None}).split() or not text.translate({45: None}).split()
