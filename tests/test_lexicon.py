from __future__ import annotations

from pathlib import Path

import pytest

from textlint.startup.locations import data_file
from textlint.text import lexicon


@pytest.mark.parametrize(("rarer", "more_frequent"), [("quay", "ferry"), ("ferry", "house"), ("house", "the")])
def test_frequencies_are_in_order(rarer: str, more_frequent: str) -> None:
    assert 0 < lexicon.zipf(rarer) < lexicon.zipf(more_frequent)


def test_an_unknown_word_has_no_frequency_and_could_be_two() -> None:
    assert lexicon.zipf("qqxzzy") == 0
    assert lexicon.could_be_two("qqxzzy")
    assert not lexicon.is_listed("qqxzzy")


def test_a_word_joined_of_two_frequent_ones_could_be_two_even_if_it_has_a_frequency() -> None:
    assert lexicon.zipf("ofthe") > 0
    assert lexicon.could_be_two("ofthe")


@pytest.mark.parametrize("word", ["harbour", "notwithstanding", "into", "island"])
def test_an_ordinary_word_could_not_be_two(word: str) -> None:
    assert not lexicon.could_be_two(word)


def test_names_are_told_from_words() -> None:
    assert lexicon.is_name("gutenberg")
    assert not lexicon.is_name("ferry")
    assert lexicon.is_listed("ferry")


def test_pairs_count_in_their_order() -> None:
    assert lexicon.pair("of", "the") > lexicon.pair("the", "of")
    assert lexicon.pair("qqxzzy", "the") == 0


def test_workers_end_more_compounds_than_they_begin() -> None:
    begins, ends = lexicon.compounds("workers")
    assert ends > begins


def test_plain_chunks_are_frequent_words_and_their_forms() -> None:
    assert all(map(lexicon.is_plain, ("house", "House", "house,", "house.", "I", "a")))
    assert not any(map(lexicon.is_plain, ("hOuse", "HOUSE", "House,", "houses:", "", ".", ",", "qwertz", "ou", "hous")))
    words = Path(data_file("frequent.txt")).read_text("utf-8").split()
    assert all(map(lexicon.is_frequent, words)) and all(map(lexicon.is_plain, words))
    usual = words[:2500]
    assert all(lexicon.is_plain(form) for word in usual for form in (word.capitalize(), f"{word},", f"{word}."))
    rare = set(words[2500:]) - set(usual)
    assert not any(lexicon.is_plain(f"{word},") for word in rare)
