from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spacing.split_words import check
from textlint.document import Document
from textlint.layers.words import split_candidates, split_words
from textlint.span import apply_edits


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("The govern ment has promised a ferry.", "The government has promised a ferry."),
        ("Most pas sengers were asleep.", "Most passengers were asleep."),
        ("There was little informa tion.", "There was little information."),
    ],
)
def test_joins_what_is_one_word(text: str, fixed: str) -> None:
    assert apply_edits(text, [edit for finding in check(Document(text)) for edit in finding.edits]) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "The crew may be out side by side with them.",
        "Ropes, nets et cetera are sold by Al Bashir.",
        "An other-worldly fog.",
    ],
)
def test_leaves_two_words_alone(text: str) -> None:
    assert not list(check(Document(text)))


@given(st.text(max_size=200))
def test_fixes_delete_only_spaces_in_any_text(text: str) -> None:
    findings = list(check(Document(text)))
    fixed = apply_edits(text, [edit for finding in findings for edit in finding.edits])
    assert "".join(fixed.split()) == "".join(text.split())


LEFT, RIGHT = "zqab", "vwxq"  # in no dictionary: what the lexicon says of them is up to each test
JOINED = LEFT + RIGHT


def set_lexicon(
    monkeypatch: pytest.MonkeyPatch, pairs: Mapping[tuple[str, str], float] = {}, **frequencies: float
) -> None:
    monkeypatch.setattr(split_candidates, "zipf", lambda word: frequencies.get(word, 0.0))
    monkeypatch.setattr(split_candidates, "pair", lambda *words: pairs.get(words, 0.0))
    monkeypatch.setattr(split_candidates, "is_listed", lambda word: word in ("vwxq", "zqab"))
    monkeypatch.setattr(split_candidates, "is_name", lambda word: word == "zqab")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the zqab vwxq end", [(4, 13, 8, 9)]),
        ("zqab vwxq", [(0, 9, 4, 5)]),
        ("a zqab\u00a0vwxq", [(2, 11, 6, 7)]),
        ("Zqab vwxq", [(0, 9, 4, 5)]),
        ("(zqab vwxq).", [(1, 10, 5, 6)]),
        ("“Zqab vwxq!”", [(1, 10, 5, 6)]),
        ("zqab vwxq and zqab vwxq", [(0, 9, 4, 5), (14, 23, 18, 19)]),
        ("ZQab vwxq", []),
        ("zqab Vwxq", []),
        ("zqab VWXQ", []),
        ("zqab  vwxq", []),
        ("zqab\nvwxq", []),
        ("zqab, vwxq", []),
        ("zqab (vwxq)", []),
        ("a-zqab vwxq", []),
        ("zqab vwxq-a", []),
        ("vwxq zqab", []),
        ("zqab", []),
    ],
)
def test_candidates_stand_one_space_apart(
    text: str, expected: list[tuple[int, int, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_lexicon(monkeypatch, zqabvwxq=4.0)
    found = sorted(split_candidates.find_candidates(Document(text)))
    assert [candidate[:4] for candidate in found] == expected


@pytest.mark.parametrize(
    ("text", "frequencies", "expected"),
    [
        ("zqab vwxq", {"zqabvwxq": 2.5}, 1),
        ("zqab vwxq", {"zqabvwxq": 2.4}, 0),
        ("zqab vwxq", {"zqabvwxq": 2.5, "zqab": 5.0, "vwxq": 5.0}, 1),
        ("zqab vwxq", {"zqabvwxq": 2.5, "zqab": 5.1, "vwxq": 5.0}, 0),
        ("zqab vwxq", {"zqabvwxq": 2.5, "zqab": 5.0, "vwxq": 5.1}, 0),
        ("Zqab vwxq", {"zqabvwxq": 2.5, "zqab": 5.1, "vwxq": 5.0}, 0),
        ("Z vwxq", {"zvwxq": 4.0}, 1),
        ("Z vwx", {"zvwx": 4.0}, 0),
        ("zqa vw", {"zqavw": 4.0}, 1),
        ("zqa v", {"zqav": 4.0}, 0),
        ("a zqab vwxq", {"azqab": 4.0, "zqabvwxq": 4.0}, 2),
    ],
)
def test_candidates_are_far_likelier_as_one_word(
    text: str, frequencies: dict[str, float], expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_lexicon(monkeypatch, **frequencies)
    assert len(list(split_candidates.find_candidates(Document(text)))) == expected


def test_two_words_that_are_known_apart_are_no_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    set_lexicon(monkeypatch, zqabvwxq=4.0)
    monkeypatch.setattr(split_candidates, "_APART", frozenset({"zqab vwxq"}))
    assert not list(split_candidates.find_candidates(Document("Zqab vwxq")))


def measured(text: str, left: str = LEFT, right: str = RIGHT) -> split_candidates.SplitFeatures:
    """Return the features of `left` and `right` at their first place in `text`."""
    start = text.index(f"{left} {right}")
    cut = start + len(left)
    return split_candidates.measure(Document(text), start, cut, cut + 1, cut + 1 + len(right))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("dark ", "dark"),
        ("Dark ", "dark"),
        ("a dark\u00a0", "dark"),
        ("5dark ", "dark"),
        ("I ", "i"),
        ("a I ", "i"),
        *((f"{joiner}dark ", "") for joiner in "-'’@#/&."),
        *((f"{joiner}", "") for joiner in ("", " ", "  ", "dark  ", "dark,", "dark, ", "dark\n", "(", "dark")),
    ],
)
def test_the_word_before(before: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    set_lexicon(monkeypatch, {("dark", LEFT): 1.0, ("i", LEFT): 2.0, ("dark", JOINED): 3.0, ("i", JOINED): 4.0})
    found = measured(f"{before}zqab vwxq")
    assert found.pair_frequency_of_word_before_and_left == {"dark": 1.0, "i": 2.0, "": 0}[expected]
    assert found.pair_frequency_of_word_before_and_joined == {"dark": 3.0, "i": 4.0, "": 0}[expected]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" fog", "fog"),
        (" Fog", "fog"),
        (" I", "i"),
        ("\u00a0fog is", "fog"),
        (" fog.", "fog"),
        (" fog5", "fog"),
        *((f" fog{joiner}", "") for joiner in "-'’@#/&"),
        *((f"{rest}", "") for rest in ("", " ", "  ", "  fog", ", fog", "\nfog", " 5")),
    ],
)
def test_the_word_after(after: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    set_lexicon(monkeypatch, {(RIGHT, "fog"): 1.0, (RIGHT, "i"): 2.0, (JOINED, "fog"): 3.0, (JOINED, "i"): 4.0})
    found = measured(f"zqab vwxq{after}")
    assert found.pair_frequency_of_right_and_word_after == {"fog": 1.0, "i": 2.0, "": 0}[expected]
    assert found.pair_frequency_of_joined_and_word_after == {"fog": 3.0, "i": 4.0, "": 0}[expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" zqab vwxq ", (0, 0, 0)),
        (" zqab vwxq and zqabvwxq", (1, 0, 0)),
        (" zqab vwxq " + "zqabvwxq " * 4, (3, 0, 0)),
        (" zqab vwxq , zqab , vwxq , vwxq .", (0, 1, 2)),
        (" zqab vwxq " + ", zqab " * 4 + ", vwxq " * 3, (0, 3, 3)),
        (" zqab vwxq , zqabs , vwxq.", (0, 0, 0)),
    ],
)
def test_where_else_the_document_has_the_halves(text: str, expected: tuple[int, int, int]) -> None:
    found = measured(text)
    assert (found.joined_elsewhere, found.left_half_elsewhere, found.right_half_elsewhere) == expected


