"""Compare what textlint finds and fixes in a labeled text with its labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import add
from typing import NamedTuple

from benchmarks.quality.labels import Label, Sample
from textlint.diagnostic import Diagnostic
from textlint.engine import diagnose
from textlint.fixer import fix_document
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Edit

LINE_FAMILIES = ("BP", "RP", "MK", "RS")  # their findings mark a line as no text of the article
_ABOUT_TEXT = ("AT", "CL", "ST")


class Fault(NamedTuple):
    """One thing that textlint gets wrong: `what` is "missed", "false alarm", "harmed" or "not fixed"."""

    document: str
    line: int
    what: str
    code: str
    text: str


class Judgment(NamedTuple):
    """The result of comparing some texts with their labels.

    `right`, `wrong` and `missed` count findings and labels by family; `body`, `body_flagged` and `body_changed` count
    characters, `furniture` and `furniture_cut` lines, `fixable` and `fixed` labels with an expected fix.
    """

    right: Counter[str]
    wrong: Counter[str]
    found: Counter[str]
    missed: Counter[str]
    body: int
    body_flagged: int
    body_changed: int
    furniture: int
    furniture_cut: int
    fixable: int
    fixed: int
    noisy: int
    faults: tuple[Fault, ...]


def judge_all(samples: Iterable[Sample], rules: RuleSet) -> Judgment:
    """Return the combined result of the texts; there must be at least one."""
    parts = [judge(sample, rules)._asdict() for sample in samples]
    return Judgment(**{name: reduce(add, (part[name] for part in parts)) for name in Judgment._fields})


def judge(sample: Sample, rules: RuleSet) -> Judgment:
    """Return the result of one text.

    A finding is right if it overlaps a label of its family. It is ignored if it overlaps an arguable label or an aside. A
    furniture line is found if findings of BP, RP, MK and RS cover half of its visible characters.
    """
    findings = diagnose(sample.document, rules)
    edits = fix_document(sample.document, rules).edits
    marks = _Marks(sample)
    found = [label for label in sample.findings if any(is_found_by(label, item) for item in findings)]
    missed = [label for label in sample.findings if label not in found]
    covered = _covered(sample, [item for item in findings if item.code[:2] in LINE_FAMILIES])
    lines_found = [line for line in sample.furniture if is_half(line, sample, covered)]
    lines_missed = [line for line in sample.furniture if line not in lines_found]
    wrong = [item for item in findings if marks.is_wrong(item)]
    right = [item for item in findings if item.code[:2] != "BP" and marks.is_right(item)]
    spans_right = [item for item in findings if item.code[:2] == "BP" and marks.is_right(item)]
    cut = _covered(sample, [edit for edit in edits if not edit.text.strip()])
    outcomes = [_outcome(label, sample, edits) for label in sample.findings if label.fixed is not None]
    harmed = marks.harmed(edits) + sum(label.end - label.start for label, what in outcomes if what == "harmed")
    faults = [
        *(_fault(sample, label, "missed") for label in (*missed, *lines_missed)),
        *(Fault(sample.name, item.line, "false alarm", item.code, item.text) for item in wrong),
        *(_fault(sample, label, what) for label, what in outcomes if what != "fixed"),
        *marks.faults(edits),
    ]
    return Judgment(
        right=Counter(item.code[:2] for item in right) + Counter({"BP": len(lines_found) + len(spans_right)}),
        wrong=Counter(item.code[:2] for item in wrong),
        found=Counter(label.code[:2] for label in (*found, *lines_found)),
        missed=Counter(label.code[:2] for label in (*missed, *lines_missed)),
        body=len(marks.body),
        body_flagged=len(marks.body & covered),
        body_changed=harmed,
        furniture=len(sample.furniture),
        furniture_cut=sum(is_half(line, sample, cut) for line in sample.furniture),
        fixable=len(outcomes),
        fixed=sum(what == "fixed" for _, what in outcomes),
        noisy=int(sample.is_clean and bool(findings)),
        faults=tuple(sorted(faults)),
    )


def is_found_by(label: Label, item: Diagnostic) -> bool:
    """Return whether the finding overlaps the label and has its family or rule."""
    return item.code.startswith(label.code) and item.start < label.end and label.start < item.end


def is_half(line: Label, sample: Sample, covered: set[int]) -> bool:
    """Return whether at least half of the line's visible characters are covered."""
    visible = _visible(sample, line.start, line.end)
    return 2 * len(visible & covered) >= len(visible)


