"""Classes of characters that several checks speak of, as strings for `in`, `str.strip` and character classes."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"
THIN_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Blanks of a fixed width: en, em, figure, thin, hair, ideographic and their like."""

ZERO_WIDTH = "\u200b\u2060\ufeff"
"""Characters without width that only allow or forbid a line break; the joiners (U+200C, U+200D) shape letters."""

BLANKS = " \t" + NO_BREAK_SPACE + THIN_SPACES + ZERO_WIDTH
"""Everything that looks like nothing on a line; line breaks are not among them."""
