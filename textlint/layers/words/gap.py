"""A place inside a chunk where a space may be missing."""

from __future__ import annotations

from textlint.startup.values import NamedTuple

SHAPES = ("lower", "title", "clitic", "name", "case", "caps", "sentence", "punct", "open", "digit")


class Gap(NamedTuple):
    """A place in a chunk (a run of characters without white space) where a space may be missing.

    `cut` is an offset into the chunk. `left` and `right` are the words beside it, `whole` the run of letters it stands
    in (empty beside punctuation). `shape` is one of SHAPES. `others` counts other splits of the run that look as good,
    `parts` the words the run falls into. `punctuation` are the signs that end at `cut` or start there, if any.
    """

    cut: int
    shape: str
    left: str
    right: str
    whole: str = ""
    others: int = 0
    parts: int = 2
    punctuation: str = ""
