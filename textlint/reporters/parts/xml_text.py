"""Escape text for XML 1.0 and HTML."""

from __future__ import annotations

from html import escape

from textlint.text.sanitize import visible


def to_xml(text: str) -> str:
    """Return `text` escaped for content and quoted attributes, with characters that XML forbids made visible."""
    return escape(visible(text))


def attributes(**values: object) -> str:
    """Return `values` as XML attributes, each preceded by a space; values of None are left out."""
    return "".join(f' {name}="{to_xml(str(value))}"' for name, value in values.items() if value is not None)
