"""The measures of a judgment, their floors, and the files that store them.

`floors.toml` contains the floors, and the reason for each floor that was lowered. `known.jsonl` lists the errors at the
time when the floors were last written, so a later failure can name the new ones.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.judging import Fault, Judgment
from benchmarks.quality.labels import FAMILIES

FOLDER = Path(__file__).parents[2] / "fixtures" / "quality"
# Lower is better for these; for all others, higher is.
CEILINGS = ("body-flagged", "body-changed", "noisy-clean-documents")
_DIGITS = 4
_HEAD = """\
# Written by `python -m benchmarks.quality`: do not edit. `--raise` raises floors, `--lower MEASURE --because REASON`
# lowers one. For body-flagged, body-changed and noisy-clean-documents, lower is better.
"""


class FloorError(Exception):
    """A floor cannot be changed as requested."""


class Lowered(NamedTuple):
    """A floor that was lowered, and why. For a measure where lower is better, it was raised."""

    measure: str
    before: float
    after: float
    because: str


class Floors(NamedTuple):
    """The floor of each measure, and those that were lowered, oldest first."""

    floors: dict[str, float]
    lowered: tuple[Lowered, ...]


def measure(judgment: Judgment) -> dict[str, float]:
    """Return the measures by name: shares from 0 to 1, except `body-flagged` (percent) and counts."""
    measures: dict[str, float] = {}
    for family in FAMILIES:
        found, missed = judgment.found[family], judgment.missed[family]
        measures[f"{family}-precision"] = _share(judgment.right[family], judgment.wrong[family])
        measures[f"{family}-recall"] = _share(found, missed)
    measures["body-flagged"] = _rounded("body-flagged", 100 * judgment.body_flagged / max(judgment.body, 1))
    measures["body-changed"] = judgment.body_changed
    measures["noisy-clean-documents"] = judgment.noisy
    measures["safely-cut-furniture"] = _share(judgment.furniture_cut, judgment.furniture - judgment.furniture_cut)
    measures["safely-fixed-labels"] = _share(judgment.fixed, judgment.fixable - judgment.fixed)
    return measures


def broken(measures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Return the measures that are worse than their floor, or have none."""
    return [name for name, value in measures.items() if name not in floors or _is_worse(name, value, floors[name])]


def raised(measures: Mapping[str, float], floors: Floors) -> Floors:
    """Return the floors, each raised to the current value of its measure if that is better. None is lowered.

    Floors of measures that no longer exist are dropped.
    """
    kept = {
        name: floors.floors[name] if name in floors.floors and _is_worse(name, value, floors.floors[name]) else value
        for name, value in measures.items()
    }
    return Floors(kept, floors.lowered)


def lowered(measures: Mapping[str, float], floors: Floors, name: str, because: str) -> Floors:
    """Return the floors with the floor of measure `name` lowered to its current value, for the reason `because`.

    Raises FloorError if there is no such measure or no reason, or if the measure is no worse than its floor.
    """
    if name not in measures or name not in floors.floors:
        raise FloorError(f"{name} is not a measure; the measures are {', '.join(measures)}")
    if not because.strip():
        raise FloorError("Say why, with --because REASON")
    value, floor = measures[name], floors.floors[name]
    if not _is_worse(name, value, floor):
        raise FloorError(f"{name} is {value:g}, no worse than its floor of {floor:g}: nothing to lower")
    note = Lowered(name, floor, value, because.strip())
    return Floors({**floors.floors, name: value}, (*floors.lowered, note))


def worse(faults: tuple[Fault, ...], known: Counter[Fault]) -> list[Fault]:
    """Return the faults that are not known, ignoring line numbers."""
    left = Counter[Fault]()
    for fault, count in known.items():
        left[fault._replace(line=0)] += count
    new = []
    for fault in faults:
        place = fault._replace(line=0)
        if left[place]:
            left[place] -= 1
        else:
            new.append(fault)
    return new


def read_floors(folder: Path = FOLDER) -> Floors:
    """Return the floors of a folder; empty if it has no `floors.toml`."""
    path = folder / "floors.toml"
    if not path.exists():
        return Floors({}, ())
    tables = tomllib.loads(path.read_text("utf-8"))
    return Floors(dict(tables["floors"]), tuple(Lowered(**entry) for entry in tables.get("lowered", [])))


def read_known(folder: Path = FOLDER) -> Counter[Fault]:
    """Return the faults at the time when the floors were last written."""
    path = folder / "known.jsonl"
    return (
        Counter(Fault(**json.loads(line)) for line in path.read_text("utf-8").splitlines())
        if path.exists()
        else Counter()
    )


def write(floors: Floors, faults: tuple[Fault, ...], folder: Path = FOLDER) -> None:
    """Write the floors and the current faults."""
    lines = [_HEAD, "[floors]", *(f"{name} = {value:g}" for name, value in floors.floors.items())]
    for note in floors.lowered:
        lines += ["", "[[lowered]]", f"measure = {json.dumps(note.measure)}"]
        lines += [f"before = {note.before:g}", f"after = {note.after:g}"]
        lines += [f"because = {json.dumps(note.because, ensure_ascii=False)}"]
    (folder / "floors.toml").write_text("\n".join(lines) + "\n", "utf-8")
    records = [json.dumps(fault._asdict(), ensure_ascii=True) for fault in faults]
    (folder / "known.jsonl").write_text("".join(f"{record}\n" for record in records), "utf-8")


def _share(part: int, rest: int) -> float:
    return _rounded("", part / (part + rest)) if part + rest else 1.0


def _rounded(name: str, value: float) -> float:
    """Return `value` rounded to four digits, always in the worse direction."""
    scale = 10.0**_DIGITS
    exact = round(value * scale, 6)
    return float(math.ceil(exact) if name in CEILINGS else math.floor(exact)) / scale


def _is_worse(name: str, value: float, floor: float) -> bool:
    return value > floor if name in CEILINGS else value < floor
