"""Running commands in turn and measuring each as a whole process."""

from __future__ import annotations

import math
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """One process: seconds by the clock, seconds of processors, MiB at its largest, how it ended."""

    wall: float
    cpu: float
    memory: float
    code: int


def run(command: Sequence[str], cores: int = 0, timeout: float = 600) -> Run:
    """Run a command, on `cores` processors if that is not 0; a code of -9 says that it was stopped after `timeout`."""
    usable = sorted(os.sched_getaffinity(0))
    limit = (lambda: os.sched_setaffinity(0, usable[:cores])) if cores else None
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit
    )
    while True:
        found, status, usage = os.wait4(process.pid, os.WNOHANG)
        spent = time.perf_counter() - start
        if found:
            process.returncode = os.waitstatus_to_exitcode(status)
            cpu = usage.ru_utime + usage.ru_stime
            if "textlint" in command and process.returncode not in (0, 1, -9):
                raise SystemExit(f"{' '.join(command)} ended with {process.returncode}; what it took means nothing")
            return Run(spent, cpu, usage.ru_maxrss / 1024, process.returncode)
        if spent > timeout:
            process.kill()
            timeout = math.inf
        time.sleep(min(0.0005 + spent / 100, 0.05))


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int, cores: int = 0) -> dict[str, Run]:
    """Run the commands one after the other, `rounds` times, and return the median run of each.

    In turn, so that what else the machine does falls on all of them alike; a first round is not counted.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(rounds + (rounds > 1)):
        for name, command in commands.items():
            outcome = run(command, cores)
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
