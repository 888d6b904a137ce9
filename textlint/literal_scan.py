"""Finding many literal strings in a text at once, anywhere or at the heads of its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from textlint import compiled

# How far a head reaches beyond the first letter of its line. Longer literals are rare enough to be looked for anywhere.
REACH = 32
_HEAD = compiled.expression(rf"\n[^a-z\n]*[^\n]{{0,{REACH}}}")
_SURROGATE = compiled.expression("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


class LiteralScan:
    """An automaton over `literals`, built when it is first needed."""

    def __init__(self, literals: Sequence[str]) -> None:
        self.literals = literals

    @cached_property
    def _find(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        # Of 4,000 literals the contiguous automaton is built in 3.5 ms, the other NFA in 2.6, a DFA in 22; all three
        # scan at one speed, since what costs is to make the hits.
        return AhoCorasick(self.literals, implementation=Implementation.NoncontiguousNFA).find_matches_as_indexes

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """Return (literal, start, end) of each hit, also of those that overlap, in the order of their ends."""
        if not self.literals:
            return []
        found: list[tuple[int, int, int]]
        try:
            found = self._find(text, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, as a JSON escape may write one, has no UTF-8
            found = self._find(_SURROGATE.sub(_REPLACEMENT, text), overlapping=True)
        return found

    def hits_in_heads(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the hits in the heads of the lines of a folded text, which begins and ends with a line feed.

        A head is a line up to its first letter and REACH characters from there, with the line feed before it: in prose a
        tenth of the text. Every hit that no letter comes before on its line is among those yielded, if it is not longer
        than REACH; others, and line feeds where a head was cut, may be too.
        """
        if not self.literals:
            return
        offsets, starts, heads, length = [], [], [], 0
        for match in _HEAD.finditer(text):
            start, end = match.span()
            offsets.append(start - length)
            starts.append(length)
            heads.append(match.group())
            length += end - start
        for literal, start, end in self.hits("".join(heads)):
            offset = offsets[bisect_right(starts, start) - 1]
            yield literal, start + offset, end + offset
