"""Find program code in a document, so that checks do not mistake it for damage."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from textlint.document import Document
from textlint.span import Span
from textlint.startup import patterns

_HINTS = (
    "```",
    "~~~",
    "{",
    "};",
    "()",
    " = ",
    "=>",
    "://",
    "#include",
    "import ",
    "def ",
    ">>> ",
    "$ ",
    "</",
    "}",
    ");",
    "return ",
    "public ",
    "private ",
    "static ",
    "+= ",
    "select ",
)
_SUBJECT_WORDS = (
    "html", "css", "javascript", "typescript", "python", "php", "sql", "xml", "json", "markdown", "latex", "regex",
    "syntax", "compiler", "developer", "developers", "programmer", "programmers", "programming", "snippet", "selector",
    "stylesheet", "webpage", "web page", "markup", "source code", "command line", "front-end", "bbcode", "wikitext",
    "shortcode", "template engine", "the tag", "tags", "placeholder", "placeholders",
)  # fmt: skip
_SUBJECT_MENTIONS = 3  # how many mentions of code make a text about code; chosen by reading, not measured
_SAMPLE = 50_000  # code points; the start of a text shows what it is about; chosen by reading, not measured


class Code:
    """The code of a document: the spans that look like code, and whether the text is about code.

    Most checks need only the spans, so `is_subject` is computed on first use.
    """

    __slots__ = ("_folded", "_is_subject", "spans")

    def __init__(self, spans: tuple[Span, ...], folded: str) -> None:
        self.spans = spans
        self._folded = folded
        self._is_subject: bool | None = None

    @property
    def is_subject(self) -> bool:
        """Whether the text is about code."""
        if self._is_subject is None:
            self._is_subject = _is_subject(self._folded[:_SAMPLE])
        return self._is_subject

    def holds(self, offset: int) -> bool:
        """Return whether `offset` is inside a span of code."""
        index = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self.spans[index].end


def build(document: Document) -> Code:
    """Return the code in `document`: fenced blocks, text between backticks, and lines that look like code; a layer.

    A text is about code if it mentions programming terms at least three times. Tags, templates and shortcodes in such a
    text are its subject, not damage.
    """
    folded = document.folded
    spans: list[Span] = []
    if any(hint in folded for hint in _HINTS) or "`" in folded:
        spans = sorted([*_fenced(document), *_lines(document), *_backticked(document)])
    return Code(tuple(_merged(spans)), folded)


def _is_subject(folded: str) -> bool:
    # Counting substrings is much cheaper than matching words, and few texts have enough. Removing tags can create
    # further mentions, so texts with tags are always searched for words.
    alike = sum([folded.count(word) for word in _SUBJECT_WORDS])
    if not alike or (alike < _SUBJECT_MENTIONS and "<" not in folded):
        return False
    prose = _not_prose().sub(" ", folded)
    mentions = sum(1 for _ in _subject().finditer(prose))
    return mentions >= _SUBJECT_MENTIONS


def _fenced(document: Document) -> list[Span]:
    if "```" not in document.text and "~~~" not in document.text:
        return []
    spans, opened = [], None
    for start, end in document.lines:
        if document.text[start:end].lstrip()[:3] in ("```", "~~~"):
            if opened is None:
                opened = start
            else:
                spans.append(Span(opened, end))
                opened = None
    return spans


def _backticked(document: Document) -> list[Span]:
    if "`" not in document.text:
        return []
    return [Span(*match.span()) for match in _backticks().finditer(document.text)]


def _lines(document: Document) -> list[Span]:
    shape = _shape()
    return [span for span in document.lines if shape.match(document.text, span.start, span.end)]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


@cache
def _subject() -> patterns.Pattern[str]:
    return patterns.expression(r"\b(?:" + "|".join(map(patterns.escape, _SUBJECT_WORDS)) + r")\b")


@cache
def _not_prose() -> patterns.Pattern[str]:
    """Return an expression for tags, URLs and words with punctuation, which do not show what a text is about."""
    return patterns.expression(r"<[^<>\n]{1,300}>|\S{0,200}[=/{}_;:]\S{1,200}")


@cache
def _backticks() -> patterns.Pattern[str]:
    return patterns.expression(r"`[^`\n]{1,200}`")


@cache
def _shape() -> patterns.Pattern[str]:
    return patterns.expression(
        r"\s{0,40}(?:"
        r"(?:def|class|function|func|fn)\s+\w+\s*[(:{]"
        r"|(?:from\s+[\w.]+\s+)?import\s+[\w.{*]+(?:\s+as\s+\w+|\s+from\b.*|;)?\s*$"
        r"|(?:const|let|var)\s+\w+\s*="
        r"|(?:public|private|protected|static)\s+\w+\s+\w+"
        r"|#include\b|#!/|>>>\s|\$\s+[a-z]+\s|<\?php|//\s|/\*"
        r"|(?:if|for|while|switch)\s*\(.{0,200}\)\s*\{?\s*$"
        r"|return\b[^.]{0,120};\s*$"
        r"|SELECT\s.{1,200}\sFROM\s"
        r"|[\w.\[\]]+\s*[-+*]?=\s*\S.{0,200};\s*$"
        r"|[\w.]+\([^()\n]{0,200}\)\s*[;{]\s*$"
        r"|[}\])]+[;,]?\s*$"
        r")"
    )
