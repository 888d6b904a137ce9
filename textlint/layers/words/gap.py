"""A place inside a chunk where a space may be missing."""

from __future__ import annotations

from textlint.startup.values import NamedTuple

SHAPES = ("lower", "title", "clitic", "name", "case", "caps", "sentence", "punct", "open", "digit")


class Gap(NamedTuple):
    """A place in a chunk (a run of characters without white space) where a space may be missing.

    `cut` is an offset into the chunk. `left` and `right` are the words beside it, and `whole` is the run of letters
    around it (empty next to punctuation). `shape` is one of SHAPES. `others` counts the other splits of the run that are
    nearly as good, `parts` the words that the run splits into. `punctuation` is the punctuation at `cut`, if any.
    """

    cut: int
    shape: str
    left: str
    right: str
    whole: str = ""
    others: int = 0
    parts: int = 2
    punctuation: str = ""
