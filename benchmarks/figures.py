"""The measurements of a benchmark run, as plain values for the table, the report and the plot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.measure import Run

MB = 1_000_000


class Speed(NamedTuple):
    """The speed of a tool on a folder, without its start-up: bytes per second, and MiB of the largest process."""

    bytes_checked: int
    one_core: float
    all_cores: float | None
    memory: float


class Growth(NamedTuple):
    """Seconds for one file of each size beyond those for an empty file, the exponent, and MiB for the largest."""

    sizes: list[int]
    seconds: list[float]
    exponent: float | None
    memory: float


class Shape(NamedTuple):
    """A file of a difficult shape: its bytes, and seconds and MiB for a tenth and for all; None if it timed out."""

    bytes_checked: int
    tenth: float
    whole: float | None
    tenth_memory: float
    memory: float

    @property
    def memory_per_byte(self) -> float:
        """The bytes of memory that each further byte of text takes."""
        return (self.memory - self.tenth_memory) * 2**20 / (0.9 * self.bytes_checked)


class Files(NamedTuple):
    """A folder of many files: seconds with one process, with several, and without changes; MiB by number of files."""

    number: int
    bytes_checked: int
    one: float
    several: float
    unchanged: float
    fewer_number: int
    fewer_memory: float
    memory: float


@dataclass
class Figures:
    """All measurements; parts that did not run are empty. Keys are names of tools."""

    date: str
    machine: str
    cores: int
    bare: Run | None = None  # `python -c 0`
    start: dict[str, Run] = field(default_factory=dict)
    speed: dict[str, Speed] = field(default_factory=dict)
    growth: dict[str, Growth] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)
    records: dict[int, Run] = field(default_factory=dict)  # by bytes of the JSON Lines file
    files: Files | None = None
