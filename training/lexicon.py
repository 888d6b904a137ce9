"""Build the lexicon, textlint/data/words.marisa, pairs.marisa and frequent.txt: `python -m training lexicon DATA`.

DATA is a folder. Its single `*.txt` file has the word pairs: symspellpy's `frequency_bigramdictionary_en_243_342.txt`
(MIT), made from the Google Books n-grams (CC BY 3.0). All other files are dictionaries with one word per line: SCOWL, as
Debian's `wamerican-insane` and `wbritish-insane` install it in /usr/share/dict. Word frequencies come from the large
English list of the installed wordfreq package (Robyn Speer, CC BY-SA 4.0).

Each word has two bytes. The first is its Zipf frequency (the logarithm of its count in a billion words) in eighths, plus
64 for a dictionary word, or plus 128 for one that the dictionary only has capitalized. The second counts compounds, as
base-2 logarithms: three bits for how many dictionary words start with the word followed by another word, three bits for
how many end with it ("workers": "steelworkers"). It adds 64 if the word could be two words run together. Each pair has
the base-10 logarithm of its count, in twentieths. A dictionary word that is not in wordfreq is kept only if it could be
mistaken for two words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
import wordfreq

from training.errors import TrainingError

_WORD = re.compile(r"[a-z]{1,30}")
_LISTED, _NAME, _SPLITS = 64, 128, 64
_FREQUENT_HALF = 2.2
_COMPOUND_PART = 3.0
_FREQUENT = 3.8


def run(data: Path, output: Path, date: str) -> None:
    """Build the lexicon from the files in the folder `data` into the folder `output`."""
    pairs = sorted(data.glob("*.txt"))
    dictionaries = sorted(path for path in data.iterdir() if path.is_file() and path.suffix != ".txt")
    if len(pairs) != 1 or not dictionaries:
        raise TrainingError(f"{data}: needs one *.txt with word pairs, and dictionaries without that suffix")
    build(pairs[0], dictionaries, output)


def read_frequencies() -> dict[str, float]:
    """Return the Zipf frequency of every word in wordfreq's large English list that has only the letters a–z."""
    buckets = wordfreq.get_frequency_list("en", "large")
    return {word: 9 - index / 100 for index, bucket in enumerate(buckets) for word in bucket if _WORD.fullmatch(word)}


def read_dictionary(paths: Iterable[Path]) -> tuple[set[str], set[str]]:
    """Return the words in SCOWL's lists that are lowercase, and those that are only capitalized."""
    words = {word for path in paths for word in path.read_text("utf-8").split()}
    plain = {word for word in words if _WORD.fullmatch(word)}
    capital = {word.lower() for word in words if _WORD.fullmatch(word[:1].lower() + word[1:])} - plain
    return plain, capital


def count_compounds(words: Iterable[str], frequencies: dict[str, float]) -> tuple[Counter[str], Counter[str]]:
    """Return how many of `words` start and end with each frequent word, if the rest is a frequent word too."""
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for word in words:
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if frequencies.get(left, 0) >= _COMPOUND_PART and frequencies.get(right, 0) >= _COMPOUND_PART:
                begins[left] += 1
                ends[right] += 1
    return begins, ends


def read_pairs(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each pair of words "a b" with its count."""
    for line in path.read_text("utf-8-sig").splitlines():
        first, second, count = line.split()
        if _WORD.fullmatch(first) and _WORD.fullmatch(second):
            yield f"{first} {second}", int(count)


def could_be_two(word: str, frequencies: dict[str, float]) -> bool:
    """Return whether some split of `word` gives two words in use."""
    return any(
        frequencies.get(word[:cut], 0) >= _FREQUENT_HALF and frequencies.get(word[cut:], 0) >= _FREQUENT_HALF
        for cut in range(1, len(word))
    )


def is_rarer_than_its_parts(word: str, frequencies: dict[str, float], is_listed: bool) -> bool:
    """Return whether `word` may be two words run together: it is much rarer than both together by chance."""
    whole = frequencies.get(word, 0)
    least = 6.4 if is_listed and whole > 2 else 0
    for cut in range(1, len(word)):
        left, right = frequencies.get(word[:cut], 0), frequencies.get(word[cut:], 0)
        if left and right and min(left, right) > least and left + right - 9 >= whole + 1.5:
            return True
    return False


def build(pairs: Path, dictionaries: list[Path], output: Path) -> None:
    """Write both tries and the list of frequent words to the folder `output`."""
    frequencies = read_frequencies()
    plain, capital = read_dictionary(dictionaries)
    kept = set(frequencies) | {word for word in plain | capital if could_be_two(word, frequencies)}
    begins, ends = count_compounds(plain, frequencies)

    def record(word: str) -> tuple[int, int]:
        frequency = min(63, int(frequencies.get(word, 0) * 8))
        compounds = min(7, ends[word].bit_length()) * 8 + min(7, begins[word].bit_length())
        splits = _SPLITS * is_rarer_than_its_parts(word, frequencies, word in plain)
        return frequency + _LISTED * (word in plain) + _NAME * (word in capital), compounds + splits

    words = ((word, record(word)) for word in sorted(kept))
    marisa_trie.RecordTrie("BB", words).save(str(output / "words.marisa"))
    counts = ((pair, (min(255, int(math.log10(count) * 20)),)) for pair, count in read_pairs(pairs))
    marisa_trie.RecordTrie("B", counts).save(str(output / "pairs.marisa"))
    frequent = sorted((-frequency, word) for word, frequency in frequencies.items() if frequency >= _FREQUENT)
    (output / "frequent.txt").write_text(" ".join(word for _, word in frequent) + "\n", "utf-8")
