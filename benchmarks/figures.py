"""What a run of the benchmarks measured, as plain values that the table, the report and the plot are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.measure import Run

MB = 1_000_000


class Speed(NamedTuple):
    """How fast a tool works through a folder once it has started: bytes a second, and MiB of the largest process."""

    bytes_checked: int
    one_core: float
    all_cores: float | None
    memory: float


class Growth(NamedTuple):
    """Seconds for one file of each size above those for an empty one, the exponent, and MiB at the largest."""

    sizes: list[int]
    seconds: list[float]
    exponent: float | None
    memory: float


class Shape(NamedTuple):
    """A file of hard shape: its bytes, seconds for a tenth of it and for all, MiB for both; None where it was given up."""

    bytes_checked: int
    tenth: float
    whole: float | None
    tenth_memory: float
    memory: float

    @property
    def memory_a_byte(self) -> float:
        """Return the bytes of memory that one more byte of text takes."""
        return (self.memory - self.tenth_memory) * 2**20 / (0.9 * self.bytes_checked)


class Files(NamedTuple):
    """A folder of many files: seconds with one process, with several, when nothing has changed; MiB by number of files."""

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
    """All that was measured; what was not asked for is empty. Keys are names of tools."""

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
