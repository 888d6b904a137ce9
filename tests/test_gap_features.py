"""The features of a gap, one at a time, with a lexicon of their own: each threshold is met exactly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest

from textlint.layers.words import features
from textlint.layers.words.context import Context, Occurrences
from textlint.layers.words.features import GapFeatures, measure
from textlint.layers.words.gap import Gap
from textlint.text.lexicon import Entry

CONTEXT = Context(0, "zqabvwxq", "", "", False, False, False, False, 0.0)
GAP = Gap(4, "lower", "zqab", "vwxq", "zqabvwxq")
NOWHERE = Occurrences(0, False, False, False, False)


class Lexicon(NamedTuple):
    entries: Mapping[str, Entry] = {}
    pairs: Mapping[tuple[str, str], float] = {}

    def entry(self, word: str) -> Entry:
        return self.entries.get(word, Entry(0.0, False, False, 0, 0))

    def zipf(self, word: str) -> float:
        return self.entry(word).frequency

    def pair(self, *words: str) -> float:
        return self.pairs.get(words, 0.0)  # type: ignore[call-overload, no-any-return]

    def is_listed(self, word: str) -> bool:
        return self.entry(word).is_listed


def known(frequency: float = 0.0, is_listed: bool = False, **fields: Any) -> Entry:
    return Entry(frequency, is_listed, fields.get("is_name", False), fields.get("begins", 0), fields.get("ends", 0))


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch) -> Any:
    def use(lexicon: Lexicon) -> None:
        for name in ("entry", "zipf", "pair", "is_listed"):
            monkeypatch.setattr(features, name, getattr(lexicon, name))

    return use


def gap(left: str, right: str, chunk: str | None = None, cut: int | None = None, **fields: Any) -> dict[str, Any]:
    """Return the changes to the chunk and the gap for two words, by default right beside each other."""
    chunk = left + right if chunk is None else chunk
    cut = chunk.index(left) + len(left) if cut is None else cut
    changed = GAP._replace(cut=cut, left=left, right=right, whole=left + right)._replace(**fields)
    return {"chunk": chunk, "gap": changed}


def measured(
    chunk: str = CONTEXT.chunk,
    gap: Gap = GAP,
    gaps: int = 1,
    occurrences: Occurrences = NOWHERE,
    **context: Any,
) -> GapFeatures:
    return measure(CONTEXT._replace(chunk=chunk, **context), gap, gaps, occurrences)


@pytest.mark.parametrize(
    ("changes", "feature", "expected"),
    [
        (gap("zqabcdef", "vwxqrstu"), "left_word_length", 8),
        (gap("zqabcdefg", "vwxqrstuv"), "left_word_length", 8),
        (gap("zqabcde", "vwxqrst"), "left_word_length", 7),
        (gap("zqabcdefg", "vwxqrstuv"), "right_word_length", 8),
        (gap("zqabcdefg", "vwxqrstuv"), "shorter_word_length", 8),
        (gap("zqab", "vwx"), "shorter_word_length", 3),
        (gap("a", "vwx"), "left_is_one_letter", True),
        (gap("zq", "vwx"), "left_is_one_letter", False),
        (gap("zq", "vwx"), "left_is_two_letters", True),
        (gap("zqa", "vw"), "left_is_two_letters", False),
        (gap("zqa", "vw"), "right_is_two_letters", True),
        (gap("zqa", "v"), "right_is_two_letters", False),
        (gap("zqabs", "vwx"), "left_ends_in_s", True),
        (gap("zqas", "vwx"), "left_ends_in_s", False),
        (gap("zqabc", "vwx"), "left_ends_in_s", False),
        (gap("zqab", "vwxxed"), "right_ends_like_verb", True),
        (gap("zqab", "vwxed"), "right_ends_like_verb", False),
        (gap("the", "vwxxed"), "right_ends_like_verb", False),
        (gap("zqab", "vwxxon"), "right_ends_like_verb", False),
        (gap("zqab", "vwxer"), "right_ends_like_noun", True),
        (gap("zqab", "vwer"), "right_ends_like_noun", False),
        (gap("zqas", "vwxer"), "right_ends_like_noun", False),
        (gap("zqab", "vwxon"), "right_ends_like_noun", False),
        (gap("zqab", "the"), "both_are_function_words", False),
        (gap("of", "vwxq"), "both_are_function_words", False),
        (gap("of", "the"), "both_are_function_words", True),
        (gap("zqab", "vwxq"), "neither_is_function_word", True),
        (gap("of", "vwxq"), "neither_is_function_word", False),
        (gap("zqab", "of"), "neither_is_function_word", False),
        (gap("of", "vwxq"), "only_left_is_function_word", True),
        (gap("of", "the"), "only_left_is_function_word", False),
        (gap("zqab", "the"), "only_left_is_function_word", False),
        (gap("zqab", "the"), "only_right_is_function_word", True),
        (gap("of", "the"), "only_right_is_function_word", False),
        (gap("of", "vwxq"), "only_right_is_function_word", False),
        (gap("zqab", "vwx"), "short_word_without_function_word", True),
        (gap("zqab", "vwxq"), "short_word_without_function_word", False),
        (gap("the", "vwxq"), "short_word_without_function_word", False),
        (gap("zqab", "the"), "short_word_without_function_word", False),
        (gap("of", "the"), "function_words_not_in_dictionary", True),
        (gap("of", "in"), "function_words_not_in_dictionary", False),
        (gap("zqab", "the"), "function_words_not_in_dictionary", False),
        (gap("the", "vwxq"), "function_words_not_in_dictionary", False),
        (gap("the", "vwxq", shape="title"), "function_word_in_title_case", True),
        (gap("zqab", "vwxq", shape="title"), "function_word_in_title_case", False),
        (gap("the", "vwxq"), "function_word_in_title_case", False),
        (gap("the", "Vwxq", shape="case"), "function_word_before_capital", True),
        (gap("zqab", "Vwxq", shape="case"), "function_word_before_capital", False),
        (gap("the", "vwxq"), "function_word_before_capital", False),
        (gap("the", "vwxq", shape="sentence"), "function_word_in_title_case", False),
        (gap("the", "vwxq", shape="caps"), "function_word_before_capital", False),
        (gap("Zqab", "the"), "function_word_after_rare_capitalized", True),
        (gap("zqab", "the"), "function_word_after_rare_capitalized", False),
        (gap("Zqab", "vwxq"), "function_word_after_rare_capitalized", False),
        (gap("Zqab", "vwxq"), "left_starts_with_capital", True),
        (gap("zQab", "vwxq"), "left_starts_with_capital", False),
        (gap("Zqab", "vwxq"), "left_is_rare_capitalized", True),
        (gap("zqab", "vwxq"), "left_is_rare_capitalized", False),
        (gap("ZQAB", "vwxq"), "left_is_all_capitals", True),
        (gap("ZQ", "vwxq"), "left_is_all_capitals", True),
        (gap("Z", "vwxq"), "left_is_all_capitals", False),
        (gap("ZQa", "vwxq"), "left_is_all_capitals", False),
        (gap("Z", "Vwxq", "Z.Vwxq", 2), "left_is_initial", True),
        (gap("z", "Vwxq", "z.Vwxq", 2), "left_is_initial", False),
        (gap("ZQ", "Vwxq", "ZQ.Vwxq", 3), "left_is_initial", False),
        (gap("Z", "Vwxq", "Z,Vwxq", 2), "left_is_initial", False),
        (gap("zqab", "Vwxq"), "right_starts_with_capital", True),
        (gap("zqab", "vWxq"), "right_starts_with_capital", False),
        (gap("zqab", "V"), "right_is_acronym", False),
        (gap("zqab", "VW"), "right_is_acronym", True),
        (gap("zqab", "VWX"), "right_is_acronym", True),
        (gap("zqab", "VWXQ"), "right_is_acronym", False),
        (gap("zqab", "Vwx"), "right_is_acronym", False),
        (gap("zqab", "vwxq", "zqabvwxq."), "right_word_ends_chunk", True),
        (gap("zqab", "vwxq", "zqabvwxq.)"), "right_word_ends_chunk", False),
        (gap("zqab", "vwxq", shape="title"), "capital_within_sentence", False),
        ({**gap("zqab", "vwxq", shape="title"), "is_within_sentence": True}, "capital_within_sentence", True),
        ({**gap("zqab", "vwxq", shape="sentence"), "is_within_sentence": True}, "capital_within_sentence", False),
        ({**gap("zqab", "vwxq", shape="caps"), "is_within_sentence": True}, "capital_within_sentence", False),
        (gap("zqab", "vwxq", "zqabvwxq5"), "digit_in_chunk", True),
        (gap("zqab", "vwxq", "a-zqabvwxq"), "hyphen_in_chunk", True),
        (gap("zqab", "vwxq", "zqab.vwxq.", 5), "several_periods_in_chunk", True),
        (gap("zqab", "vwxq", "zqab.vwxq", 5), "several_periods_in_chunk", False),
        (gap("zqab", "vwxq", parts=1), "more_than_two_words", False),
        (gap("zqab", "vwxq", parts=2), "more_than_two_words", False),
        (gap("zqab", "vwxq", parts=3), "more_than_two_words", True),
        (gap("zqab", "vwxq", others=3), "other_good_splits", 3),
        (gap("zqab", "vwxq", others=5), "other_good_splits", 4),
        ({"gaps": 1}, "other_gaps_in_chunk", 0),
        ({"gaps": 4}, "other_gaps_in_chunk", 3),
        ({"gaps": 5}, "other_gaps_in_chunk", 3),
        *((gap("zqab", "vwxq", f"zqab{sign}vwxq", 5), "sentence_end_before_gap", sign in ".!?…") for sign in ".!?…:,”"),
        *((gap("zqab", "vwxq", f"zqab{sign}vwxq", 5), "quote_before_gap", sign in "\"”’'") for sign in "\"”’'.:"),
        *((gap("zqab", "vwxq", f"zqab{sign}vwxq", 5), "colon_before_gap", sign == ":") for sign in ":.9;a"),
        *((gap("zqab", "vwxq", f"zqab{sign}vwxq", 5), "bracket_before_gap", sign in ")]") for sign in ")].("),
        (gap("zqab", "vwxq", "zqab…vwxq", 5, punctuation="…"), "ellipsis_at_gap", True),
        (gap("zqab", "vwxq", "zqab..vwxq", 6, punctuation=".."), "ellipsis_at_gap", True),
        (gap("zqab", "vwxq", "zqab.vwxq", 5, punctuation="."), "ellipsis_at_gap", False),
        (gap("zqab", "vwxq", 'zqab"vwxq', 5, punctuation='"'), "straight_quote_at_gap", True),
        (gap("zqab", "vwxq", "zqab”vwxq", 5, punctuation="”"), "straight_quote_at_gap", False),
        (gap("zqa5", "vwxq"), "left_ends_in_digit", True),
        (gap("5zqa", "vwxq"), "left_ends_in_digit", False),
        (gap("zqab", "5vwx"), "right_starts_with_digit", True),
        (gap("zqab", "vwx5"), "right_starts_with_digit", False),
        ({"strange_words": 0.1}, "mostly_strange_words_around", 0.0),
        ({"strange_words": 0.25}, "mostly_strange_words_around", 0.0),
        ({"strange_words": 0.75}, "mostly_strange_words_around", 0.5),
        ({"line_is_short": True}, "line_is_short", True),
        ({"line_looks_like_code": True}, "line_looks_like_code", True),
        ({"is_beside_no_break_space": True}, "no_break_space_beside", True),
        ({"occurrences": NOWHERE._replace(left=True, right=True)}, "both_words_elsewhere", True),
        ({"occurrences": NOWHERE._replace(left=True)}, "both_words_elsewhere", False),
        ({"occurrences": NOWHERE._replace(right=True)}, "both_words_elsewhere", False),
        (
            {**gap("zqab", "vwx"), "occurrences": NOWHERE._replace(left=True, right=True)},
            "both_words_elsewhere",
            False,
        ),
        ({}, "likelier_apart_by", 5),
        ({}, "joined_is_unknown", True),
        (gap("zqab", "vwxq", whole=""), "joined_is_unknown", False),
        ({}, "word_before_frequency", 3),
        ({}, "word_after_frequency", 3),
        ({}, "rare_words_beside", 0),
        ({"word_before": "qz"}, "rare_words_beside", 1),
        ({"word_before": "qz", "word_after": "qz"}, "rare_words_beside", 2),
        ({"word_before": "qz"}, "word_before_frequency", 0),
    ],
)
def test_without_a_lexicon(changes: dict[str, Any], feature: str, expected: float, lexicon: Any) -> None:
    lexicon(Lexicon())
    assert getattr(measured(**changes), feature) == expected


PAIRED = Lexicon(pairs={("zqab", "vwxq"): 2.0, ("fog", "zqab"): 3.0, ("vwxq", "sea"): 4.0, ("of", "vwxq"): 2.0})
BESIDE = {"word_before": "Fog", "word_after": "Sea"}


@pytest.mark.parametrize(
    ("words", "changes", "feature", "expected"),
    [
        ({"zqab": known(2.9)}, gap("Zqab", "the"), "function_word_after_rare_capitalized", True),
        ({"zqab": known(3.0)}, gap("Zqab", "the"), "function_word_after_rare_capitalized", False),
        ({"zqab": known(3.4)}, gap("Zqab", "vwxq"), "left_is_rare_capitalized", True),
        ({"zqab": known(3.5)}, gap("Zqab", "vwxq"), "left_is_rare_capitalized", False),
        ({"zqab": known(0.1)}, {}, "left_word_unknown", False),
        ({"zqab": known(0.1)}, {}, "right_word_unknown", True),
        ({"vwxq": known(0.1)}, {}, "right_word_unknown", False),
        ({"zqab": known(4.0), "vwxq": known(3.0)}, {}, "rarer_word_frequency", 3.0),
        ({"zqab": known(4.0), "vwxq": known(3.0)}, {}, "commoner_word_frequency", 4.0),
        ({"zqab": known(4.0), "vwxq": known(3.0)}, {}, "rarer_frequency_by_shorter_length", 12.0),
        (
            {"zqabcdefg": known(4.0), "vwxqrstuvw": known(3.0)},
            gap("zqabcdefg", "vwxqrstuvw"),
            "rarer_frequency_by_shorter_length",
            24.0,
        ),
        (
            {"zqab": known(4.0), "vwxq": known(3.0), "zqabvwxq": known(1.5)},
            {},
            "likelier_apart_by",
            -3.5,
        ),
        ({"zqabvwxq": known(0.5)}, {}, "joined_is_unknown", False),
        ({"zqabvwxq": known(0.0, True)}, {}, "joined_is_unknown", False),
        ({"ofthe": known(0.0, True)}, gap("of", "the"), "function_words_not_in_dictionary", False),
        ({"vwxq": known(6.1)}, gap("the", "vwxq"), "one_function_word_joined_unknown", True),
        ({"vwxq": known(6.0)}, gap("the", "vwxq"), "one_function_word_joined_unknown", False),
        ({"the": known(7.0)}, gap("zqab", "the"), "one_function_word_joined_unknown", True),
        ({"the": known(7.0)}, gap("of", "the"), "one_function_word_joined_unknown", False),
        ({"vwxq": known(6.1)}, {}, "one_function_word_joined_unknown", False),
        (
            {"vwxq": known(6.1), "thevwxq": known(1.0)},
            gap("the", "vwxq"),
            "one_function_word_joined_unknown",
            False,
        ),
        ({"zqab": known(begins=3, ends=1), "vwxq": known(begins=4, ends=2)}, {}, "both_make_compounds", 2),
        ({"zqab": known(begins=3, ends=1), "vwxq": known(begins=4, ends=2)}, {}, "left_starts_compounds", 3),
        ({"fog": known(5.1)}, BESIDE, "word_before_frequency", 5),
        ({"fog": known(4.9)}, BESIDE, "word_before_frequency", 4.9),
        ({"sea": known(5.1)}, BESIDE, "word_after_frequency", 5),
        ({"fog": known(2.2), "sea": known(2.1)}, BESIDE, "rare_words_beside", 1),
        ({"zqab": known(4.0), "vwxq": known(3.0)}, {}, "pair_likelier_than_chance_by", 4.0),
        ({}, gap("vwxq", "zqab"), "pair_likelier_than_chance_by", 0),
        ({}, BESIDE, "all_three_pairs_are_known", True),
        ({}, {"word_before": "fog"}, "all_three_pairs_are_known", False),
        ({}, {"word_after": "sea"}, "all_three_pairs_are_known", False),
        ({}, {**gap("zqab", "wxq"), "word_before": "fog"}, "pair_and_neighbor_are_known", False),
        ({}, {"word_before": "fog"}, "pair_and_neighbor_are_known", True),
        ({}, {"word_after": "sea"}, "pair_and_neighbor_are_known", True),
        ({}, {}, "pair_and_neighbor_are_known", False),
        ({}, BESIDE, "pair_frequency_with_word_before", 3.0),
        ({}, BESIDE, "pair_frequency_with_word_after", 4.0),
        # the word beside the chunk is beside the word of the gap
        ({}, {**gap("zqab", "vwxq", "(zqabvwxq)"), **BESIDE}, "pair_frequency_with_word_before", 3.0),
        ({}, {**gap("zqab", "vwxq", "(zqabvwxq)"), **BESIDE}, "pair_frequency_with_word_after", 4.0),
        ({}, {**gap("zqab", "vwxq", "a(zqabvwxq)s"), **BESIDE}, "pair_frequency_with_word_before", 0.0),
        ({}, {**gap("zqab", "vwxq", "a(zqabvwxq)s"), **BESIDE}, "pair_frequency_with_word_after", 0.0),
        ({}, {**gap("zqab", "vwxq", "zqab,vwxq", 5), **BESIDE}, "pair_frequency_with_word_before", 0.0),
        ({}, BESIDE, "known_pairs_around_function_word", 0),
        ({}, {**gap("of", "vwxq"), **BESIDE}, "known_pairs_around_function_word", 1),
        ({}, {**gap("zqab", "of"), **BESIDE}, "known_pairs_around_function_word", 1),
    ],
)
def test_with_a_lexicon(
    words: dict[str, Entry], changes: dict[str, Any], feature: str, expected: float, lexicon: Any
) -> None:
    lexicon(PAIRED._replace(entries=words))
    assert getattr(measured(**changes), feature) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("zqabs", {"zqab": known(1.1)}, True),
        ("zqabs", {"zqab": known(1.0)}, False),
        ("zqabs", {"zqab": known(0.0, True)}, True),
        ("zqaing", {"zqae": known(2.0)}, True),
        ("zqabed", {"zqay": known(2.0)}, True),
        ("zqabbing", {"zqab": known(2.0)}, True),
        ("zqas", {"zqa": known(2.0)}, True),
        ("zqs", {"zq": known(2.0)}, False),
        ("zqab", {"zqab": known(2.0), "zqa": known(2.0)}, False),
        ("zqabs", {}, False),
    ],
)
def test_a_known_word_with_an_ending(word: str, words: dict[str, Entry], expected: bool, lexicon: Any) -> None:
    lexicon(Lexicon(words))
    assert measured(**gap(word[:2], word[2:])).joined_is_inflection is expected
