"""Text that was decoded with the wrong encoding, and the repair that decoding it rightly gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from textlint.document import Document
from textlint.layers import code
from textlint.span import Edit, Finding

_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_CODECS = ("latin-1", "cp1252", "mac_roman", "cp1251", "cp1250", "cp1254", "iso8859-2", "cp437")
_PROOFS = ("latin-1", "sloppy-windows-1252", "macroman", "sloppy-windows-1251", "sloppy-windows-1250",
           "sloppy-windows-1254", "iso-8859-2", "cp437")  # fmt: skip
_TWICE = 3  # how often the same text may have gone through a wrong decoding
_LOST_BYTE = re.compile("â€(?=[\\s.,;:!?)]|\\Z)")  # the byte 9D of a closing quotation mark, which cp1252 does not define
_COMMON = ("latin-1", "sloppy-windows-1252", "macroman", "sloppy-windows-1251")
_MANY = 3
_MOST = 0.8
_SAMPLE = 20_000  # code points; a document went through a wrong encoding as a whole or not
_EDGES = " \t\n\r"


def check(document: Document) -> Iterator[Finding]:
    """Yield each run of mojibake with the words before and after the repair.

    ftfy judges one token (what stands between plain blanks) at a time, so that one damaged quotation is repaired in an
    otherwise sound text, and only tokens in which characters stand as the bytes of UTF-8 would. Where the document as a
    whole went through one wrong encoding, that also repairs the tokens that ftfy alone will not decide. A repair is safe
    where decoding it wrongly again gives the original back, character for character.
    """
    text = document.text
    if text.isascii():
        return
    tokens = [token for token in _suspects(text) if not document.layer(code.build).holds(token[0])]
    fixed = {token: _fix(text[slice(*token)]) for token in tokens}
    undecided = [token for token in tokens if fixed[token] == text[slice(*token)]]
    if undecided:
        codecs = _document_codecs(text, fixed)
        for token in undecided:
            fixed[token] = next(filter(None, (_decoded(text[slice(*token)], codec) for codec in codecs)), text[slice(*token)])
    damaged = [token for token in tokens if fixed[token] != text[slice(*token)]]
    for start, end in damaged:
        yield _finding(text, start, end, fixed[start, end])
    for match in _LOST_BYTE.finditer(text) if damaged or "â€œ" in text else ():
        values = {"before": match.group(), "after": "”"}
        yield Finding(*match.span(), values=values, edits=(Edit(*match.span(), "”"),), applicability="unsafe")


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
    proved = [codec for codec in _COMMON if any(before != after and _decoded(before, codec) == after for before, after in repairs)]
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


def _finding(text: str, start: int, end: int, repaired: str) -> Finding:
    """Return the finding for `text[start:end]`, less what stands the same in ASCII at its two ends."""
    shortest = min(end - start, len(repaired))
    head = 0
    while head < shortest and text[start + head] == repaired[head] < "\x80":
        head += 1
    tail = 0
    while tail < shortest - head and text[end - 1 - tail] == repaired[-1 - tail] < "\x80":
        tail += 1
    start, end, repaired = start + head, end - tail, repaired[head : len(repaired) - tail]
    sure = _is_proved(text[start:end], repaired)
    edit = Edit(start, end, repaired)
    values = {"before": text[start:end], "after": repaired}
    return Finding(start, end, values=values, edits=(edit,), applicability=None if sure else "unsafe")


def _token(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span between plain blanks that holds `text[start:end]`; no-break spaces are part of mojibake."""
    begin = max(text.rfind(edge, 0, start) for edge in _EDGES) + 1
    ends = [found for edge in _EDGES if (found := text.find(edge, end)) >= 0]
    return begin, min(ends, default=len(text))


def _is_proved(damaged: str, repaired: str) -> bool:
    for codec in _PROOFS:
        wrong = repaired
        for _ in range(_TWICE):
            try:
                wrong = wrong.encode("utf-8").decode(codec)
            except UnicodeError:
                break
            if wrong == damaged:
                return True
    return False


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
