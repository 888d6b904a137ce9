"""Split a text into tokens and a string of their classes, one character per token, for the source grammar.

A quotation is a single token of class `"`, so the grammar ignores quoted words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from textlint.document import Document
from textlint.layers.speech.pieces import LARGE, QUOTE, cut, known_symbols, word_of
from textlint.layers.speech.signs import any_of
from textlint.layers.speech.vocabulary import NAME
from textlint.span import Span
from textlint.startup import patterns
from textlint.text.quotations import Quotation
from textlint.text.sentences import inner_breaks, split_sentences

_STRAY = "\x02"  # replaces a control character of the original text
_SENTENCE_END = patterns.expression("[|¶]")
_LINE_START = patterns.expression(r"(?:\A|¶)[-('¶]*+")
_ENDS_LINE = patterns.expression(r"\.(?=¶|\Z)")
_PART = patterns.expression(r"\w+")
_FINAL = ".!?…"
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St", "vs", "No"))


class Tokens:
    """The tokens of a text.

    `classes` contains one character per token (see `textlint.layers.speech.vocabulary`), with `|` at the end of a
    sentence, `!` where a quotation that ends in ! or ? may end one, `¶` at the end of a paragraph and `"` for a whole
    quotation. `signs` contains the sign of each token (see `textlint.layers.speech.signs`). `starts` are offsets in
    code points into the document's text. `masked` is that text with quotations replaced by spaces, of the same length.
    """

    def __init__(
        self,
        text: str,
        masked: str,
        pieces: list[str],
        starts: list[int],
        classes: str,
        signs: str,
        behind: str,
        quotations: list[Quotation],
    ) -> None:
        self.text = text
        self.masked = masked
        self.starts = starts
        self.classes = classes
        self.signs = signs
        self.quotations = quotations
        self._pieces = pieces
        self._behind = behind  # "x" for each token that is followed by anything but spaces

    @cached_property
    def words(self) -> list[str]:
        """The words of the tokens, as spelled in the text."""
        pieces = self._pieces
        if len(self.text) > LARGE:
            bare = {piece: piece.rstrip() for piece in set(pieces)}
            words = list(map(bare.__getitem__, pieces))
        else:
            words = list(map(str.rstrip, pieces))
        for end in self.paragraph_ends:
            words[end] = "\n"
        token = self._behind.find("x")
        while token >= 0:
            words[token] = word_of(pieces[token])
            token = self._behind.find("x", token + 1)
        return words

    @cached_property
    def sentence_ends(self) -> list[int]:
        """The tokens that end a sentence."""
        return [match.start() for match in _SENTENCE_END.finditer(self.classes)]

    @cached_property
    def paragraph_ends(self) -> list[int]:
        """The tokens that end a paragraph."""
        return [end for end in self.sentence_ends if self.classes[end] == "¶"]

    def places(self, name: str) -> Iterator[int]:
        """Yield the offsets (code points) of words in the list `name`; for a compound, those of all its parts."""
        for match in any_of(name).finditer(self.signs):
            word = self.words[match.start()]
            start = self.starts[match.start()]
            if word.isalpha():
                yield start
            else:
                yield from (start + part.start() for part in _PART.finditer(word))

    def end(self, token: int) -> int:
        """Return the offset (code points) where `token` ends."""
        return self.starts[token] + len(self.words[token])

    def span(self, first: int, last: int) -> Span:
        """Return the span (code points) from token `first` to token `last` (exclusive)."""
        return Span(self.starts[first], self.end(last - 1))

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        token = bisect_right(self.starts, offset)
        return token - 1 if token and self.end(token - 1) > offset else token

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence that contains `token`, and the token that ends it."""
        return _stretch(self.sentence_ends, token, len(self.classes))

    def sentence_start(self, token: int) -> int:
        """Return the first token of the sentence that contains or ends at `token`."""
        index = bisect_left(self.sentence_ends, token)
        return self.sentence_ends[index - 1] + 1 if index else 0

    def paragraph(self, token: int) -> tuple[int, int]:
        """Return the first token of the paragraph that contains `token`, and the token that ends it."""
        return _stretch(self.paragraph_ends, token, len(self.classes))

    def end_before(self, first: int) -> int:
        """Return the last token before token `first` that is not a boundary, or -1."""
        last = first - 1
        while last >= 0 and self.classes[last] in "|¶!":
            last -= 1
        return last

    def is_open_ended(self, token: int) -> bool:
        """Return whether the quotation of `token` ends so that its sentence can continue, for example in a comma."""
        start, end, _ = self.quotation_at(token)
        return self.text[start:end].rstrip("”\"»'’ ")[-1:] in ",!?-—…"

    def quotation_at(self, token: int) -> Quotation:
        """Return the quotation that `token` (of class `"`) represents."""
        return self.quotations[bisect_left(self._quotation_starts, self.starts[token])]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [start for start, _, _ in self.quotations]


