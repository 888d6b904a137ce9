"""The context of a place where a space may be missing: its line, the words beside it, the rest of the document."""

from __future__ import annotations

from textlint.document import Document
from textlint.layers.words.gap import Gap
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import zipf

_SEARCHED = 200_000  # code points at the start of the text that are searched for each candidate; chosen for speed
_TRIED = 500  # the most occurrences of a word to check; chosen for speed
_LOOK = 200  # code points before and after a chunk that count as its line; chosen for speed
_NEAR = 50  # code points before and after a chunk in which words are counted; chosen by reading, not measured
_NO_BREAK_SPACES = ("\u00a0", "\u202f")
_RARE = 3  # Zipf frequency below which a word around a chunk counts as strange; chosen by reading, not measured
_WORD_BEFORE = patterns.expression(
    r"(?s:|.*[\W\d_])([^\W\d_]+)['’]?[^\S\n]$"
)  # used with `match`; a search takes longer
_WORD_AFTER = patterns.expression(r"[^\S\n]([^\W\d_]+)")
_WORDS = patterns.expression(r"(?<![^\W\d_])[a-zà-ÿ]{2,}")
# Each branch starts with a literal, which makes the search five times as fast.
_CODE = patterns.expression(r"\{|\}|\||;\s*$|=[>=]|=(?<=\w=)\w|\(\)|::")
_CODE_START = patterns.expression(r"\s*(?://|#include|import |from \w+ import|def |const |let |var |\$ )")


class Context(NamedTuple):
    """A chunk in the text: its offset, the words before and after it in its line ("" if none), and its line."""

    start: int
    chunk: str
    word_before: str
    word_after: str
    is_within_sentence: bool
    is_beside_no_break_space: bool
    line_looks_like_code: bool
    line_is_short: bool
    strange_words: float


class Occurrences(NamedTuple):
    """Where else in the document the words beside a gap appear."""

    joined: int  # how often without a space between them
    left: bool
    right: bool
    apart: bool  # with a space between them
    hyphened: bool


def searched_text(document: Document) -> str:
    """Return the start of the folded text, which is searched for evidence; a limit keeps the time linear. A layer."""
    return document.folded[:_SEARCHED]


def context_of(document: Document, start: int, chunk: str) -> Context:
    """Return the context of the chunk at `start`."""
    text = document.text
    end = start + len(chunk)
    line_start = text.rfind("\n", max(0, start - _LOOK), start) + 1 or max(0, start - _LOOK)
    line_end = text.find("\n", end, end + _LOOK)
    line_end = min(len(text), end + _LOOK) if line_end < 0 else line_end
    head, tail = text[max(line_start, start - _NEAR) : start], text[end : min(line_end, end + _NEAR)]
    line = text[line_start:line_end]
    before, after = _WORD_BEFORE.match(head), _WORD_AFTER.match(tail)
    return Context(
        start=start,
        chunk=chunk,
        word_before=before.group(1) if before else "",
        word_after=after.group(1) if after else "",
        is_within_sentence=bool(head.strip()) and head.rstrip()[-1] not in '.!?:"“”|',
        is_beside_no_break_space=head[-1:] in _NO_BREAK_SPACES or tail[:1] in _NO_BREAK_SPACES,
        line_looks_like_code=bool(_CODE.search(line) or _CODE_START.match(line)),
        line_is_short=line_end - line_start < 60,
        strange_words=share_of_strange_words(_WORDS.findall(head + " " + tail)),
    )


def share_of_strange_words(words: list[str]) -> float:
    """Return the share of `words` that are very rare in English. It is high in other languages."""
    return sum(zipf(word) < _RARE for word in words) / max(4, len(words))


def occurrences_of(folded: str, gap: Gap) -> Occurrences:
    """Return where else the words beside `gap` appear in `folded`, the searched part of the document."""
    left, right, whole = gap.left.lower(), gap.right.lower(), gap.whole.lower()
    return Occurrences(
        joined=min(folded.count(whole), 5) - 1 if len(whole) > 3 else 0,
        left=stands_alone(folded, left),
        right=stands_alone(folded, right),
        apart=len(left) > 1 and f" {left} {right}" in folded,
        hyphened=f"{left}-{right}" in folded,
    )


def stands_alone(folded: str, word: str) -> bool:
    """Return whether `word` appears in the folded text with no letter beside it."""
    start = folded.find(word) if word else -1
    for _ in range(_TRIED):
        if start < 0:
            return False
        end = start + len(word)
        if not folded[start - 1 : start].isalpha() and not folded[end : end + 1].isalpha():
            return True
        start = folded.find(word, end)
    return False
