"""Find characters that are still escaped, as JSON or an email writes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_PATTERNS = {
    "json": r"(?:\\u[0-9a-fA-F]{4}){1,40}|(?<=\w)\\['\"]|\\['\"](?=\w)|(?<=[\w.!?,”\"])\\/(?=\w)|(?<=[.!?”\"])\\n(?:\\n)?(?=[A-Z“\"\s]|$)",
    "mail": r"(?:=[0-9A-F]{2}){2,40}",
}


def check(document: Document, form: str) -> Iterator[Finding]:
    """Yield escape sequences with the characters they stand for.

    `form` is "json" for backslash escapes, or "mail" for the quoted-printable codes of emails. Code, texts about code
    and sequences that cannot be decoded are left alone.
    """
    text = document.text
    if ("\\" if form == "json" else "=") not in text or document.layer(code.build).is_subject:
        return
    for match in _pattern(form).finditer(text):
        start, end = match.span()
        character = _unescaped(match.group()) if form == "json" else _unquoted(match.group())
        if character and not document.layer(code.build).holds(start):
            yield Finding(start, end, values={"after": character}, edits=(Edit(start, end, character),))


def _unescaped(words: str) -> str | None:
    if words[1] != "u":
        return words.replace("\\n", "\n").replace("\\", "")
    try:
        units = b"".join(int(digits, 16).to_bytes(2, "big") for digits in words.split("\\u")[1:])
        return units.decode("utf-16-be")
    except UnicodeError:
        return None


def _unquoted(words: str) -> str | None:
    try:
        character = bytes.fromhex(words.replace("=", "")).decode("utf-8")
    except UnicodeError:
        return None
    return None if character.isascii() else character


@cache
def _pattern(form: str) -> patterns.Pattern[str]:
    return patterns.expression(_PATTERNS[form], patterns.MULTILINE)
