"""Build textlint/data/words.marisa and pairs.marisa from named public sources.

    python training/build_lexicon.py --pairs BIGRAMS.txt --dictionary WORDS [--dictionary WORDS …] [--output FOLDER]

Word frequencies: wordfreq (Robyn Speer, CC BY-SA 4.0), its large English list, as installed. Dictionary words: SCOWL, as
Debian's `wamerican-insane` and `wbritish-insane` install it under /usr/share/dict. Word pairs: symspellpy's
`frequency_bigramdictionary_en_243_342.txt` (MIT), made from the Google Books n-grams (CC BY 3.0).

Each word carries one byte: its Zipf frequency (the logarithm of its count in a billion words) in eighths, plus 64 for a
word of the dictionary, plus 128 for one that the dictionary knows only with a capital. Each pair carries the logarithm
(base 10) of its count in twentieths. A dictionary word unknown to wordfreq is kept only if it could be taken for two words.
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
import wordfreq

_WORD = re.compile(r"[a-z]{1,30}")
_LISTED, _NAME = 64, 128
_FREQUENT_HALF = 2.2


def read_frequencies() -> dict[str, float]:
    """Return the Zipf frequency of every word of a–z in wordfreq's large English list."""
    buckets = wordfreq.get_frequency_list("en", "large")
    return {word: 9 - index / 100 for index, bucket in enumerate(buckets) for word in bucket if _WORD.fullmatch(word)}


def read_dictionary(paths: Iterable[Path]) -> tuple[set[str], set[str]]:
    """Return the words of SCOWL's lists that stand in lower case, and those that stand with a capital only."""
    words = {word for path in paths for word in path.read_text("utf-8").split()}
    plain = {word for word in words if _WORD.fullmatch(word)}
    capital = {word.lower() for word in words if _WORD.fullmatch(word[:1].lower() + word[1:])} - plain
    return plain, capital


def read_pairs(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each pair of words "a b" with its count."""
    for line in path.read_text("utf-8-sig").splitlines():
        first, second, count = line.split()
        if _WORD.fullmatch(first) and _WORD.fullmatch(second):
            yield f"{first} {second}", int(count)


def could_be_two(word: str, frequencies: dict[str, float]) -> bool:
    """Say whether some split of `word` gives two words in use."""
    return any(
        frequencies.get(word[:cut], 0) >= _FREQUENT_HALF and frequencies.get(word[cut:], 0) >= _FREQUENT_HALF
        for cut in range(1, len(word))
    )


def build(pairs: Path, dictionaries: list[Path], output: Path) -> None:
    """Write both tries into `output`."""
    frequencies = read_frequencies()
    plain, capital = read_dictionary(dictionaries)
    kept = set(frequencies) | {word for word in plain | capital if could_be_two(word, frequencies)}
    words = (
        (word, (min(63, int(frequencies.get(word, 0) * 8)) + _LISTED * (word in plain) + _NAME * (word in capital),))
        for word in sorted(kept)
    )
    marisa_trie.RecordTrie("B", words).save(str(output / "words.marisa"))
    counts = ((pair, (min(255, int(math.log10(count) * 20)),)) for pair, count in read_pairs(pairs))
    marisa_trie.RecordTrie("B", counts).save(str(output / "pairs.marisa"))
    frequent = sorted((word for word in frequencies if len(word) > 3), key=lambda word: -frequencies[word])[:_FREQUENT_WORDS]
    (output / "frequent.txt").write_text(" ".join(sorted(frequent)) + "\n", "utf-8")


_FREQUENT_WORDS = 6000


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--dictionary", type=Path, action="append", required=True)
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[1] / "textlint" / "data")
    options = parser.parse_args()
    build(options.pairs, options.dictionary, options.output)


if __name__ == "__main__":
    main()
