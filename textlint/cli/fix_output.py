"""Write the output of `--fix`, `--diff` and `--removed` other than the report."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from textlint.cli.count import Count
from textlint.errors import WriteError
from textlint.files.fixing import fix_file
from textlint.files.inspection import STDIN, Inspection, Job, Options
from textlint.result import Result
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import TextIO


def fix_job(reading: Options, rules: RuleSet, job: Job) -> Inspection:
    """Fix one file and return its results."""
    return fix_file(job.path, rules, reading, job.only)


def fixed_results(inspections: Iterable[Inspection], removed: str) -> Iterator[Result]:
    """Yield the results of fixed files; write removed text to `removed`, and fixed standard input to standard output."""
    with _removed_file(removed) as file:
        for inspection in inspections:
            _write_removals(inspection, file)
            if inspection.path == STDIN:
                sys.stdout.buffer.write(inspection.before if inspection.after is None else inspection.after)
                sys.stdout.flush()
            yield from inspection.results


def show_differences(unread: Iterable[Result], inspections: Iterable[Inspection], removed: str, count: Count) -> bool:
    """Print the changes as a unified diff, and problems to standard error; return whether there are any changes."""
    from textlint.reporters.parts.summary import describe_problem

    has_changes = False
    problems = [problem for result in unread for problem in result.problems]
    with _removed_file(removed) as file:
        for inspection in inspections:
            _write_removals(inspection, file)
            problems += (problem for result in count.track(inspection.results) for problem in result.problems)
            if inspection.after is not None:
                has_changes = True
                for line in _difference(inspection.path, inspection.before, inspection.after):
                    sys.stdout.buffer.write(line)
    sys.stdout.flush()
    for problem in problems:
        sys.stderr.write(describe_problem(problem))
    return has_changes


def _difference(path: str, before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield the lines of a unified diff in bytes, for `patch` and `git apply`."""
    from difflib import diff_bytes, unified_diff

    for line in diff_bytes(unified_diff, _lines(before), _lines(after), _name("a/", path), _name("b/", path)):
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[bytes]:
    """Return the lines of `data` as `patch` splits them: at line feeds only."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _name(side: str, path: str) -> bytes:
    """Return a path for a diff header: followed by a tab if it has spaces, quoted if it has control characters."""
    name = side + path
    if any(character < " " or character == "\x7f" for character in name):
        return b'"' + os.fsencode(name).decode("latin-1").encode("unicode_escape").replace(b'"', b'\\"') + b'"'
    return os.fsencode(name) + b"\t" * (" " in name)


@contextmanager
def _removed_file(path: str) -> Iterator[TextIO | None]:
    if not path:
        yield None
        return
    try:
        file = open(path, "w", encoding="utf-8", newline="\n")  # noqa: SIM115  (closed below)
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror}", path, remedy="Choose another file with --removed."
        ) from None
    with file:
        yield file


def _write_removals(inspection: Inspection, file: TextIO | None) -> None:
    if file is None:
        return
    for document, removal in inspection.removals:
        line, column = document.lines.position(removal.start)
        item = {
            "path": document.path,
            "record": document.record,
            "code": removal.code,
            "start": removal.start,
            "end": removal.end,
            "line": line,
            "column": column,
            "text": removal.text,
        }
        file.write(json.dumps(item) + "\n")
