"""Implement `check --fix --interactive`: ask the user about each fix."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from textlint.cli.count import Count
from textlint.cli.fix_output import fixed_results
from textlint.cli.output import report_options
from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.files.baseline import Entry
from textlint.files.baseline_file import default_path, folder_of, load_entries, save_entries
from textlint.files.fixing import fix_file
from textlint.files.inspection import Inspection, Job, Options
from textlint.files.setup import Setup, baseline_path
from textlint.identity import Identity, identify
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.summary import describe_problem, summarize
from textlint.reporters.parts.tally import Tally
from textlint.reporters.terminal import describe
from textlint.result import Filter, Result
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Edit
from textlint.startup.values import Any
from textlint.text.sanitize import visible

_QUESTION = "  Fix it? [y]es, [n]o, [a]ll of {code}, [e]dit, [b]aseline, [q]uit, [?] "
_HELP = """\
  y  apply this fix
  n  skip it
  a  apply all fixes of this rule in this run
  e  replace the marked text with your own
  b  skip it, and add the finding to the baseline
  q  skip this and all remaining fixes, and write the accepted ones
"""


class Reviewer:
    """Asks about each finding that has a fix, and remembers the answers of a run.

    `entries` are the findings to add to the baseline, whose folder is `root`. `has_quit` is true once the user quits.
    """

    def __init__(self, not_accepted: Filter | None, root: str, options: ReportOptions) -> None:
        self.entries: list[Entry] = []
        self.has_quit = False
        self._not_accepted = not_accepted
        self._root = root
        self._options = options
        self._accepted_codes: set[str] = set()
        self._accepted: set[Identity] = set()
        self._declined: set[Identity] = set()
        self._heading = ""

    def accept(self, document: Document, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the findings whose fix the user accepted, for the fixer, which calls this once per pass."""
        candidates = self._not_accepted(document, findings) if self._not_accepted else findings
        accepted = []
        for finding in candidates:
            identity = identify(finding, document, self._root)
            if not finding.fix or not finding.fix.edits or identity in self._declined or self.has_quit:
                continue
            if finding.code in self._accepted_codes or identity in self._accepted:
                accepted.append(_allowed(finding, finding.fix.edits))
                continue
            edits = self._ask(document, finding, identity, finding.fix)
            if edits:
                accepted.append(_allowed(finding, edits))
        return accepted

    def _ask(self, document: Document, finding: Diagnostic, identity: Identity, fix: Fix) -> tuple[Edit, ...]:
        """Show the finding and return the edits that the user accepts."""
        self._show(document, finding)
        while True:
            answer = self._answer(_QUESTION.format(code=visible(finding.code)))
            if answer in ("y", "yes", "a"):
                self._accepted.add(identity)
                if answer == "a":
                    self._accepted_codes.add(finding.code)
                return fix.edits
            if answer in ("n", "no", "b", "q", "e"):
                break
            sys.stdout.write(_HELP)
        self._declined.add(identity)
        if answer == "b":
            self.entries.append(Entry(identity))
        elif answer == "q":
            self.has_quit = True
        elif answer == "e":
            return (Edit(finding.start, finding.end, self._line(f"  Replace “{visible(finding.text)}” with: ") or ""),)
        return ()

    def _show(self, document: Document, finding: Diagnostic) -> None:
        heading = document.path if document.record is None else f"{document.path}, record {document.record}"
        if heading != self._heading:
            self._heading = heading
            sys.stdout.write(f"\n{visible(heading)}\n")
        sys.stdout.write(describe([finding], document, self._options))

    def _answer(self, question: str) -> str:
        line = self._line(question)
        return "q" if line is None else line.strip().lower()

    def _line(self, question: str) -> str | None:
        """Return the line that the user types, or None at the end of input."""
        sys.stdout.write(question)
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None


def _allowed(finding: Diagnostic, edits: tuple[Edit, ...]) -> Diagnostic:
    """Return the finding with a fix that the fixer applies, since the user accepted it."""
    assert finding.fix is not None
    if edits != finding.fix.edits:
        return finding._replace(fix=Fix("unsafe", "nothing", edits))
    applicability = "unsafe" if finding.fix.applicability == "display" else finding.fix.applicability
    return finding._replace(fix=finding.fix._replace(applicability=applicability))


def review(
    jobs: Sequence[Job],
    unread: Iterable[Result],
    setup: Setup,
    reading: Options,
    options: dict[str, Any],
    count: Count,
) -> None:
    """Ask about the fixes of each file, write the accepted ones, and print a summary.

    There is no timeout for a document, since the time includes the user's answers.
    """
    path = baseline_path(setup, options) or default_path(setup)
    reviewer = Reviewer(reading.not_accepted, folder_of(path), report_options(options, sys.stdout))
    asking = reading._replace(unsafe=True, timeout=0, not_accepted=reviewer.accept)
    tally = Tally()
    try:
        results = chain(
            unread, count.track(fixed_results(_fixed_files(jobs, setup.rules, asking, reviewer), options["removed"]))
        )
        for result in tally.track(results):
            for problem in result.problems:
                sys.stderr.write(describe_problem(problem))
    finally:
        if reviewer.entries:
            known = load_entries(path) if os.path.exists(path) else []
            save_entries(path, [*known, *reviewer.entries])
    sys.stdout.write("\n")
    sys.stdout.writelines(summarize(tally))


def _fixed_files(jobs: Sequence[Job], rules: RuleSet, asking: Options, reviewer: Reviewer) -> Iterator[Inspection]:
    """Review, fix and yield each file, until the user quits."""
    for job in jobs:
        if reviewer.has_quit:
            break
        yield fix_file(job.path, rules, asking, job.only)
