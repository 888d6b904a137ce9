"""Find characters that no article contains on purpose, such as controls, private-use characters and ligatures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.startup import patterns

_PATTERNS = {
    "windows": "[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\x9f]",
    "control": "\x1b\\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f\ufffc]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]+",
    "private-use": "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+",
    "replacement": "[\ufffd\ud800-\udfff]+",
    "ligature": "[\ufb00-\ufb06]",
}
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_BULLETS = "\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf076"  # bullets, arrows and check marks in Word's symbol fonts
_LEADS = "ÂÃÄÅÎÏÐÑ×ØÙâïð" + "".join(map(chr, (*range(0x80, 0xA0), *range(0x300, 0x370))))
_UNSURE = {"windows": "display"}  # after these letters the control may be a byte of UTF-8, which an edit would hide
_ANY_CONTROL = patterns.expression("[\x00-\x08\x0e-\x1f\x7f\ufffc\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
_BIDI = patterns.expression("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
_RIGHT_TO_LEFT = patterns.expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield characters of one kind: "windows", "control", "private-use", "replacement" or "ligature".

    "windows" are the controls U+0080 to U+009F, at whose bytes Windows-1252 has quotation marks and dashes. Text
    direction marks are reported only in a text without right-to-left letters. Replacement characters have no fix.
    """
    text = document.text
    if kind != "control" and text.isascii():
        return
    if kind == "control" and not _ANY_CONTROL.search(text):
        return
    for match in _pattern(kind).finditer(text):
        start, end = match.span()
        words = match.group()
        replacement: str | None = ""
        sure = True
        if kind == "windows":
            if len(words) > 1:
                continue  # bytes of UTF-8 rather than of Windows: mojibake
            replacement = _windows(words)
            sure = start == 0 or text[start - 1] not in _LEADS
        elif kind == "ligature":
            replacement = _LIGATURES[words]
        elif kind == "replacement":
            replacement = None
        elif kind == "private-use":
            is_bullet = (
                words in _BULLETS and text[end : end + 1].isspace() and (start == 0 or text[start - 1] in "\r\n\t ")
            )
            replacement = "•" if is_bullet else None if _is_inside_word(text, start, end) else ""
        elif _BIDI.match(words) and _RIGHT_TO_LEFT.search(text):
            continue
        else:
            sure = not _is_inside_word(text, start, end) or bool(_BIDI.match(words))
        edits = () if replacement is None else (Edit(start, end, replacement),)
        values = {"codes": " ".join(f"U+{ord(character):04X}" for character in words[:4])}
        if kind == "windows":  # five of these bytes have no character in Windows-1252
            values["note"] = f"Write “{replacement}”" if replacement else "Look up the right character in the original"
        elif replacement:
            values["after"] = replacement
        yield Finding(
            start, end, values=values, edits=edits, applicability=None if sure else _UNSURE.get(kind, "unsafe")
        )


def _windows(character: str) -> str | None:
    try:
        return character.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return None


def _is_inside_word(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


@cache
def _pattern(kind: str) -> patterns.Pattern[str]:
    return patterns.expression(_PATTERNS[kind])
