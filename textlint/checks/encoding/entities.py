"""Find HTML entities that were never replaced with the characters they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_ENTITY = patterns.expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&nbsp\b(?!;)")
_MARKUP = patterns.expression(r"&(?:lt|gt|#0*6[02]|#[xX]0*3[cCeE]);")
_SIGN_OF_LESS = patterns.expression(r"(?:^|[\s\d])$")


def check(document: Document) -> Iterator[Finding]:
    """Yield each entity with the character it stands for, outside code and texts about code.

    Names that HTML does not define are left alone. Replacing the brackets of a tag (`&lt;`, `&gt;`) is an unsafe fix,
    because the text between them would become markup. A single “less than” between spaces is safe.
    """
    text = document.text
    found = list(_ENTITY.finditer(text))
    if not found or document.layer(code.build).is_subject:
        return
    import html

    for match in found:
        start, end = match.span()
        character = html.unescape(match.group())
        if character == match.group() or not character or document.layer(code.build).holds(start):
            continue
        is_tag = _MARKUP.match(match.group()) and not (
            text[end : end + 1] == " " and _SIGN_OF_LESS.search(text, max(0, start - 1), start)
        )
        applicability = "unsafe" if is_tag else None
        yield Finding(
            start, end, values={"after": character}, edits=(Edit(start, end, character),), applicability=applicability
        )
