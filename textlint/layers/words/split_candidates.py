"""Find the candidates for a split word: two neighbors, one of them rare, that form a much likelier word together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from textlint.document import Document
from textlint.layers.words.chunks import odd_chunks, places
from textlint.layers.words.context import searched_text, share_of_strange_words
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import is_listed, is_name, pair, zipf

_WORDS = patterns.expression(r"(?<![^\W\d_])[a-zà-ÿ]{2,}")
_APART = frozenset({"et cetera", "infra red", "soy bean", "soy beans", "hash tag", "hash tags", "a while", "per cent"})
_SPACES = (" ", "\u00a0")
_JOINERS = "-'’@#/&."
# Defined by the Zipf scale, which counts in 10^9 words: two words meet by chance at the sum of theirs minus 9.
_CHANCE = 9
_LONGEST = 8  # the most letters of a half that count; chosen by reading, not measured
_LEAST_JOINED = 2.5  # Zipf frequency of the joined word; chosen by reading, not measured
# Base-10 logarithm by which the joined word is likelier than its halves by chance; chosen by reading, not measured.
_LEAST_GAIN = 1.5
_ENDINGS = frozenset(
    "ing ed er ers es ly ment ments tion tions sion ness able ible al ally ity ous ive ance ence ern ry".split()
)


class SplitFeatures(NamedTuple):
    """The features of the split-words model: two halves, the word they form, and what is around them.

    Scores add up the fields in this order, so they are the same to the last bit.
    """

    left_half_frequency: float  # Zipf frequency: 0 unknown, 3 once in a million words, 7 "the"
    right_half_frequency: float
    joined_word_frequency: float
    likelier_joined_by: float  # the joined word compared with the two by chance, as a logarithm
    pair_frequency: float  # how often the halves appear side by side in books, as a logarithm
    left_half_length: float  # letters, at most 8
    right_half_length: float
    shorter_half_length: float
    left_in_dictionary: float
    right_in_dictionary: float
    both_in_dictionary: float
    left_is_name: float  # the dictionary only has it capitalized
    right_is_name: float
    left_starts_with_capital: float
    pair_frequency_of_word_before_and_left: float
    pair_frequency_of_right_and_word_after: float
    pair_frequency_of_word_before_and_joined: float
    pair_frequency_of_joined_and_word_after: float
    joined_elsewhere: float  # how often the document has the joined word, at most 3
    left_half_elsewhere: float  # how often the document has the half by itself elsewhere, at most 3
    right_half_elsewhere: float
    left_half_unknown: float
    right_half_unknown: float
    both_halves_rare: float
    joined_in_dictionary: float
    strange_words_around: float  # the share of the words around that are very rare in English
    right_is_word_ending: float  # such as -ment, -tion, -ing


class Candidate(NamedTuple):
    """A word that may be split in two halves, with the space between them at `text[cut:resumes]`."""

    start: int
    end: int
    cut: int
    resumes: int
    features: SplitFeatures


def find_candidates(document: Document) -> Iterator[Candidate]:
    """Yield each candidate in the document once."""
    text = document.text
    found: set[int] = set()
    odd = document.layer(odd_chunks)
    hopeful = {chunk for pair in odd.neighbors if _make_a_word(*pair) for chunk in pair}
    for chunk in odd.chunks if hopeful else ():
        core = chunk.fragment
        for place in places(document, chunk.text) if core and chunk.text in hopeful else ():
            first = place + chunk.text.index(core)
            for start, cut, resumes, end in _around(text, first, first + len(core)):
                if cut not in found:
                    found.add(cut)
                    yield Candidate(start, end, cut, resumes, measure(document, start, cut, resumes, end))


def _make_a_word(left: str, right: str) -> bool:
    """Return whether the letters at the end of one chunk and the start of the next form a frequent word."""
    if not left.isalpha():
        left = "".join(takewhile(str.isalpha, reversed(left)))[::-1]
    if not right.isalpha():
        right = "".join(takewhile(str.isalpha, right))
    return bool(left) and bool(right) and zipf((left + right).lower()) >= _LEAST_JOINED


def _around(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the spans of both halves for each word that may have the letters from `start` to `end` as one half."""
    first = _word_before(text, start)
    if first < start and text[start:end].islower() and _is_word_in_two(text[first : start - 1], text[start:end]):
        yield first, start - 1, start, end
    last = _word_after(text, end)
    if last > end and text[end + 1 : last].islower() and _is_word_in_two(text[start:end], text[end + 1 : last]):
        yield start, end, end + 1, last


