"""Find the first person in a text that names no writer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from textlint.document import Document
from textlint.layers.speech.genre import genre
from textlint.layers.speech.signs import any_of
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.span import Finding, Span
from textlint.startup import patterns

_SUBJECTS = frozenset(("I", "we", "We", "myself", "ourselves"))
_POSSESSIVES = frozenset(("my", "My", "our", "Our"))
_BYLINE = patterns.expression(  # starts with the line feed, so that the search can jump from line to line
    r"\n[ \t]*(?:(?:By|BY|by|Written by|From|Text by)\s+[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}\b[^.!?\n]{0,60}$"
    r"|(?:[A-Z][\w.’'-]+ ){1,3}is an? [^\n]{0,200}\bat\b)",
    patterns.MULTILINE,
)
_INTERVIEW = patterns.expression(
    r"\b(?:spoke|talked|speaks|talks) (?:to|with) [A-Z]\w+ [A-Z]|\b(?:[Aa]s told to|[Ii]nterviewed by|[Ii]n conversation with) [A-Z]"
)
_INTERVIEWING = ("spoke ", "talked ", "speaks ", "talks ", "told to ", "nterviewed by ", "n conversation with ")
_UNSIGNED = ("news", "market")


def check(document: Document, most: int = 3) -> Iterator[Finding]:
    """Yield the first `most` first-person words outside quotations.

    Nothing is reported if a byline, the metadata or the genre shows who is speaking.
    """
    spans = list(islice(_first_persons(document.layer(tokens)), most))
    if not spans or document.metadata.get("byline"):
        return
    if document.layer(genre) in _UNSIGNED and not _names_writer(document.text):
        yield from (Finding(*span) for span in spans)


def _names_writer(text: str) -> bool:
    """Say whether a line names the writer, or the text says that it is an interview."""
    if _BYLINE.search("\n" + text):
        return True
    return any(words in text for words in _INTERVIEWING) and _INTERVIEW.search(text) is not None


def _first_persons(table: Tokens) -> Iterator[Span]:
    for match in any_of("writer").finditer(table.signs):
        place = match.start()
        if table.classes[place] not in "rYo":
            continue
        word = table.words[place]
        if word in _POSSESSIVES and table.classes[place + 1 : place + 2] not in ("|", "¶", ",", ""):
            yield table.span(place, place + 2)
        elif word in _SUBJECTS and table.classes[place + 1 : place + 2] not in (".", "N", "-"):
            yield table.span(place, place + 1)
