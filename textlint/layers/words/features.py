"""The features of a gap: evidence for or against a missing space, from its words, its chunk and the document."""

from __future__ import annotations

from textlint.layers.words.context import Context, Occurrences
from textlint.layers.words.gap import Gap
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import entry, is_listed, pair, zipf

FUNCTION_WORDS = frozenset(
    "the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you "
    "were their one all we can her has there been if more when will would who so no she its my up about out than into them "
    "only some could these two may then do first any me over such our most other made after also did many before must "
    "through where how your each just those too between both under while what because during since until without within "
    "using via per near against".split()
)
_PREFIXES = frozenset(
    "over under out up down back off on in by after fore self super inter multi non anti pro pre re un mini micro mega ultra "
    "counter cross mid semi sub trans hyper meta co de dis mis en em ex neo bio eco geo auto tele cyber tech info crypto photo "
    "electro thermo hydro nano bi tri uni poly para post pan intra extra".split()
)
_SUFFIXES = frozenset(
    "man men woman women like less wise ward wards ship hood fold proof able way ways land lands wood ville ton house side "
    "line lines time times work works day days book books room rooms maker makers making fish bird berry craft ball field "
    "head heads hand power stone water back boat bread board box card case city cup down up out off over in on er ers ed ing "
    "ism ist ists age est ful ness free bot bots core gate net ware tech coin fest con holder holders keeper bound lord master "
    "mate mates party player players port shop site sites space speak stream style talk term town verse watch yard worthy "
    "wright ability abilities ably ion ions ional ionize ity ization ize ized izing ment ments al ally ive ous ian ians ite "
    "ites ese ish ine ane ene ate ated ating ation ations ant ants ent ents ance ence ary ery ory most".split()
)
_BRAND_STARTS = frozenset("i e mac mc de la le van di o d l un fitz you face link pay ever air blue big my net".split())
_INFLECTION = patterns.expression(r"(?:s|es|ed|d|ing|er|ers|ly|able|ness|ist|ists|ism|like|less|ish)$")
# Defined by the Zipf scale, which counts in 10^9 words: two words meet by chance at the sum of theirs minus 9.
_CHANCE = 9
_UNKNOWN = 5  # the gain if the joined letters are not a known word; chosen by reading, not measured
_NO_WORD = 3  # the frequency used if there is no word; chosen by reading, not measured
_LONGEST = 8  # the most letters of a word that count; chosen by reading, not measured
_KNOWN_NAME = 3.5  # Zipf frequency from which a capitalized word is a known name; chosen by reading, not measured
_RARE = 2.2  # Zipf frequency below which a word beside the gap is rare; chosen by reading, not measured
_VERB_ENDINGS = ("ed", "ing")
_NOUN_ENDINGS = ("ers", "er", "ing", "ness", "ists", "ist")


