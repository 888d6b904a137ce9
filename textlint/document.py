"""The text to check, with layers that are computed once, on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from textlint.span import Cue, Span
from textlint.startup.values import Any, TypeVar
from textlint.text.folding import fold
from textlint.text.language import detect_language
from textlint.text.lines import Lines
from textlint.text.quotations import Quotation, find_quotations

Layer = TypeVar("Layer")
# Deleted from a text to find its other characters: ASCII letters, digits and spaces, and line feeds.
_EVERYDAY = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n"
_ARGUMENTS = ("text", "path", "record", "record_line", "metadata", "is_file", "file_lines", "cues")


class Document:
    """One text to check.

    `text` is the decoded text; all offsets are in code points. `path` and `record` are its origin (`record` is None
    unless the file contains several documents). `metadata` contains other information from the reader, as strings, such
    as `title`, `date`, `byline`, `url` and `language`. `cues` are the phrases of page furniture that the rules of a run
    found in the text (`textlint.engine.scan`). A Document is complete when constructed and never changes: to change its
    text or cues, create another.
    """

    def __init__(
        self,
        text: str,
        path: str = "",
        record: str | None = None,
        record_line: int | None = None,
        metadata: Mapping[str, str] | None = None,
        is_file: bool = False,
        file_lines: Sequence[int] = (),
        cues: Sequence[Cue] = (),
    ) -> None:
        self.text = text
        self.path = path
        self.record = record
        self.record_line = record_line
        self.metadata: Mapping[str, str] = metadata or {}
        self.is_file = is_file  # the text is the whole content of a file, so its last line should end with a line break
        self.file_lines = file_lines  # for each line of the text, the line of the file (from 1) that it came from
        self.cues: tuple[Cue, ...] = tuple(cues)
        self._layers: dict[Callable[[Document], Any], Any] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Return the arguments, for pickling; another process computes the layers again."""
        return {**{name: self.__dict__[name] for name in _ARGUMENTS}, "_layers": {}}

    def with_metadata(self, known: Mapping[str, str]) -> Document:
        """Return the same document with `known` added to its metadata."""
        metadata = {**self.metadata, **known}
        return Document(
            self.text, self.path, self.record, self.record_line, metadata, self.is_file, self.file_lines, self.cues
        )

    def with_cues(self, cues: Sequence[Cue]) -> Document:
        """Return the same document with these cues and no layers; properties of the text are shared."""
        if tuple(cues) == self.cues:
            return self
        other = Document.__new__(Document)
        other.__dict__.update(self.__dict__, cues=tuple(cues), _layers={})
        return other

    def with_text(self, text: str) -> Document:
        """Return a document with the same origin and another text."""
        return Document(text, self.path, self.record, self.record_line, self.metadata, self.is_file)

    @cached_property
    def folded(self) -> str:
        """The text in lower case with plain quotes, hyphens and spaces, of the same length."""
        return fold(self.text)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters of the text other than ASCII letters, digits and spaces, and line feeds."""
        return frozenset(
            self.text.encode("utf-8", "surrogatepass").translate(None, _EVERYDAY).decode("utf-8", "surrogatepass")
        )

    @cached_property
    def lines(self) -> Lines:
        """The line table."""
        return Lines(self.text)

    @cached_property
    def language(self) -> str:
        """The language from the metadata, or as detected: "en", another code, "und", or "" if the text is too short."""
        declared = self.metadata.get("language", "")
        return declared.split("-")[0].lower() if declared else detect_language(self.text)

    @cached_property
    def is_hard_wrapped(self) -> bool:
        """Whether paragraphs contain line breaks: many lines of similar length end without final punctuation."""
        line_ends = [self.text[end - 1] for start, end in self.lines.bounds() if 55 <= end - start <= 100]
        if len(line_ends) < 6:
            return False
        unfinished = sum(last not in '.!?…"”’:;' and not last.isspace() for last in line_ends)
        return unfinished * 2 > len(line_ends) and len(line_ends) * 2 > sum(
            end > start for start, end in self.lines.bounds()
        )

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs: each line that is not blank or, in a hard-wrapped text, each run of such lines."""
        spans: list[Span] = []
        joined = self.is_hard_wrapped
        previous_blank = True
        for start, end in self.lines:
            if not self.text[start:end].strip():
                previous_blank = True
                continue
            if joined and not previous_blank:
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
            previous_blank = False
        return spans

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations, in order; none contains another."""
        return find_quotations(self.text)

    def layer(self, build: Callable[[Document], Layer]) -> Layer:
        """Return `build(self)`, computed only once for this document."""
        if build not in self._layers:
            self._layers[build] = build(self)
        layer: Layer = self._layers[build]
        return layer

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of `offset`, both from 1; the column is in code points.

        If the text was extracted from a web page, the line is that of the page.
        """
        line, column = self.lines.position(offset)
        if self.file_lines:
            line = self.file_lines[min(line, len(self.file_lines)) - 1]
        return line, column

    def is_quoted(self, start: int, end: int) -> bool:
        """Return whether the span is inside a quotation."""
        from bisect import bisect_right

        index = bisect_right(self.quotations, start, key=lambda quotation: quotation.start) - 1
        return index >= 0 and end <= self.quotations[index].end
