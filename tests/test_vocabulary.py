from __future__ import annotations

import pytest

from textlint.layers.speech.vocabulary import noun_forms, quantities, read_lexicon, verb_forms, vocabulary


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("add", ("add", "adds", "added", "adding")),
        ("note", ("note", "notes", "noted", "noting")),
        ("reply/replies/replied/replying", ("reply", "replies", "replied", "replying")),
        ("clarify", ("clarify", "clarifies", "clarified", "clarifying")),
        ("teach", ("teach", "teaches", "teached", "teaching")),
        ("say/says/said/saying", ("say", "says", "said", "saying")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("expert", ("expert", "experts")),
        ("deputy", ("deputy", "deputies")),
        ("ally/allies", ("ally", "allies")),
        ("coach", ("coach", "coaches")),
        ("person/people", ("person", "people")),
        ("/evangelicals", ("", "evangelicals")),
    ],
)
def test_noun_forms(noun: str, forms: tuple[str, str]) -> None:
    assert noun_forms(noun) == forms


@pytest.mark.parametrize(
    ("word", "symbol"),
    [
        ("experts", "E"), ("expert", "j"), ("officials", "I"), ("people", "C"), ("said", "d"), ("believe", "V"), ("the", "D"),
        ("Osterby", "N"), ("1,200", "0"), ("quickly", "~"), ("policy-makers", "I"), ("bumpy", "u"), ("bumped", "h"), ("bumping", "H"),
    ],
)  # fmt: skip
def test_words_have_classes(word: str, symbol: str) -> None:
    assert vocabulary()[word] == symbol


def test_a_capital_at_the_start_of_a_sentence_is_ignored() -> None:
    assert vocabulary()["Experts"] == "N"
    assert vocabulary().at_start("Experts") == "E"
    assert vocabulary().at_start("US") == "N"
    assert vocabulary().at_start("Osterby") == "N"


def test_no_function_word_is_listed_twice() -> None:
    listed = [word for group in read_lexicon("words").values() for word in group.split()]
    assert len(quantities().units) > 50
    assert sorted({word for word in listed if listed.count(word) > 1}) == []