class GapFeatures(NamedTuple):
    """The features of the first run-together model: two words, their letters joined, and what is around them.

    Scores add up the fields in this order, so they are the same to the last bit.
    """

    left_word_frequency: float  # Zipf frequency: 0 unknown, 3 once in a million words, 7 "the"
    right_word_frequency: float
    rarer_word_frequency: float  # the lower of the two
    commoner_word_frequency: float  # the higher of the two
    left_word_length: float  # letters, at most 8
    right_word_length: float
    shorter_word_length: float  # the lower of the two
    left_is_function_word: float  # such as "the", "of", "with"
    right_is_function_word: float
    both_are_function_words: float
    pair_frequency: float  # how often the two appear together in books, as a logarithm
    pair_frequency_with_word_before: float  # the word before the chunk and the left word
    pair_frequency_with_word_after: float  # the right word and the word after the chunk
    joined_word_frequency: float  # Zipf frequency of the letters as one word
    likelier_apart_by: (
        float  # the two words by chance compared with the joined word, as a logarithm; 5 if it is unknown
    )
    joined_in_dictionary: float
    joined_is_name: float  # the dictionary only has it capitalized
    left_is_name: float
    right_is_name: float
    left_in_dictionary: float
    right_in_dictionary: float
    joined_elsewhere: float  # how often the document has the same letters without a space
    left_word_elsewhere: float  # whether the document has the left word by itself
    right_word_elsewhere: float
    apart_elsewhere: float  # whether the document has the two words with a space
    hyphened_elsewhere: float  # whether the document has the two words with a hyphen
    no_break_space_beside: float  # a no-break space is next to the chunk, which often means that a link was stripped
    left_is_prefix: float  # such as "over", "anti", "crypto"
    right_is_suffix: float  # such as "like", "house", "ness"
    joined_is_inflection: float  # the letters are a known word with a common ending
    right_ends_like_verb: float  # -ed or -ing
    left_ends_in_s: float  # possibly a plural
    left_is_one_letter: float
    chunk_starts_with_capital: float
    capital_within_sentence: (
        float  # the run of letters starts with a capital in the middle of a sentence: possibly a name
    )
    hyphen_in_chunk: float
    word_before_frequency: float  # Zipf frequency, at most 5; 3 if there is no word
    word_after_frequency: float
    rare_words_beside: float  # how many of the words before and after are rare
    strange_words_around: float  # the share of the words around that are very rare in English
    mostly_strange_words_around: float  # how far that share is above a quarter: the text is in another language
    other_good_splits: float  # other places to split the letters that are nearly as good, at most 4
    more_than_two_words: float  # the letters split into three words or more
    neither_is_function_word: float
    short_word_without_function_word: float  # neither is a function word, and one has fewer than four letters
    right_starts_with_capital: float
    left_starts_with_capital: float
    left_is_all_capitals: float
    left_starts_brand_names: float  # such as "i", "Mc", "You", "Face"
    other_gaps_in_chunk: float  # at most 3
    several_periods_in_chunk: float  # possibly an address or an abbreviation
    left_is_initial: float  # one capital with a period
    left_word_unknown: float
    right_word_unknown: float
    right_word_ends_chunk: float  # at most one character follows it
    digit_in_chunk: float
    sentence_end_before_gap: float  # a period, question mark, exclamation mark or ellipsis
    quote_before_gap: float  # a closing quote or an apostrophe
    colon_before_gap: float
    bracket_before_gap: float
    line_looks_like_code: float
    line_is_short: float  # fewer than 60 characters
    left_is_rare_capitalized: float  # possibly a name
    function_word_after_rare_capitalized: float  # possibly a name, and a function word
    left_starts_compounds: float  # how many dictionary words start with the left word, as a logarithm
    right_ends_compounds: float  # how many dictionary words end with the right word, as a logarithm
    both_make_compounds: float  # the lower of the two
    pair_is_known: float  # books have the two words together
    pair_with_word_before_is_known: float
    pair_with_word_after_is_known: float
    all_three_pairs_are_known: float
    pair_likelier_than_chance_by: float  # as a logarithm; 0 if the pair is unknown
    joined_is_unknown: float  # neither the frequency list nor the dictionary has it
    left_is_two_letters: float
    right_is_two_letters: float
    rarer_frequency_by_shorter_length: float  # the product of the two
    only_left_is_function_word: float
    only_right_is_function_word: float
    right_ends_like_noun: float  # -er, -ing, -ness, -ist
    known_pairs_around_function_word: (
        float  # how many words around form a known pair with it, if it has a function word
    )
    function_word_in_title_case: float  # the left word is a function word, and the run of letters starts with a capital
    function_word_before_capital: float  # the left word is a function word, and the right one starts with a capital
    both_words_elsewhere: float  # the document has both by themselves, each of four letters or more
    ellipsis_at_gap: float
    right_is_acronym: float  # two or three capitals
    left_ends_in_digit: float
    right_starts_with_digit: float
    straight_quote_at_gap: float
    function_words_not_in_dictionary: (
        float  # two function words of five letters or more in total that are not one word in the dictionary
    )
    one_function_word_joined_unknown: float  # a function word and a very frequent word that are not one known word
    pair_and_neighbor_are_known: float  # books have the pair, and one of its words with the word next to it


