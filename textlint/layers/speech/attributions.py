"""Find the attributions of a text: every source with the cue that attributes something to it, outside quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.cues import Attribution, read_sentence
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.layers.speech.vocabulary import vocabulary


class Attributions:
    """The attributions of a text. Each sentence is read on first use, because most checks need only a few."""

    def __init__(self, table: Tokens) -> None:
        self._table = table
        self._read: dict[int, list[Attribution]] = {}  # by the first token of the sentence

    def __iter__(self) -> Iterator[Attribution]:
        """Yield all attributions in the order of their cues."""
        return iter(self.between(0, len(self._table.classes)))

    def between(self, first: int, last: int) -> list[Attribution]:
        """Return the attributions whose cues are tokens `first` to `last`, inclusive, in the order of their cues."""
        found: list[Attribution] = []
        start, end = self._table.sentence(first)
        while start <= last:
            here = self._of_sentence(start, end)
            if here and (here[0].cue < first or here[-1].cue > last):
                here = here[bisect_left(here, first, key=_cue) : bisect_right(here, last, key=_cue)]
            found += here
            if end >= min(last, len(self._table.classes) - 1):
                break
            start, end = self._table.sentence(end + 1)
        return found

    def first_between(self, first: int, last: int) -> Attribution | None:
        """Return the first attribution whose cue is one of tokens `first` to `last`, inclusive, of one sentence."""
        here = self._of_sentence(*self._table.sentence(first))
        index = bisect_left(here, first, key=_cue)
        return here[index] if index < len(here) and here[index].cue <= last else None

    def last_before(self, token: int) -> Attribution | None:
        """Return the last attribution whose cue is before `token`."""
        start, end = self._table.sentence(token)
        here = self._of_sentence(start, end)
        index = bisect_left(here, token, key=_cue)
        while not index and start > 0:
            start, end = self._table.sentence(start - 1)
            here = self._of_sentence(start, end)
            index = len(here)
        return here[index - 1] if index else None

    def first_from(self, token: int) -> Attribution | None:
        """Return the first attribution whose cue is `token` or after it."""
        start, end = self._table.sentence(token)
        here = self._of_sentence(start, end)
        index = bisect_left(here, token, key=_cue)
        while index == len(here) and end < len(self._table.classes) - 1:
            start, end = self._table.sentence(end + 1)
            here = self._of_sentence(start, end)
            index = 0
        return here[index] if index < len(here) else None

    def _of_sentence(self, first: int, last: int) -> list[Attribution]:
        found = self._read.get(first)
        if found is None:
            found = self._read[first] = list(read_sentence(self._table, first, last))
        return found


def _cue(attribution: Attribution) -> int:
    return attribution.cue


def attributions(document: Document) -> Attributions:
    """Return the attributions of `document`; a layer."""
    return Attributions(document.layer(tokens))


def cue_class(table: Tokens, attribution: Attribution) -> str:
    """Return the class of an attribution's cue: "neutral", "according-to", "hedge", "doubt" or "factive"."""
    if attribution.manner == "according":
        return "according-to"
    return vocabulary().cue_classes.get(table.words[attribution.cue].lower(), "neutral")


def nearest_attribution(document: Document, offset: int) -> tuple[str, ...]:
    """Return a note for editors that quotes the attribution nearest to `offset`, or an empty tuple if there is none."""
    table = document.layer(tokens)
    found = document.layer(attributions)
    token = bisect_left(table.starts, offset)
    beside = [item for item in (found.last_before(token), found.first_from(token)) if item]
    if not beside:
        return ()
    nearest = min(beside, key=lambda item: abs(table.starts[item.cue] - offset))
    first, last = min(nearest.source.first, nearest.cue), max(nearest.source.last, nearest.cue + 1)
    start, end = table.span(first, last)
    line = document.lines.index_at(start) + 1
    return (f"Nearest attribution: “{' '.join(document.text[start:end].split())[:80]}”, line {line}.",)