@pytest.mark.parametrize(
    ("left", "right", "lengths"),
    [
        ("a", "vwxq", (1, 4, 1)),
        ("zqabcde", "vwxqrstu", (7, 8, 7)),
        ("zqabcdefg", "vwxqrstuvw", (8, 8, 9)),
    ],
)
def test_the_lengths_of_the_halves(left: str, right: str, lengths: tuple[int, int, int]) -> None:
    found = measured(f"the {left} {right}", left, right)
    assert (found.left_half_length, found.right_half_length, found.shorter_half_length) == lengths


@pytest.mark.parametrize(
    ("left", "right", "unknown", "rare"),
    [
        (0.0, 0.0, (True, True), True),
        (0.1, 0.0, (False, True), True),
        (0.0, 0.1, (True, False), True),
        (2.9, 2.9, (False, False), True),
        (3.0, 2.9, (False, False), False),
        (2.9, 3.0, (False, False), False),
    ],
)
def test_unknown_and_rare_halves(
    left: float, right: float, unknown: tuple[bool, bool], rare: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_lexicon(monkeypatch, zqab=left, vwxq=right, zqabvwxq=4.0)
    found = measured("Zqab vwxq", "Zqab")
    assert (found.left_half_unknown, found.right_half_unknown) == unknown
    assert found.both_halves_rare == rare
    assert (found.left_half_frequency, found.right_half_frequency, found.joined_word_frequency) == (left, right, 4.0)
    assert found.likelier_joined_by == pytest.approx(4.0 - left - right + 9)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("zqab", "vwxq", (True, True, True, True, False)),
        ("zqab", "vwx", (True, False, False, True, False)),
        ("zqa", "vwxq", (False, True, False, False, False)),
        ("vwxq", "zqab", (True, True, True, False, True)),
    ],
)
def test_what_dictionaries_list(
    left: str, right: str, expected: tuple[bool, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_lexicon(monkeypatch)
    found = measured(f"the {left} {right}", left, right)
    assert not found.joined_in_dictionary
    assert expected == (
        found.left_in_dictionary,
        found.right_in_dictionary,
        found.both_in_dictionary,
        found.left_is_name,
        found.right_is_name,
    )


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("zqab vwxq", 0.5),
        ("qzx " + "5" * 55 + " zqab vwxq", 0.75),  # 60 code points before
        ("qzx " + "5" * 56 + " zqab vwxq", 0.5),
        ("zqab vwxq " + "5" * 57 + " qzx", 0.75),  # up to 70 after the start, so "qz"
        ("zqab vwxq " + "5" * 58 + " qzx", 0.5),
    ],
)
def test_the_strange_words_around(text: str, share: float) -> None:
    assert measured(text).strange_words_around == share


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], []),
        ([9.0], [0.0]),
        ([0.0, -5.0, 2.0], [0.58, 0.58, 0.0]),
        ([2.0, 2.0], [0.58, 0.58]),
        ([20.0, 20.0, 20.0], [1.5, 1.5, 1.5]),
        ([20.0, 20.0, -1.0], [1.0, 1.0, 1.5]),
    ],
)
def test_what_sure_split_words_add_to_each_other(scores: list[float], expected: list[float]) -> None:
    assert split_words.supports(scores) == pytest.approx(expected, abs=0.001)
    assert split_words.with_support(scores) == pytest.approx(
        [score + 2 * support for score, support in zip(scores, expected, strict=True)], abs=0.001
    )


