"""Repairing a document: choose edits, prove them, apply them, and repeat until nothing changes."""

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
    """Words that a repair took out: the rule, the place in the text as it first was, and the words."""

    code: str
    start: int
    end: int
    text: str


class Repair(NamedTuple):
    """What repairing a document came to.

    `document` is the repaired one; `remaining` are its findings. `fixed` are the findings that were repaired, pass by
    pass, and `edits` the same change as edits to the text as it first was, sorted, none touching another.
    """

    document: Document
    remaining: tuple[Diagnostic, ...]
    fixed: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...]
    removals: tuple[Removal, ...]


def repair(
    document: Document,
    rules: RuleSet,
    unsafe: bool = False,
    only: frozenset[str] | None = None,
    not_accepted: Filter | None = None,
) -> Repair:
    """Return `document` repaired by all safe fixes, and by the unsafe ones too if `unsafe`.

    `not_accepted` tells which of the findings may be repaired, pass by pass; None: all of them.

    Each pass applies the edits that do not overlap, best first (`choose`); what had to wait is seen again in the next
    pass. Raises FixError, with the rules concerned, if a fix does not keep what it declares or if the text still changes
    after ten passes; the document then stands as it was.
    """
    original = document
    fixed: list[Diagnostic] = []
    removals: list[Removal] = []
    composed: tuple[Edit, ...] = ()
    late: list[set[str]] = []  # the codes of the last two passes: rules that undo each other take turns
    for _ in range(MOST_PASSES + 1):
        findings = diagnose(document, rules, only)
        chosen = choose(not_accepted(document, findings) if not_accepted else findings, unsafe)
        if not chosen:
            return Repair(document, findings, tuple(fixed), composed, tuple(removals))
        edits = _joined([edit for diagnostic in chosen if diagnostic.fix for edit in diagnostic.fix.edits])
        text = _applied(document, chosen, edits)
        removals += _removals(chosen, document.text, composed)
        composed = compose(composed, edits, document.text)
        fixed += chosen
        late = [*late[-1:], {diagnostic.code for diagnostic in chosen}]
        document = document.with_text(text)
    quarrelling = ", ".join(sorted(set().union(*late)))
    raise FixError(
        f"the repairs of {quarrelling} do not settle in {MOST_PASSES} passes",
        original.path,
        original.record_line,
        "Nothing was written. Ignore one of these rules, and please report the text.",
    )


def choose(findings: Sequence[Diagnostic], unsafe: bool) -> list[Diagnostic]:
    """Return the findings whose fixes are applied in one pass, in the order of their place.

    Safe before unsafe, then the longer span, then the earlier place, then the code: a fix is left for the next pass if
    one of its edits overlaps, or touches, an edit chosen before.
    """
    allowed = APPLICABILITIES[: 2 if unsafe else 1]
    able = [diagnostic for diagnostic in findings if diagnostic.fix and diagnostic.fix.applicability in allowed]
    able.sort(key=_preference)
    lines = _line_deletions(able)
    taken: list[Edit] = []
    chosen = []
    for diagnostic in able:
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
    """Say whether the edits overlap or meet; deletions of whole lines may meet, as the lines of a menu do."""
    if one in lines and other in lines:
        return one.start < other.end and other.start < one.end
    return one.start <= other.end and other.start <= one.end


def _line_deletions(findings: Sequence[Diagnostic]) -> frozenset[Edit]:
    """Return the edits that delete more than the words found: the line break too, so the line is gone whole."""
    return frozenset(
        edit
        for diagnostic in findings
        for edit in (diagnostic.fix.edits if diagnostic.fix else ())
        if not edit.text and edit.end - edit.start > diagnostic.end - diagnostic.start
    )


def _joined(edits: list[Edit]) -> list[Edit]:
    """Return the edits with deletions that meet made one, so that there is one way to undo them."""
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
                f"the repair of {diagnostic.code} ({diagnostic.name}) does not keep “{fix.keeps}” as it declares",
                document.path,
                document.record_line if document.record_line is not None else diagnostic.line,
                "Nothing was written. Please report the text and the rule.",
            )
    text = apply_edits(document.text, edits)
    if not is_accounted_for(document.text, text, edits):
        raise FixError("the repaired text cannot be traced back to the original", document.path, document.record_line)
    return text


def _removals(chosen: Sequence[Diagnostic], text: str, edits_so_far: Sequence[Edit]) -> list[Removal]:
    """Return what the fixes of `chosen` take out of the present `text`, with its place in the first text."""
    found = []
    for diagnostic in chosen:
        for edit in diagnostic.fix.edits if diagnostic.fix else ():
            words = text[edit.start : edit.end]
            if words.strip() and not edit.text.strip():
                place = (origin(edit.start, edits_so_far), origin(edit.end, edits_so_far))
                found.append(Removal(diagnostic.code, *place, words))
    return found
