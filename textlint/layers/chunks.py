"""The chunks of a document (runs of characters without white space) that may hold damaged words, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from textlint import compiled
from textlint.document import Document
from textlint.layers.gaps import Gap, find_gaps
from textlint.lexicon import frequent_words, is_listed, plain_chunks, zipf
from textlint.values import NamedTuple

_QUOTES_AND_MARKS = ".,;:!?\"'“”‘’()[]"
_LEAST_KNOWN = 2.9
_LONG = 50_000  # code points; beyond, one pass over the text is faster than a search for each chunk
_CHUNK = compiled.expression(r"\S+")


class Chunk(NamedTuple):
    """A chunk with the places where a blank may be missing, and its letters if they may be half a word (else "")."""

    text: str
    gaps: tuple[Gap, ...]
    fragment: str


def suspicious_chunks(document: Document) -> list[Chunk]:
    """Return the distinct chunks of the text that are no plain words; a layer."""
    return [chunk for text in set(document.text.split()) - plain_chunks() if (chunk := _examine(text))]


def places(document: Document, chunk: str) -> Iterable[int]:
    """Return the offsets at which `chunk`, one of the suspicious ones, stands in the text between white space."""
    if len(document.text) > _LONG:
        return document.layer(_index)[chunk]
    return _find(document.text, chunk)


def _find(text: str, chunk: str) -> Iterator[int]:
    start = text.find(chunk)
    while start >= 0:
        end = start + len(chunk)
        if (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start
        start = text.find(chunk, end)


def _index(document: Document) -> dict[str, list[int]]:
    """Return where each suspicious chunk stands, in one pass over a long text; a layer."""
    found: dict[str, list[int]] = {chunk.text: [] for chunk in document.layer(suspicious_chunks)}
    for match in _CHUNK.finditer(document.text):
        if match.group() in found:
            found[match.group()].append(match.start())
    return found


# A page of news holds few chunks that the pages before it did not: most answers come from the cache.
@lru_cache(1 << 17)
def _examine(text: str) -> Chunk | None:
    gaps, fragment = find_gaps(text), _fragment(text)
    return Chunk(text, gaps, fragment) if gaps or fragment else None


def _fragment(text: str) -> str:
    """Return the letters of `text` if they may be half a word: in lower case, rare, and short or unknown to dictionaries; else ""."""
    core = text.strip(_QUOTES_AND_MARKS)
    if not 0 < len(core) < 13 or not core.isalpha() or not core.islower() or core in frequent_words():
        return ""
    return core if len(core) < 6 or not is_listed(core) or zipf(core) < _LEAST_KNOWN else ""
