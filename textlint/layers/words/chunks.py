"""Find the chunks of a document (runs of characters without white space) that may contain damaged words, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from textlint.document import Document
from textlint.layers.words.gap import Gap
from textlint.layers.words.gaps import find_gaps
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import is_frequent, is_listed, is_plain, zipf

_QUOTES_AND_PUNCTUATION = ".,;:!?\"'“”‘’()[]"
_LEAST_KNOWN = 2.9  # Zipf frequency from which a dictionary word is not examined; chosen by reading, not measured
_PIECE = 50_000  # code points to split at a time; chosen to bound memory
_LONG = 50_000  # code points; in longer texts one pass is faster than a search for each chunk; chosen for speed
_CHUNK = patterns.expression(r"\S+")
_WHITE_SPACE = patterns.expression(r"\s")
_REMEMBERED = 1 << 16  # plain chunks; chosen to bound memory
_EXAMINED = 1 << 14  # other chunks: rare words, names, damage; chosen to bound memory


class Chunk(NamedTuple):
    """A chunk, the places where a space may be missing, and its letters if they may be half a word (else "")."""

    text: str
    gaps: tuple[Gap, ...]
    fragment: str


class OddChunks(NamedTuple):
    """The distinct chunks of a text that are not plain words, and pairs of neighbors where one may be half a word."""

    chunks: list[Chunk]
    neighbors: list[tuple[str, str]]


def odd_chunks(document: Document) -> OddChunks:
    """Return the suspicious chunks of the text; a layer."""
    known = _known_plain()
    chunks: dict[str, Chunk] = {}
    neighbors: dict[tuple[str, str], None] = {}
    for texts in _split(document.text):
        fragments: set[str] = set()
        for text in set(texts) - known:
            chunk = chunks.get(text) or _examine(text)
            if chunk is None:
                if len(known) < _REMEMBERED:
                    known.add(text)
                continue
            chunks[text] = chunk
            if chunk.fragment:
                fragments.add(text)
        for index in [index for index, text in enumerate(texts) if text in fragments] if fragments else ():
            if index:
                neighbors[texts[index - 1], texts[index]] = None
            if index + 1 < len(texts):
                neighbors[texts[index], texts[index + 1]] = None
    return OddChunks(list(chunks.values()), list(neighbors))


def _split(text: str) -> Iterator[list[str]]:
    """Yield the chunks of a text, piece by piece. Each piece starts with the last chunk of the previous one."""
    start = 0
    last: list[str] = []
    while start < len(text):
        end = len(text)
        if end - start > _PIECE and (space := _WHITE_SPACE.search(text, start + _PIECE)):
            end = space.end()
        chunks = last + text[start:end].split()
        yield chunks
        start, last = end, chunks[-1:]


def places(document: Document, chunk: str) -> Iterable[int]:
    """Return the offsets at which a suspicious chunk appears in the text between white space."""
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
    """Return the offsets of each suspicious chunk, found in one pass over a long text; a layer."""
    found: dict[str, list[int]] = {chunk.text: [] for chunk in document.layer(odd_chunks).chunks}
    for match in _CHUNK.finditer(document.text):
        if match.group() in found:
            found[match.group()].append(match.start())
    return found


@cache
def _known_plain() -> set[str]:
    """Return the chunks already found to be plain. `odd_chunks` adds to them.

    Most chunks of a news page also appear in earlier pages, so few have to be examined.
    """
    return set()


@lru_cache(_EXAMINED)
def _examine(text: str) -> Chunk | None:
    if is_plain(text):
        return None
    gaps, fragment = find_gaps(text), _fragment(text)
    return Chunk(text, gaps, fragment) if gaps or fragment else None


def _fragment(text: str) -> str:
    """Return the letters of `text` if they may be half a word, else "".

    Such letters are lowercase, rare, and either short or not in the dictionary.
    """
    core = text.strip(_QUOTES_AND_PUNCTUATION)
    if not 0 < len(core) < 13 or not core.isalpha() or not core.islower() or is_frequent(core):
        return ""
    return core if len(core) < 6 or not is_listed(core) or zipf(core) < _LEAST_KNOWN else ""
