"""Searching for literals by grams gives the same hits as an automaton."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.matching import literal_scan
from textlint.matching.literal_scan import LiteralScan, arranged

ALPHABET = "ab \né\ufffd\U0001f600"
literals = st.lists(st.text(ALPHABET, min_size=1, max_size=7), unique=True, max_size=20)
texts = st.text(ALPHABET + "\ud800", max_size=60)


def scans(words: list[str]) -> tuple[LiteralScan, LiteralScan]:
    few, many = (LiteralScan(arranged(words)) for _ in range(2))
    many._scanned = literal_scan._FEW + 1
    return few, many


@given(literals, texts)
def test_both_methods_find_every_hit(words: list[str], text: str) -> None:
    few, many = scans(words)
    found = few.hits(text)
    assert few._find is None, "no automaton was made"
    assert sorted(found) == sorted(many.hits(text))
    strings = arranged(words).strings
    read = text.replace("\ud800", "\ufffd")
    expected = {
        (strings[number], start, start + len(strings[number]))
        for number in range(len(strings))
        for start in range(len(read))
        if read.startswith(strings[number], start)
    }
    assert {(strings[number], start, end) for number, start, end in found} == expected
    assert [end for _, _, end in found] == sorted(end for _, _, end in found)


@given(literals, texts)
def test_both_methods_agree_on_heads(words: list[str], text: str) -> None:
    few, many = scans(words)
    assert sorted(few.hits_in_heads(f"\n{text}\n")) == sorted(many.hits_in_heads(f"\n{text}\n"))


def test_an_automaton_is_built_for_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(literal_scan, "_FEW", 10)
    scan = LiteralScan(arranged(["share", "hare"]))
    first, second = scan.hits("share"), scan.hits("to share")
    assert len(first) == len(second) == 2
    assert scan._find is not None


@given(literals, texts, st.integers(1, 9))
def test_no_hit_is_lost_between_stretches(words: list[str], text: str, length: int) -> None:
    scan = LiteralScan(arranged(words))
    in_heads = LiteralScan(arranged(f"\n{word}" for word in words if word[0] in "ab"))
    whole, heads = sorted(scan.hits(text)), sorted(in_heads.hits_in_heads(f"\n{text}\n"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(literal_scan, "_STRETCH", length)
        assert sorted(scan.hits(text)) == whole
        assert sorted(in_heads.hits_in_heads(f"\n{text}\n")) == heads
