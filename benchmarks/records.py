"""Read labeled data: JSON Lines, plain or compressed, from a folder that the user provides."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_OPENERS: dict[str, Any] = {".gz": gzip.open, ".xz": lzma.open}


def records(folder: str, task: str, limit: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the records of the files `<task>*.jsonl[.gz|.xz]` in `folder`, in the order of their names.

    `limit` is the maximum number of records per file; 0 means all. A record without `text` gets the text of its
    `lines`.
    """
    for path in sorted(Path(folder).glob(f"{task}*.jsonl*")):
        with _OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file):
                if limit and number >= limit:
                    break
                record = json.loads(line)
                if "text" not in record:
                    record["text"] = "\n".join(item["text"] for item in record["lines"])
                yield record
