"""Find JSON that a page contains for search engines and programs."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_OPENING = patterns.expression(r"(?:^|(?<=[\s;>]))(?:\{|\[\s?\{)\s{0,8}\"", patterns.MULTILINE)
_FEWEST_KEYS = 2  # keys of an object; one alone may be quoted in an article; chosen by reading, not measured


def check(document: Document) -> Iterator[Finding]:
    """Yield each JSON object, or list of objects, with at least two keys.

    An object with a key such as `@context` or `@type` is certainly data for search engines; the fix of others is
    unsafe. Code between backticks and texts about code are left alone.
    """
    text = document.text
    if document.layer(code.build).is_subject:
        return
    if not _OPENING.search(text):
        return
    import json  # most documents do not need it

    decoder = json.JSONDecoder()
    position = 0
    for match in _OPENING.finditer(text):
        start = match.start()
        if start < position:
            continue
        try:
            value, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        position = end
        keys = value[0] if isinstance(value, list) else value
        if len(keys) < _FEWEST_KEYS:
            continue
        sure = any(key.startswith("@") for key in keys)
        at_start = start == 0 or text[start - 1] in "\r\n"
        cut = end + 1 if at_start and text[end : end + 1] in ("\n", "\r") and text[end : end + 2] != "\r\n" else end
        yield Finding(start, end, edits=(Edit(start, cut, ""),), applicability=None if sure else "unsafe")
