"""Checking many files with the results of earlier runs at hand."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache, partial
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

_LARGEST = 1_000_000  # bytes of a file whose results are worth keeping; larger ones hold many records and findings


def inspect_remembered(
    jobs: Sequence[Job], reading: Options, setup: Setup, processes: int, needs_text: bool
) -> Iterator[Result]:
    """Yield the results of all files in order, from the cache where nothing has changed since they were kept.

    Documents are given only with results that have findings, and only if `needs_text`.
    """
    basis = _basis(setup, reading)
    if basis is None:
        task = partial(inspect_job, reading, needs_text)
        yield from chain.from_iterable(work_through(jobs, task, setup.rules, setup.recipe, processes))
        return
    memory = ResultsCache(basis)
    try:
        remember = partial(_remembered_job, reading, needs_text, basis)
        for key, results in work_through(jobs, remember, setup.rules, setup.recipe, processes):
            if key is not None:
                memory.put(key, results)
            yield from results
    finally:
        memory.close()


def _remembered_job(
    reading: Options, needs_text: bool, basis: bytes, rules: RuleSet, job: Job
) -> tuple[bytes | None, list[Result]]:
    """Return the results of one file, and the key to keep them under if they are new."""
    try:
        with open(job.path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > _LARGEST:
                return None, inspect_job(reading, needs_text, rules, job)
            data = file.readall()
    except OSError as error:
        return None, [failed(job.path, error)]
    memory = _memory(basis)
    key = memory.key(job.path, job.only, data)
    kept = memory.get(key)
    if kept is not None and needs_text and any(result.diagnostics for result in kept):
        kept = _with_documents(kept, job.path, data, reading)
    if kept is not None:
        return None, kept
    results = list(inspect_stream(job.path, io.BytesIO(data), rules, reading, job.only))
    return key, results if needs_text else without_texts(results)


@cache
def _memory(basis: bytes) -> ResultsCache:
    return ResultsCache(basis)  # to read from: each process has its own


def _with_documents(kept: list[Result], path: str, data: bytes, reading: Options) -> list[Result] | None:
    documents: list[Document] = [unit.document for unit in units_of(path, io.BytesIO(data), reading) if unit.document]
    if len(documents) != len(kept):
        return None
    return [result._replace(document=document) for result, document in zip(kept, documents, strict=True)]


def _basis(setup: Setup, reading: Options) -> bytes | None:
    """Return a key of all that bears on the results besides the files: rules, selection, the program's own files, libraries.

    None if that cannot be known, since a check comes from elsewhere.
    """
    rules = setup.rules.rules
    if not {rule.check for rule in rules}.issubset({*MATCHED, *builtin_checks()}):
        return None
    places = {PACKAGE, rules_folder()}
    program = tuple(sorted(state for place in sorted(places) for state in _states_below(place)))
    # to install or upgrade a library changes the folder it lies in; the first entry is where the program was called
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
