"""Repairing a file: each document in it, then the file as a whole, written back or not at all."""

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
from textlint.fixer import Removal, Repair, repair
from textlint.readers import Unit
from textlint.result import Result
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Edit
from textlint.startup.values import BinaryIO


def mend(path: str, rules: RuleSet, options: Options, only: frozenset[str] | None = None) -> Inspection:
    """Return what came of repairing one file: written back if `options.write`, else with the bytes before and after.

    A document whose repair is refused stays as it is, with a problem; the others of its file are repaired. If the file
    cannot be written, nothing of it counts as fixed.
    """
    try:
        with open_source(path) as stream:
            state = None if path == STDIN else state_of(stream.fileno())
            return _mend(path, stream, state, rules, options, only)
    except (TextlintError, OSError) as error:
        results = list(inspect(path, rules, options, only))
        failure = failed(path, error)
        if any(result.problems for result in results):
            return Inspection(path, results)
        return Inspection(path, [*results, failure])


def _mend(
    path: str, stream: BinaryIO, state: FileState | None, rules: RuleSet, options: Options, only: frozenset[str] | None
) -> Inspection:
    results: list[Result] = []
    removals: list[tuple[Document, Removal]] = []
    changes: dict[int, tuple[Edit, ...]] = {}
    for number, unit in enumerate(units_of(path, stream, options)):
        if unit.document is None:
            results += [Result(path, None, problems=(unit.problem,))] if unit.problem else []
            continue
        outcome = _repaired(unit, unit.document, rules, options, only)
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


def _repaired(
    unit: Unit, document: Document, rules: RuleSet, options: Options, only: frozenset[str] | None
) -> Repair | Result:
    """Return the repair of a document, or the result that says why there is none."""
    path = document.path
    try:
        if unit.rewrite is None:
            raise TextlintError(
                "files of this kind are not repaired in place",
                path,
                remedy="`textlint extract` writes their text, cleaned.",
            )
        with deadline(options.timeout, path, document.record_line, len(document.text)):
            outcome = repair(document, rules, options.unsafe, only, options.not_accepted)
        unit.rewrite(outcome.edits)  # what cannot be encoded must fail here, before anything is written
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
