"""Fix a document: choose edits, verify them, apply them, and repeat until nothing changes."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.diagnostic import APPLICABILITIES, Diagnostic
from textlint.document import Document
from textlint.edits.composition import compose, origin
from textlint.edits.proof import is_accounted_for, keeps
from textlint.engine import diagnose
from textlint.errors import FixError
from textlint.result import Filter
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Edit, apply_edits
from textlint.startup.values import NamedTuple

MOST_PASSES = 10  # passes over one text, chosen so that fixes that undo each other end with an error


class Removal(NamedTuple):
    """Words that a fix removed: the rule's code, the span in the original text (code points), and the words."""

    code: str
    start: int
    end: int
    text: str


class FixResult(NamedTuple):
    """The outcome of fixing a document.

    `document` is the fixed document and `remaining` its findings. `fixed` are the findings that were fixed, in the
    order of the passes. `edits` are the same changes as sorted edits to the original text, none touching another.
    """

    document: Document
    remaining: tuple[Diagnostic, ...]
    fixed: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...]
    removals: tuple[Removal, ...]


def fix_document(
    document: Document,
    rules: RuleSet,
    unsafe: bool = False,
    only: frozenset[str] | None = None,
    not_accepted: Filter | None = None,
) -> FixResult:
    """Apply all safe fixes to `document`, and the unsafe ones too if `unsafe`; return the fixed document.

    `not_accepted` is called in each pass and returns the findings that may be fixed; None allows all of them.

    Each pass applies the edits that do not overlap, best first (`choose`); the rest wait for the next pass. Raises
    FixError, naming the rules, if a fix does not keep what it declares or if the text still changes after ten passes.
    """
    original = document
    fixed: list[Diagnostic] = []
    removals: list[Removal] = []
    composed: tuple[Edit, ...] = ()
    last_codes: list[set[str]] = []  # of the last two passes: rules that undo each other take turns
    for _ in range(MOST_PASSES + 1):
        findings = diagnose(document, rules, only)
        chosen = choose(not_accepted(document, findings) if not_accepted else findings, unsafe)
        if not chosen:
            return FixResult(document, findings, tuple(fixed), composed, tuple(removals))
        edits = _joined([edit for diagnostic in chosen if diagnostic.fix for edit in diagnostic.fix.edits])
        text = _applied(document, chosen, edits)
        removals += _removals(chosen, document.text, composed)
        composed = compose(composed, edits, document.text)
        fixed += chosen
        last_codes = [*last_codes[-1:], {diagnostic.code for diagnostic in chosen}]
        document = document.with_text(text)
    conflicting = ", ".join(sorted(set().union(*last_codes)))
    raise FixError(
        f"the fixes of {conflicting} still change the text after {MOST_PASSES} passes",
        original.path,
        original.record_line,
        "Nothing was written. Ignore one of these rules, and please report the problem with the text.",
    )


def choose(findings: Sequence[Diagnostic], unsafe: bool) -> list[Diagnostic]:
    """Return the findings whose fixes are applied in one pass, sorted by position.

    Safe fixes go first, then longer spans, then earlier ones, then lower codes. A fix waits for the next pass if one of
    its edits overlaps or touches an edit that was already chosen.
    """
    allowed = APPLICABILITIES[: 2 if unsafe else 1]
    fixable = [diagnostic for diagnostic in findings if diagnostic.fix and diagnostic.fix.applicability in allowed]
    fixable.sort(key=_preference)
    lines = _line_deletions(fixable)
    taken: list[Edit] = []
    chosen = []
    for diagnostic in fixable:
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        if not any(_touch(edit, other, lines) for edit in edits for other in _around(taken, edit)):
            chosen.append(diagnostic)
            for edit in edits:
                _insert(taken, edit)
    return sorted(chosen, key=lambda diagnostic: (diagnostic.start, diagnostic.end, diagnostic.code))


def _preference(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
    assert diagnostic.fix is not None
    return (
        APPLICABILITIES.index(diagnostic.fix.applicability),
        -sum(edit.end - edit.start for edit in diagnostic.fix.edits),
        diagnostic.start,
        diagnostic.code,
    )


def _touch(one: Edit, other: Edit, lines: frozenset[Edit]) -> bool:
    """Return whether the edits overlap or touch; deletions of whole lines (of a menu, for example) may touch."""
    if one in lines and other in lines:
        return one.start < other.end and other.start < one.end
    return one.start <= other.end and other.start <= one.end


def _line_deletions(findings: Sequence[Diagnostic]) -> frozenset[Edit]:
    """Return the deletions that are longer than the finding: they include the line break and remove the whole line."""
    return frozenset(
        edit
        for diagnostic in findings
        for edit in (diagnostic.fix.edits if diagnostic.fix else ())
        if not edit.text and edit.end - edit.start > diagnostic.end - diagnostic.start
    )


def _joined(edits: list[Edit]) -> list[Edit]:
    """Return the edits with adjacent deletions merged, so that there is only one way to undo them."""
    joined: list[Edit] = []
    for edit in sorted(edits):
        if joined and edit.start == joined[-1].end and not edit.text and not joined[-1].text:
            joined[-1] = Edit(joined[-1].start, edit.end, "")
        else:
            joined.append(edit)
    return joined


def _around(taken: list[Edit], edit: Edit) -> list[Edit]:
    """Return the edits of the sorted, disjoint list `taken` that can touch `edit`."""
    from bisect import bisect_left, bisect_right

    low = bisect_left(taken, edit.start, key=lambda other: other.end)
    high = bisect_right(taken, edit.end, key=lambda other: other.start)
    return taken[low:high]


def _insert(taken: list[Edit], edit: Edit) -> None:
    from bisect import insort

    insort(taken, edit)


def _applied(document: Document, chosen: Sequence[Diagnostic], edits: Sequence[Edit]) -> str:
    for diagnostic in chosen:
        fix = diagnostic.fix
        if fix and not keeps(fix.keeps, document.text, fix.edits):
            raise FixError(
                f"the fix of {diagnostic.code} ({diagnostic.name}) does not keep “{fix.keeps}”, as it declares",
                document.path,
                document.record_line if document.record_line is not None else diagnostic.line,
                "Nothing was written. Please report the problem with the text and the rule.",
            )
    text = apply_edits(document.text, edits)
    if not is_accounted_for(document.text, text, edits):
        raise FixError("the fixed text cannot be traced back to the original", document.path, document.record_line)
    return text


def _removals(chosen: Sequence[Diagnostic], text: str, edits_so_far: Sequence[Edit]) -> list[Removal]:
    """Return the words that the fixes of `chosen` delete from `text`, with their spans in the original text."""
    found = []
    for diagnostic in chosen:
        for edit in diagnostic.fix.edits if diagnostic.fix else ():
            words = text[edit.start : edit.end]
            if words.strip() and not edit.text.strip():
                place = (origin(edit.start, edits_so_far), origin(edit.end, edits_so_far))
                found.append(Removal(diagnostic.code, *place, words))
    return found
