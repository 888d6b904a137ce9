"""What stands around a place where a space may be missing, and where else the document has its words."""

from __future__ import annotations

import pytest

from textlint.document import Document
from textlint.layers.words import context
from textlint.layers.words.context import (
    Context,
    Occurrences,
    context_of,
    occurrences_of,
    searched_text,
    share_of_strange_words,
    stands_alone,
)
from textlint.layers.words.gap import Gap


def around(text: str, chunk: str = "inthe") -> Context:
    return context_of(Document(text), text.index(chunk), chunk)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("He sat inthe fog today", "sat", "fog"),
        ("inthe", "", ""),
        ("sat inthe", "sat", ""),
        ("inthe fog", "", "fog"),
        ("sat\u00a0inthe\u00a0fog", "sat", "fog"),
        ("pilots' inthe fog", "pilots", "fog"),
        ("It's inthe 5 fog", "s", ""),
        ("sat, inthe, fog", "", ""),
        ("sat 5 inthe -fog", "", ""),
        ("sat\ninthe\nfog", "", ""),
        ("sat\n inthe \nfog", "", ""),
        ("a" * 60 + " inthe " + "b" * 60, "a" * 49, "b" * 49),
    ],
)
def test_the_words_beside_a_chunk(text: str, before: str, after: str) -> None:
    found = around(text)
    assert (found.word_before, found.word_after) == (before, after)
    assert (found.start, found.chunk) == (text.index("inthe"), "inthe")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sat inthe", True),
        ("sat, inthe", True),
        ("sat \u00a0 inthe", True),
        ("inthe", False),
        ("  inthe", False),
        ("sat\ninthe", False),
        *((f"sat{sign} inthe", False) for sign in '.!?:"“”|'),
        (". sat inthe", True),
    ],
)
def test_whether_a_chunk_stands_within_a_sentence(text: str, expected: bool) -> None:
    assert around(text).is_within_sentence is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sat inthe fog", False),
        ("sat\u00a0inthe fog", True),
        ("sat inthe\u202ffog", True),
        ("\u00a0sat inthe fog\u00a0", False),
        ("\u00a0 inthe \u00a0", False),
    ],
)
def test_whether_a_no_break_space_stands_beside_a_chunk(text: str, expected: bool) -> None:
    assert around(text).is_beside_no_break_space is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inthe" + "a" * 54, True),
        ("inthe" + "a" * 55, False),
        ("a" * 54 + "inthe", True),
        ("a" * 55 + "inthe", False),
        ("a" * 80 + "\ninthe" + "a" * 54 + "\n" + "a" * 80, True),
        ("a" * 80 + "\n" + "a" * 54 + "inthe", True),
        ("a" * 80 + "\ninthe" + "a" * 55 + "\n" + "a" * 80, False),
    ],
)
def test_a_line_of_less_than_60_is_short(text: str, expected: bool) -> None:
    assert around(text).line_is_short is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sat inthe fog", False),
        ("if { inthe", True),
        ("} inthe", True),
        ("a | inthe", True),
        ("inthe;", True),
        ("inthe; fog", False),
        ("a => inthe", True),
        ("a == inthe", True),
        ("a=b inthe", True),
        ("a = b inthe", False),
        ("f() inthe", True),
        ("f(x) inthe", False),
        ("a::b inthe", True),
        ("  // inthe", True),
        ("sat // inthe", False),
        ("import inthe", True),
        ("from fog import inthe", True),
        ("{\ninthe\n}", False),
        # as far as 200 code points before and after count
        ("{" + "a" * 198 + " inthe", True),
        ("{" + "a" * 199 + " inthe", False),
        ("a" * 100 + "{" + "a" * 199 + " inthe", False),
        ("inthe " + "a" * 198 + "{", True),
        ("inthe " + "a" * 199 + "{", False),
        ("inthe " + "a" * 199 + "{\n", False),
    ],
)
def test_whether_the_line_looks_like_code(text: str, expected: bool) -> None:
    assert around(text).line_looks_like_code is expected


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let "zq..." be strange and "ok..." just not."""
    monkeypatch.setattr(context, "zipf", lambda word: 2.9 if word.startswith("zq") else 3.0)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("", 0.0),
        ("ok", 0.0),
        ("zq", 0.25),
        ("zq zq ok", 0.5),
        ("zq zq ok ok", 0.5),
        ("zq ok ok ok ok", 0.2),
        ("zq zq zq zq zq", 1.0),
    ],
)
@pytest.mark.usefixtures("strange")
def test_the_share_of_strange_words_is_of_four_at_least(words: str, share: float) -> None:
    assert share_of_strange_words(words.split()) == share


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("zqa inthe zqb", 0.5),
        ("zqa ok inthe ok ok ok", 0.2),
        ("inthe", 0.0),
        ("zqa\ninthe\nzqa", 0.0),
        ("zqa " + "5" * 45 + " inthe", 0.25),  # within 50 code points
        ("zqa " + "5" * 47 + " inthe", 0.0),
        ("inthe " + "5" * 45 + " zqa", 0.25),
        ("inthe " + "5" * 48 + " zqa", 0.0),
    ],
)
@pytest.mark.usefixtures("strange")
def test_strange_words_are_those_around_the_chunk(text: str, share: float) -> None:
    assert around(text).strange_words == share


GAP = Gap(2, "lower", "in", "the", "inthe")


@pytest.mark.parametrize(
    ("text", "gap", "expected"),
    [
        ("inthe", GAP, Occurrences(0, False, False, False, False)),
        ("inthe inthe", GAP, Occurrences(1, False, False, False, False)),
        ("inthe " * 5, GAP, Occurrences(4, False, False, False, False)),
        ("inthe " * 6, GAP, Occurrences(4, False, False, False, False)),
        ("inthe in.", GAP, Occurrences(0, True, False, False, False)),
        ("inthe (the)", GAP, Occurrences(0, False, True, False, False)),
        ("inthe sat in the fog", GAP, Occurrences(0, True, True, True, False)),
        ("inthe in-the", GAP, Occurrences(0, True, True, False, True)),
        ("inthe skin the", GAP, Occurrences(0, False, True, False, False)),
        ("ab c abcd abcd", Gap(1, "lower", "A", "BCD", "ABCD"), Occurrences(1, False, False, False, False)),
        ("a bcd abcd abcd", Gap(1, "lower", "A", "BCD", "ABCD"), Occurrences(1, True, True, False, False)),
        ("an a bcd abcd", Gap(1, "lower", "a", "bcd", "abcd"), Occurrences(0, True, True, False, False)),
        ("an ab cd abcd", Gap(2, "lower", "ab", "cd", "abcd"), Occurrences(0, True, True, True, False)),
        ("abc abc abc", Gap(1, "lower", "a", "bc", "abc"), Occurrences(0, False, False, False, False)),
    ],
)
def test_where_else_the_words_beside_a_gap_stand(text: str, gap: Gap, expected: Occurrences) -> None:
    assert occurrences_of(text, gap) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("quay", "quay", True),
        ("a quay, b", "quay", True),
        ("5quay5", "quay", True),
        ("quays", "quay", False),
        ("aquay", "quay", False),
        ("quays and aquay and quay", "quay", True),
        ("fog", "quay", False),
        ("", "quay", False),
        ("fog", "", False),
        ("quays " * 499 + "quay", "quay", True),
        ("quays " * 500 + "quay", "quay", False),  # so many are looked at
    ],
)
def test_a_word_stands_alone_without_letters_beside_it(text: str, word: str, expected: bool) -> None:
    assert stands_alone(text, word) is expected


def test_the_start_of_a_text_is_searched() -> None:
    found = searched_text(Document("A" * 200_001))
    assert found == "a" * 200_000
