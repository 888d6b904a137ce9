"""Where a document was decoded with the wrong encoding, and what decoding it rightly gives."""

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
_C1 = patterns.expression("[\x80-\x9f]")  # alone it is a character of Windows, of which another rule speaks
_LONGEST_LINE = 4_000  # code points that ftfy judges as a whole, so that a long line costs no more than others
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
_SAMPLE = 20_000  # code points, chosen for speed: a document went through a wrong encoding as a whole or not
_BLANKS = " \t"


class Misreading(NamedTuple):
    """A run of characters read in the wrong encoding, the repair, and whether the repair is proved."""

    start: int
    end: int
    repaired: str
    is_proved: bool


def build(document: Document) -> tuple[Misreading, ...]:
    """Return the runs of mojibake of `document`; a layer.

    Only lines are looked at in which characters stand as the bytes of UTF-8 would. ftfy judges such a line whole, then
    each token of it (what stands between plain blanks) that it left alone, so that one damaged quotation is repaired in
    an otherwise sound line. Where the document as a whole went through one wrong encoding, that also repairs the tokens
    that ftfy will not decide. A repair is proved where decoding it wrongly again gives the original back, character for
    character.
    """
    text = document.text
    if text.isascii():
        return ()
    repairs: dict[Span, str] = {}
    tokens: list[Span] = []
    for line in _suspicious_lines(document):
        changes = _line_changes(text, line)
        repairs.update(changes)
        tokens += (token for token in _suspects(text, line) if not any(_overlap(token, change) for change in changes))
    repairs.update((token, _fix(text[slice(*token)])) for token in tokens)
    for place, after in repairs.items():
        if after != text[slice(*place)] and _utf8_shape().search(after):
            repairs[place] = _completed(text[slice(*place)]) or after
    undecided = [token for token in tokens if repairs[token] == text[slice(*token)]]
    if undecided:
        for codec, is_whole in _document_codecs(text, repairs):
            for token in undecided:
                right = _decoded(text[slice(*token)], codec)
                if right is not None and (is_whole or _is_plain_word(right)):
                    repairs[token] = right
    found = [
        run
        for place, after in repairs.items()
        if after != text[slice(*place)]
        for run in _runs(text, *place, after)
        if not _is_loose_mark(run.repaired)
    ]
    if found or "â€œ" in text:
        taken = {run.start for run in found}
        lost = (match.span() for match in _LOST_BYTE.finditer(text))
        found += (Misreading(*span, "”", False) for span in lost if span[0] not in taken)
    return tuple(sorted(run for run in found if not _C1.fullmatch(text, run.start, run.end)))


def _is_loose_mark(repaired: str) -> bool:
    """Say whether a repair would begin with a mark that goes above or below a letter, and is no European accent.

    A quotation mark before an apostrophe that was misread has the bytes of such marks by chance.
    """
    from unicodedata import category

    return category(repaired[0]).startswith("M") and not "\u0300" <= repaired[0] <= "\u036f" if repaired else False


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
    """Return what ftfy changes in a line that it judges as a whole: the tokens before, and what stands there after."""
    before = text[slice(*line)]
    after = _fix(before) if len(before) <= _LONGEST_LINE else before
    if after == before:
        return {}
    old, new = _WORD.findall(before), _WORD.findall(after)
    starts = [line.start, *(line.start + end for end in accumulate(map(len, old)))]
    if len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        return {Span(starts[at], starts[at + 1]): right for at, (wrong, right) in pairs if wrong != right}
    head = 0  # a plain blank became part of a character: what differs is one change
    while old[head] == new[head]:
        head += 1
    tail = 1
    while tail < min(len(old), len(new)) - head and old[-tail - 1] == new[-tail - 1]:
        tail += 1
    return {Span(starts[head], starts[len(old) - tail]): "".join(new[head : len(new) - tail])}


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _suspects(text: str, line: Span) -> Iterator[Span]:
    """Yield the tokens of a line that hold characters in the shape of UTF-8."""
    position = line.start
    for run in _FOREIGN.finditer(text, *line):
        if run.start() >= position and _utf8_shape().search(text, *run.span()):
            token = _token(text, line, *run.span())
            position = token.end
            yield token


