"""Find many literal strings in a text at once, anywhere or at the heads of its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

from textlint.startup import patterns
from textlint.startup.values import Any, NamedTuple

# The length of a head in characters, from its first letter. Longer literals are rare, so they are searched for
# anywhere.
REACH = 32
_HEAD = patterns.expression(rf"\n([^a-z\n]*)([^\n]{{0,{REACH}}})")
_SURROGATE = patterns.expression("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
# The number of characters to scan at once: the hits in a text of only spaces, and the heads of a million short lines,
# take a hundred times the memory of their text.
_STRETCH = 200_000
_GRAM = 4
_RANKS = {character: rank for rank, character in enumerate(" etaonirshdlcumfpgwybvkxjqz")}  # in English
# The number of characters to scan by grams before building an automaton, which takes as long.
_FEW = 30_000
# The number of characters after which a DFA pays off: it scans 1.5 times as fast as a contiguous NFA, but takes 25 ms
# longer to build, and 10 MB.
_MUCH = 5_000_000


class Arranged(NamedTuple):
    """Literal strings prepared for searching, as plain data.

    `strings` are sorted by their grams: the rarest four consecutive characters of each. `places` maps each gram to the
    range of its `strings`: the first index, and the one after the last. Strings shorter than a gram are under "".
    """

    strings: list[str]
    places: dict[str, tuple[int, int]]


def arranged(literals: Iterable[str]) -> Arranged:
    """Return `literals` prepared for searching."""
    ordered = sorted((_rarest_gram(literal), literal) for literal in literals)
    places: dict[str, tuple[int, int]] = {}
    for index, (gram, _) in enumerate(ordered):
        places[gram] = (places.get(gram, (index, index))[0], index + 1)
    return Arranged([literal for _, literal in ordered], places)


def _rarest_gram(literal: str) -> str:
    if len(literal) < _GRAM:
        return ""
    ranks = [_RANKS.get(character, 99) for character in literal]
    rarities = [sum(four) for four in zip(ranks, ranks[1:], ranks[2:], ranks[3:], strict=False)]
    start = rarities.index(max(rarities))
    return literal[start : start + _GRAM]


def _is_made_of(grams: set[str], string: str) -> bool:
    for start in range(len(string) - _GRAM + 1):  # noqa: SIM110  # a generator takes twice as long
        if string[start : start + _GRAM] not in grams:
            return False
    return True


class LiteralScan:
    """Searches for literals: in the first texts by their grams, then with an automaton, later with a faster one."""

    def __init__(self, literals: Arranged) -> None:
        self._strings, self._places = literals
        self._scanned = 0
        self._find: Any = None

    def _automaton(self, much: bool) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        implementation = Implementation.DFA if much else Implementation.ContiguousNFA
        return AhoCorasick(self._strings, implementation=implementation).find_matches_as_indexes

    def hits(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Return (literal, start, end) of each hit, including overlapping ones, roughly in the order of their ends."""
        return self._hits(text) if len(text) <= _STRETCH else self._hits_in_stretches(text)

    def _hits_in_stretches(self, text: str) -> Iterator[tuple[int, int, int]]:
        longest = max(map(len, self._strings), default=0)
        for offset in range(0, len(text), _STRETCH):
            for literal, start, end in self._hits(text[offset : offset + _STRETCH + longest - 1]):
                if start < _STRETCH:
                    yield literal, offset + start, offset + end

    def _hits(self, text: str) -> list[tuple[int, int, int]]:
        if not self._strings:
            return []
        before, self._scanned = self._scanned, self._scanned + len(text)
        if self._scanned <= _FEW:
            return self._hits_by_grams(text)
        if self._find is None or before < _MUCH <= self._scanned:
            self._find = self._automaton(self._scanned >= _MUCH)
        found: list[tuple[int, int, int]]
        try:
            found = self._find(text, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, for example from a JSON escape, cannot be encoded in UTF-8
            found = self._find(_SURROGATE.sub(_REPLACEMENT, text), overlapping=True)
        return found

    def _hits_by_grams(self, text: str) -> list[tuple[int, int, int]]:
        """Return the hits, searching only for literals whose gram is in the text."""
        text = _SURROGATE.sub(_REPLACEMENT, text)  # as with an automaton
        grams = {text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)}
        characters = set(text)
        found = []
        for gram in ("", *(self._places.keys() & grams)):
            for number in range(*self._places.get(gram, (0, 0))):
                string = self._strings[number]
                if not (_is_made_of(grams, string) if gram else characters.issuperset(string)):
                    continue  # this test is faster than searching
                start = text.find(string)
                while start >= 0:
                    found.append((start + len(string), start, number))
                    start = text.find(string, start + 1)
        return [(number, start, end) for end, start, number in sorted(found)]

    def hits_in_heads(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the hits in the heads of the lines of a folded text, which begins and ends with a line feed.

        A head is a line up to its first letter (a to z), plus REACH characters. It is scanned with a line feed inserted
        before the letter, so that a literal with a line feed before its first letter is found only if no other letter
        precedes it on the line. The position of such a hit is after the line feed. A literal without any letter is
        found before the first letter of a line.
        """
        start, last = 0, len(text) - 1
        while start < last and self._strings:
            end = text.find("\n", min(start + _STRETCH, last))
            for literal, begins, ends in self._hits_in_some_heads(text[start : end + 1]):
                yield literal, start + begins, start + ends
            start = end

    def _hits_in_some_heads(self, text: str) -> Iterator[tuple[int, int, int]]:
        heads = _HEAD.findall(text)
        hits = self._hits("\n" + "\n".join(chain.from_iterable(heads)))
        if not hits:
            return
        starts = [0, *accumulate(len(before) + len(head) + 2 for before, head in heads)]
        lines = [match.start() for match in _HEAD.finditer(text)]
        for literal, start, end in hits:
            index = bisect_right(starts, start) - 1
            in_head = start - starts[index] > len(heads[index][0])
            offset = lines[index] - starts[index] - in_head
            yield literal, start + offset + in_head, end + offset
