"""A text as tokens and as a string of their classes, one character a token: what the source grammar reads.

A quotation is one token of class `"`, whatever stands in it, so the grammar never judges quoted words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from textlint import compiled
from textlint.document import Document
from textlint.layers.vocabulary import NAME, vocabulary
from textlint.quotations import Quotation
from textlint.sentences import split_sentences
from textlint.span import Span
from textlint.values import NamedTuple

QUOTE = "\ue000"  # a private character stands for a quotation in the masked text
_TOKEN = compiled.expression(
    r"[^\W\d_]\.(?:[^\W\d_]\.)+"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?:[^\W\d_]\w*)?(?:-[^\W\d_]\w*)*%?"
    r"|'(?:s|ve|re|m|ll|d)\b"
    r"|[^\W\d_]\w*(?:(?:[-&]|'(?!(?:s|ve|re|m|ll|d)\b))\w+)*"
    r"|[-.,;:()!?…—–'\n$£€%\[\]/\ue000]"
)
_PUNCTUATION = {
    "\n": "¶", QUOTE: '"', "—": "-", "–": "-", "-": "-", "?": ".", "!": ".", "…": ".",
    "[": "(", "]": ")",
}  # fmt: skip
_SENTENCE_END = compiled.expression("[|¶]")
_FINAL = ".!?…"
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St", "vs", "No"))


class Tokens(NamedTuple):
    """The tokens of a text.

    `classes` holds one character a token (see `textlint.layers.vocabulary`), with `|` where a sentence ends, `!` where a
    quotation that ends in ! or ? may end one, `¶` where a paragraph ends and `"` for a whole quotation. `starts` and `ends`
    are code points into the document's text. `masked` is that text with every quotation blanked out, of the same length.
    """

    text: str
    masked: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: str
    quotations: list[Quotation]
    sentence_ends: list[int]
    paragraph_ends: list[int]

    def span(self, first: int, last: int) -> Span:
        """Return the code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence that holds `token`, and the token that ends it."""
        return _stretch(self.sentence_ends, token, len(self.classes))

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
        return self.quotations[bisect_left(self.quotations, (self.starts[token],))]


def _stretch(ends: list[int], token: int, count: int) -> tuple[int, int]:
    """Return the stretch of tokens that holds `token`, as the sorted `ends` cut them; an end belongs to what it ends."""
    index = bisect_left(ends, token)
    return (ends[index - 1] + 1 if index else 0), (ends[index] if index < len(ends) else count)


def tokens(document: Document) -> Tokens:
    """Return the tokens of `document`; a layer."""
    masked = _masked(document)
    known = vocabulary()
    spans = [match.span() for match in _TOKEN.finditer(masked)]
    words = [masked[start:end] for start, end in spans]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    classes = list(map(known.__getitem__, words))
    classes = [_PUNCTUATION.get(symbol, symbol) for symbol in classes]
    _mark_sentences(document, masked, words, starts, ends, classes)
    _mark_before_quotations(words, classes)
    joined = "".join(classes)
    sentence_ends = [match.start() for match in _SENTENCE_END.finditer(joined)]
    paragraph_ends = [end for end in sentence_ends if joined[end] == "¶"]
    return Tokens(
        document.text, masked, words, starts, ends, joined, document.quotations, sentence_ends, paragraph_ends
    )


def _masked(document: Document) -> str:
    """Blank out quotations, keeping an end mark at their end, and join the lines of hard-wrapped paragraphs."""
    text = document.text
    parts: list[str] = []
    position = 0
    for start, end, is_closed in document.quotations:
        words = text[start:end].rstrip("”\"»'’ ") if is_closed else text[start:end]
        mark = words[-1:] if words[-1:] in _FINAL and end - start > 2 else " "
        parts += (
            text[position:start].replace(QUOTE, " "),
            QUOTE,
            " " * (end - start - 2),
            mark if end - start > 1 else "",
        )
        position = end
    parts.append(text[position:].replace(QUOTE, " "))
    masked = "".join(parts).replace("\r", "\n").replace("’", "'")
    if document.is_hard_wrapped:
        masked = re.sub(r"(?<=\S)\n(?=\S)", " ", masked)
    return masked


def _mark_sentences(
    document: Document, masked: str, words: list[str], starts: list[int], ends: list[int], classes: list[str]
) -> None:
    """Put boundaries into `classes`, and class the capitalised first word of each sentence as if it had no capital."""
    known = vocabulary()
    count = len(words)
    for paragraph in document.paragraphs:
        for start, end in split_sentences(masked, *paragraph):
            last = bisect_left(ends, end)
            if last < count and ends[last] == end and classes[last] == ".":
                after_quotation = last > 0 and classes[last - 1] == '"' and words[last] in "!?"
                classes[last] = "!" if after_quotation else "|"
            first = bisect_left(starts, start)
            while first < count and classes[first] in "-('":
                first += 1
            if first < count and classes[first] == NAME:
                classes[first] = known.at_start(words[first])


def _mark_before_quotations(words: list[str], classes: list[str]) -> None:
    """Put a boundary where a quotation opens behind an end mark; a masked quotation shows no capital to tell it by."""
    joined = "".join(classes)
    position = joined.find('."')
    while position >= 0:
        if position == 0 or words[position - 1] not in _TITLES:
            after_quotation = position > 0 and classes[position - 1] == '"' and words[position] in "!?"
            classes[position] = "!" if after_quotation else "|"
        position = joined.find('."', position + 1)
