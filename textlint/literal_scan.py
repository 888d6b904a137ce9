"""Finding many literal strings in a text at once, anywhere or at the heads of its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import Any

from textlint import compiled

# How many characters of a head are looked at, from its first letter. Longer literals are rare enough to be looked for anywhere.
REACH = 32
_HEAD = compiled.expression(rf"\n([^a-z\n]*)([^\n]{{0,{REACH}}})")
_SURROGATE = compiled.expression("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


# A DFA scans half as fast again as the contiguous NFA, but takes 25 ms longer to build and 10 MB: it pays after so many characters.
_MUCH = 5_000_000


class LiteralScan:
    """An automaton over `literals`, built when it is first needed; for a long run it is built anew, as a faster one."""

    def __init__(self, literals: Sequence[str]) -> None:
        self.literals = literals
        self._scanned = 0
        self._find: Any = None

    def _build(self, much: bool) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        implementation = Implementation.DFA if much else Implementation.ContiguousNFA
        return AhoCorasick(self.literals, implementation=implementation).find_matches_as_indexes

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """Return (literal, start, end) of each hit, also of those that overlap, in the order of their ends."""
        if not self.literals:
            return []
        before, self._scanned = self._scanned, self._scanned + len(text)
        if self._find is None or before < _MUCH <= self._scanned:
            self._find = self._build(self._scanned >= _MUCH)
        found: list[tuple[int, int, int]]
        try:
            found = self._find(text, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, as a JSON escape may write one, has no UTF-8
            found = self._find(_SURROGATE.sub(_REPLACEMENT, text), overlapping=True)
        return found

    def hits_in_heads(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the hits in the heads of the lines of a folded text, which begins and ends with a line feed.

        A head is a line up to its first letter (a to z), and REACH characters from there. It is scanned with a line feed before
        the letter, so that a literal with a line feed before its first letter is found only where no other letter
        comes before it on the line: in prose hardly ever. A hit's place is that of what follows the line feed. A literal
        without any letter is found before the first letter of a line.
        """
        if not self.literals:
            return
        heads = _HEAD.findall(text)
        hits = self.hits("\n" + "\n".join(chain.from_iterable(heads)))
        if not hits:
            return
        starts = [0, *accumulate(len(before) + len(head) + 2 for before, head in heads)]
        lines = [match.start() for match in _HEAD.finditer(text)]
        for literal, start, end in hits:
            index = bisect_right(starts, start) - 1
            in_head = start - starts[index] > len(heads[index][0])
            offset = lines[index] - starts[index] - in_head
            yield literal, start + offset + in_head, end + offset
