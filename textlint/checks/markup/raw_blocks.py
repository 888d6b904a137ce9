"""Find the parts of a page that are not text: comments, scripts, style sheets, declarations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_ELEMENTS = ("script", "style", "noscript", "iframe", "svg", "object", "template", "xml")


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield comments and declarations (`kind` "comment") or whole elements that contain no text ("element").

    A comment that never closes is reported up to the end of its line, with an unsafe fix. Texts about code are left
    alone.
    """
    text = document.text
    if ("<" not in text and "]]>" not in text) or document.layer(code.build).is_subject:
        return
    position = 0
    unclosed: set[str] = set()  # closing delimiters that do not occur in the rest of the text
    for opening in (_opening() if kind == "element" else _marks()).finditer(text):
        start = opening.start()
        if start < position or document.layer(code.build).holds(start):
            continue
        sure = True
        end = opening.end()
        closing = f"</{opening[1].lower()}" if kind == "element" else {"<!--": "-->", "<?": "?>"}.get(opening[0], "")
        if closing:
            haystack = document.folded if kind == "element" else text
            found = -1 if closing in unclosed else haystack.find(closing, end)
            if found < 0:
                unclosed.add(closing)
            if kind == "element":
                if found < 0:
                    continue
                end = text.find(">", found) + 1 or len(text)
            else:
                sure = found >= 0
                end = found + len(closing) if sure else document.lines[document.lines.index_at(start)].end
        position = end
        yield Finding(start, end, edits=(_deletion(text, start, end),), applicability=None if sure else "unsafe")


def _deletion(text: str, start: int, end: int) -> Edit:
    """Return the edit that deletes the block without running words together; alone on its line, the line goes too."""
    at_start = start == 0 or text[start - 1] in "\r\n"
    at_end = end == len(text) or text[end] in "\r\n"
    if at_start and at_end:
        return Edit(start, end + (2 if text[end : end + 2] == "\r\n" else 1 if end < len(text) else 0), "")
    welds = not (at_start or at_end) and text[start - 1].isalnum() and text[end].isalnum()
    return Edit(start, end, " " if welds else "")


@cache
def _opening() -> patterns.Pattern[str]:
    return patterns.expression(rf"<({'|'.join(_ELEMENTS)})(?:\s[^<>]{{0,4000}})?>", patterns.IGNORECASE)


@cache
def _marks() -> patterns.Pattern[str]:
    return patterns.expression(
        r"<!--|<\?(?=xml|php|=)|(?:(?://|/\*)\s?)?<!\[CDATA\[(?:\s?\*/)?|(?:(?://|/\*)\s?)?\]\]>(?:\s?\*/)?|<!\[(?:if|endif)[^<>\n]{0,80}>(?:-->)?|"
        r"<!(?:DOCTYPE|doctype)\b[^<>]{0,400}>"
    )
