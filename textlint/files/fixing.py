"""Fix a file: fix each document in it, then write back the whole file or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.errors import Overtime, TextlintError
from textlint.files.deadline import deadline
from textlint.files.inspection import (
    STDIN,
    Inspection,
    Options,
    examine,
    failed,
    inspect,
    open_source,
    problem_of,
    units_of,
)
from textlint.files.writer import FileState, replace_file, state_of
from textlint.fixer import FixResult, Removal, fix_document
from textlint.readers import Unit
from textlint.result import Result
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Edit
from textlint.startup.values import BinaryIO


def fix_file(path: str, rules: RuleSet, options: Options, only: frozenset[str] | None = None) -> Inspection:
    """Fix one file and return its results: written back if `options.write`, else with its bytes before and after.

    A document that cannot be fixed is left unchanged and reported as a problem; the others in the file are fixed. If
    the file cannot be written, none of its findings count as fixed.
    """
    try:
        with open_source(path) as stream:
            state = None if path == STDIN else state_of(stream.fileno())
            return _fix_stream(path, stream, state, rules, options, only)
    except (TextlintError, OSError) as error:
        results = list(inspect(path, rules, options, only))
        failure = failed(path, error)
        if any(result.problems for result in results):
            return Inspection(path, results)
        return Inspection(path, [*results, failure])


def _fix_stream(
    path: str, stream: BinaryIO, state: FileState | None, rules: RuleSet, options: Options, only: frozenset[str] | None
) -> Inspection:
    results: list[Result] = []
    removals: list[tuple[Document, Removal]] = []
    changes: dict[int, tuple[Edit, ...]] = {}
    for number, unit in enumerate(units_of(path, stream, options)):
        if unit.document is None:
            results += [Result(path, None, problems=(unit.problem,))] if unit.problem else []
            continue
        outcome = _fix_unit(unit, unit.document, rules, options, only)
        if isinstance(outcome, Result):
            results.append(outcome)
            continue
        results.append(Result(path, outcome.document, outcome.remaining, outcome.fixed))
        removals += ((unit.document, removal) for removal in outcome.removals)
        if outcome.edits:
            changes[number] = outcome.edits
    if options.write and state is not None:
        if changes:
            stream.seek(0)
            replace_file(path, _rewritten(path, stream, options, changes), state)
        return Inspection(path, results, removals=tuple(removals))
    stream.seek(0)
    before = stream.read()
    stream.seek(0)
    after = b"".join(_rewritten(path, stream, options, changes)) if changes else None
    return Inspection(path, results, before, after, tuple(removals))


def _fix_unit(
    unit: Unit, document: Document, rules: RuleSet, options: Options, only: frozenset[str] | None
) -> FixResult | Result:
    """Return the fixed document, or a result with the problem that prevented it."""
    path = document.path
    try:
        if unit.rewrite is None:
            raise TextlintError(
                "files of this format cannot be fixed in place",
                path,
                remedy="Use `textlint extract` to write their cleaned text.",
            )
        with deadline(options.timeout, path, document.record_line, len(document.text)):
            outcome = fix_document(document, rules, options.unsafe, only, options.not_accepted)
        unit.rewrite(outcome.edits)  # text that cannot be encoded must fail here, before anything is written
        return outcome
    except Overtime as error:
        return failed(path, error)
    except TextlintError as error:
        found = examine(path, document, rules, options, only)
        return found._replace(problems=(problem_of(path, error), *found.problems))


def _rewritten(path: str, stream: BinaryIO, options: Options, changes: dict[int, tuple[Edit, ...]]) -> Iterator[bytes]:
    for number, unit in enumerate(units_of(path, stream, options)):
        edits: Sequence[Edit] = changes.get(number, ())
        yield unit.rewrite(edits) if edits and unit.rewrite else unit.raw