def line_is_found(line: Label, sample: Sample, findings: Sequence[Diagnostic]) -> bool:
    """Return whether the findings cover a furniture line."""
    covered = _covered(sample, [item for item in findings if item.code[:2] in LINE_FAMILIES])
    return is_half(line, sample, covered)


class _Marks:
    """The kind of each character of a text, according to its labels."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._furniture = _offsets(sample.furniture)
        self._asides = _offsets(sample.asides)
        self._labeled = _offsets((*sample.findings, *sample.arguable))
        text = sample.document.text
        elsewhere = self._furniture | self._asides | self._labeled
        self._kept = {offset for offset, character in enumerate(text) if character not in "\r\n"} - elsewhere
        self.body = _visible(sample, 0, len(text)) - elsewhere

    def is_right(self, item: Diagnostic) -> bool:
        return any(_same_family(label, item) for label in self._sample.findings)

    def is_wrong(self, item: Diagnostic) -> bool:
        """Return whether the finding is in body text, or treats furniture as article text."""
        if self.is_right(item) or any(_same_family(label, item) for label in self._sample.arguable):
            return False
        family = item.code[:2]
        span = set(range(item.start, item.end))
        if family in LINE_FAMILIES:
            return bool(span & self.body) if family == "BP" else not span & (self._furniture | self._asides)
        return not span & (self._asides if family in _ABOUT_TEXT else self._asides | self._furniture)

    def _harm(self, edit: Edit) -> int:
        """Return the number of characters of body text that the edit deletes, changes or adds.

        Line breaks do not count, nor does white space next to a label if the edit deletes both.
        """
        span = set(range(edit.start, edit.end))
        if span & self._labeled:
            return len(self.body & span)
        around = {edit.start - 1, edit.start}
        if edit.start == edit.end:
            return len(edit.text.strip("\n")) if around & self._kept and not around & self._labeled else 0
        return len(self._kept & span)

    def harmed(self, edits: Iterable[Edit]) -> int:
        return sum(map(self._harm, edits))

    def faults(self, edits: Iterable[Edit]) -> list[Fault]:
        document, name = self._sample.document, self._sample.name
        return [
            Fault(name, document.position(edit.start)[0], "harmed", "", document.text[edit.start : edit.end])
            for edit in edits
            if self._harm(edit)
        ]


def _fault(sample: Sample, label: Label, what: str) -> Fault:
    return Fault(sample.name, label.line, what, label.code, label.text)


def _same_family(label: Label, item: Diagnostic) -> bool:
    return item.code[:2] == label.code[:2] and item.start < label.end and label.start < item.end


def _outcome(label: Label, sample: Sample, edits: Sequence[Edit]) -> tuple[Label, str]:
    """Return what the safe fixes did to a label: "fixed", "not fixed" or "harmed".

    An edit may extend past the ends of the label; the comparison then covers the whole edit.
    """
    text = sample.document.text
    inside = [edit for edit in edits if edit.start <= label.end and label.start <= edit.end]
    start = min([label.start, *(edit.start for edit in inside)])
    end = max([label.end, *(edit.end for edit in inside)])
    pieces, at = [], start
    for edit in inside:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    result = "".join(pieces) + text[at:end]
    before, after = text[start : label.start], text[label.end : end]
    if result == text[start:end]:
        return label, "not fixed"
    fixed = label.fixed or ""
    return label, "fixed" if fixed in result and result.split() == (before + fixed + after).split() else "harmed"


def _offsets(labels: Iterable[Label]) -> set[int]:
    return {offset for label in labels for offset in range(label.start, label.end)}


def _covered(sample: Sample, spans: Iterable[Diagnostic | Edit]) -> set[int]:
    """Return the visible characters in the spans."""
    return {offset for span in spans for offset in _visible(sample, span.start, span.end)}


def _visible(sample: Sample, start: int, end: int) -> set[int]:
    text = sample.document.text
    return {offset for offset in range(start, end) if not text[offset].isspace()}