def measure(context: Context, gap: Gap, gaps: int, occurrences: Occurrences) -> GapFeatures:
    """Return the features of `gap` in the chunk of `context`, which has `gaps` gaps.

    One long call, because it checks the field names, and building the features from parts takes three times as long.
    """
    chunk, left, right, joined = context.chunk, gap.left.lower(), gap.right.lower(), gap.whole.lower()
    left_entry, right_entry, joined_entry = entry(left), entry(right), entry(joined)
    left_frequency, right_frequency = left_entry.frequency, right_entry.frequency
    joined_frequency = joined_entry.frequency
    rarer, commoner = min(left_frequency, right_frequency), max(left_frequency, right_frequency)
    shorter = min(len(left), len(right))
    is_unknown = bool(joined) and not joined_frequency and not joined_entry.is_listed
    left_is_function, right_is_function = left in FUNCTION_WORDS, right in FUNCTION_WORDS
    left_is_capitalized = gap.left[:1].isupper()
    sign = chunk[gap.cut - 1 : gap.cut]
    starts_chunk = gap.cut <= len(left) + 1 and chunk[: gap.cut].lower().endswith(left)
    ends_chunk = len(chunk) - gap.cut <= len(right) + 1
    word_before, word_after = context.word_before.lower(), context.word_after.lower()
    frequencies_around = [zipf(word) for word in (word_before, word_after) if word]
    pair_before = pair(word_before, left) if starts_chunk and word_before else 0
    pair_after = pair(right, word_after) if ends_chunk and word_after else 0
    both = pair(left, right)
    return GapFeatures(
        # the lexicon's entries for each word and for both joined
        left_word_frequency=left_frequency,
        right_word_frequency=right_frequency,
        rarer_word_frequency=rarer,
        commoner_word_frequency=commoner,
        joined_word_frequency=joined_frequency,
        likelier_apart_by=left_frequency + right_frequency - _CHANCE - joined_frequency
        if joined_frequency
        else _UNKNOWN,
        left_word_unknown=left_frequency == 0,
        right_word_unknown=right_frequency == 0,
        joined_is_unknown=is_unknown,
        left_in_dictionary=left_entry.is_listed,
        right_in_dictionary=right_entry.is_listed,
        joined_in_dictionary=joined_entry.is_listed,
        left_is_name=left_entry.is_name,
        right_is_name=right_entry.is_name,
        joined_is_name=joined_entry.is_name,
        left_starts_compounds=left_entry.begins,
        right_ends_compounds=right_entry.ends,
        both_make_compounds=min(left_entry.begins, right_entry.ends),
        rarer_frequency_by_shorter_length=rarer * min(shorter, _LONGEST),
        # the length of the words, and how they start and end
        left_word_length=min(len(left), _LONGEST),
        right_word_length=min(len(right), _LONGEST),
        shorter_word_length=min(shorter, _LONGEST),
        left_is_one_letter=len(left) == 1,
        left_is_two_letters=len(left) == 2,
        right_is_two_letters=len(right) == 2,
        left_is_prefix=left in _PREFIXES,
        right_is_suffix=right in _SUFFIXES,
        joined_is_inflection=bool(joined) and _is_inflected(joined),
        left_ends_in_s=left.endswith("s") and len(left) > 4,
        left_starts_brand_names=left in _BRAND_STARTS,
        left_ends_in_digit=left[-1:].isdigit(),
        right_ends_like_verb=right.endswith(_VERB_ENDINGS) and len(right) > 5 and not left_is_function,
        right_ends_like_noun=right.endswith(_NOUN_ENDINGS) and len(right) > 4 and not left.endswith("s"),
        right_starts_with_digit=right[:1].isdigit(),
        # which of them are function words
        left_is_function_word=left_is_function,
        right_is_function_word=right_is_function,
        both_are_function_words=left_is_function and right_is_function,
        neither_is_function_word=not left_is_function and not right_is_function,
        only_left_is_function_word=left_is_function and not right_is_function,
        only_right_is_function_word=right_is_function and not left_is_function,
        short_word_without_function_word=not left_is_function and not right_is_function and shorter < 4,
        function_words_not_in_dictionary=(
            left_is_function and right_is_function and len(joined) > 4 and not joined_entry.is_listed
        ),
        one_function_word_joined_unknown=left_is_function != right_is_function and is_unknown and commoner > 6,
        function_word_in_title_case=left_is_function and gap.shape == "title",
        function_word_before_capital=left_is_function and gap.shape == "case",
        function_word_after_rare_capitalized=right_is_function and left_is_capitalized and left_frequency < 3,
        # how often books have the two together, and each with the word next to it
        pair_frequency=both,
        pair_frequency_with_word_before=pair_before,
        pair_frequency_with_word_after=pair_after,
        pair_is_known=both > 0,
        pair_with_word_before_is_known=pair_before > 0,
        pair_with_word_after_is_known=pair_after > 0,
        all_three_pairs_are_known=both > 0 and pair_before > 0 and pair_after > 0,
        pair_and_neighbor_are_known=both > 0 and (pair_before > 0 or pair_after > 0),
        pair_likelier_than_chance_by=both - left_frequency - right_frequency + _CHANCE if both else 0,
        known_pairs_around_function_word=(
            (pair_before > 0) + (pair_after > 0) if left_is_function or right_is_function else 0
        ),
        # where else the document has the words
        joined_elsewhere=occurrences.joined,
        left_word_elsewhere=occurrences.left,
        right_word_elsewhere=occurrences.right,
        both_words_elsewhere=occurrences.left and occurrences.right and shorter > 3,
        apart_elsewhere=occurrences.apart,
        hyphened_elsewhere=occurrences.hyphened,
        # the shape of the chunk
        chunk_starts_with_capital=chunk[:1].isupper(),
        left_starts_with_capital=left_is_capitalized,
        left_is_all_capitals=gap.left.isupper() and len(gap.left) > 1,
        left_is_initial=len(left) == 1 and gap.left.isupper() and sign == ".",
        left_is_rare_capitalized=left_is_capitalized and left_frequency < _KNOWN_NAME,
        right_starts_with_capital=gap.right[:1].isupper(),
        right_is_acronym=gap.right.isupper() and 1 < len(gap.right) < 4,
        right_word_ends_chunk=ends_chunk,
        capital_within_sentence=gap.shape == "title" and context.is_within_sentence,
        digit_in_chunk=any(map(str.isdigit, chunk)),
        hyphen_in_chunk="-" in chunk,
        several_periods_in_chunk=chunk.count(".") > 1,
        more_than_two_words=gap.parts > 2,
        other_good_splits=min(gap.others, 4),
        other_gaps_in_chunk=min(gaps - 1, 3),
        # the punctuation at the gap
        sentence_end_before_gap=sign in ".!?…",
        quote_before_gap=sign in "\"”’'",
        colon_before_gap=sign == ":",
        bracket_before_gap=sign in ")]",
        ellipsis_at_gap="…" in gap.punctuation or ".." in gap.punctuation,
        straight_quote_at_gap='"' in gap.punctuation,
        # the context of the chunk
        no_break_space_beside=context.is_beside_no_break_space,
        word_before_frequency=min(zipf(word_before), 5) if word_before else _NO_WORD,
        word_after_frequency=min(zipf(word_after), 5) if word_after else _NO_WORD,
        rare_words_beside=sum(frequency < _RARE for frequency in frequencies_around),
        strange_words_around=context.strange_words,
        mostly_strange_words_around=max(0.0, context.strange_words - 0.25),
        line_looks_like_code=context.line_looks_like_code,
        line_is_short=context.line_is_short,
    )


def _is_inflected(word: str) -> bool:
    """Return whether `word` is a known word with a common ending."""
    ending = _INFLECTION.search(word)
    if not ending:
        return False
    stem = word[: ending.start()]
    return len(stem) > 2 and any(
        zipf(form) > 1 or is_listed(form) for form in (stem, stem + "e", stem[:-1] + "y", stem[:-1])
    )
