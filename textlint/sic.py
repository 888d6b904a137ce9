"""`[sic]`: the writer's own word that something stands so in the source."""

from __future__ import annotations

from textlint import compiled
from textlint.document import Document

_AFTER = compiled.expression(r"[\s\"'.,;:!?)»]{0,3}\[sic\b[^\]\n]{0,40}\]")  # in the folded text, so quotes are plain
_REACH = 60


def is_sic(document: Document, end: int) -> bool:
    """Say whether `[sic]` follows the place where a finding ends, with at most three blanks or marks between."""
    return _AFTER.match(document.folded, end, end + _REACH) is not None
