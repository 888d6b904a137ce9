"""Check the records of one large JSON Lines file in parallel."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from textlint.files.inspection import Job, Options, failed, inspect_units, without_texts
from textlint.files.pool import in_processes
from textlint.files.setup import Setup
from textlint.readers import InputFile
from textlint.readers.jsonl import read
from textlint.result import Result
from textlint.rulebook.ruleset import RuleSet

_PIECE = 500_000  # bytes of lines per task: at most a second of work, and little memory
Piece = tuple[int, bytes]


def inspect_records(job: Job, reading: Options, setup: Setup, processes: int, needs_text: bool) -> Iterator[Result]:
    """Yield the results of the records of the file in order; memory use does not grow with the file."""
    task = partial(_inspect_piece, job, reading, needs_text)
    try:
        with open(job.path, "rb") as stream:
            chunks = ([piece] for piece in _pieces(stream))
            yield from chain.from_iterable(in_processes(chunks, task, setup.recipe, processes))
    except OSError as error:
        yield failed(job.path, error)


def _pieces(lines: Iterable[bytes]) -> Iterator[Piece]:
    """Yield consecutive lines joined into pieces, each with the number (from 0) of its first line."""
    first, lines_held, size = 0, list[bytes](), 0
    for line in lines:
        lines_held.append(line)
        size += len(line)
        if size >= _PIECE:
            yield first, b"".join(lines_held)
            first, lines_held, size = first + len(lines_held), [], 0
    if lines_held:
        yield first, b"".join(lines_held)


def _inspect_piece(job: Job, reading: Options, needs_text: bool, rules: RuleSet, piece: Piece) -> list[Result]:
    first, lines = piece
    units = read(InputFile(job.path, io.BytesIO(lines), reading.encoding, reading.text_field), first)
    results = list(inspect_units(job.path, units, rules, reading, job.only))
    return results if needs_text else without_texts(results)
