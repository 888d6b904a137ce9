"""Find text that was decoded with the wrong encoding, and decode it correctly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from textlint.document import Document
from textlint.edits.proof import keeps
from textlint.layers.shared import code
from textlint.span import Edit, Span
from textlint.startup import patterns
from textlint.startup.values import Any, NamedTuple

_FOREIGN = patterns.expression(r"[^\x00-\x7f]{2,}")
_WORD = patterns.expression(r"[^ ]* *")
_C1 = patterns.expression("[\x80-\x9f]")  # a single one is a character of Windows-1252, which another rule reports
_LONGEST_LINE = 4_000  # code points; ftfy checks shorter lines as a whole; chosen by reading, not measured
_CODECS = ("latin-1", "cp1252", "mac_roman", "cp1251", "cp1250", "cp1254", "iso8859-2", "cp437")
_LOST_BYTE = patterns.expression(
    r"â€(?=[\s.,;:!?)]|\Z)"
)  # the byte 9D of a closing quotation mark, which cp1252 does not define
_COMMON = ("latin-1", "sloppy-windows-1252", "macroman", "sloppy-windows-1251")
_MANY = 3  # tokens that a codec turns back, if the whole document was misread so; chosen by reading, not measured
_SOME = 2  # tokens that ftfy reads as the codec does, if single runs were; chosen by reading, not measured
_LATIN_END = "\u024f"
_THREE_BYTES = "\u0800"
_MOST = 0.8  # share of the foreign tokens that it turns back then; chosen by reading, not measured
# Code points; enough to tell whether the whole document was decoded with the wrong encoding; chosen by reading, not measured.
_SAMPLE = 20_000
_SPACES = " \t"


class Misreading(NamedTuple):
    """A run of characters that was decoded with the wrong encoding, its correct text, and whether that is proved."""

    start: int
    end: int
    fixed: str
    is_proved: bool


def build(document: Document) -> tuple[Misreading, ...]:
    """Return the runs of mojibake of `document`; a layer.

    Only lines with characters in the pattern of UTF-8 bytes are checked. ftfy fixes such a line as a whole, then each
    token (text between plain spaces) that it left unchanged, so that one damaged quotation is fixed in an otherwise
    correct line. If the whole document was decoded with one wrong encoding, tokens that ftfy leaves unchanged are
    decoded again too. A fix is proved if decoding it with the wrong encoding gives exactly the original.
    """
    text = document.text
    if text.isascii():
        return ()
    fixes: dict[Span, str] = {}
    tokens: list[Span] = []
    for line in _suspicious_lines(document):
        changes = _line_changes(text, line)
        fixes.update(changes)
        tokens += (token for token in _suspects(text, line) if not any(_overlap(token, change) for change in changes))
    fixes.update((token, _fix(text[slice(*token)])) for token in tokens)
    for place, after in fixes.items():
        if after != text[slice(*place)] and _utf8_shape().search(after):
            fixes[place] = _completed(text[slice(*place)]) or after
    undecided = [token for token in tokens if fixes[token] == text[slice(*token)]]
    if undecided:
        for codec, is_whole in _document_codecs(text, fixes):
            for token in undecided:
                right = _decoded(text[slice(*token)], codec)
                if right is not None and (is_whole or _is_plain_word(right)):
                    fixes[token] = right
    found = [
        run
        for place, after in fixes.items()
        if after != text[slice(*place)]
        for run in _runs(text, *place, after)
        if not _is_loose_mark(run.fixed)
    ]
    if found or "â€œ" in text:
        taken = {run.start for run in found}
        lost = (match.span() for match in _LOST_BYTE.finditer(text))
        found += (Misreading(*span, "”", False) for span in lost if span[0] not in taken)
    return tuple(sorted(run for run in found if not _C1.fullmatch(text, run.start, run.end)))


def _is_loose_mark(fixed: str) -> bool:
    """Return whether a fix would begin with a combining mark other than the European accents.

    A quotation mark before a misread apostrophe can have the bytes of such a mark by chance.
    """
    from unicodedata import category

    return category(fixed[0]).startswith("M") and not "\u0300" <= fixed[0] <= "\u036f" if fixed else False


def _suspicious_lines(document: Document) -> Iterator[Span]:
    text, last = document.text, -1
    for place in _gate().finditer(text):
        start = place.start()
        if start > last and (place["parted"] is not None or _utf8_shape().match(text, start)):
            line = document.lines[document.lines.index_at(start)]
            last = line.end
            if not document.layer(code.build).holds(start):
                yield line


def _line_changes(text: str, line: Span) -> dict[Span, str]:
    """Return the changes that ftfy makes to a line as a whole: the spans of tokens and their new text."""
    before = text[slice(*line)]
    after = _fix(before) if len(before) <= _LONGEST_LINE else before
    if after == before:
        return {}
    old, new = _WORD.findall(before), _WORD.findall(after)
    starts = [line.start, *(line.start + end for end in accumulate(map(len, old)))]
    if len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        return {Span(starts[at], starts[at + 1]): right for at, (wrong, right) in pairs if wrong != right}
    head = 0  # a plain space became part of a character: treat everything that differs as one change
    while old[head] == new[head]:
        head += 1
    tail = 1
    while tail < min(len(old), len(new)) - head and old[-tail - 1] == new[-tail - 1]:
        tail += 1
    return {Span(starts[head], starts[len(old) - tail]): "".join(new[head : len(new) - tail])}


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _suspects(text: str, line: Span) -> Iterator[Span]:
    """Yield the tokens of a line that contain characters in the pattern of UTF-8."""
    position = line.start
    for run in _FOREIGN.finditer(text, *line):
        if run.start() >= position and _utf8_shape().search(text, *run.span()):
            token = _token(text, line, *run.span())
            position = token.end
            yield token


def _completed(damaged: str) -> str | None:
    """Return damaged words with every run in the pattern of UTF-8 decoded, for words that ftfy fixed only partly.

    Return None if no single encoding decodes all of them.
    """
    for codec in _COMMON:
        parts: list[str] = []
        position = 0
        for start, end in _shapes(damaged, 0, len(damaged)):
            right = _decoded(damaged[start:end], codec)
            if right is None:
                break
            parts += (damaged[position:start], right)
            position = end
        else:
            return "".join(parts) + damaged[position:]
    return None


def _document_codecs(text: str, fixes: dict[Span, str]) -> list[tuple[str, bool]]:
    """Return the wrong encodings of the document, each with whether it applies to the whole document.

    It applies to the whole document if `_MOST` of its non-ASCII tokens are UTF-8 decoded with that encoding, and there
    are `_MANY` of them or a fix by ftfy that agrees: no language has such words by chance. If two fixes by ftfy agree,
    it applies to parts of the document.
    """
    foreign = [token for token in patterns.split("[ \\t\\n\\r]", text[:_SAMPLE]) if not token.isascii()]
    pairs = [(text[slice(*place)], after) for place, after in fixes.items()]
    found = []
    for codec in _COMMON:
        decodable = sum(_decoded(token, codec) is not None for token in foreign)
        agreeing = sum(before != after and _decoded(before, codec) == after for before, after in pairs)
        if decodable >= _MOST * len(foreign) and (decodable >= _MANY or agreeing):
            return [(codec, True)]
        if agreeing >= _SOME:
            found.append((codec, False))
    return found


def _is_plain_word(word: str) -> bool:
    """Return whether all non-ASCII characters are lower-case Latin letters or take three bytes in UTF-8.

    Two characters that decode to a capital, a fraction or a currency sign may also be correct as they are.
    """
    return all(
        letter.isascii() or (letter.islower() and letter <= _LATIN_END) or letter >= _THREE_BYTES for letter in word
    )


def _decoded(token: str, codec: str) -> str | None:
    """Return `token` encoded in `codec` and decoded as UTF-8, or None if that fails."""
    _ftfy()  # registers the codecs that define all bytes of the Windows encodings
    try:
        return token.encode(codec).decode("utf-8")
    except UnicodeError:
        return None


def _runs(text: str, start: int, end: int, fixed: str) -> list[Misreading]:
    """Return the damaged runs of the token `text[start:end]`, or one run for all if they cannot be separated."""
    runs = _shapes(text, start, end)
    found, rebuilt, position = [], "", start
    for run_start, run_end in runs:
        words = text[run_start:run_end]
        right = next(filter(None, (_decoded(words, codec) for codec in _COMMON)), words)
        rebuilt += text[position:run_start] + right
        position = run_end
        found.append(Misreading(run_start, run_end, right, True))
    if rebuilt + text[position:end] != fixed:
        return [_trimmed(text, start, end, fixed)]
    return [run for run in found if run.fixed != text[run.start : run.end]]


def _shapes(text: str, start: int, end: int) -> list[list[int]]:
    """Return the start and end of runs of characters in the pattern of UTF-8, with adjacent ones merged."""
    runs: list[list[int]] = []
    for shape in _utf8_shape().finditer(text, start, end):
        if runs and runs[-1][1] == shape.start():
            runs[-1][1] = shape.end()
        else:
            runs.append([shape.start(), shape.end()])
    return runs


def _trimmed(text: str, start: int, end: int, fixed: str) -> Misreading:
    """Return the misreading of `text[start:end]` without unchanged ASCII characters at its ends."""
    shortest = min(end - start, len(fixed))
    head = 0
    while head < shortest and text[start + head] == fixed[head] < "\x80":
        head += 1
    tail = 0
    while tail < shortest - head and text[end - 1 - tail] == fixed[-1 - tail] < "\x80":
        tail += 1
    start, end, fixed = start + head, end - tail, fixed[head : len(fixed) - tail]
    return Misreading(start, end, fixed, keeps("bytes", text, [Edit(start, end, fixed)]))


def _token(text: str, line: Span, start: int, end: int) -> Span:
    """Return the span between plain spaces that contains `text[start:end]`; no-break spaces are part of mojibake."""
    first, last = line
    for space in _SPACES:  # search only up to the nearest one found so far
        first = max(first, text.rfind(space, first, start) + 1)
        found = text.find(space, end, last)
        last = found if found >= 0 else last
    return Span(first, last)


def _fix(token: str) -> str:
    ftfy, config = _ftfy()
    fixed: str = ftfy.fix_encoding(token, config)
    return fixed


@cache
def _ftfy() -> tuple[Any, Any]:
    """Return ftfy and a configuration that fixes encodings but not quotes, ligatures, widths or line breaks."""
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


def _tables() -> list[list[str]]:
    """Return the characters of all 256 bytes for each encoding."""
    return [[bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)] for codec in _CODECS]


@cache
def _gate() -> patterns.Pattern[str]:
    """Return an expression for the start of a UTF-8 character: lead and continuation byte, or “à” split by a space."""
    firsts, others = (
        patterns.escape("".join(sorted({sign for table in _tables() for sign in table[low:high]})))
        for low, high in ((0xC2, 0xF5), (0x80, 0xC0))
    )
    return patterns.expression(  # the range comes first, because testing it takes a third of the time of a long class
        rf"[^\x00-\x7f](?:(?=[{others}\ufffd])(?<=[{firsts}])|(?P<parted>)(?=\s{{1,2}}[a-z])(?<=[ÃГĂ]))"
    )


@cache
def _utf8_shape() -> patterns.Pattern[str]:
    """Return an expression for characters that are, in some single-byte encoding, the bytes of one UTF-8 character."""
    shapes = []
    for table in _tables():
        following = "[" + patterns.escape("".join(table[0x80:0xC0])) + "\ufffd]"
        for first, last, count in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3)):
            shapes.append(f"[{patterns.escape(''.join(table[first : last + 1]))}]{following}{{{count}}}")
    return patterns.expression("|".join(shapes))
