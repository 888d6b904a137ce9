"""Read a file and diagnose each document in it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping

from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import Overtime, TextlintError
from textlint.files.deadline import deadline
from textlint.readers import InputFile, Unit, find_reader
from textlint.result import Filter, Problem, Result
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from textlint.fixer import Removal

STDIN = "-"


class Job(NamedTuple):
    """One file to process and the codes of the rules that run on it (None: all selected rules)."""

    path: str
    only: frozenset[str] | None


class Options(NamedTuple):
    """How each file is read and fixed."""

    unsafe: bool = False
    write: bool = True  # False: fix in memory only, for `--diff` and standard input
    encoding: str = ""
    text_field: str = "text"
    stdin_filename: str = ""  # the path reported for standard input
    timeout: float = 0  # seconds for one document; 0: no limit
    not_accepted: Filter | None = None  # returns the findings that may be fixed; None: all of them
    genre: str = ""  # the genre of all documents; "": detect it
    group_by: str = ""  # how documents are grouped by site, as in textlint.layers.page.returning
    returning: Mapping[str, str] = {}  # by site: the lines that recur in its documents


class Inspection(NamedTuple):
    """The results of one file.

    `before` and `after` are its bytes if it was fixed but not written (`after` is None if nothing changed). `removals`
    are the words that fixes removed, each with its document.
    """

    path: str
    results: list[Result]
    before: bytes = b""
    after: bytes | None = None
    removals: tuple[tuple[Document, Removal], ...] = ()


def inspect(path: str, rules: RuleSet, options: Options, only: frozenset[str] | None = None) -> Iterator[Result]:
    """Yield the results of one file as they are found, without fixing; a file that cannot be read gives a problem.

    `path` may be "-" for standard input. The file is streamed if its format allows it.
    """
    try:
        stream = open_source(path)
    except OSError as error:
        yield failed(path, error)
        return
    with stream:
        yield from inspect_stream(path, stream, rules, options, only)


def inspect_stream(
    path: str, stream: BinaryIO, rules: RuleSet, options: Options, only: frozenset[str] | None = None
) -> Iterator[Result]:
    """Yield the results of an open file, like `inspect`."""
    try:
        yield from inspect_units(path, units_of(path, stream, options), rules, options, only)
    except (TextlintError, OSError) as error:
        yield failed(path, error)


def inspect_units(
    path: str, units: Iterable[Unit], rules: RuleSet, options: Options, only: frozenset[str] | None
) -> Iterator[Result]:
    """Yield the results of the documents in `units`; raises the errors that reading them raises."""
    for unit in units:
        if unit.document is not None:
            yield examine(path, unit.document, rules, options, only)
        elif unit.problem is not None:
            yield Result(path, None, problems=(unit.problem,))


def inspect_job(options: Options, needs_text: bool, rules: RuleSet, job: Job) -> list[Result]:
    """Return the results of one file, without documents unless `needs_text`: sending them between processes is slow."""
    results = list(inspect(job.path, rules, options, job.only))
    return results if needs_text else without_texts(results)


def without_texts(results: Iterable[Result]) -> list[Result]:
    """Return the results without their documents."""
    return [result._replace(document=None) for result in results]


def examine(
    path: str, document: Document, rules: RuleSet, options: Options, only: frozenset[str] | None = None
) -> Result:
    """Return the findings of one document, or a result with a problem if it exceeds the timeout."""
    try:
        with deadline(options.timeout, document.path, document.record_line, len(document.text)):
            return Result(path, document, diagnose(document, rules, only))
    except Overtime as error:
        return failed(path, error)


def units_of(path: str, stream: BinaryIO, options: Options) -> Iterator[Unit]:
    """Yield the units of an open file, using the reader for its path."""
    name = options.stdin_filename or path if path == STDIN else path
    units = find_reader(name)(InputFile(name, stream, options.encoding, options.text_field, is_file=True))
    return (with_known(unit, options) for unit in units) if options.genre or options.returning else units


def with_known(unit: Unit, options: Options) -> Unit:
    """Return the unit with the metadata that the options give its document."""
    if unit.document is None:
        return unit
    known = {"genre": options.genre} if options.genre else {}
    if options.returning:
        from textlint.layers.page.returning import site_of

        known["returning"] = options.returning.get(site_of(unit.document, options.group_by), "")
    return unit._replace(document=unit.document.with_metadata(known))


def open_source(path: str) -> BinaryIO:
    """Open a file for reading; standard input is read completely, since it cannot be read twice."""
    if path == STDIN:
        return io.BytesIO(sys.stdin.buffer.read())
    return open(path, "rb")


def failed(path: str, error: TextlintError | OSError) -> Result:
    """Return the result of a file that could not be read or written."""
    return Result(path, None, problems=(problem_of(path, error),))


def problem_of(path: str, error: TextlintError | OSError) -> Problem:
    """Convert an error to a problem of the file at `path`."""
    if isinstance(error, TextlintError):
        return Problem(error.path or path, error.line, error.message, error.remedy)
    return Problem(path, None, f"cannot be read: {error.strerror or error}", "Check the path and its permissions.")
