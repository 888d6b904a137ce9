"""Run commands in turn and measure each process."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_LAUNCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")))
STOPPED = -9
_NOT_STARTED = (126, 127)


class Run(NamedTuple):
    """One process: seconds of wall-clock time, seconds of processor time, peak memory in MiB, and exit code.

    Processor time includes child processes; memory is that of the largest process.
    """

    wall: float
    cpu: float
    memory: float
    code: int


class Failed(Exception):
    """A command failed, so that its measurement is invalid."""


def run(command: Sequence[str], cores: int = 0, timeout: float = 600, cache: Path | None = None) -> Run:
    """Run a command, on `cores` processors if not 0; the code is STOPPED if it took longer than `timeout` seconds.

    `cache` is the cache folder for textlint, if it should cache its results. Raises Failed if the command could not be
    started, was killed, or is textlint and exited with an error. Other tools may exit with the number of findings.
    """
    environment = {**os.environ, **({"TEXTLINT_CACHE_DIR": str(cache)} if cache else {})}
    if environment.pop(
        "PYTHONDONTWRITEBYTECODE", ""
    ):  # otherwise every run would compile modules that pip compiles on installation
        environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir(), f"bytecode-of-benchmarks-{os.getuid()}"))
    words = [*_LAUNCH, str(cores), str(timeout), *command]
    outcome = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment)
    if outcome.returncode:
        raise Failed(f"the launcher of {command[0]} ended with {outcome.returncode}: {outcome.stderr}")
    measured = Run(**json.loads(outcome.stdout))
    is_textlint = "textlint" in (Path(command[0]).name, *command[1:3])
    if (
        measured.code in _NOT_STARTED
        or (measured.code < 0 and measured.code != STOPPED)
        or (is_textlint and measured.code > 1)
    ):
        raise Failed(f"{' '.join(command)[:200]} ended with {measured.code}, so its measurement is invalid")
    return measured


def in_turn(
    commands: Mapping[str, Sequence[str]],
    rounds: int,
    cores: int = 0,
    timeout: float = 600,
    cache: Path | None = None,
) -> dict[str, Run]:
    """Run the commands in turn, `rounds` times, and return the median run of each.

    They run in turn so that other load on the machine affects all of them equally. The first of several rounds is not
    counted.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(rounds + (rounds > 1)):
        for name, command in commands.items():
            outcome = run(command, cores, timeout, cache)
            if turn or rounds == 1:
                runs[name].append(outcome)
    return {name: _median(each) for name, each in runs.items()}


def _median(runs: Sequence[Run]) -> Run:
    walls, cpus, memories, codes = zip(*runs, strict=True)
    return Run(median(walls), median(cpus), median(memories), codes[-1])


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Return the slope of log(time) over log(size), by least squares: 1 is linear growth."""
    x = [math.log(size) for size in sizes]
    y = [math.log(max(second, 1e-4)) for second in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / sum((a - mean_x) ** 2 for a in x)
