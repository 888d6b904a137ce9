"""`[sic]`: the writer's own word that something stands so in the source."""

from __future__ import annotations

from textlint.startup import patterns

_AFTER = patterns.expression(r"[\s\"'.,;:!?)»]{0,3}\[sic\b[^\]\n]{0,40}\]")  # in the folded text, so quotes are plain
_REACH = 60


def is_sic(folded: str, end: int) -> bool:
    """Say whether `[sic]` follows the place where a finding ends, with at most three blanks or marks between."""
    return _AFTER.match(folded, end, end + _REACH) is not None
