"""The provenance record of a trained data file: what data it was trained on, how, and how good it is.

It is written next to the data file, as `NAME.provenance.json`.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

LIBRARIES = ("numpy", "scikit-learn")


class Source(NamedTuple):
    """A file of training data, with the SHA-256 digest of its bytes and its number of records."""

    file: str
    sha256: str
    records: int


def source(path: Path, records: int) -> Source:
    """Return the entry for the file `path`, which has `records` records."""
    return Source(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), records)


def record_path(output: Path) -> Path:
    """Return the path of the record of the data file `output`."""
    return output.with_name(f"{output.stem}.provenance.json")


def write_record(
    output: Path,
    *,
    command: str,
    date: str,
    sources: Iterable[Source],
    folds: int,
    figures: Mapping[str, Any],
    thresholds: str,
    notes: Iterable[str] = (),
) -> None:
    """Write the record of the data file `output`.

    `command` is the command that trains it. `figures` are the model's results in cross-validation with `folds` folds.
    `thresholds` describes how the thresholds were set. `notes` are further remarks.
    """
    record = {
        "data file": output.name,
        "command": command,
        "date": date,
        "data": [entry._asdict() for entry in sources],
        "folds": folds,
        "figures": figures,
        "thresholds": thresholds,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
        "notes": list(notes),
    }
    record_path(output).write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")
