"""Make text from an article safe and visible in a terminal or a report, and shorten it."""

from __future__ import annotations

from functools import cache

from textlint.startup import patterns

_ELLIPSIS = "…"


@cache
def _invisible() -> patterns.Pattern[str]:
    """Return an expression for characters that control a terminal, reorder or hide text, or only look like a space.

    These are the Unicode categories Cc, Cf, Cs, Zl and Zp, and from other categories the no-break spaces and the
    letters and marks without a visible form.
    """
    return patterns.expression(
        "[\x00-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
        "\u2007\u200b-\u200f\u2028-\u202f\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
        "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    )


def visible(text: str) -> str:
    """Return `text` with every control and invisible character replaced by a visible one.

    C0 controls become their symbols (ESC `␛`, tab `␉`, line feed `␊`), a no-break space `⍽`, and anything else its code
    point, such as `<U+202E>`. The result contains no control, format, surrogate, line or paragraph separator
    characters.
    """
    if text.isprintable() and text.isascii():
        return text
    return _invisible().sub(_visible_form, text)


def _visible_form(match: patterns.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return "⍽" if code == 0xA0 else f"<U+{code:04X}>"


def shorten(text: str, width: int) -> str:
    """Return `text` cut to `width` code points (at least 3), with an ellipsis in the middle if it is longer."""
    width = max(width, 3)
    if len(text) <= width:
        return text
    tail = (width - 1) // 3
    return text[: width - 1 - tail].rstrip() + _ELLIPSIS + text[len(text) - tail :].lstrip()


def display_width(text: str) -> int:
    """Return the width of `text` in terminal columns: wide East Asian characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(character) in ("Mn", "Me") else 1 + (east_asian_width(character) in ("W", "F"))
        for character in text
    )
