"""`textlint ledger`: list attributions and figures with their sources."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import click

from textlint.cli.errors import FAILED
from textlint.cli.options import COMMON, SELECTING, Option, click_options
from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.engine import judge_scanned, scan
from textlint.errors import ConfigError, TextlintError, WriteError
from textlint.families import prefixes
from textlint.files.discovery import find_files
from textlint.files.inspection import STDIN, Job, Options, open_source, problem_of, units_of
from textlint.files.pool import work_through
from textlint.files.setup import reading_options, set_up
from textlint.ledger.entries import ledger
from textlint.ledger.tables import FORMATS, Line, write
from textlint.result import Problem
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import Any, NamedTuple

_OUTPUT = ("--output-format", "--output-file", "-o")
_OPTIONS = tuple(option for option in (*SELECTING, *COMMON) if option.flags[0] not in _OUTPUT)
_LEDGER_OPTIONS = (
    Option(("--output-format",), "output_format", "text", "terminal", "The format of the ledger.", FORMATS),
    Option(("--output-file", "-o"), "output_file", "text", "", "Write the ledger to this file instead of standard output.", metavar="FILE"),
    Option(("--merge",), "merge", "flag", False, "Combine all files: list their sources, and the figures that differ between them."),
)  # fmt: skip
_FAMILIES = prefixes("sources")


class FileLedger(NamedTuple):
    """The ledger of one file: its lines, and the problems."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


@click.command("ledger", context_settings={"max_content_width": 100})
@click.argument("paths", nargs=-1, type=click.Path())
@click_options((*_LEDGER_OPTIONS, *_OPTIONS))
def command(paths: tuple[str, ...], **options: Any) -> int:
    """List every attribution and figure in articles, with its source.

    The ledger does not judge the sources. Exits with 0, or with 2 if an error occurred.
    """
    if STDIN in paths and len(paths) > 1:
        raise ConfigError("standard input (-) cannot be combined with other paths", remedy="Read it in a separate run.")
    setup = set_up(options)
    found = find_files(paths or (".",), setup.config.exclude, setup.config.folder)
    jobs = [Job(path, setup.only_for(path)) for path in found.paths]
    task = partial(read_job, reading_options(setup, options))
    problems = list(found.problems)
    lines = _collected(work_through(jobs, task, setup.rules, setup.recipe, options["jobs"]), problems)
    with ExitStack() as stack:
        stream = stack.enter_context(_created(options["output_file"])) if options["output_file"] else sys.stdout.buffer
        for chunk in write(lines, options["output_format"], merge=options["merge"]):
            stream.write(chunk.encode("utf-8", "backslashreplace"))
        stream.flush()
    for problem in problems:
        place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
        print(f"{place}: {problem.message} {problem.remedy}".rstrip(), file=sys.stderr)
    return FAILED if problems else 0


def read_job(reading: Options, rules: RuleSet, job: Job) -> FileLedger:
    """Return the ledger of one file."""
    lines: list[Line] = []
    problems: list[Problem] = []
    try:
        with open_source(job.path) as stream:
            for unit in units_of(job.path, stream, reading):
                if unit.document is not None:
                    lines += _lines(job.path, unit.document, rules, job.only)
                elif unit.problem is not None:
                    problems.append(unit.problem)
    except (TextlintError, OSError) as error:
        problems.append(problem_of(job.path, error))
    return FileLedger(tuple(lines), tuple(problems))


def _lines(path: str, document: Document, rules: RuleSet, only: frozenset[str] | None) -> Iterator[Line]:
    """Yield the ledger of one document; it is empty for languages other than English."""
    if document.language not in ("en", ""):
        return
    codes = rules.selected if only is None else only
    scanned = scan(document, rules)
    findings = judge_scanned(scanned, rules, frozenset(code for code in codes if code.startswith(_FAMILIES)))
    for entry in ledger(scanned.document):
        yield Line(path, document.record, entry, _codes(findings, entry.start, entry.end))


def _codes(findings: tuple[Diagnostic, ...], start: int, end: int) -> tuple[str, ...]:
    return tuple(sorted({item.code for item in findings if item.start < end and start < item.end}))


def _collected(ledgers: Iterator[FileLedger], problems: list[Problem]) -> Iterator[Line]:
    for file in ledgers:
        problems += file.problems
        yield from file.lines


def _created(path: str) -> Any:
    try:
        return open(path, "wb")
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror}", path, remedy="Choose another file with --output-file."
        ) from None
