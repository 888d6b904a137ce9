"""The training data of the models of words: texts with labeled damage, and clean ones.

DATA is a folder of JSON Lines files (plain or .xz), or one such file. A record has `id` (what was done to the text, a
slash, and the text's name) and `text`. A damaged text has `edits`, each with `start`, `end` (code points) and `gold`, the
words as they should be there; a clean one has none. Whatever is found in a clean text is a false alarm. Where `source`
starts with "syn", the damage was planted and is known to the last place; elsewhere, what is outside the edits may be
damage that nobody labeled.
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
WORD = 6  # code points, with the space: by this a text's length is counted in words


def read_records(data: Path, sources: list[Source]) -> Iterator[dict[str, Any]]:
    """Yield the records of the file or folder `data`, and add each file to `sources` once it is read."""
    paths = sorted(data.glob("*.jsonl*")) if data.is_dir() else [data]
    if not paths:
        raise TrainingError(f"{data}: no *.jsonl or *.jsonl.xz file in it")
    for path in paths:
        count = 0
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                count += 1
                yield json.loads(line)
        sources.append(source(path, count))


def english(records: Iterator[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Document]]:
    """Yield the records with a text in English, or too short to tell, and the text as a document."""
    for record in records:
        document = Document(record["text"])
        if document.language in ("en", ""):
            yield record, document


def fold_group(name: str) -> int:
    """Return a number for the document `name`, "kind/text": copies of one text must be in the same fold."""
    text = name.split("/", 1)[-1]
    return int(hashlib.md5(text.encode()).hexdigest()[:7], 16)