class Model(NamedTuple):
    """A model that gives each candidate the score it is told."""

    scores: Mapping[str, float]

    def score(self, features: split_candidates.SplitFeatures) -> float:
        return self.scores["left" if features.left_half_length == 1 else "right"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # "a zqab vwxq" is "azqab vwxq" or "a zqabvwxq"
        (-1.0, -1.0, [(False, False, False), (False, False, False)]),
        (-0.5, -1.0, [(False, False, False), (False, False, False)]),
        (-0.4, -1.0, [(True, False, False), (False, False, True)]),
        (-0.4, -0.4, [(True, False, False), (False, False, True)]),
        (-1.0, -0.4, [(False, False, False), (True, False, False)]),
        (0.0, -1.0, [(True, False, False), (False, False, True)]),
        (0.1, -1.0, [(True, True, False), (False, False, True)]),
    ],
)
def test_a_split_word_is_shown_above_its_threshold_and_hides_one_that_overlaps(
    left: float, right: float, expected: list[tuple[bool, bool, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_lexicon(monkeypatch, azqab=4.0, zqabvwxq=4.0)
    monkeypatch.setattr(
        split_words, "split_model", lambda: (Model({"left": left, "right": right}), {"shown": -0.5, "safe": 0.0})
    )
    document = Document("a zqab vwxq")
    judged = split_words.judge(document)
    assert [(row.is_shown, row.is_sure, row.is_overlapped) for row in judged] == expected
    shown = [candidate for row, candidate in zip(expected, [(0, 6, 1, 2), (2, 11, 6, 7)], strict=True) if row[0]]
    assert [found[:4] for found in split_words.find_split_words(document)] == shown
    assert [(found.start, found.end, found.applicability) for found in check(document)] == [
        (row[0], row[1], None if sure else "unsafe")
        for row, (is_shown, sure, _) in zip([(0, 6), (2, 11)], expected, strict=True)
        if is_shown
    ]


def test_a_split_word_that_touches_the_one_before_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    set_lexicon(monkeypatch, zqabvwxq=4.0)
    monkeypatch.setattr(split_words, "split_model", lambda: (Model({"right": 1.0}), {"shown": 0.0, "safe": 5.0}))
    found = split_words.find_split_words(Document("zqab vwxq zqab vwxq"))
    assert [word[:4] for word in found] == [(0, 9, 4, 5), (10, 19, 14, 15)]
