"""Find words that a blank has split in two."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.words.split_words import find_split_words, weigh
from textlint.span import Edit, Finding
from textlint.startup.cache import read_json
from textlint.startup.locations import data_file
from textlint.startup.values import Any

_DATA = data_file("split_words.json")
# Sure splits elsewhere that count at most, and log odds that each lends; chosen by reading, not measured.
_MOST_SUPPORT, _SUPPORT = 1.5, 2.0


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each word in two parts, with the blank's deletion as its edit.

    Values for the message: `joined`. Sure splits elsewhere in the document support the doubtful ones; one that stays
    doubtful is lowered to unsafe.
    """
    splits = sorted(find_split_words(document))
    if not splits:
        return
    model = _model()
    scores = [weigh(model["weights"], split.features) for split in splits]
    sureness = [max(0.0, math.tanh(score / 2)) ** 2 for score in scores]
    total, end = sum(sureness), 0
    for split, score, own in zip(splits, scores, sureness, strict=True):
        supported = score + _SUPPORT * min(_MOST_SUPPORT, total - own)
        if supported > model["shown"] and split.start >= end:
            end = split.end
            text = document.text
            yield Finding(
                split.start,
                split.end,
                values={"joined": text[split.start : split.cut] + text[split.resumes : split.end]},
                edits=(Edit(split.cut, split.resumes, ""),),
                applicability=None if supported > model["safe"] else "unsafe",
            )


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = read_json("split_words", _DATA)
    return model
