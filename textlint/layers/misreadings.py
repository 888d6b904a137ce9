"""Where a document was decoded with the wrong encoding, and what decoding it rightly gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from textlint.document import Document
from textlint.layers import code
from textlint.proof import keeps
from textlint.span import Edit

_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_CODECS = ("latin-1", "cp1252", "mac_roman", "cp1251", "cp1250", "cp1254", "iso8859-2", "cp437")
_LOST_BYTE = re.compile(r"â€(?=[\s.,;:!?)]|\Z)")  # the byte 9D of a closing quotation mark, which cp1252 does not define
_COMMON = ("latin-1", "sloppy-windows-1252", "macroman", "sloppy-windows-1251")
_MANY = 3
_MOST = 0.8
_SAMPLE = 20_000  # code points; a document went through a wrong encoding as a whole or not
_EDGES = " \t\n\r"


class Misreading(NamedTuple):
    """A run of characters read in the wrong encoding, the repair, and whether the repair is proved."""

    start: int
    end: int
    repaired: str
    is_proved: bool


def build(document: Document) -> tuple[Misreading, ...]:
    """Return the runs of mojibake of `document`.

    ftfy judges one token (what stands between plain blanks) at a time, so that one damaged quotation is repaired in an
    otherwise sound text, and only tokens in which characters stand as the bytes of UTF-8 would. Where the document as a
    whole went through one wrong encoding, that also repairs the tokens that ftfy alone will not decide. A repair is
    proved where decoding it wrongly again gives the original back, character for character.
    """
    text = document.text
    if text.isascii():
        return ()
    tokens = [token for token in _suspects(text) if not document.layer(code.build).holds(token[0])]
    fixed = {token: _fix(text[slice(*token)]) for token in tokens}
    undecided = [token for token in tokens if fixed[token] == text[slice(*token)]]
    if undecided:
        codecs = _document_codecs(text, fixed)
        for token in undecided:
            words = text[slice(*token)]
            fixed[token] = next(filter(None, (_decoded(words, codec) for codec in codecs)), words)
    damaged = [token for token in tokens if fixed[token] != text[slice(*token)]]
    found = [run for token in damaged for run in _runs(text, *token, fixed[token])]
    if found or "â€œ" in text:
        found += (Misreading(*match.span(), "”", False) for match in _LOST_BYTE.finditer(text))
    return tuple(sorted(found))


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    """Yield the tokens that hold characters in the shape of UTF-8."""
    position = 0
    for run in _FOREIGN.finditer(text):
        if run.start() >= position and _utf8_shape().search(text, *run.span()):
            start, position = _token(text, run.start(), run.end())
            yield start, position


def _document_codecs(text: str, fixed: dict[tuple[int, int], str]) -> list[str]:
    """Return the wrong encodings that the document as a whole went through.

    One counts when ftfy's repairs prove it, or when at least `_MANY` tokens, and `_MOST` of all tokens beyond ASCII,
    are UTF-8 read in it: no language writes such words by chance.
    """
    repairs = [(text[slice(*token)], after) for token, after in fixed.items()]
    proved = [
        codec
        for codec in _COMMON
        if any(before != after and _decoded(before, codec) == after for before, after in repairs)
    ]
    if proved:
        return proved
    foreign = [token for token in re.split(f"[{_EDGES}]", text[:_SAMPLE]) if not token.isascii()]
    for codec in _COMMON:
        decodable = sum(_decoded(token, codec) is not None for token in foreign)
        if decodable >= _MANY and decodable >= _MOST * len(foreign):
            return [codec]
    return []


def _decoded(token: str, codec: str) -> str | None:
    """Return `token` as it reads when its characters, written in `codec`, are taken for UTF-8; None if they are not."""
    _ftfy()  # registers the codecs that give the undefined bytes of Windows a meaning
    try:
        return token.encode(codec).decode("utf-8")
    except UnicodeError:
        return None


def _runs(text: str, start: int, end: int, repaired: str) -> list[Misreading]:
    """Return the damaged runs of the token `text[start:end]`, or one that holds them all if they cannot be told apart."""
    runs: list[list[int]] = []
    for shape in _utf8_shape().finditer(text, start, end):
        if runs and runs[-1][1] == shape.start():
            runs[-1][1] = shape.end()
        else:
            runs.append([shape.start(), shape.end()])
    found, rebuilt, position = [], "", start
    for run_start, run_end in runs:
        words = text[run_start:run_end]
        right = next(filter(None, (_decoded(words, codec) for codec in _COMMON)), words)
        rebuilt += text[position:run_start] + right
        position = run_end
        found.append(Misreading(run_start, run_end, right, True))
    if rebuilt + text[position:end] != repaired:
        return [_trimmed(text, start, end, repaired)]
    return [run for run in found if run.repaired != text[run.start : run.end]]


def _trimmed(text: str, start: int, end: int, repaired: str) -> Misreading:
    """Return the misreading of `text[start:end]`, less what stands the same in ASCII at its two ends."""
    shortest = min(end - start, len(repaired))
    head = 0
    while head < shortest and text[start + head] == repaired[head] < "\x80":
        head += 1
    tail = 0
    while tail < shortest - head and text[end - 1 - tail] == repaired[-1 - tail] < "\x80":
        tail += 1
    start, end, repaired = start + head, end - tail, repaired[head : len(repaired) - tail]
    return Misreading(start, end, repaired, keeps("bytes", text, [Edit(start, end, repaired)]))


def _token(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span between plain blanks that holds `text[start:end]`; no-break spaces are part of mojibake."""
    begin = max(text.rfind(edge, 0, start) for edge in _EDGES) + 1
    ends = [found for edge in _EDGES if (found := text.find(edge, end)) >= 0]
    return begin, min(ends, default=len(text))


def _fix(token: str) -> str:
    ftfy, config = _ftfy()
    fixed: str = ftfy.fix_encoding(token, config)
    return fixed


@cache
def _ftfy() -> tuple[Any, Any]:
    """Return ftfy and a configuration that repairs encodings and leaves quotes, ligatures, widths and breaks alone."""
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization=None,
        explain=False,
    )
    return ftfy, config


@cache
def _utf8_shape() -> re.Pattern[str]:
    """Characters that are, in some encoding of one byte a character, the bytes of one character of UTF-8."""
    shapes = []
    for codec in _CODECS:
        table = [bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)]
        following = "[" + re.escape("".join(table[0x80:0xC0])) + "\ufffd]"
        for first, last, count in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3)):
            shapes.append(f"[{re.escape(''.join(table[first : last + 1]))}]{following}{{{count}}}")
    return re.compile("|".join(shapes))