def _completed(damaged: str) -> str | None:
    """Return damaged words with every run in the shape of UTF-8 decoded, where ftfy has left some of them.

    None if no one encoding decodes them all.
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


def _document_codecs(text: str, repairs: dict[Span, str]) -> list[tuple[str, bool]]:
    """Return the wrong encodings that the document went through, and whether it did as a whole.

    It did as a whole if `_MOST` of its tokens beyond ASCII are UTF-8 read in that encoding, and if there are `_MANY` of
    them or a repair by ftfy that agrees: no language writes such words by chance. Two repairs of ftfy that agree make
    it certain for parts of it.
    """
    foreign = [token for token in patterns.split("[ \\t\\n\\r]", text[:_SAMPLE]) if not token.isascii()]
    fixes = [(text[slice(*place)], after) for place, after in repairs.items()]
    found = []
    for codec in _COMMON:
        decodable = sum(_decoded(token, codec) is not None for token in foreign)
        agreeing = sum(before != after and _decoded(before, codec) == after for before, after in fixes)
        if decodable >= _MOST * len(foreign) and (decodable >= _MANY or agreeing):
            return [(codec, True)]
        if agreeing >= _SOME:
            found.append((codec, False))
    return found


def _is_plain_word(word: str) -> bool:
    """Say whether the characters beyond ASCII are small Latin letters, as within a word, or marks of three bytes.

    Two signs that stand for a capital, a fraction or a currency may also be what they look like.
    """
    return all(
        letter.isascii() or (letter.islower() and letter <= _LATIN_END) or letter >= _THREE_BYTES for letter in word
    )


def _decoded(token: str, codec: str) -> str | None:
    """Return `token` as it reads when its characters, written in `codec`, are taken for UTF-8; None if they are not."""
    _ftfy()  # registers the codecs that give the undefined bytes of Windows a meaning
    try:
        return token.encode(codec).decode("utf-8")
    except UnicodeError:
        return None


def _runs(text: str, start: int, end: int, repaired: str) -> list[Misreading]:
    """Return the damaged runs of the token `text[start:end]`, or one that holds them all if they cannot be told apart."""
    runs = _shapes(text, start, end)
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


def _shapes(text: str, start: int, end: int) -> list[list[int]]:
    """Return where characters stand in the shape of UTF-8, neighbors in one run."""
    runs: list[list[int]] = []
    for shape in _utf8_shape().finditer(text, start, end):
        if runs and runs[-1][1] == shape.start():
            runs[-1][1] = shape.end()
        else:
            runs.append([shape.start(), shape.end()])
    return runs


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


def _token(text: str, line: Span, start: int, end: int) -> Span:
    """Return the span between plain blanks that holds `text[start:end]`; no-break spaces are part of mojibake."""
    first, last = line
    for blank in _BLANKS:  # each is looked for no further than the one before was found
        first = max(first, text.rfind(blank, first, start) + 1)
        found = text.find(blank, end, last)
        last = found if found >= 0 else last
    return Span(first, last)


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


def _tables() -> list[list[str]]:
    """Return for each encoding the characters of all bytes."""
    return [[bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)] for codec in _CODECS]


@cache
def _gate() -> patterns.Pattern[str]:
    """Where a character of UTF-8 may begin: a first and a following byte side by side, or “à” that a plain blank parted."""
    firsts, others = (
        patterns.escape("".join(sorted({sign for table in _tables() for sign in table[low:high]})))
        for low, high in ((0xC2, 0xF5), (0x80, 0xC0))
    )
    return patterns.expression(  # the range first: it is tested in a third of the time of a long class
        rf"[^\x00-\x7f](?:(?=[{others}\ufffd])(?<=[{firsts}])|(?P<parted>)(?=\s{{1,2}}[a-z])(?<=[ÃГĂ]))"
    )


@cache
def _utf8_shape() -> patterns.Pattern[str]:
    """Characters that are, in some encoding of one byte a character, the bytes of one character of UTF-8."""
    shapes = []
    for table in _tables():
        following = "[" + patterns.escape("".join(table[0x80:0xC0])) + "\ufffd]"
        for first, last, count in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3)):
            shapes.append(f"[{patterns.escape(''.join(table[first : last + 1]))}]{following}{{{count}}}")
    return patterns.expression("|".join(shapes))
