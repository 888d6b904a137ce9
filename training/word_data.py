"""The training data for the word models: texts with labeled damage, and clean texts.

DATA is a folder of JSON Lines files (plain or .xz), or one such file. A record has `id` (the kind of damage, a slash, and
the name of the text) and `text`. A damaged text has `edits`, each with `start`, `end` (code points) and `gold`, the
correct text for that range. A clean text has no `edits`, and anything found in it is a false alarm. If `source` starts
with "syn", the damage was planted and all of it is labeled. Otherwise, there may be unlabeled damage outside the edits.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textlint.document import Document
from training.errors import TrainingError
from training.provenance import Source, source

FOLDS = 5
WORD = 6  # code points per word, with the space, to estimate the number of words in a text


def read_records(data: Path, sources: list[Source]) -> Iterator[dict[str, Any]]:
    """Yield the records of the file or folder `data`, and add each file to `sources` after reading it."""
    paths = sorted(data.glob("*.jsonl*")) if data.is_dir() else [data]
    if not paths:
        raise TrainingError(f"{data}: contains no *.jsonl or *.jsonl.xz file")
    for path in paths:
        count = 0
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                count += 1
                yield json.loads(line)
        sources.append(source(path, count))


def english(records: Iterator[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Document]]:
    """Yield the records with an English text, or one too short to detect its language, and the text as a document."""
    for record in records:
        document = Document(record["text"])
        if document.language in ("en", ""):
            yield record, document


def fold_group(name: str) -> int:
    """Return a number for the document `name`, "kind/text", that is the same for all copies of a text.

    Copies of one text must be in the same fold.
    """
    text = name.split("/", 1)[-1]
    return int(hashlib.md5(text.encode()).hexdigest()[:7], 16)
