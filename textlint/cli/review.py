"""`check --fix --interactive`: one repair at a time, and a person who decides."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from textlint.cli.count import Count
from textlint.cli.fix_output import repaired
from textlint.cli.output import report_options
from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.files.baseline import Entry
from textlint.files.baseline_file import default_path, folder_of, load_entries, save_entries
from textlint.files.fixing import mend
from textlint.files.inspection import Inspection, Job, Options
from textlint.files.setup import Setup, baseline_path
from textlint.identity import Identity, identify
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.summary import describe_problem, summarise
from textlint.reporters.parts.tally import Tally
from textlint.reporters.terminal import describe
from textlint.result import Filter, Result
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Edit
from textlint.startup.values import Any
from textlint.text.sanitise import visible

_QUESTION = "  Repair it? [y]es, [n]o, [a]ll of {code}, [e]dit, [b]aseline, [q]uit, [?] "
_HELP = """\
  y  make this repair
  n  leave it
  a  make all repairs of this rule in this run
  e  write other words in place of the ones marked
  b  leave it, and accept it in the baseline
  q  leave this and all that follows; what was agreed to is written
"""


class Reviewer:
    """Asks about each finding that could be repaired, and remembers the answers of a run.

    `entries` are the findings to be accepted in a baseline whose folder is `root`; `is_over` says that the person has had
    enough.
    """

    def __init__(self, known: Filter | None, root: str, options: ReportOptions) -> None:
        self.entries: list[Entry] = []
        self.is_over = False
        self._known = known
        self._root = root
        self._options = options
        self._agreed_codes: set[str] = set()
        self._agreed: set[Identity] = set()
        self._declined: set[Identity] = set()
        self._heading = ""

    def agreed(self, document: Document, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the findings whose repair was agreed to, as the fixer takes them; called once for each of its passes."""
        asked = self._known(document, findings) if self._known else findings
        repairs = []
        for finding in asked:
            identity = identify(finding, document, self._root)
            if not finding.fix or not finding.fix.edits or identity in self._declined or self.is_over:
                continue
            if finding.code in self._agreed_codes or identity in self._agreed:
                repairs.append(_allowed(finding, finding.fix.edits))
                continue
            edits = self._ask(document, finding, identity, finding.fix)
            if edits:
                repairs.append(_allowed(finding, edits))
        return repairs

    def _ask(self, document: Document, finding: Diagnostic, identity: Identity, fix: Fix) -> tuple[Edit, ...]:
        """Show the finding, and return the edits that were agreed to."""
        self._show(document, finding)
        while True:
            answer = self._answer(_QUESTION.format(code=visible(finding.code)))
            if answer in ("y", "yes", "a"):
                self._agreed.add(identity)
                if answer == "a":
                    self._agreed_codes.add(finding.code)
                return fix.edits
            if answer in ("n", "no", "b", "q", "e"):
                break
            sys.stdout.write(_HELP)
        self._declined.add(identity)
        if answer == "b":
            self.entries.append(Entry(identity))
        elif answer == "q":
            self.is_over = True
        elif answer == "e":
            return (Edit(finding.start, finding.end, self._line(f"  In place of “{visible(finding.text)}”: ") or ""),)
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
        """Return the line that the person types, None at the end of input."""
        sys.stdout.write(question)
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None


def _allowed(finding: Diagnostic, edits: tuple[Edit, ...]) -> Diagnostic:
    """Return the finding with edits that the fixer makes, since a person has agreed to them."""
    assert finding.fix is not None
    if edits != finding.fix.edits:
        return finding._replace(fix=Fix("unsafe", "nothing", edits))
    certainty = "unsafe" if finding.fix.applicability == "display" else finding.fix.applicability
    return finding._replace(fix=finding.fix._replace(applicability=certainty))


def review(
    jobs: Sequence[Job],
    unread: Iterable[Result],
    setup: Setup,
    reading: Options,
    options: dict[str, Any],
    count: Count,
) -> None:
    """Ask about the repairs of one file after the other, write what was agreed to, and tell what came of it.

    The deadline for a document is lifted, since a person thinks longer than a rule.
    """
    path = baseline_path(setup, options) or default_path(setup)
    reviewer = Reviewer(reading.not_accepted, folder_of(path), report_options(options, sys.stdout))
    asking = reading._replace(unsafe=True, timeout=0, not_accepted=reviewer.agreed)
    tally = Tally()
    try:
        results = chain(unread, count.watch(repaired(_mended(jobs, setup.rules, asking, reviewer), options["removed"])))
        for result in tally.watch(results):
            for problem in result.problems:
                sys.stderr.write(describe_problem(problem))
    finally:
        if reviewer.entries:
            known = load_entries(path) if os.path.exists(path) else []
            save_entries(path, [*known, *reviewer.entries])
    sys.stdout.write("\n")
    sys.stdout.writelines(summarise(tally))


def _mended(jobs: Sequence[Job], rules: RuleSet, asking: Options, reviewer: Reviewer) -> Iterator[Inspection]:
    """Yield the files as they are reviewed and written, until the person has had enough."""
    for job in jobs:
        if reviewer.is_over:
            break
        yield mend(job.path, rules, asking, job.only)
