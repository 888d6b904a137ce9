"""Find the tags of markup languages in a document."""

from __future__ import annotations

from functools import cache

from textlint.document import Document
from textlint.layers.shared import code
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_VALUE = r"(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\s\"'<>=]{1,2000})"
_QUOTED = patterns.expression("=\\s*[\"'“”]")
_BOOLEAN = (
    "allowfullscreen|async|autoplay|checked|compact|controls|crossorigin|default|defer|disabled|hidden|ismap|itemscope|loop|"
    "multiple|muted|nofollow|noshade|novalidate|nowrap|open|playsinline|readonly|required|reversed|selected"
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html li main menu nav noscript ol option p pre section select table tbody td tfoot th "
    "thead title tr ul".split()
)
_MORE_NAMES = frozenset(
    "amp-ad amp-img font center o:p st1:place st1:city st1:country-region v:shape w:sdt svg path".split()
)


class Tag(NamedTuple):
    """A tag with its brackets, in code points; `name` is in lower case, and `is_block` means that it breaks the line."""

    start: int
    end: int
    name: str
    is_closing: bool
    has_attributes: bool
    is_block: bool


def build(document: Document) -> tuple[Tag, ...]:
    """Return the tags of `document` that name an HTML element, outside code; a layer. A text about code has none.

    A tag has a known name or quoted attributes, and each attribute has a value or is a boolean attribute, so “a <b and
    c> d” contains no tag.
    """
    if "<" not in document.text or document.layer(code.build).is_subject:
        return ()
    tags = []
    seen: set[str] = set()  # names outside HTML, from tags with attributes
    for match in _tag().finditer(document.text):
        name, attributes = match["name"].lower(), match["attributes"]
        if name not in _known_names():
            if _QUOTED.search(attributes):
                seen.add(name)
            elif name not in seen:
                continue
        if not document.layer(code.build).holds(match.start()):
            is_block = name in _BLOCKS or name == "br"
            tags.append(Tag(*match.span(), name, bool(match["slash"]), bool(attributes), is_block))
    return tuple(tags)


@cache
def _tag() -> patterns.Pattern[str]:
    return patterns.expression(
        r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,30})"
        rf"(?P<attributes>(?:\s+(?:[\w:@.-]{{1,60}}\s*=\s*{_VALUE}|(?:{_BOOLEAN})(?![\w=-])))*+)\s*/?>",
        patterns.IGNORECASE,
    )


@cache
def _known_names() -> frozenset[str]:
    from lxml.html import defs

    return frozenset(defs.tags) | _MORE_NAMES
