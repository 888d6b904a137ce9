"""Sets of characters used by several checks, as strings for `in`, `str.strip` and character classes."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"
THIN_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces of a fixed width: en, em, figure, thin, hair, ideographic and similar spaces."""

ZERO_WIDTH = "\u200b\u2060\ufeff"
"""Zero-width characters that allow or prevent a line break; the joiners (U+200C, U+200D) are not included."""

SPACES = " \t" + NO_BREAK_SPACE + THIN_SPACES + ZERO_WIDTH
"""All characters that look empty within a line, so without line breaks."""
