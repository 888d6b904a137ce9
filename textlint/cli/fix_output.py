"""What `--fix` and `--diff` put out besides the report: fixed text, differences, and what was cut."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from textlint.cli.count import Count
from textlint.errors import WriteError
from textlint.files.fixing import mend
from textlint.files.inspection import STDIN, Inspection, Job, Options
from textlint.result import Result
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import TextIO


def mend_job(reading: Options, rules: RuleSet, job: Job) -> Inspection:
    """Return what came of repairing one file."""
    return mend(job.path, rules, reading, job.only)


def repaired(inspections: Iterable[Inspection], removed: str) -> Iterator[Result]:
    """Yield the results of repaired files; write what was cut to the file `removed`, and standard input's text out."""
    with _removed_file(removed) as file:
        for inspection in inspections:
            _write_removals(inspection, file)
            if inspection.path == STDIN:
                sys.stdout.buffer.write(inspection.before if inspection.after is None else inspection.after)
                sys.stdout.flush()
            yield from inspection.results


def show_differences(unread: Iterable[Result], inspections: Iterable[Inspection], removed: str, count: Count) -> bool:
    """Print what repairing would change as a unified diff, and problems to standard error; say whether anything would."""
    from textlint.reporters.parts.summary import describe_problem

    differ = False
    problems = [problem for result in unread for problem in result.problems]
    with _removed_file(removed) as file:
        for inspection in inspections:
            _write_removals(inspection, file)
            problems += (problem for result in count.watch(inspection.results) for problem in result.problems)
            if inspection.after is not None:
                differ = True
                for line in _difference(inspection.path, inspection.before, inspection.after):
                    sys.stdout.buffer.write(line)
    sys.stdout.flush()
    for problem in problems:
        sys.stderr.write(describe_problem(problem))
    return differ


def _difference(path: str, before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield the lines of a unified diff of bytes, which `patch` and `git apply` can use."""
    from difflib import diff_bytes, unified_diff

    for line in diff_bytes(unified_diff, _lines(before), _lines(after), _name("a/", path), _name("b/", path)):
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[bytes]:
    """Return the lines of `data` as `patch` sees them: only a line feed ends one."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _name(side: str, path: str) -> bytes:
    """Return a path for the head of a difference: closed by a tab if it has blanks, in quotes if it has control characters."""
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
            f"cannot be written: {error.strerror}", path, remedy="Choose another file for --removed."
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