def _word_before(text: str, start: int) -> int:
    """Return the start of the word one space before `start`, or `start` if there is none."""
    begin = start - 1
    if begin < 0 or text[begin] not in _SPACES:
        return start
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return begin if begin < start - 1 and (begin == 0 or text[begin - 1] not in _JOINERS) else start


def _word_after(text: str, end: int) -> int:
    """Return the end of the word one space after `end`, or `end` if there is none."""
    stop = end + 1
    if text[end:stop] not in _SPACES or stop >= len(text):
        return end
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    return stop if stop > end + 1 and (stop == len(text) or text[stop] not in "-'’@#/&") else end


def _is_word_in_two(left: str, right: str) -> bool:
    """Return whether the halves are much likelier to be one word."""
    if not (left[1:].islower() or len(left) == 1) or len(left) + len(right) < 5:
        return False
    left = left.lower()
    if f"{left} {right}" in _APART:
        return False
    together = zipf(left + right)
    return together >= _LEAST_JOINED and together - zipf(left) - zipf(right) + _CHANCE >= _LEAST_GAIN


def measure(document: Document, start: int, cut: int, resumes: int, end: int) -> SplitFeatures:
    """Return the features of the halves `text[start:cut]` and `text[resumes:end]`."""
    text = document.text
    original, right = text[start:cut], text[resumes:end]
    left = original.lower()
    joined = left + right
    before = text[_word_before(text, start) : max(0, start - 1)].lower() if start else ""
    after = text[end + 1 : _word_after(text, end)].lower()
    left_frequency, right_frequency, joined_frequency = zipf(left), zipf(right), zipf(joined)
    folded = document.layer(searched_text)
    return SplitFeatures(
        left_half_frequency=left_frequency,
        right_half_frequency=right_frequency,
        joined_word_frequency=joined_frequency,
        likelier_joined_by=joined_frequency - left_frequency - right_frequency + _CHANCE,
        pair_frequency=pair(left, right),
        left_half_length=min(len(left), _LONGEST),
        right_half_length=min(len(right), _LONGEST),
        shorter_half_length=min(len(left), len(right)),
        left_in_dictionary=is_listed(left),
        right_in_dictionary=is_listed(right),
        both_in_dictionary=is_listed(left) and is_listed(right),
        left_is_name=is_name(left),
        right_is_name=is_name(right),
        left_starts_with_capital=original[:1].isupper(),
        pair_frequency_of_word_before_and_left=pair(before, left) if before else 0,
        pair_frequency_of_right_and_word_after=pair(right, after) if after else 0,
        pair_frequency_of_word_before_and_joined=pair(before, joined) if before else 0,
        pair_frequency_of_joined_and_word_after=pair(joined, after) if after else 0,
        joined_elsewhere=min(3, folded.count(joined)),
        left_half_elsewhere=min(3, folded.count(f" {left} ") - 1),
        right_half_elsewhere=min(3, folded.count(f" {right} ") - 1),
        left_half_unknown=left_frequency == 0,
        right_half_unknown=right_frequency == 0,
        both_halves_rare=left_frequency < 3 and right_frequency < 3,
        joined_in_dictionary=is_listed(joined),
        strange_words_around=share_of_strange_words(_WORDS.findall(text, max(0, start - 60), start + 70)),
        right_is_word_ending=right in _ENDINGS,
    )
