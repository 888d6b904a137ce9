"""Make training data from clean texts: `python -m training planted DATA -o FILE`, for the models of words.

DATA is a folder of clean English articles, one `*.txt` file each. FILE has the clean text of each article, and copies
with planted damage: some with spaces removed, others with spaces inserted in words. Each copy lists its edits, as
`training.word_data` describes. The same texts always get the same damage.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.errors import TrainingError

COPIES = 4  # of each kind of damage
RUN_TOGETHER = 1 / 40  # of the spaces are removed
SPLIT = 1 / 60  # of the long words get a space
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_LONG_WORD = re.compile(r"\b[a-z]{7,}\b")


def run(data: Path, output: Path, date: str) -> None:
    """Write the texts in the folder `data`, and damaged copies of them, to `output`."""
    paths = sorted(data.glob("*.txt"))
    if not paths:
        raise TrainingError(f"{data}: contains no *.txt file")
    with output.open("w", encoding="utf-8", newline="\n") as lines:
        for path in paths:
            for record in records(path.stem, path.read_text("utf-8")):
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")


def records(name: str, text: str) -> Iterator[dict[str, Any]]:
    """Yield the clean record of a text and its damaged ones."""
    chance = random.Random(name)
    yield {"id": f"clean/{name}", "source": "clean", "text": text}
    for copy in range(1, COPIES + 1):
        yield {"id": f"run-together-{copy}/{name}", "source": "syn_space", **without_spaces(text, chance)}
        yield {"id": f"split-{copy}/{name}", "source": "syn_split", **with_spaces(text, chance)}


def without_spaces(text: str, chance: random.Random) -> dict[str, Any]:
    """Return a record of `text` without some of its spaces, and the edits that restore them."""
    damaged = Damaged(text)
    for match in _SPACE.finditer(text):
        if chance.random() < RUN_TOGETHER:
            start, end = _words_around(text, match.start())
            damaged.replace(start, end, text[start : match.start()] + text[match.end() : end])
    return damaged.record()


def with_spaces(text: str, chance: random.Random) -> dict[str, Any]:
    """Return a record of `text` with a space in some of its long words, and the edits that remove them."""
    damaged = Damaged(text)
    for match in _LONG_WORD.finditer(text):
        if chance.random() < SPLIT:
            word = match.group()
            cut = chance.randrange(2, len(word) - 1)
            damaged.replace(match.start(), match.end(), f"{word[:cut]} {word[cut:]}")
    return damaged.record()


def _words_around(text: str, space: int) -> tuple[int, int]:
    """Return the start of the chunk before `space` and the end of the chunk after it."""
    start, end = space, space + 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


class Damaged:
    """A text with damage planted from left to right, and the edits that undo it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done = 0  # code points of the text that are in `_pieces`
        self._pieces: list[str] = []
        self._length = 0  # code points in `_pieces`
        self._edits: list[dict[str, Any]] = []

    def replace(self, start: int, end: int, damage: str) -> None:
        """Replace the text from `start` to `end` with `damage`, unless it overlaps earlier damage."""
        if start < self._done:
            return
        self._add(self._text[self._done : start])
        self._edits.append({"start": self._length, "end": self._length + len(damage), "gold": self._text[start:end]})
        self._add(damage)
        self._done = end

    def record(self) -> dict[str, Any]:
        """Return the damaged text and its edits."""
        self._add(self._text[self._done :])
        self._done = len(self._text)
        return {"text": "".join(self._pieces), "edits": self._edits}

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
