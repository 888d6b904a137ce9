"""A text as tokens and as a string of their classes, one character a token: what the source grammar reads.

A quotation is one token of class `"`, whatever stands in it, so the grammar never judges quoted words.
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

_STRAY = "\x02"  # what a control character of the text itself becomes there
_SENTENCE_END = patterns.expression("[|¶]")
_LINE_START = patterns.expression(r"(?:\A|¶)[-('¶]*+")
_ENDS_LINE = patterns.expression(r"\.(?=¶|\Z)")
_PART = patterns.expression(r"\w+")
_FINAL = ".!?…"
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St", "vs", "No"))


class Tokens:
    """The tokens of a text.

    `classes` holds one character a token (see `textlint.layers.speech.vocabulary`), with `|` where a sentence ends, `!` where a
    quotation that ends in ! or ? may end one, `¶` where a paragraph ends and `"` for a whole quotation. `signs` holds its
    sign (see `textlint.layers.speech.signs`). `starts` are code points into the document's text. `masked` is that text with every
    quotation blanked out, of the same length.
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
        self._behind = behind  # "x" for each token behind which anything but blanks stands

    @cached_property
    def words(self) -> list[str]:
        """The words of the tokens as they are spelled."""
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
        """Yield the code points at which words of the list `name` stand; of a compound, those of all its parts."""
        for match in any_of(name).finditer(self.signs):
            word = self.words[match.start()]
            start = self.starts[match.start()]
            if word.isalpha():
                yield start
            else:
                yield from (start + part.start() for part in _PART.finditer(word))

    def end(self, token: int) -> int:
        """Return the code point at which `token` ends."""
        return self.starts[token] + len(self.words[token])

    def span(self, first: int, last: int) -> Span:
        """Return the code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.end(last - 1))

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        token = bisect_right(self.starts, offset)
        return token - 1 if token and self.end(token - 1) > offset else token

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence that holds `token`, and the token that ends it."""
        return _stretch(self.sentence_ends, token, len(self.classes))

    def sentence_start(self, token: int) -> int:
        """Return the first token of the sentence that ends before or at `token`, or holds it."""
        index = bisect_left(self.sentence_ends, token)
        return self.sentence_ends[index - 1] + 1 if index else 0

    def paragraph(self, token: int) -> tuple[int, int]:
        """Return the first token of the paragraph that holds `token`, and the token that ends it."""
        return _stretch(self.paragraph_ends, token, len(self.classes))

    def end_before(self, first: int) -> int:
        """Return the last token of the text before token `first` that is no boundary, or -1."""
        last = first - 1
        while last >= 0 and self.classes[last] in "|¶!":
            last -= 1
        return last

    def is_open_ended(self, token: int) -> bool:
        """Say whether the quotation of `token` ends in a comma, a question mark or the like, so that its sentence goes on."""
        start, end, _ = self.quotation_at(token)
        return self.text[start:end].rstrip("”\"»'’ ")[-1:] in ",!?-—…"

    def quotation_at(self, token: int) -> Quotation:
        """Return the quotation that `token` (of class `"`) stands for."""
        return self.quotations[bisect_left(self._quotation_starts, self.starts[token])]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [start for start, _, _ in self.quotations]


def _stretch(ends: list[int], token: int, count: int) -> tuple[int, int]:
    """Return the stretch of tokens that holds `token`, as the sorted `ends` cut them; an end belongs to what it ends."""
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
    """Say whether a line ends inside the span."""
    return text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0


def _masked(document: Document) -> str:
    """Blank out quotations, keeping an end mark at their end, and join the lines of hard-wrapped paragraphs."""
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
    """Put boundaries into `classes`, and class the capitalized first word of each sentence as if it had no capital.

    This is `_mark_paragraphs` for the usual text, in which each line is a paragraph: three scans instead of many.
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
        if end == start + 1 and plain[first - 1] == ".":  # not the point of U.S.
            classes[first - 1] = _end_mark(masked[start], plain[first - 2 : first - 1])
        while first < count and plain[first] in "-('":
            first += 1
        if first < count and plain[first] == NAME:
            classes[first] = at_start[first]


def _mark_paragraphs(
    document: Document, masked: str, pieces: list[str], starts: list[int], classes: list[str], at_start: str
) -> None:
    """Do what `_mark_lines` does for a text with paragraphs of several lines, or quotations of several paragraphs."""
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
    """Return the class of an end mark: a quotation before ! or ? may be what has ended."""
    return "!" if before == '"' and mark in "!?" else "|"


def _mark_before_quotations(pieces: list[str], classes: list[str]) -> None:
    """Put a boundary where a quotation opens behind an end mark; a masked quotation shows no capital to tell it by."""
    joined = "".join(classes)
    position = joined.find('."')
    while position >= 0:
        if position == 0 or word_of(pieces[position - 1]) not in _TITLES:
            classes[position] = _end_mark(pieces[position][0], joined[position - 1 : position])
        position = joined.find('."', position + 1)