def _stretch(ends: list[int], token: int, count: int) -> tuple[int, int]:
    """Return the range of tokens that contains `token`, given the sorted `ends`; an end belongs to its range."""
    index = bisect_left(ends, token)
    return (ends[index - 1] + 1 if index else 0), (ends[index] if index < len(ends) else count)


def tokens(document: Document) -> Tokens:
    """Return the tokens of `document`; a layer."""
    masked = _masked(document)
    pieces, starts = cut(masked)
    symbols = "".join(map(known_symbols().__getitem__, pieces))
    classes = list(symbols[::4])
    if document.is_hard_wrapped or any(_is_broken(document.text, start, end) for start, end, _ in document.quotations):
        _mark_paragraphs(document, masked, pieces, starts, classes, symbols[1::4])
    else:
        _mark_lines(masked, starts, symbols, classes)
    _mark_before_quotations(pieces, classes)
    return Tokens(
        document.text, masked, pieces, starts, "".join(classes), symbols[2::4], symbols[3::4], document.quotations
    )


def _is_broken(text: str, start: int, end: int) -> bool:
    """Return whether the span contains a line break."""
    return text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0


def _masked(document: Document) -> str:
    """Replace quotations with spaces, except for final punctuation, and join the lines of hard-wrapped paragraphs."""
    text = document.text
    parts: list[str] = []
    position = 0
    for start, end, is_closed in document.quotations:
        words = text[start:end].rstrip("”\"»'’ ") if is_closed else text[start:end]
        mark = words[-1:] if words[-1:] in _FINAL and end - start > 2 else " "
        parts += (
            text[position:start].replace(QUOTE, _STRAY),
            QUOTE,
            " " * (end - start - 2),
            mark if end - start > 1 else "",
        )
        position = end
    parts.append(text[position:].replace(QUOTE, _STRAY))
    masked = "".join(parts).replace("\r", "\n").replace("’", "'")
    if document.is_hard_wrapped:
        masked = patterns.sub(r"(?<=\S)\n(?=\S)", " ", masked)
    return masked


def _mark_lines(masked: str, starts: list[int], symbols: str, classes: list[str]) -> None:
    """Mark boundaries in `classes`, and classify the first word of each sentence regardless of its capital.

    This is a faster `_mark_paragraphs`, with only three scans, for texts in which each line is a paragraph.
    """
    plain = symbols[::4]
    at_start, behind = symbols[1::4], symbols[3::4]
    count = len(classes)
    for match in _LINE_START.finditer(plain):
        first = match.end()
        if first < count and plain[first] == NAME:
            classes[first] = at_start[first]
    for match in _ENDS_LINE.finditer(plain):
        last = match.start()
        if behind[last] == " ":
            classes[last] = _end_mark(masked[starts[last]], plain[last - 1 : last])
    for start, end in inner_breaks(masked):
        first = bisect_left(starts, end)
        if end == start + 1 and plain[first - 1] == ".":  # not the period of U.S.
            classes[first - 1] = _end_mark(masked[start], plain[first - 2 : first - 1])
        while first < count and plain[first] in "-('":
            first += 1
        if first < count and plain[first] == NAME:
            classes[first] = at_start[first]


def _mark_paragraphs(
    document: Document, masked: str, pieces: list[str], starts: list[int], classes: list[str], at_start: str
) -> None:
    """Do the same as `_mark_lines` for texts with multi-line paragraphs or multi-paragraph quotations."""
    count = len(pieces)
    for paragraph in document.paragraphs:
        for start, end in split_sentences(masked, *paragraph):
            last = bisect_left(starts, end) - 1
            if last >= 0 and classes[last] == "." and starts[last] + 1 == end:
                classes[last] = _end_mark(masked[end - 1], "".join(classes[last - 1 : last]))
            first = bisect_left(starts, start)
            while first < count and classes[first] in "-('":
                first += 1
            if first < count and classes[first] == NAME:
                classes[first] = at_start[first]


def _end_mark(mark: str, before: str) -> str:
    """Return the class of final punctuation: ! or ? after a quotation may end only the quotation."""
    return "!" if before == '"' and mark in "!?" else "|"


def _mark_before_quotations(pieces: list[str], classes: list[str]) -> None:
    """Mark a boundary where a quotation follows final punctuation, because masking hides its capital."""
    joined = "".join(classes)
    position = joined.find('."')
    while position >= 0:
        if position == 0 or word_of(pieces[position - 1]) not in _TITLES:
            classes[position] = _end_mark(pieces[position][0], joined[position - 1 : position])
        position = joined.find('."', position + 1)
