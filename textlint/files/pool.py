"""Process many files in parallel, with the results in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from textlint.errors import TextlintError
from textlint.files.inspection import Job
from textlint.rulebook.packs import Recipe
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import Any, TypeVar

Outcome = TypeVar("Outcome")
Work = TypeVar("Work")

# Bytes. Starting a pool takes a few tenths of a second, in which a single process checks about this much.
_WORTH_A_POOL = 6_000_000
_CHUNKS_PER_PROCESS = 8
_WAITING_PER_PROCESS = 3
_rules: RuleSet | None = None


def work_through(
    jobs: Sequence[Job], task: Callable[[RuleSet, Job], Outcome], rules: RuleSet, recipe: Recipe, processes: int = 0
) -> Iterator[Outcome]:
    """Yield `task(rules, job)` for each job, in order.

    `processes` is the number of processes; 0 means one per processor, or only one if the files are too small to
    benefit. `task` must be picklable, and each worker loads its rules with `recipe`. Raises TextlintError if a worker
    dies.
    """
    processes = min(processes or useful_processes(jobs), len(jobs))
    if processes < 2:
        yield from (task(rules, job) for job in jobs)
        return
    size = max(1, min(200, len(jobs) // (processes * _CHUNKS_PER_PROCESS)))
    yield from in_processes(
        (jobs[start : start + size] for start in range(0, len(jobs), size)), task, recipe, processes
    )


def useful_processes(jobs: Sequence[Job]) -> int:
    """Return how many processes to use: one per processor if the files are large in total, else 1."""
    size = 0
    for job in jobs:
        try:
            size += os.stat(job.path).st_size
        except OSError:
            continue
        if size > _WORTH_A_POOL:
            return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 1


def in_processes(
    chunks: Iterable[Sequence[Work]], task: Callable[[RuleSet, Work], Outcome], recipe: Recipe, processes: int
) -> Iterator[Outcome]:
    """Yield `task(rules, work)` for each item of each chunk, in order; a process handles one chunk at a time.

    At most a few chunks per process are taken from the iterator ahead of the results. Raises TextlintError if a worker
    dies.
    """
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[list[Outcome]]] = deque()
    executor = ProcessPoolExecutor(processes, initializer=_prepare, initargs=(recipe,))
    try:
        for chunk in chunks:
            waiting.append(executor.submit(_work, task, chunk))
            if len(waiting) > processes * _WAITING_PER_PROCESS:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise TextlintError(
            "a worker process died", remedy="Run again with --jobs 1 to find the file that causes it."
        ) from None
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _prepare(recipe: Recipe) -> None:
    import signal

    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the parent handles interrupts, so that workers finish writing their file
    global _rules
    _rules = recipe.make()


def _work(task: Callable[[RuleSet, Any], Any], chunk: Sequence[Any]) -> list[Any]:
    assert _rules is not None, "the worker was prepared"
    return [task(_rules, work) for work in chunk]
