"""Running commands in turn and measuring each as a whole process."""

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
    """One process: seconds by the clock, seconds of processors, MiB at its largest, how it ended.

    Processors and memory include the processes that it started, memory as that of the largest of them.
    """

    wall: float
    cpu: float
    memory: float
    code: int


class Failed(Exception):
    """A command did not do what was to be measured."""


def run(command: Sequence[str], cores: int = 0, timeout: float = 600, cache: Path | None = None) -> Run:
    """Run a command, on `cores` processors if that is not 0; a code of STOPPED says that it took longer than `timeout`.

    `cache` is the folder that textlint keeps its results in, where they are to be kept. Raises Failed where the command
    could not be started, was killed, or, if it is textlint, left something unchecked; peers may exit with the number of
    what they found.
    """
    environment = {**os.environ, **({"TEXTLINT_CACHE_DIR": str(cache)} if cache else {})}
    if environment.pop(
        "PYTHONDONTWRITEBYTECODE", ""
    ):  # would have every start compile what pip compiles when it installs
        environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir(), f"bytecode-of-benchmarks-{os.getuid()}"))
    words = [*_LAUNCH, str(cores), str(timeout), *command]
    outcome = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment)
    if outcome.returncode:
        raise Failed(f"the launcher of {command[0]} ended with {outcome.returncode}: {outcome.stderr}")
    found = Run(**json.loads(outcome.stdout))
    is_textlint = "textlint" in (Path(command[0]).name, *command[1:3])
    if found.code in _NOT_STARTED or (found.code < 0 and found.code != STOPPED) or (is_textlint and found.code > 1):
        raise Failed(f"{' '.join(command)[:200]} ended with {found.code}; what it took means nothing")
    return found


def in_turn(
    commands: Mapping[str, Sequence[str]],
    rounds: int,
    cores: int = 0,
    timeout: float = 600,
    cache: Path | None = None,
) -> dict[str, Run]:
    """Run the commands one after the other, `rounds` times, and return the median run of each.

    In turn, so that what else the machine does falls on all of them alike; a first round is not counted.
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
