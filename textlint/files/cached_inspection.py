"""Check many files, using cached results of earlier runs."""

from __future__ import annotations

import functools
import io
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from textlint.checks import MATCHED, builtin_checks
from textlint.document import Document
from textlint.files.inspection import Job, Options, failed, inspect_job, inspect_stream, units_of, without_texts
from textlint.files.pool import work_through
from textlint.files.results_cache import ResultsCache, basis_of
from textlint.files.setup import Setup
from textlint.result import Result
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.locations import PACKAGE, rules_folder

_LARGEST = 1_000_000  # bytes; results of larger files, with many records and findings, are not cached


def inspect_cached(
    jobs: Sequence[Job], reading: Options, setup: Setup, processes: int, needs_text: bool
) -> Iterator[Result]:
    """Yield the results of all files in order, from the cache for files that have not changed.

    Results include their document only if they have findings and `needs_text` is true.
    """
    basis = _basis(setup, reading)
    if basis is None:
        task = partial(inspect_job, reading, needs_text)
        yield from chain.from_iterable(work_through(jobs, task, setup.rules, setup.recipe, processes))
        return
    cache = ResultsCache(basis)
    try:
        cached_job = partial(_cached_job, reading, needs_text, basis)
        for key, results in work_through(jobs, cached_job, setup.rules, setup.recipe, processes):
            if key is not None:
                cache.put(key, results)
            yield from results
    finally:
        cache.close()


def _cached_job(
    reading: Options, needs_text: bool, basis: bytes, rules: RuleSet, job: Job
) -> tuple[bytes | None, list[Result]]:
    """Return the results of one file, and the key to cache them under if they are new."""
    try:
        with open(job.path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > _LARGEST:
                return None, inspect_job(reading, needs_text, rules, job)
            data = file.readall()
    except OSError as error:
        return None, [failed(job.path, error)]
    cache = _read_cache(basis)
    key = cache.key(job.path, job.only, data)
    cached = cache.get(key)
    if cached is not None and needs_text and any(result.diagnostics for result in cached):
        cached = _with_documents(cached, job.path, data, reading)
    if cached is not None:
        return None, cached
    results = list(inspect_stream(job.path, io.BytesIO(data), rules, reading, job.only))
    return key, results if needs_text else without_texts(results)


@functools.cache
def _read_cache(basis: bytes) -> ResultsCache:
    return ResultsCache(basis)  # for reading: each process has its own connection


def _with_documents(cached: list[Result], path: str, data: bytes, reading: Options) -> list[Result] | None:
    documents: list[Document] = [unit.document for unit in units_of(path, io.BytesIO(data), reading) if unit.document]
    if len(documents) != len(cached):
        return None
    return [result._replace(document=document) for result, document in zip(cached, documents, strict=True)]


def _basis(setup: Setup, reading: Options) -> bytes | None:
    """Return a key of everything besides the input that results depend on: rules, selection, textlint, libraries.

    Return None if a rule uses a check from outside the package, whose changes would not be noticed.
    """
    rules = setup.rules.rules
    if not {rule.check for rule in rules}.issubset({*MATCHED, *builtin_checks()}):
        return None
    places = {PACKAGE, rules_folder()}
    program = tuple(sorted(state for place in sorted(places) for state in _states_below(place)))
    # installing or upgrading a library changes its folder; the first entry is the folder of the script
    libraries = tuple(_state(folder) for folder in sys.path[1:] if os.path.isdir(folder))
    return basis_of(rules, sorted(setup.rules.selected), reading.encoding, reading.text_field, program, libraries)


def _state(path: str) -> tuple[str, int, int]:
    status = os.stat(path)
    return path, status.st_mtime_ns, status.st_size


def _states_below(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _states_below(entry.path)
            else:
                yield _state(entry.path)
