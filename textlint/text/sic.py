"""Find `[sic]`, which marks an error that the writer quotes on purpose."""

from __future__ import annotations

from textlint.startup import patterns

_AFTER = patterns.expression(r"[\s\"'.,;:!?)»]{0,3}\[sic\b[^\]\n]{0,40}\]")  # in the folded text, so quotes are plain
_REACH = 60


def is_sic(folded: str, end: int) -> bool:
    """Return whether `[sic]` follows the end of a finding, after at most three spaces or punctuation characters."""
    return _AFTER.match(folded, end, end + _REACH) is not None
