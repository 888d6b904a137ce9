"""Which of several findings at one place are reported: the written policy on overlaps.

1. A finding within one of a rule that supersedes its own is dropped: the other says the same and more.
2. Of findings of one family with the same span, one is kept: the one whose repair is safest, then the lowest code.
3. A finding about sources, claims or lost words within page furniture or markup is dropped: what is no text of the article
   claims nothing for it.

All other findings are kept, however they overlap; the fixer then decides which repairs go first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from textlint.diagnostic import APPLICABILITIES
from textlint.rule import Rule
from textlint.span import Finding

_NO_TEXT = "no text of the article"
_ITS_FAMILIES = ("BP", "MK")
_ABOUT_TEXT = ("AT", "CL", "ST1")

Found = tuple[Rule, Finding]


def resolve(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the findings that are reported, in the order given; `found` is sorted by place."""
    covers = _covers(found)
    best = _best_of_each_place(found)
    for rule, finding in found:
        names = (rule.code, _NO_TEXT) if rule.code.startswith(_ABOUT_TEXT) else (rule.code,)
        is_covered = any(name in covers and covers[name].holds(finding) for name in names)
        if not is_covered and best[_place(rule, finding)] == (rule, finding):
            yield rule, finding


class _Cover:
    """Spans, added in the order of their starts, and whether one of them holds another span."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._furthest: list[int] = []  # the furthest end of the spans so far

    def add(self, start: int, end: int) -> None:
        self._starts.append(start)
        self._furthest.append(max(end, self._furthest[-1] if self._furthest else end))

    def holds(self, finding: Finding) -> bool:
        index = bisect_right(self._starts, finding.start) - 1
        return index >= 0 and finding.end <= self._furthest[index]


def _covers(found: Sequence[Found]) -> dict[str, _Cover]:
    """Return by code the spans of the findings that supersede it, and those of all that is no text of the article."""
    covers: dict[str, _Cover] = {}
    for rule, finding in found:
        names = (*rule.supersedes, _NO_TEXT) if rule.code.startswith(_ITS_FAMILIES) else rule.supersedes
        for name in names:
            covers.setdefault(name, _Cover()).add(finding.start, finding.end)
    return covers


def _best_of_each_place(found: Sequence[Found]) -> dict[tuple[str, int, int], Found]:
    best: dict[tuple[str, int, int], Found] = {}
    for item in found:
        place = _place(*item)
        if place not in best or _rank(*item) < _rank(*best[place]):
            best[place] = item
    return best


def _place(rule: Rule, finding: Finding) -> tuple[str, int, int]:
    return rule.code.rstrip("0123456789"), finding.start, finding.end


def _rank(rule: Rule, finding: Finding) -> tuple[int, str]:
    return applicability(rule, finding), rule.code


def applicability(rule: Rule, finding: Finding) -> int:
    """Return the place in APPLICABILITIES of the weaker of what the rule allows and what the finding asks for.

    A finding without a repair comes after all of them.
    """
    if rule.fix is None or not finding.edits:
        return len(APPLICABILITIES)
    asked = finding.applicability or rule.fix.applicability
    return max(APPLICABILITIES.index(asked), APPLICABILITIES.index(rule.fix.applicability))
